/// How a derivative is written: `dL/dw`, or `d(L)/d(a + b)` where a name needs brackets.
enum SlopeName {
  /// - Parameter bracketed: names that the learner wrote in brackets, who reads them so.
  static func text(_ top: String, _ bottom: String, bracketed: Set<String> = []) -> String {
    [top, bottom].map { name in
      bracketed.contains(name) || name.contains { " +-*/^(.".contains($0) }
        ? "d(\(name))" : "d\(name)"
    }.joined(separator: "/")
  }
}
