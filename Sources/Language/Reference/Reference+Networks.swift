import Autodiff
import Reporting
import Training

/// Entries of layers, and of how their weights begin.
extension Reference {
  static let networks: [ReferenceEntry] =
    LayerKind.all.map { kind in
      ReferenceEntry(
        kind: .layer, name: kind.name, usage: "-> \(kind.usage)", summary: kind.summary,
        family: "layers of a network",
        settings: kind.settings.map { ReferenceEntry.Setting($0) }
          + kind.options.map { ReferenceEntry.Setting(name: $0.name, meaning: $0.meaning) },
        formulas: kind.formulas(), source: kind.source,
        example: "net n = 2 -> \(kind.example), seed=1\nn\nn([1, 2])")
    }
    + Initialization.all.map { start in
      ReferenceEntry(
        kind: .initialization, name: start.name,
        usage: "init=\(call(start.name, start.settings))", summary: start.summary,
        family: "how weights begin, after init=",
        settings: start.settings.map { ReferenceEntry.Setting($0) },
        formulas: [FormulaGroup(chance(of: start), [("w", start.formula())])],
        source: start.source,
        example: "net n = 2 -> dense(3), init=\(start.name), seed=1\nn.w1")
    }

  private static func chance(of start: Initialization) -> String {
    switch start.chance {
    case .none: "for every weight"
    case .uniform: "for every weight, with u drawn evenly from 0 up to 1"
    case .normal: "for every weight, with z drawn from the standard normal distribution"
    }
  }
}
