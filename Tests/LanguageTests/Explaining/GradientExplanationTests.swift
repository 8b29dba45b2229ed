import Language
import Reporting
import Testing

@Suite("A gradient is explained as a sum over paths")
struct GradientExplanationTests {
  /// The explanations of a program, as a person reads them.
  private func text(_ program: String) -> String {
    let run = Run(program)
    #expect(run.rendered == "")
    return run.text { if case .explained = $0 { true } else { false } }
  }

  private func summary(_ program: String) -> String {
    let run = Run(program)
    #expect(run.rendered == "")
    return run.objects("explain").last?["summary"]?.string ?? ""
  }

  @Test("A neuron")
  func neuron() {
    #expect(
      text(
        """
        input x = 2
        param w = -3
        param b = 6.8813735870195432
        y = tanh(w*x + b)
        backward y, steps=false
        explain w
        explain y, x
        """)
          == """
          dy/dw is 1, most of all because the slope of tanh at w*x + b = 0.881 is 0.5
          1  100 %  y ← w
             (1 − y²) · x = (1 − 0.707107²) · 2 = 1
          dy/dx is −1.5, most of all because it is multiplied by w = −3
          1  100 %  y ← x
             (1 − y²) · w = (1 − 0.707107²) · (−3) = −1.5

          """)
  }

  @Test("A fork: two ways, which add")
  func fork() {
    #expect(
      text("param w = 2; a = 3*w; b = w^2; L = a*b; explain L, w")
        == """
        dL/dw is 36: two paths add up, the largest carries 67 % of it
        1  66.7 %  L ← b ← w
           a · (2·w) = 6 · (2·2) = 24
        2  33.3 %  L ← a ← w
           b · 3 = 4 · 3 = 12

        """)
  }

  @Test("A saturated tanh, a dead relu, and an input of 0")
  func flat() {
    #expect(
      summary("input x = 2; param w = 3; y = tanh(w*x - 1.8); explain y, w")
        == "dy/dw is small (0.0018) because tanh is flat at w*x - 1.8 = 4.2: local derivative 0.000899"
    )
    #expect(
      summary("input x = 2; param w = -0.65; z = w*x; L = (relu(z) - 1)^2; explain L, w")
        == "dL/dw is 0 because relu is flat at z = -1.3: local derivative 0")
    #expect(
      summary("input x = 0; param w = 3; y = tanh(w*x); explain y, w")
        == "dy/dw is 0 because it is multiplied by x = 0")
  }

  @Test("Paths of opposite sign")
  func cancellation() {
    #expect(
      text("input x = 1; param w = 0.5; L = 3*w*x - 2.75*w*x; explain L, w")
        == """
        dL/dw is 0.25: two paths of opposite sign nearly cancel: 3 and −2.75 leave 0.25
          shares of 5.75, all paths together without their signs
        1  52.2 %  L ← w
           x · 3 = 1 · 3 = 3
        2  −47.8 %  L ← w
           (−1) · x · 2.75 = (−1) · 1 · 2.75 = −2.75

        """)
    #expect(
      summary("param w = 0.5; M = w - w; explain M, w")
        == "dM/dw is 0: two paths of opposite sign cancel: 1 and -1 leave 0")
  }

  @Test("Softmax and cross-entropy: exactly p − y")
  func softmax() {
    let start = "param z[3] = [1, 2, 0.5]; L = cross_entropy(z, 2); "
    #expect(
      summary(start + "explain L, z[1]")
        == "dL/dz[1] is exactly softmax([z[1], z[2], z[3]])[1] = 0.231")
    #expect(
      summary(start + "explain L, z[2]")
        == "dL/dz[2] is exactly softmax([z[1], z[2], z[3]])[2] - 1 = -0.371")
  }

  @Test("Many factors of one kind")
  func chains() {
    let growing = "param w = 3; input x = 1; h = x; for k in 1..5 { h = w*h }\n"
    #expect(
      text(growing + "explain h, x")
        == """
        dh/dx is large (243) because five factors w = 3 multiply to 243
        1  100 %  h·5 ← h·4 ← h·3 ← h·2 ← h·1 ← x
           w · w · w · w · w = 3 · 3 · 3 · 3 · 3 = 243

        """)
    #expect(
      summary(growing + "explain h, w")
        == "dh/dw is 405: five paths add up, the largest carries 20 % of it")
    #expect(
      summary("input x = 0; h = x; for k in 1..40 { h = tanh(0.5*h + 1) }; explain h, x")
        == "dh/dx is small (1.82e-40) because 40 slopes of tanh, about 0.203 each,"
        + " multiply to 2e-28")
  }

  @Test("The best paths, and the others as one number")
  func best() {
    let run = Run(
      "param w = 0.5; h = w; for k in 1..6 { h = h + w*h }; explain h, w, paths=3")
    let story = run.objects("explain")[0]
    let paths = story["paths"]?.elements ?? []
    #expect(paths.count == 3)
    let shown = paths.compactMap { $0["product"]?.number }
    let gradient = story["gradient"]?.number ?? .nan
    let rest = story["rest"]?.number ?? .nan
    #expect(abs(shown.reduce(0, +) + rest - gradient) <= 1e-12 * abs(gradient))
    #expect(story["count"]?.number == 127)
    for path in paths {
      let factors = path["factors"]?.numbers ?? []
      #expect(path["nodes"]?.elements.count == factors.count + 1)
      #expect(path["formulas"]?.elements.count == factors.count)
      #expect(factors.reduce(1, *) == path["product"]?.number)
      #expect(path["share"]?.number == (path["product"]?.number ?? .nan) / gradient)
    }
  }

  @Test("Products and the rest are the gradient, on random graphs", arguments: 0..<60)
  func random(seed: Int) {
    let graph = RandomGraph(seed: seed, kind: seed % 2 == 0 ? .smooth : .kinked)
    let asked = graph.leaves.map { "explain L, \($0.name)" }.joined(separator: "\n")
    let run = Run(graph.program + "backward L, steps=false\n" + asked)
    let gradients = run.objects("gradients").first?["gradients"]
    let stories = run.objects("explain")
    #expect(stories.count == graph.leaves.count)
    for (story, leaf) in zip(stories, graph.leaves) {
      let gradient = story["gradient"]?.number ?? .nan
      #expect(gradient == gradients?[leaf.name]?.number)
      let products = (story["paths"]?.elements ?? []).compactMap { $0["product"]?.number }
      let sum = products.reduce(0, +) + (story["rest"]?.number ?? .nan)
      #expect(abs(sum - gradient) <= 1e-12 * max(abs(gradient), products.map(abs).max() ?? 0))
    }
  }

  @Test("The last loss: what was differentiated, else what was defined last")
  func lastLoss() {
    let start = "param w = 2; a = w^2; b = 5*w; "
    #expect(summary(start + "explain w").hasPrefix("db/dw is"))
    #expect(summary(start + "backward a, steps=false; explain w").hasPrefix("da/dw is"))
    #expect(
      summary("param w = 2; param v = 1; a = w^2; backward a, steps=false; explain v")
        == "da/dv is 0: a does not depend on v")
    #expect(
      summary("param w = 2; a = detach(w)^2; explain a, w")
        == "da/dw is 0: a depends on w only through what passes no gradient on")
    #expect(
      summary("param w = 2; a = where(w > 3, w, 1); explain a, w")
        == "da/dw is 0: at these values nothing is sent from a to w")
    #expect(summary("param w = 2; explain w, w") == "dw/dw is 1: it is w itself")
  }

  @Test("What cannot be explained")
  func complaints() {
    expectComplaint(
      "param w = 1; explain ‹w›",
      """
      error: nothing that depends on 'w' has been defined yet
      note: say what is to be differentiated: explain L, w
      """)
    expectComplaint(
      "param w[2] = [1, 2]; L = sum(w); explain L, ‹w›",
      """
      error: 'w' is a vector of 2, and one gradient is explained
      note: pick an element: explain w[1]
      """)
    expectComplaint(
      "param w = 1; L = w; explain L, w, paths=‹-1›",
      "error: 'paths' must be from 0 to 1000, not -1\n")
    expectComplaint(
      "param w = 1; L = w; explain L, w, paths=‹1.5›",
      "error: 'paths' must be a whole number, not 1.5\n")
  }

  @Test("A gradient that is not finite names the factor that is to blame")
  func notFinite() {
    let run = Run("param x = 0; y = 3*sqrt(x); explain y, x")
    #expect(
      run.objects("explain").last?["summary"]?.string
        == "dy/dx is inf because sqrt is steep at x = 0: local derivative inf")
  }
}
