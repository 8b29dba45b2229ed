import Language
import Reporting
import Testing

/// A run that is rewound and goes on ends with the bits it had.
@Suite("A rewound run goes on as if nothing had happened")
struct RewindTests {
  /// Everything a run leaves behind that can be shown.
  private static let traces = """
    show mlp
    show run.loss, run.gradient_norm
    explain mlp.w1[1,1]
    """

  private static let xor = """
    data xor = [0 0 -> 0; 0 1 -> 1; 1 0 -> 1; 1 1 -> 0]

    """

  private func traces(_ program: String, _ then: String = "") -> [String] {
    var run = Run(program)
    #expect(run.rendered == "")
    let before = run.events.count
    run.then(then + "\n" + Self.traces)
    #expect(run.rendered == "")
    let presenter = JSONPresenter(sources: run.session.sources)
    var lines: [String] = []
    for event in run.events[before...] { presenter.present(event) { lines.append($0.text) } }
    return lines.filter {
      $0.contains(#""type": "value""#) || $0.contains(#""type":"value""#)
        || $0.contains("\"explain\"")
    }
  }

  /// Goes back to a step and on to the end, and compares every bit with never having gone back.
  private func expectSameEnd(
    _ program: String, steps: [Int], at location: SourceLocation = #_sourceLocation
  ) {
    let whole = traces(program)
    #expect(!whole.isEmpty, sourceLocation: location)
    for step in steps {
      let again = traces(program, "rewind run, step=\(step)\nrewind run, resume=true")
      #expect(again == whole, "after step \(step)", sourceLocation: location)
    }
    let twice = traces(
      program,
      "rewind run, step=\(steps[0])\nrewind run, step=\(steps[1])\nrewind run, step=end")
    #expect(twice == whole, sourceLocation: location)
  }

  @Test("S3, exclusive or by sigmoids, from any of its steps")
  func exclusiveOr() {
    expectSameEnd(
      Self.xor + """
        net mlp = 2 -> dense(4, sigmoid) -> dense(1, sigmoid), init=normal(0, 1), seed=3
        train mlp, xor, loss=mse, optimizer=sgd(lr=0.1), epochs=120, every=20
        """, steps: [1, 2, 8, 9, 63, 64, 65, 100, 119, 120])
  }

  @Test("S5, three classes by Adam in shuffled batches with validation, from any of its steps")
  func classes() {
    expectSameEnd(
      """
      seed 4
      X = normal(0, 1, rows=30, columns=4, seed=3)
      data d = X -> [1 + (X[k,1] > 0) + (X[k,2] > 0.5) for k in 1..30]
      data known = d[1..24]
      data unknown = d[25..30]
      net mlp = 4 -> dense(8, tanh) -> dense(3), seed=1
      train mlp, known, loss=cross_entropy, optimizer=adam(lr=0.01), batch=5, epochs=12, shuffle=3, validate=unknown, every=4
      """, steps: [1, 5, 6, 37, 60])
  }

  @Test(
    "Whatever the optimizer remembers",
    arguments: [
      "sgd(lr=0.1, momentum=0.9, nesterov=true)", "rmsprop(lr=0.01, momentum=0.5)",
      "adadelta(lr=1)", "adamax(lr=0.02)", "nadam(lr=0.02)", "adam(lr=cosine(0.1, steps=60))",
      "adam(lr=0.02, amsgrad=true)", "adagrad(lr=0.1)", "lbfgs()", "newton(damping=1)",
      "anneal(temperature=0.1, seed=2)", "hessian_free()", "ball(lr=0.05)",
      "sgd(lr=plateau(0.5, patience=1, factor=0.5))",
    ])
  func optimizers(optimizer: String) {
    expectSameEnd(
      Self.xor + """
        ball(w, g, v, t, lr=0.01, mu=0.9) = { u = mu*v + g/(1 + 0.01*t); [w - lr*u, u] }
        net mlp = 2 -> dense(3, tanh) -> dense(1, sigmoid), init=xavier, seed=7
        train mlp, xor, loss=mse, optimizer=\(optimizer), epochs=40, clip_weights=range(4)
        """, steps: [17, 33, 40])
  }

  @Test("Dropout, running statistics, penalties, clipping and early stopping too")
  func everythingElse() {
    expectSameEnd(
      """
      X = normal(0, 1, rows=20, columns=2, seed=3)
      data d = X -> [(X[k,1] * X[k,2] > 0) for k in 1..20]
      data known = d[1..14]
      net mlp = 2 -> dense(6, tanh) -> batchnorm() -> dropout(0.3) -> dense(1, sigmoid), seed=2
      train mlp, known, loss=bce, optimizer=adam(lr=0.05), batch=7, epochs=40, shuffle=true, validate=d[15..20], stop=early(patience=3), l2=0.01, l1=0.001, clip=norm(0.5)
      """, steps: [2, 5, 8])
  }

  @Test("A minimization, with a plateau and a penalty")
  func minimization() {
    let program = """
      param mlp = 4; param b = [1, -2]
      L = (mlp - 1)^2 + dot(b, b) + mlp*b[1]
      minimize L, optimizer=sgd(lr=plateau(0.3, patience=0, factor=0.5), momentum=0.5), steps=50, l2=0.1
      """
    let show = "\nshow mlp, b, run.loss, run.lr\nexplain b[2]"
    let whole = Run(program + show)
    #expect(whole.rendered == "")
    for step in [1, 9, 30, 50] {
      let again = Run(
        program + "\nrewind run, step=\(step)\nrewind run, resume=true" + show)
      #expect(again.rendered == "")
      #expect(again.shown == whole.shown, "after step \(step)")
      #expect(named(again) == named(whole))
    }
  }

  /// The explanations of a run; nodes without a name are numbered as they come.
  private func named(_ run: Run) -> [String] {
    run.objects("explain").map { $0.text.replacing(/"v\d+"/, with: "\"v\"") }
  }

  @Test("Training goes on from any step as often as one likes")
  func twice() {
    let program =
      Self.xor + """
        net mlp = 2 -> dense(3, tanh) -> dense(1, sigmoid), init=xavier, seed=7
        train mlp, xor, loss=mse, optimizer=adam(lr=0.1), epochs=30
        """
    let back = "rewind run, step=12\nrewind run, resume=true\n"
    #expect(traces(program, back + back) == traces(program))
  }

  @Test("A condition on a value of the program holds for the parameters before the step")
  func values() {
    // z = 4, 2, 1, 0.5, 0.25: S first falls below 2 before the third step.
    let program = "param z = 4\nS = z^2\nminimize S, optimizer=sgd(lr=0.25), steps=4\n"
    for condition in ["S < 2", "z < 2", "z^2 < 2"] {
      #expect(
        Run(program + "rewind run, when=\(condition)\nexpect z == 1").rendered == "", "\(condition)"
      )
    }
    #expect(Run(program + "rewind run, when=S > 20").rendered.contains("holds before no step"))
  }

}
