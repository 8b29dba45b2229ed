import Autodiff
import Testing
import Training

@Suite("The conformance cases of schedules and early stopping")
struct ScheduleConformanceTests {
  /// A case of `05_schedules.json`: a schedule and its values, or a measure and where it stops.
  struct Case: Decodable, Sendable {
    let id: String
    let kind: String
    let schedule: String?
    let params: [String: Parameter]
    let metrics: [Double]?
    let expect: Expectation

    struct Expectation: Decodable, Sendable {
      let lr: [Parameter]?
      let stoppedEpoch: Int?
      let bestEpoch: Int?
      let best: Double?

      enum CodingKeys: String, CodingKey {
        case lr, best
        case stoppedEpoch = "stopped_epoch"
        case bestEpoch = "best_epoch"
      }
    }

    /// A number, which may be spelled as JSON cannot, or a word.
    enum Parameter: Decodable, Sendable {
      case number(Double)
      case word(String)

      init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let number = try? container.decode(Double.self) {
          self = .number(number)
        } else {
          let word = try container.decode(String.self)
          self = word == "Infinity" ? .number(.infinity) : .word(word)
        }
      }

      var number: Double? { if case .number(let number) = self { number } else { nil } }
    }

    /// A parameter of the case that is a number.
    func number(_ name: String) throws -> Double {
      try #require(params[name]?.number, "\(id): \(name)")
    }

    /// The settings of those names, as the case has them.
    func settings(_ settings: [Setting]) throws -> Settings {
      Settings(
        try settings.map { setting in
          switch params[setting.name == "lr" ? "base_lr" : setting.name] {
          case .number(let number): return number
          case .word(let word): return Double(try #require(setting.words.firstIndex(of: word)))
          case nil: return setting.standard
          }
        })
    }

    /// The schedule that the case asks for.
    func value() throws -> ScheduleValue {
      func rule(_ name: String, _ numbers: Double...) throws -> ScheduleValue {
        .rule(try #require(Schedules.named(name)), Settings(numbers))
      }
      switch schedule ?? id {
      case "ConstantLR(base)": return try rule("constant", number("base_lr"))
      case "StepLR":
        return try rule("step_decay", number("base_lr"), number("step_size"), number("gamma"))
      case "PolynomialLR":
        return try rule("polynomial", number("base_lr"), number("total_iters"), number("power"))
      case "CosineAnnealingLR":
        return try rule("cosine", number("base_lr"), number("T_max"), number("eta_min"))
      case "LinearLR(warm-up)":
        let start = try number("base_lr") * number("start_factor")
        return try rule("warmup", number("base_lr"), number("total_iters"), start)
      case "ReduceLROnPlateau": return .plateau(Plateau(try settings(Plateau.settings)))
      case "sched/formula/inverse_decay":
        return try rule("inverse", number("eta0"), number("alpha"), number("beta"))
      case "sched/formula/inverse_decay_1":
        return try rule("inverse", number("eta0"), number("alpha"), 1)
      case "sched/formula/seed002_as_printed_beta1":
        return try rule("inverse", number("eta0"), -number("alpha"), number("beta"))
      case "sched/formula/polynomial_decay":
        return try rule("polynomial", number("eta0"), number("max_iter"), number("beta"))
      case "sched/formula/noam": return try rule("noam", number("d"), number("warmup"))
      default:
        throw UnknownCase(id: id)
      }
    }
  }

  struct UnknownCase: Error { let id: String }

  @Test("Every value is right at every step")
  func schedules() throws {
    let file = try ConformanceFile<Case>(named: "05_schedules")
    try #require(file.cases.count == file.count)
    let cases = file.cases.filter { $0.kind.hasPrefix("schedule") }
    #expect(cases.count == 11)
    for example in cases {
      var schedule = try example.value()
      let expected = try #require(example.expect.lr)
      for (step, wanted) in expected.enumerated() {
        let value = try schedule.value(afterSteps: step)
        let number = try #require(wanted.number)
        #expect(file.tolerance.allows(value, for: number), "\(example.id) after \(step): \(value)")
        if let metrics = example.metrics { schedule.observe(metrics[step], afterSteps: step) }
      }
    }
  }

  @Test("A run stops at the right epoch, and remembers the best")
  func earlyStopping() throws {
    let file = try ConformanceFile<Case>(named: "05_schedules")
    let cases = file.cases.filter { $0.kind == "early-stopping" }
    #expect(cases.count == 4)
    for example in cases {
      var stopping = EarlyStopping(try example.settings(EarlyStopping.settings))
      let stopped = (example.metrics ?? []).firstIndex { stopping.observe($0) == .stop }
      #expect(stopped == example.expect.stoppedEpoch, "\(example.id)")
      #expect(stopping.bestEpoch.map { $0 - 1 } == example.expect.bestEpoch, "\(example.id)")
      #expect(stopping.best == example.expect.best, "\(example.id)")
    }
  }
}
