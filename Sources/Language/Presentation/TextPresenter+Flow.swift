import Reporting

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The flow of a gradient through layers in words and bars.
extension TextPresenter {
  /// The most layers that are shown.
  private static let mostLayers = 14
  /// The columns of the longest bar.
  private static let bar = 24.0

  func document(_ report: FlowReport) -> Document {
    var document = Document(StyledText(words(report.summary)))
    let sizes = report.layers.map(\.norm).filter { $0 > 0 && $0.isFinite }.map { log10($0) }
    let low = (sizes.min() ?? 0).rounded(.down)
    let high = max((sizes.max() ?? 1).rounded(.up), low + 1)
    let over = report.rows.map { ", over \($0)" } ?? ""
    document.add(
      StyledText(
        "norm of the gradient at each layer\(over); bars from 1e\(Int(low)) to 1e\(Int(high))",
        .muted), indent: 2)
    var table = Table([.left, .right, .right, .left], indent: 2)
    let all = Array(zip(report.layers, report.factors))
    let half = Self.mostLayers / 2
    for (place, (layer, factor)) in all.enumerated() {
      if all.count > Self.mostLayers + 1, place >= half, place < all.count - half {
        if place == half {
          table.rows.append([StyledText("… \(all.count - 2 * half) more", .muted)])
        }
        continue
      }
      let length =
        layer.norm > 0 && layer.norm.isFinite
        ? Int(((log10(layer.norm) - low) / (high - low) * Self.bar).rounded()) : 0
      table.rows.append([
        StyledText(layer.name, .name), StyledText(short(layer.norm), .number),
        StyledText(factor.map { (typeset ? "× " : "* ") + short($0) } ?? "", .muted),
        StyledText(String(repeating: typeset ? "▇" : "#", count: max(length, 0)), .formula),
      ])
    }
    document.add(table)
    if let clip = report.clip { add(clip, report.tensors, to: &document) }
    return document
  }

  /// What clipping left of the gradients of the last step.
  private func add(
    _ clip: String, _ tensors: [(name: String, norm: Double, clipped: Double)],
    to document: inout Document
  ) {
    let isClipped = tensors.contains { $0.norm != $0.clipped }
    document.add(
      StyledText(
        isClipped
          ? "clip=\(clip) changed the gradients of the last step:"
          : "clip=\(clip) left the gradients of the last step as they were", .muted), indent: 2)
    guard isClipped else { return }
    var table = Table([.left, .right, .left, .right], indent: 2)
    for tensor in tensors.prefix(Self.mostLayers) {
      table.rows.append([
        StyledText(tensor.name, .name), StyledText(short(tensor.norm), .number),
        StyledText(typeset ? "→" : "->", .muted), StyledText(short(tensor.clipped), .number),
      ])
    }
    document.add(table)
  }

  private func short(_ value: Double) -> String {
    let text = NumberStyle(digits: 3).text(value)
    return typeset ? text.withMinusSigns : text
  }
}
