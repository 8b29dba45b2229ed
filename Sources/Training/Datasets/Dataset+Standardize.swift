extension Dataset {
  /// The set with each input minus its mean, divided by its standard deviation.
  ///
  /// Its `standardization` says how to get there from the numbers the set had at first, so that
  /// other rows can be standardized in the same way: with `like`, that set's statistics are used.
  ///
  /// - Throws: `notStandardized`, `inputsDiffer` or `alreadyStandardized` if `like` is no set to
  ///   follow; `notStandardizable` where the statistics are beyond the reach of a double.
  public func standardized(like other: Dataset? = nil) throws(DatasetProblem) -> Dataset {
    var result = self
    if let other {
      guard let statistics = other.standardization else { throw .notStandardized }
      guard x.columns == other.x.columns else {
        throw .inputsDiffer(x.columns, like: other.x.columns)
      }
      if standardization == statistics { return self }
      guard standardization == nil else { throw .alreadyStandardized }
      result.x = statistics.applied(to: x)
      result.standardization = statistics
    } else {
      let statistics = Standardization(of: x)
      result.x = statistics.applied(to: x)
      result.standardization = standardization?.followed(by: statistics) ?? statistics
    }
    if let index = result.x.elements.firstIndex(where: { !$0.isFinite }) {
      throw .notStandardizable(input: inputNames[index % x.columns])
    }
    return result
  }
}
