/// How a derivative is written: `dL/dw`, or `d(L)/d(a + b)` where a name needs brackets.
enum SlopeName {
  static func text(_ top: String, _ bottom: String) -> String {
    "\(part(top))/\(part(bottom))"
  }

  private static func part(_ name: String) -> String {
    name.contains { " +-*/^(.".contains($0) } ? "d(\(name))" : "d\(name)"
  }
}
