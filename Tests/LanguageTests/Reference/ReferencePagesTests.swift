import Autodiff
import Reporting
import Testing
import Training

@testable import Language

@Suite("The reference and the definitions")
struct ReferencePagesTests {
  private func entries(_ kind: ReferenceEntry.Kind) -> [ReferenceEntry] {
    Reference.entries.filter { $0.kind == kind }
  }

  @Test("Everything that trains has an entry, in the order of its list")
  func complete() {
    #expect(entries(.loss).map(\.name) == Losses.all.map(\.name))
    #expect(
      entries(.optimizer).map(\.name) == Optimizers.all.map(\.name)
        + ObjectiveMethods.all.map { $0.name })
    #expect(entries(.schedule).map(\.name) == Schedules.all.map(\.name) + ["plateau", "then"])
    #expect(entries(.clip).map(\.name) == Clips.all.map(\.name))
    #expect(entries(.layer).map(\.name) == LayerKind.all.map(\.name))
    #expect(entries(.initialization).map(\.name) == Initialization.all.map(\.name))
    #expect(entries(.stop).map(\.name) == [EarlyStopping.name])
    #expect(entries(.record).map(\.name) == ["run", "best", "loss"])
  }

  @Test("Every function that can be called has an entry, under its name or as an alias")
  func functions() {
    for builtin in Builtins.all {
      #expect(!Reference.entries(for: builtin.name).isEmpty, "\(builtin.name)")
    }
  }

  @Test("No two functions that can be called have the same name")
  func names() {
    let names = Builtins.all.map(\.name)
    #expect(Dictionary(grouping: names) { $0 }.filter { $0.value.count > 1 }.keys.sorted() == [])
  }

  @Test("What trains has a source, and a formula but where it is a procedure")
  func sources() {
    let kinds: [ReferenceEntry.Kind] = [
      .loss, .optimizer, .schedule, .clip, .layer, .initialization, .stop,
    ]
    let procedures = ObjectiveMethods.all.map { $0.name } + ["plateau", "then", "early"]
    for entry in Reference.entries where kinds.contains(entry.kind) {
      #expect(entry.source?.isEmpty == false, "\(entry.name)")
      #expect(entry.formulas.isEmpty == procedures.contains(entry.name), "\(entry.name)")
      for group in entry.formulas {
        #expect(!group.lines.isEmpty && group.texts(typeset: true).allSatisfy { !$0.text.isEmpty })
      }
      #expect(entry.example != nil, "\(entry.name)")
    }
  }

  @Test("Every option that is off by default is shown at work in the formulas of its optimizer")
  func variants() {
    for optimizer in Optimizers.all {
      let conditions = OptimizerFormulas(optimizer).groups.compactMap(\.condition)
      for setting in optimizer.settings where setting.standard == 0 {
        #expect(
          conditions.contains { $0.split(separator: ",")[0].hasSuffix(" \(setting.name)") }
            || setting.name == "initial_accumulator_value", "\(optimizer.name), \(setting.name)")
      }
    }
  }

  @Test("Every way of writing that a page lists can be read")
  func forms() {
    for entry in Reference.entries where ["net", "data", "="].contains(entry.name) {
      for form in entry.forms where form.usage.contains(" = ") && !form.usage.contains("csv") {
        let run = Run(
          "X = [[1, 2]]\nt = [3]\nw = 1\nx = 2\nb = 3\ndata d = [1 -> 2; 2 -> 3; 3 -> 4; 4 -> 5; 5 -> 6]\n\(form.usage)"
        )
        #expect(run.outcome == .finished, "\(form.usage): \(run.rendered)")
      }
    }
  }

  @Test("The curves a training leaves are those the reference knows")
  func series() {
    let run = Run(
      """
      data d = [0.5 -> 1; 0.2 -> 0]
      net n = 1 -> dense(1, sigmoid)
      train n, d, loss=bce, validate=d
      run
      """)
    guard case .run(let record)? = run.session.interpreter.names.value(of: "run") else {
      Issue.record("there is no record")
      return
    }
    #expect(record.series.map(\.name) == RunRecord.seriesMeanings.map(\.name))
  }

  @Test("A switched-on setting is told in the lines that it changes")
  func story() throws {
    let adam = try #require(Optimizers.named("adam"))
    let groups = OptimizerFormulas(adam).groups.map { group in
      [group.condition ?? ""] + group.texts(typeset: true).map { "\($0.name) = \($0.text)" }
    }
    #expect(
      groups == [
        [
          "for each w with gradient g, at step t = 1, 2, …; first m = 0, v = 0",
          "m = beta1·m + (1 − beta1)·g", "v = beta2·v + (1 − beta2)·g²",
          "m̂ = m/(1 − beta1^t)", "v̂ = v/(1 − beta2^t)", "w = w − lr·m̂/(√(v̂) + eps)",
        ],
        ["with weight_decay, g′ takes the place of g", "g′ = g + weight_decay·w"],
        ["with amsgrad", "v_max = max(v_max, v)", "v̂ = v_max/(1 − beta2^t)"],
        ["with maximize, g′ takes the place of g", "g′ = −g"],
        [
          "with weight_decay and decoupled_weight_decay, w′ takes the place of w",
          "w′ = w·(1 − lr·weight_decay)",
        ],
      ])
  }

  @Test(
    "A name with several meanings has an entry for each",
    arguments: [
      ("dropout", ["layer", "function"]), ("norm", ["clip", "clip", "function"]),
      ("normal", ["initialization", "function"]), ("linear", ["initialization", "function"]),
      ("binary_cross_entropy", ["loss"]),
    ])
  func meanings(_ name: String, _ kinds: [String]) {
    #expect(Reference.entries(for: name).map(\.kind.rawValue) == kinds)
  }
}
