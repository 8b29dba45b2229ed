import Autodiff
import Reporting
import Training

/// Drops each unit with probability p while it is trained, and makes the others that much larger.
struct DropoutLayer: Layer {
  /// Which dropout layer of the network it is, from 1.
  let number: Int
  /// As `Dropout.settings` lists them.
  let settings: Settings
  let width: Int
  let words: String

  func apply(_ rows: [[NodeID]], _ pass: NetworkPass) throws(Diagnostic) -> [[NodeID]] {
    let interpreter = pass.interpreter
    let (settings, width) = (settings, width)
    try interpreter.foresee(nodes: 3 * rows.count * width, at: pass.range)
    var result: [[NodeID]] = []
    for (index, row) in rows.enumerated() {
      guard pass.isTraining, settings[0] > 0 else {
        result.append(
          interpreter.graph.add(row, at: pass.range) { Dropout.evaluated($0, settings) })
        continue
      }
      let mask = row.map { _ in interpreter.graph.addLeaf(1, at: pass.range) }
      pass.name(mask, "mask\(number)")
      pass.masks.append(
        DropoutMask(layer: number, row: index, probability: settings[0], nodes: mask))
      result.append(
        interpreter.graph.add(row + mask, at: pass.range) {
          Dropout.masked(Array($0[..<width]), by: Array($0[width...]), settings)
        })
    }
    return result
  }
}
