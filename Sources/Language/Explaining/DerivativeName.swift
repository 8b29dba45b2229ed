/// The derivative of one thing with respect to another, by name: `dL/dw`, `d/d(a + b)`.
enum DerivativeName {
  static func text(of output: String, by name: String) -> String {
    let top = isShort(output) ? "d\(output)" : "d"
    return isShort(name) ? "\(top)/d\(name)" : "\(top)/d(\(name))"
  }

  private static func isShort(_ name: String) -> Bool {
    name.utf8.count <= 96 && name.unicodeScalars.count <= 24
      && !name.unicodeScalars.contains { " +-−·*/^(²³⁰¹⁴⁵⁶⁷⁸⁹".unicodeScalars.contains($0) }
  }
}
