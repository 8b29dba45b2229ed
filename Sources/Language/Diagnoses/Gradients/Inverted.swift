import Autodiff

extension Diagnosis where Subject == GradientSubject {
  /// 1/x stands where x belongs.
  static let inverted = Diagnosis(
    "inverted",
    "1/x stands where x belongs", .chain
  ) { subject in
    let whole = subject.mutant { slope, _ in
      1 / slope
    } sentence: {
      "that is 1 divided by \(subject.name)"
    }
    let parts = subject.mutants {
      $0.alike + $0.functions
    } change: { row, edge, point in
      1 / row.locals(point)[edge]
    } sentence: { row, set in
      "the factor \(subject.factor(row, set)) is upside down\(subject.others(row, set))"
    }
    return [whole] + parts
  }
}
