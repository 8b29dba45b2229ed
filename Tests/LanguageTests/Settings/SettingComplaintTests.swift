import Autodiff
import Reporting
import Testing
import Training

@testable import Language

@Suite("Settings of everything that trains")
struct SettingComplaintTests {
  @Test("A bad value gives one diagnostic, which names the setting", arguments: SettingCase.all)
  func badValues(_ example: SettingCase) {
    for value in example.badValues {
      let run = Run(example.program(giving: value))
      #expect(run.outcome == .failed, "\(example.program(giving: value))")
      #expect(run.diagnostics.count == 1, "\(run.rendered)")
      let words = run.diagnostics.first?.message ?? ""
      #expect(
        words.contains("'\(example.setting.name)'"), "\(example.program(giving: value)): \(words)")
    }
  }

  @Test(
    "A name close to a setting's gives one diagnostic, which names the setting",
    arguments: SettingCase.all)
  func closeNames(_ example: SettingCase) {
    let run = Run(example.program(giving: "1", to: example.setting.name + "_"))
    #expect(run.outcome == .failed)
    #expect(run.diagnostics.map(\.id) == ["unknown-setting"], "\(run.rendered)")
    let words = run.diagnostics.flatMap { [$0.message] + $0.notes }.joined(separator: "\n")
    #expect(words.contains("'\(example.setting.name)'"), "\(words)")
  }

  @Test("A good value is taken", arguments: SettingCase.all)
  func goodValues(_ example: SettingCase) {
    // Those that only mean something together with another one say so.
    let run = Run(example.program(giving: example.goodValue))
    let ids = run.diagnostics.filter { $0.severity == .error }.map(\.id)
    #expect(ids.isEmpty || ids == ["setting-conflict"], "\(run.rendered)")
  }

  @Test(
    "A setting that a number must not be is said in words",
    arguments: [
      ("huber([1], [2], delta=0)", "'delta' must be above 0, not 0"),
      (
        "param w = 1\nminimize w^2, optimizer=sgd(lr=inf)",
        "'lr' must be at least 0 and finite, not inf"
      ),
      ("multi_margin([1, 2], 1, p=1.5)", "'p' must be a whole number, not 1.5"),
      (
        "mse([1], [2], reduction=average)",
        "'reduction' must be \"mean\" or \"sum\" or \"none\", not \"average\""
      ),
      (
        "net n = 2 -> dropout(0.5, mode=clasic)",
        "'mode' must be \"inverted\" or \"classic\", not \"clasic\""
      ),
      ("net n = 2 -> dense(2, bias=maybe)", "'bias' must be \"true\" or \"false\", not \"maybe\""),
      (
        "param w = 1\nminimize w^2, optimizer=adam(beta1=1)",
        "'beta1' must be at least 0 and below 1, not 1"
      ),
      (
        "param w = 1\nminimize w^2, optimizer=lbfgs(max_iter=2.5)",
        "'max_iter' must be a whole number, not 2.5"
      ),
    ])
  func words(_ program: String, _ message: String) {
    #expect(Run(program).diagnostics.map(\.message) == [message])
  }

  @Test(
    "A schedule without its settings is not taken for one",
    arguments: [
      ("lr=‹cosine›", "'cosine' needs 'lr' and 'steps'", "cosine(lr=…, steps=…)"),
      ("lr=‹multistep›", "'multistep' needs 'lr' and 'at'", "multistep(lr=…, at=…)"),
      ("lr=‹plateau›", "'plateau' needs 'lr'", "plateau(lr=…)"),
      ("lr=‹then›", "'then' needs 'a', 'n' and 'b'", "then(a=…, n=…, b=…)"),
      ("lr=‹then(cosine, 5, 0.1)›", "'cosine' needs 'lr' and 'steps'", "cosine(lr=…, steps=…)"),
    ])
  func bareSchedules(_ setting: String, _ complaint: String, _ remedy: String) {
    expectComplaint(
      "param w = 1; minimize w^2, optimizer=sgd(\(setting))",
      "error: \(complaint)\nnote: write '\(remedy)'")
  }

  @Test("A schedule that leaves the finite numbers is named, with the step")
  func infiniteSchedules() {
    expectComplaint(
      "param w = 1; minimize w^2, optimizer=sgd(lr=‹inverse(0.1, -1, 0.5)›), steps=3, every=9",
      """
      error: the schedule of 'lr' gives inf after one step
      note: 'lr' must be finite
      """)
  }

  @Test(
    "A distribution does not reach from a number to a smaller one",
    arguments: ["net n = 1 -> dense(1), init=‹uniform(2, 1)›", "param w = ‹uniform(2, 1)›"])
  func uniformEnds(_ program: String) {
    expectComplaint(program, "error: 'uniform': 'a' must be at most 'b'")
  }

  @Test(
    "A word that an option does not know gives one diagnostic with the closest that it knows",
    arguments: [
      ("optimizer=adan", "'optimizer' does not know 'adan'; did you mean 'adam'?"),
      ("clip=nrom(1)", "'clip' does not know 'nrom'; did you mean 'norm'?"),
      ("clip_weights=rang(1)", "'clip_weights' does not know 'rang'; did you mean 'range'?"),
    ])
  func options(_ option: String, _ message: String) {
    let run = Run("param w = 1\nminimize w^2, \(option)")
    #expect(run.diagnostics.map(\.message) == [message])
  }
}
