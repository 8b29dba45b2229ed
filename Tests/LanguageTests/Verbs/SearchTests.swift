import Language
import Reporting
import Synchronization
import Testing

@Suite("Searching")
struct SearchTests {
  private static let line = """
    data line = [0 -> 1; 1 -> 3; 2 -> 5]
    net fit = 1 -> dense(1), seed=1

    """

  private func numbers(_ run: Run, _ name: String) -> [Double?] {
    run.objects("trial").map { $0[name]?.number }
  }

  // MARK: Grid

  @Test("A grid tries every combination in the order written, and finds the best rate on a line")
  func grid() {
    let run = Run(
      Self.line
        + """
        search fit, line, loss=mse, optimizer=sgd(lr=choose(0.01, 0.3, 1)), batch=choose(1, 3), \
        epochs=40
        """)
    #expect(run.rendered == "")
    #expect(numbers(run, "lr") == [0.01, 0.01, 0.3, 0.3, 1, 1])
    #expect(numbers(run, "batch") == [1, 3, 1, 3, 1, 3])
    let losses = numbers(run, "loss").compactMap { $0 }
    let best = run.objects("search").first?["best"]
    #expect(best?["lr"] == .number(0.3))
    #expect(best?["loss"]?.number == losses.min())
  }

  @Test("A choice inside an alternative is only made where that alternative is taken")
  func nested() {
    let run = Run(
      Self.line
        + """
        search fit, line, loss=mse, optimizer=choose(sgd(lr=choose(0.1, 0.2)), adagrad)
        """)
    let chosen = run.objects("trial").map {
      [$0["optimizer"]?.string, $0["lr"]?.number.map { String($0) }]
    }
    #expect(chosen == [["sgd", "0.1"], ["sgd", "0.2"], ["adagrad", nil]])
  }

  @Test("A grid divides an interval evenly, with log=true by equal factors, ends included")
  func points() {
    let run = Run(
      Self.line
        + """
        search fit, line, loss=mse, optimizer=sgd(lr=between(0.25, 1, points=4))
        search fit, line, loss=mse, optimizer=sgd(lr=between(0.25, 4, log=true))
        search fit, line, loss=mse, optimizer=sgd(), batch=between(1, 3)
        """)
    #expect(numbers(run, "lr") == [0.25, 0.5, 0.75, 1, 0.25, 0.5, 1, 2, 4, nil, nil, nil])
    #expect(numbers(run, "batch").suffix(3) == [1, 2, 3])
  }

  @Test("trials= ends a grid early")
  func some() {
    let run = Run(
      Self.line
        + "search fit, line, loss=mse, optimizer=sgd(lr=choose(0.1, 0.2, 0.3)), method=grid, trials=2"
    )
    #expect(numbers(run, "lr") == [0.1, 0.2])
  }

  // MARK: Random

  private static let random = """
    net deep = 1 -> dense(between(2, 5), choose(tanh, relu)) -> dense(1), seed=2
    search deep, line, loss=mse, optimizer=adam(lr=between(1e-4, 1e-1, log=true)), epochs=5

    """

  @Test("The same seed draws the same trials to the last byte, another seed others")
  func seeds() {
    func lines(_ options: String) -> [String] {
      let program = Self.random.replacing("epochs=5", with: "epochs=5, \(options)")
      return Run(Self.line + program).lines
    }
    let first = lines("trials=6, seed=3")
    #expect(first.count == 7)
    #expect(first == lines("trials=6, seed=3"))
    #expect(first != lines("trials=6, seed=4"))
    // A trial is what it is, however many there are.
    #expect(Array(first.prefix(4)) == Array(lines("method=random, trials=4, seed=3").prefix(4)))
    #expect(lines("method=random, seed=3").count == 11)
  }

  @Test("Draws stay between the ends, whole for a width, and reach every power of ten")
  func draws() {
    let program = Self.random.replacing("epochs=5", with: "trials=200, seed=1")
    let run = Run(Self.line + program)
    let widths = numbers(run, "units1").compactMap { $0 }
    let rates = numbers(run, "lr").compactMap { $0 }
    #expect(Set(widths) == [2, 3, 4, 5])
    #expect(rates.count == 200 && rates.allSatisfy { 1e-4...1e-1 ~= $0 })
    // A third each; five standard deviations of a binomial are 33.
    for (low, high) in [(1e-4, 1e-3), (1e-3, 1e-2), (1e-2, 1e-1)] {
      #expect(abs(rates.count { low..<high ~= $0 } - 67) < 33)
    }
    #expect(Set(run.objects("trial").compactMap { $0["activation1"]?.string }) == ["tanh", "relu"])
  }

  // MARK: What is left

  @Test("A trial is what 'train' does, bit for bit, with a network of its own")
  func sameAsTrain() {
    let settings = "loss=mse, epochs=20, batch=2, shuffle=true, clip=norm(1)"
    let tail = "show NET.w1, NET.w2, NET.b1, run.loss, run.lr, normal()"
    let searched = Run(
      Self.line
        + """
        net open = 1 -> dense(choose(2, 3), tanh) -> dropout(0.1) -> dense(1)
        search open, line, optimizer=adam(lr=choose(0.01, 0.1)), \(settings)

        """ + tail.replacing("NET", with: "best"))
    let trained = Run(
      Self.line
        + """
        net mlp = 1 -> dense(WIDTH, tanh) -> dropout(0.1) -> dense(1)
        train mlp, line, optimizer=adam(lr=RATE), \(settings)

        """.replacing("WIDTH", with: searched.bestNumber("units1"))
        .replacing("RATE", with: searched.bestNumber("lr")) + tail.replacing("NET", with: "mlp"))
    #expect(searched.rendered == "" && trained.rendered == "")
    #expect(searched.shown == trained.shown)
  }

  @Test("The winner can be called, asked, explained by its record, and searched again")
  func best() {
    let run = Run(
      Self.line
        + """
        search fit, line, loss=mse, optimizer=sgd(lr=choose(0.01, 0.3)), epochs=60, name=tries
        expect best(3) ~ 7, tolerance=0.01
        expect best.w1[1, 1] ~ 2, tolerance=0.01
        expect tries.lr[1] == 0.3
        expect tries.loss[60] < 1e-6
        search best, line, loss=mse, optimizer=sgd(lr=choose(0.1, 0.2)), epochs=20
        expect best(3) ~ 7, tolerance=0.001
        """)
    #expect(run.rendered == "")
    #expect(run.failedExpectations == [])
  }

  @Test("What is searched stays as it was")
  func untouched() {
    let show = "show fit.w1, fit.b1"
    let run = Run(
      Self.line + show
        + "\nsearch fit, line, loss=mse, optimizer=sgd(lr=choose(0.1, 0.3)), epochs=9\n" + show)
    let values = run.objects("value").compactMap { $0["value"]?.text }
    #expect(values.count == 4)
    #expect(values.prefix(2) == values.suffix(2))
  }

  @Test("The parameters of a function become those of the winner")
  func function() {
    expectHolds(
      """
      data line = [0 -> 1; 1 -> 3; 2 -> 5]
      param a = 0; param c = 0
      f(x) = a*x + c
      search f, line, loss=mse, optimizer=sgd(lr=choose(0.001, 0.3)), epochs=80
      expect a ~ 2, tolerance=0.001
      expect best(3) ~ 7, tolerance=0.001
      """)
  }

  @Test("The validation loss decides where there is one")
  func validation() {
    let run = Run(
      """
      data seen = [1 -> 1; 2 -> 2]
      data unseen = [1 -> 0; 2 -> 0]
      net m = 1 -> dense(1, w=[1], b=[0])
      search m, seen, loss=mse, optimizer=sgd(lr=0.1), validate=unseen, l2=choose(0, 10)
      """)
    let best = run.objects("search").first?["best"]
    #expect(best?["l2"] == .number(10))
    #expect(run.objects("search").first?["judged_by"] == .string("validation_loss"))
  }

  @Test("After early stopping a trial is worth what its best parameters are")
  func earlyStopping() {
    let run = Run(
      Self.line
        + """
        search fit, line, loss=mse, optimizer=sgd(lr=choose(0.05, 0.6)), epochs=40, \
        stop=early(patience=3), every=7
        show mean([(best(x) - t)^2 for x, t in line])
        """)
    #expect(run.rendered == "")
    let worth = run.objects("value").first?["value"]?.number ?? .nan
    let told = run.objects("search").first?["best"]?["loss"]?.number ?? .nan
    #expect(abs(worth - told) <= 1e-12 * told)
  }

  @Test("Taking a search back takes 'best' and the record with it, and the draws")
  func undo() {
    var run = Run(Self.line + "net open = 1 -> dense(choose(1, 2)) -> dense(1)", keepsHistory: true)
    run.then("search open, line, loss=mse, optimizer=sgd(lr=0.1), shuffle=true")
    run.then("show best.w1")
    for _ in 0..<2 { _ = run.session.undo() }
    #expect(!run.session.knows("best") && !run.session.knows("best.w1"))
    #expect(!run.session.knows("run") && run.session.knows("open"))
    run.then("search open, line, loss=mse, optimizer=sgd(lr=0.1), shuffle=true")
    run.then("show best.w1")
    let values = run.objects("value").map(\.text)
    #expect(values.count == 2 && values[0] == values[1])
  }

  // MARK: Trouble

  @Test("A trial that overflows is told and cannot win")
  func nonFinite() {
    let run = Run(
      Self.line + "search fit, line, loss=mse, optimizer=sgd(lr=choose(1e200, 0.1)), epochs=9")
    #expect(run.rendered == "")
    let status = run.objects("trial").compactMap { $0["status"]?.string }
    #expect(status == ["non_finite", "finished"])
    #expect(run.objects("search").first?["best"]?["lr"] == .number(0.1))
  }

  @Test("Without any finite trial there is no winner")
  func noWinner() {
    expectComplaint(
      Self.line + "‹search fit, line, loss=mse, optimizer=sgd(lr=choose(1e200, 1e250)), epochs=9›",
      """
      error: none of the 2 trials ended with a finite loss
      note: smaller learning rates or clip=norm(1) may help
      """)
  }

  @Test("A person who stops a search keeps the best trial so far")
  func interrupted() {
    let asked = Atomic(0)
    let run = Run(
      Self.line
        + "search fit, line, loss=mse, optimizer=sgd(lr=choose(0.1, 0.2, 0.3)), epochs=2000",
      keepsHistory: true, isInterrupted: { asked.add(1, ordering: .relaxed).newValue > 70 })
    #expect(run.outcome == .interrupted)
    let trials = run.objects("trial")
    #expect(trials.last?["status"] == .string("stopped"))
    #expect(trials.first?["status"] == .string("finished"))
    #expect(run.diagnostics.last?.notes == ["'best' is the best of them"])
    #expect(run.session.knows("best") && run.session.knows("run"))
  }

  @Test("An open network has no weights, and says where they come from")
  func open() {
    let net = "net open = 1 -> dense(choose(1, 2))\n"
    let complaint = """
      error: something in 'open' is still to be chosen, so it has no weights yet
      note: 'search open, DATA, …' finds what to choose; 'best' is then the network it found
      """
    expectComplaint(net + "‹open›(2)", complaint)
    expectComplaint(net + "‹open›.w1", complaint)
    expectComplaint(net + "m = ‹open›", complaint)
    expectComplaint(net + "data d = [1 -> 2]\ntrain ‹open›, d, loss=mse", complaint)
    expectShown(
      net + "show open", #""an open network, for a search to choose: 1 -> dense(choose(1, 2))""#)
  }

  @Test("A slip in an open network is found when it is written")
  func slip() {
    expectComplaint(
      "net open = 1 -> dense(choose(1, 2)) -> ‹dens›(2)",
      "error: there is no layer or function 'dens'; did you mean 'dense'?\nfix: write 'dense'")
  }

  @Test("Choices outside a search are complained about")
  func outside() {
    for call in ["choose(1, 2)", "between(1, 2, log=true)"] {
      let word = call.prefix { $0 != "(" }
      let complaint = """
        error: '\(word)' leaves something open that only 'search' can choose
        note: it stands in 'search', or in a 'net' that is searched; elsewhere write a value
        """
      expectComplaint("x = 1 + ‹\(call)›", complaint)
      expectComplaint(Self.line + "train fit, line, loss=mse, optimizer=‹\(call)›", complaint)
      expectComplaint(Self.line + "train fit, line, loss=‹\(call)›", complaint)
    }
  }

  @Test("Ends, points and methods that make no sense are complained about")
  func ends() {
    func search(_ rest: String, _ complaint: String) {
      expectComplaint(Self.line + "search fit, line, loss=mse, " + rest, complaint)
    }
    search(
      "l2=‹between(3, 2)›",
      "error: 'between' goes from a number to a larger one, not from 3 to 2")
    search(
      "l2=between(‹0›, 1, log=true)",
      "error: with log=true the low end must be above 0, not 0")
    search("l2=between(0, 1, points=‹0›)", "error: 'points' must be from 1 to 1000, not 0")
    search(
      "l2=‹choose()›",
      "error: 'choose' takes at least 1 value, not 0\nnote: write 'choose(a, b, …)'")
    search(
      "l2=choose(0, 1), method=‹gird›",
      "error: 'method' does not know 'gird'; did you mean 'grid'?\nnote: it knows grid, random\n"
        + "fix: write 'grid'")
    search("l2=choose(0, 1), trials=‹0›", "error: 'trials' must be at least 1, not 0")
    expectComplaint(
      Self.line + "‹search fit, line, loss=mse›",
      """
      error: this search has nothing to choose
      note: write choose(0.1, 0.01) or between(1e-4, 1, log=true) where a setting stands
      """)
  }

  @Test("A grid that would never end is refused before it begins")
  func tooLarge() {
    let axes = ["l1", "l2"].map { "\($0)=between(0, 1, points=1000)" }.joined(separator: ", ")
    expectComplaint(
      Self.line + "‹search fit, line, loss=mse, \(axes)›",
      """
      error: this grid has more than 10000 combinations
      note: method=random, trials=50 draws some of them, method=grid, trials=50 the first
      """)
  }

  @Test("A word of the program's own is no choice")
  func ownWord() {
    expectShown("choose(a, b) = a + b\nshow choose(1, 2)", "3")
  }
}

extension Run {
  /// A number of the winner's, as it is written.
  fileprivate func bestNumber(_ name: String) -> String {
    objects("search").first?["best"]?[name]?.text ?? ""
  }
}
