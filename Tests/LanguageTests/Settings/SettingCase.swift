import Autodiff
import Testing
import Training

@testable import Language

/// A place in the language where a setting is given, and what it must refuse.
struct SettingCase: CustomTestStringConvertible, Sendable {
  /// What has the setting: `adam`.
  var owner: String
  var setting: Setting
  /// The program before the call, and after it.
  var before: String
  var after: String
  /// What else the call must be given.
  var others: [String]

  var testDescription: String { "\(owner), \(setting.name)" }

  /// A program that gives the setting something, or something of another name.
  func program(giving value: String, to name: String? = nil) -> String {
    let given = others + ["\(name ?? setting.name)=\(value)"]
    return before + "(" + given.joined(separator: ", ") + ")" + after
  }

  /// Values the setting must refuse.
  var badValues: [String] {
    if !setting.words.isEmpty { return ["\"nonsense\"", "nonsense", "7"] }
    var bad = ["\"nonsense\"", "nan"]
    let (low, high) = (setting.allowed.lowerBound, setting.allowed.upperBound)
    if low.isFinite { bad.append("\(low - max(1, abs(low)))") }
    if high.isFinite { bad.append("\(high + max(1, abs(high)))") }
    // The ends that are only just left out.
    if low == .leastNonzeroMagnitude { bad.append("0") }
    if high == Double(1).nextDown { bad.append("1") }
    if setting.isWhole { bad.append("\(max(low, -1e6) + 0.5)") }
    return bad
  }

  /// A value it takes.
  var goodValue: String {
    if let word = setting.words.last { return word }
    let number = setting.standard.isNaN ? 1 : setting.standard
    return "\(min(max(number, setting.allowed.lowerBound), setting.allowed.upperBound))"
  }

  /// Every setting of what is called, with what must be given beside it.
  static func cases(
    _ owner: String, _ settings: [Setting], before: String, after: String, operands: [String] = [],
    needs needed: [Setting] = []
  ) -> [SettingCase] {
    settings.map { setting in
      let others = needed.filter { $0.name != setting.name }.map { other in
        "\(other.name)=\(SettingCase(owner: "", setting: other, before: "", after: "", others: []).goodValue)"
      }
      return SettingCase(
        owner: owner, setting: setting, before: before, after: after, others: operands + others)
    }
  }
}

/// Every setting of everything that trains, from the definitions.
extension SettingCase {
  static let all = optimizers + schedules + losses + clips + layers + starts + stopping

  private static let bowl = "param w[2] = [3, 4]\nL = sum(w^2)\nminimize L"

  private static var optimizers: [SettingCase] {
    let rules = Optimizers.all.map { ($0.name, $0.settings) }
    let methods = ObjectiveMethods.all.map { ($0.name, $0.settings) }
    return (rules + methods).flatMap { name, settings in
      cases(name, settings, before: "\(bowl), optimizer=\(name)", after: "")
    }
  }

  private static var schedules: [SettingCase] {
    let rules = Schedules.all.map { ($0.name, $0.settings + ($0.list.map { [$0] } ?? [])) }
    return (rules + [(Plateau.name, Plateau.settings)]).flatMap { name, settings in
      cases(
        name, settings, before: "\(bowl), optimizer=sgd(lr=\(name)", after: ")",
        needs: settings.filter { $0.standard.isNaN })
    }
  }

  private static var losses: [SettingCase] {
    Losses.all.flatMap { loss -> [SettingCase] in
      let target = loss.target == .classes ? "1" : "[1, 0]"
      let outputs = loss.target == .classes ? 2 : 1
      let settings = Builtins.named(loss.name)?.settings ?? []
      return cases(
        loss.name, settings, before: loss.name, after: "", operands: ["[0.5, 0.4]", target])
        + cases(
          "loss=\(loss.name)", settings,
          before:
            "data d = [1 -> 1]\nnet n = 1 -> dense(\(outputs))\ntrain n, d, loss=\(loss.name)",
          after: "")
    }
  }

  private static var clips: [SettingCase] {
    Clips.all.flatMap { clip -> [SettingCase] in
      let option = clip.subject == .gradients ? "clip" : "clip_weights"
      let needed = Array(clip.settings.prefix(1))
      return cases(
        clip.name, clip.settings, before: "\(bowl), \(option)=\(clip.name)", after: "",
        needs: needed)
        + cases(
          clip.function, clip.settings, before: clip.function, after: "", operands: ["[3, 4]"],
          needs: needed)
    }
  }

  private static var layers: [SettingCase] {
    LayerKind.all.flatMap { kind in
      cases(
        "-> \(kind.name)", kind.settings, before: "net n = 2 -> \(kind.name)", after: "",
        operands: kind.name == "dense" ? ["2"] : [])
    }
      + Builtins.layers.flatMap { layer in
        let operands = ["[[1, 2], [3, 5]]", "[1, 1]", "[0, 0]"]
        return cases(
          layer.name, layer.settings, before: layer.name, after: "",
          operands: Array(operands.prefix(layer.operandCount.upperBound)))
      }
  }

  private static var starts: [SettingCase] {
    Initialization.all.flatMap { start in
      cases(
        start.name, start.settings, before: "net n = 2 -> dense(2), init=\(start.name)", after: "")
    }
  }

  private static var stopping: [SettingCase] {
    cases(
      EarlyStopping.name, EarlyStopping.settings,
      before: """
        data d = [1 -> 1; 2 -> 2]
        net n = 1 -> dense(1)
        train n, d, loss=mse, stop=\(EarlyStopping.name)
        """, after: "")
  }
}
