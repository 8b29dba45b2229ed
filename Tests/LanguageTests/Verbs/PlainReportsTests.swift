import Language
import Testing

@Suite("What is shown is what was written, and no more than a line holds")
struct PlainReportsTests {
  @Test("A number that the program writes stays a number, whatever else is as large")
  func numbers() {
    let text = Run(
      "param v = 2; H = hessian(v^2, [v]); f(n) = n^2; G = [grad(2*v, v)]\nshow f(13)"
    ).text()
    #expect(text.contains("f(13) = 169\n  is 13²"))
    #expect(!text.contains("H"))
  }

  @Test("What a value feeds fits a line, each thing once")
  func feeds() {
    let text = Run(
      """
      param a = 2; param b = -1.2821678684949833; c = 3
      for k in 1..20 { q = a*b + c + k }
      t = a*(-1.2821678684949833) + c
      show a
      show c
      """
    ).text()
    #expect(text.contains("feeds a*b, a*(-1.28217)"))
    #expect(text.contains("feeds a*b + c, t"))
  }

  @Test("A step that is taken back is told as taken back where the run is told")
  func takenBack() {
    let text = Run(
      """
      param w = 1.3; h = 1
      for k in 1..30 { h = w*h }
      L = (h - 2)^2
      minimize L, optimizer=sgd(lr=0.001), steps=3
      """
    ).text()
    #expect(text.contains("0 steps"))
    #expect(text.contains("step 1 is taken back"))
  }

  @Test("A factor that happens to be -1 is no sign")
  func coincidence() {
    let text = Run("input x = 3; param p = 1.5; M = (p - 2)^2*x\nexplain M, p").text()
    #expect(!text.contains("exactly"))
    #expect(text.contains("multiplied by x = 3"))
  }

  @Test("Through a normalization it is told what its statistics send back")
  func normalized() {
    let text = Run(
      """
      param w = 0.5; input x = [1, 2, 4]
      z = [[w*x[1]], [w*x[2] + 1], [w*x[3]]]
      h = batchnorm(z, [1.5], [0])
      L = (h[1,1] - 1)^2
      explain L, w, paths=0
      """
    ).text()
    let words = text.split { $0.isWhitespace }.joined(separator: " ")
    #expect(words.contains("comes straight through the normalization"))
    #expect(words.contains("through its mean and spread, which nearly takes it back"))
    #expect(!words.contains("%"))
  }

  @Test("A step of Adam with weight decay fits a window of 24 lines with the prompt")
  func adam() {
    let text = Run(
      """
      param w = [1.5, -2]; param b = 0.3; input x = [1, 2]
      L = (dot(w, x) + b - 1)^2
      minimize L, steps=2, optimizer=adam(lr=0.1, weight_decay=0.01), every=9
      explain w[1]
      """
    ).text(rows: 24) { if case .explainedUpdate = $0 { true } else { false } }
    #expect(text.split(separator: "\n").count <= 23)
  }
}
