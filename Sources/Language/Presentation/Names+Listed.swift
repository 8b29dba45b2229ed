extension [String] {
  /// The first of some names, and how many more there are: `a, b and 5 more`.
  func listed(most: Int) -> String {
    guard count > most else { return joined(separator: ", ") }
    return "\(prefix(most).joined(separator: ", ")) and \(count - most) more"
  }
}
