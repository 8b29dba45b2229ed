import Language
import Reporting
import Testing

@Suite("What 'explain' and its kin answer to odd questions")
struct ExplainQuestionsTests {
  private static let xor = """
    data xor = [0 0 -> 0; 0 1 -> 1; 1 0 -> 1; 1 1 -> 0]
    net mlp = 2 -> dense(3, tanh) -> dense(1, sigmoid), seed=1
    train mlp, xor, loss=mse, optimizer=sgd(lr=0.5), epochs=2, every=2

    """

  @Test(
    "An error says what can be asked instead",
    arguments: [
      ("explain mlp.w1", "pick an element: explain mlp.w1[1,1]"),
      ("explain mlp.z1", "pick a row: explain mlp.z1[1], row=1"),
      ("explain mlp.z1, row=2", "pick an element: explain mlp.z1[1], row=2"),
      ("explain mlp.a1[9]", "indices start at 1, and the last is 3"),
      ("explain loss", "name a parameter: explain mlp.w1[1,1]"),
      ("explain 3", "name a parameter: explain mlp.w1[1,1]"),
      ("explain mlp, flow=false", "name a parameter: explain mlp.w1[1,1]"),
      ("explain mlp, paths=3", "'paths' belongs to the gradient of one parameter"),
      ("rewind run, when=3", "write when=loss > 5, or step=3 for a step by its number"),
    ])
  func remedies(statement: String, remedy: String) {
    #expect(Run(Self.xor + statement).diagnostics.last?.notes.contains(remedy) == true)
  }

  @Test("Two factors that undo each other are both named")
  func undoing() {
    let text = Run(
      "param z = -7; q = sigmoid(z); M = -log(q)\nexplain M, z"
    ).text()
    #expect(text.contains("two factors nearly undo each other: sigmoid is flat at"))
    #expect(text.contains("log is steep at q"))
  }

  @Test("A tie is called one")
  func tie() {
    let text = Run("param a = 2; param b = 2; m = max(a, b)\nexplain m, a; backward m").text()
    #expect(text.contains("max has a tie, which a shares"))
    #expect(text.contains("a tie, which shares"))
  }

  @Test("More paths than a number can count are not called infinitely many")
  func countless() {
    let text = Run(
      "param w = 1; h = w; for t in 1..1100 { h = h*w + h/2 }\nexplain h, w"
    ).text()
    #expect(!text.contains("inf more paths"))
    #expect(!text.contains("together nan"))
  }

  @Test("Shares are of all that is sent, so that none is beyond it")
  func shares() {
    let text = Run("param w = 1; L = 10*w - 9.99*w\nexplain L, w").text()
    #expect(text.contains("shares of 19.99, all paths together without their signs"))
    #expect(text.contains("1  50 %"))
  }

  @Test("The result lists the leaves it depends on; the others on one line")
  func leaves() {
    let text = Run("param a = 1; param b = 2; param c = 3; y = a^2\nbackward y").text()
    #expect(text.contains("dy/da  = 2  param\n  y does not depend on b, c"))
    #expect(!text.contains("dy/db"))
  }

  @Test("Of many nodes that a value feeds the first are listed")
  func feeds() {
    let text = Run("param w = 2; y = w*1 + w*2 + w*3 + w*4 + w*5 + w*6\nshow w").text()
    #expect(text.contains("feeds w*1, w*2, w*3, w*4 and 2 more"))
  }

  @Test("A hint to the loss of a rewound run is given while its name means it")
  func rewound() {
    let start = "param w = 1; L = (w - 3)^2\nminimize L, optimizer=sgd(lr=0.1), steps=4, every=4\n"
    #expect(Run(start + "rewind run, step=2").text().contains("'backward L' shows its gradient"))
    let reused = Run(start + "L = w*4\nrewind run, step=2").text()
    #expect(!reused.contains("backward L"))
    #expect(reused.contains("'explain w' shows what it will do"))
  }

  @Test(
    "What is printed can be typed",
    arguments: [
      ("w·3", "1.5"), ("w×3", "1.5"), ("w÷2", "0.25"), ("3−w", "2.5"), ("w²", "0.25"),
      ("(1 − w²)·w", "0.375"), ("h·2", "0.25"), ("h·9", "4.5"), ("2·w·h", "0.5"),
    ])
  func typed(expression: String, value: String) {
    let run = Run("param w = 0.5; h = 1; for t in 1..2 { h = w*h }; h = 2*w^2\nshow \(expression)")
    #expect(run.shown == value, "\(run.rendered)")
  }

  @Test("A hand-made chain shows what clipping left of its gradients")
  func clipped() {
    let text = Run(
      """
      param w = 2; h = 1; for t in 1..6 { h = w*h }; L = h^2
      minimize L, optimizer=sgd(lr=0.001), clip=norm(1), steps=1, every=1
      explain L, flow=true
      """
    ).text()
    #expect(text.contains("norm(1)"))
  }

  @Test("Steps within the first epoch are counted")
  func steps() {
    let text = Run(
      """
      data d = [1 -> 2; 1 -> 3; 1e200 -> 1]
      net m = 1 -> dense(1)
      train m, d, loss=mse, optimizer=sgd(lr=0.001), batch=1, epochs=5, every=5
      """
    ).text()
    #expect(text.contains("trained m  1 step of the first epoch"), "\(text)")
  }

  @Test("Annealing follows the seed of the program")
  func annealing() {
    func end(_ seed: String) -> String {
      Run(
        seed + "param w = 1; minimize (w - 3)^2, optimizer=anneal, steps=20, every=20; show w"
      ).shown
    }
    #expect(end("seed 3; ") != end("seed 4; "))
    #expect(end("seed 3; ") == end("seed 3; "))
  }
}
