import Autodiff
import Testing
import Training

/// A case of `04_optimizers.json`: an optimizer on a problem, and the parameters after every step.
struct OptimizerCase: Decodable, Sendable, CustomTestStringConvertible {
  let id: String
  let optimizer: String
  let options: [String: Option]
  let problem: String
  let steps: Int
  let expect: Expectation

  struct Expectation: Decodable, Sendable {
    let params: [[Double]]
    let lossBeforeStep: [Double]?

    enum CodingKeys: String, CodingKey {
      case params
      case lossBeforeStep = "loss_before_step"
    }
  }

  /// A number, a switch, or the two betas.
  enum Option: Decodable, Sendable {
    case number(Double)
    case pair([Double])

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let isOn = try? container.decode(Bool.self) {
        self = .number(isOn ? 1 : 0)
      } else if let number = try? container.decode(Double.self) {
        self = .number(number)
      } else {
        self = .pair(try container.decode([Double].self))
      }
    }
  }

  var testDescription: String { id }

  /// What is added to the gradient at a parameter for every unit of its sign.
  var l1: Double {
    if case .number(let factor) = options["l1"] { factor } else { 0 }
  }

  /// The optimizer, and its settings with the options in their places.
  func configured() throws -> (Optimizer, Settings) {
    let name = optimizer == "sgd_l1" ? "sgd" : optimizer.lowercased()
    let rule = try #require(Optimizers.named(name))
    var numbers = rule.settings.map(\.standard)
    func set(_ name: String, _ number: Double) throws {
      numbers[try #require(rule.settings.firstIndex { $0.name == name }, "\(name)")] = number
    }
    for (name, option) in options where name != "l1" {
      switch option {
      case .number(let number): try set(name, number)
      case .pair(let betas):
        try set("beta1", betas[0])
        try set("beta2", betas[1])
      }
    }
    return (rule, Settings(numbers))
  }
}
