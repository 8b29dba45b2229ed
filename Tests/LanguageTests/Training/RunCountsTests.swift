import Language
import Testing

@Suite("How long a run took, and where it began")
struct RunCountsTests {
  private static let line = """
    data line = [1 -> 2; 2 -> 4; 3 -> 6]
    param w = 0
    f(x) = w*x

    """

  @Test("Steps and epochs are counted whatever is reported")
  func counts() {
    expectHolds(
      Self.line + """
        train f, line, loss=mse, optimizer=sgd(lr=0.01), batch=2, epochs=10, every=5
        expect len(run.loss) == 2
        expect run.epochs == 10
        expect run.steps == 20
        minimize w^2, optimizer=sgd(lr=0.1), steps=7, every=5
        expect run.steps == 7
        """)
  }

  @Test("A run that was rewound has made the steps before the one it stands at")
  func rewound() {
    expectHolds(
      Self.line + """
        train f, line, loss=mse, optimizer=sgd(lr=0.01), batch=2, epochs=10
        rewind run, step=8
        expect run.steps == 7
        expect run.epochs == 3
        rewind run, resume=true
        expect run.steps == 20
        expect run.epochs == 10
        """)
  }

  @Test("A minimization has no epochs")
  func noEpochs() {
    expectComplaint(
      "param w = 3\nminimize w^2, optimizer=sgd(lr=0.1), steps=2\nrun.‹epochs›",
      "error: 'run' has no '.epochs'\n"
        + "note: it has loss, lr, gradient_norm, steps")
  }

  private func firstLosses(_ program: String) -> [Double?] {
    Run(program).events.compactMap { event in
      if case .trained(let report) = event { .some(report.firstLoss) } else { nil }
    }
  }

  @Test("The first loss is the one before the first step, whatever is reported")
  func firstLoss() {
    for every in [1, 4] {
      // Of all rows (4 + 16 + 36)/3, however many a batch has; of w at 3, 9.
      #expect(
        firstLosses(
          Self.line + """
            train f, line, loss=mse, optimizer=sgd(lr=0.01), epochs=8, every=\(every)
            set w = 0
            train f, line, loss=mse, optimizer=sgd(lr=0.01), batch=1, epochs=8, every=\(every)
            set w = 3
            minimize w^2, optimizer=sgd(lr=0.1), steps=8, every=\(every)
            """) == [56.0 / 3, 56.0 / 3, 9])
    }
  }

  @Test("A run that goes on keeps its first loss, unless it goes on from the beginning")
  func resumed() {
    let run = "param w = 3\nminimize w^2, optimizer=sgd(lr=0.1), steps=8\n"
    #expect(
      firstLosses(run + "rewind run, step=4\nset w = 5\nrewind run, resume=true") == [9, 9])
    #expect(
      firstLosses(run + "rewind run, step=1\nset w = 5\nrewind run, resume=true") == [9, 25])
  }
}
