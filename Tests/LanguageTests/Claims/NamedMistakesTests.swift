import Language
import Reporting
import Testing

@Suite("The mistake a claim is told of")
struct NamedMistakesTests {
  private func report(_ program: String) throws -> ClaimReport {
    let run = Run(program)
    guard case .claim(let report)? = run.events.last else {
      Issue.record("\(run.rendered)")
      throw CancellationError()
    }
    return report
  }

  private func text(_ program: String) -> String {
    let run = Run(program)
    let presenter = TextPresenter(run.session)
    var text = ""
    for case .claim(let report) in run.events {
      presenter.present(.claim(report)) { text += TextRenderer(width: 80).text($0) }
    }
    return text
  }

  @Test("No factor is missing where no path leads: the path that was forgotten is named")
  func paths() throws {
    let program = """
      input n1 = -1; input n2 = 1; input t1 = 0; input t2 = 4; param gamma = 1.5; param beta = 0.5
      y1 = gamma*n1 + beta; y2 = gamma*n2 + beta; L = (y1 - t1)^2 + (y2 - t2)^2

      """
    let report = try report(program + "claim dL/dbeta = 2*(y2 - t2)")
    #expect(report.findings.first?.id == "missing-path")
    #expect(!report.findings.contains { $0.text.contains("dy2/dy1") })
  }

  @Test("Of two outputs that share a hidden unit, the one forgotten is a path")
  func twoOutputs() throws {
    let report = try report(
      """
      input i1 = 0.05; param w1 = 0.15; param b1 = 0.35
      param w5 = 0.4; param w7 = 0.5; param b2 = 0.6
      net_h1 = w1*i1 + b1; out_h1 = sigmoid(net_h1)
      net_o1 = w5*out_h1 + b2; net_o2 = w7*out_h1 + b2
      out_o1 = sigmoid(net_o1); out_o2 = sigmoid(net_o2)
      E_o1 = 0.5*(0.01 - out_o1)^2; E_o2 = 0.5*(0.99 - out_o2)^2; E = E_o1 + E_o2
      claim dE/dw1 = dE/dnet_o1*w5*out_h1*(1 - out_h1)*i1
      """)
    #expect(report.findings.first?.id == "missing-path")
    #expect(!report.findings.contains { $0.text.contains("dE_o2/dE_o1") })
  }

  @Test(
    "A single digit far from the truth is no rounding",
    arguments: [("1", "missing-factor"), ("0.502", "rounding"), ("2", "inverted")])
  func digits(_ number: String, _ id: String) throws {
    let program = """
      input x = [2, 0]; param w = [-3, 1]; param b = 6.881373587
      n = dot(w, x) + b; o = tanh(n)

      """
    #expect(try report(program + "claim do/db = \(number)").findings.first?.id == id)
  }

  @Test("At a corner every slope between those of both sides is told to be right")
  func corner() {
    let program = "input x = 2; r = relu(x - 2); "
    let note = "  dr/dx stands at a corner: any number from 0 to 1 is right\n"
    #expect(text(program + "claim dr/dx = 1") == "✓ right: dr/dx = 1\n" + note)
    #expect(text(program + "claim dr/dx = 0") == "✓ right: dr/dx = 0\n" + note)
    #expect(text(program + "claim dr/dx = 2").contains(note))
    #expect(!text("input x = 3; r = relu(x - 2); claim dr/dx = 1").contains("corner"))
    #expect(!text("input x = 0; r = relu(x)*x + 3*x; claim dr/dx = 3").contains("corner"))
    #expect(
      text("input x = [0, 1]; r = sum(relu(x)); claim dr/dx = [0, 1]").contains("dr/dx[1] stands"))
  }

  @Test("A derivative is named as the learner wrote it")
  func brackets() {
    let program = "param p = 2; whole = (p - 3)^2\n"
    let half = text(program + "claim d(whole)/dp = p - 3")
    #expect(half.contains("it is half of d(whole)/dp; d(whole)/d(p - 3) = 2*(p - 3) = -2"))
    #expect(half.contains("  d(whole)/dp  "))
    #expect(text(program + "claim dwhole/dp = p - 3").contains("it is half of dwhole/dp;"))
  }

  @Test(
    "A step added to the parameter is judged like the number it comes to",
    arguments: [
      ("1.19983", nil), ("w + 0.09983", nil), ("w + 0.1", nil), ("w + 0.2", "unknown"),
      ("w + 0.424252", "no-bias-correction"), ("1.524252", "no-bias-correction"),
      ("w + 2*0.212126", "no-bias-correction"), ("w - 0.09983", "ascent"),
      ("w + 0.0999", "rounding"), ("w + 0.998", "learning-rate-ignored"),
    ] as [(String, String?)])
  func steps(_ claim: String, _ id: String?) throws {
    let program = """
      param w = 1; L = (w - 3)^2
      minimize L, optimizer=adam(lr=0.1), steps=1

      """
    let report = try report(program + "claim next(w) = \(claim)")
    #expect(report.findings.first?.id == id, "\(report.actual)")
    #expect(report.holds == (id == nil))
  }

  @Test("Only a sum can be taken for a mean")
  func products() throws {
    let report = try report(
      """
      input x = 0.5; u = 2*x; a = u^2; b = 3*u + 1; L = a*b
      claim dL/dx = b*2*u + a*3
      """)
    #expect(report.findings.first?.id == "upstream-only")
    #expect(!report.findings.contains { $0.id == "mean-instead-of-sum" })
  }

  @Test("Operations are called by the signs and words of the learner")
  func signs() throws {
    let report = try report(
      """
      input p = 3; input q = 2; param w = 0.3; a = tanh(w*p); c = tanh(w*q); L = a*c
      claim dL/dw = (1 - a^2)*c + (1 - c^2)*a
      """)
    let said = report.findings.map(\.text)
    #expect(said.contains { $0.hasSuffix(", and so wherever * is used") }, "\(said)")
    #expect(!said.contains { $0.contains("mul") })
  }

  @Test("A claim that is no finite number is told so, and not the derivative")
  func infinite() {
    let run = Run("param w = 3; y = w^2\nclaim dy/dw = 1/0")
    #expect(run.rendered.contains("what is claimed is inf here"))
  }

  @Test("After going back, the next update is that of the step's own rows")
  func rewound() throws {
    let program = """
      data d = [0 0 -> 0; 0 1 -> 1; 1 0 -> 1; 1 1 -> 0]
      net mlp = 2 -> dense(2, tanh) -> dense(1), seed=7
      train mlp, d, loss=mse, optimizer=adam(lr=0.1), epochs=5, batch=2, shuffle=3, every=5

      """
    let next = Run(program + "rewind run, step=5\nshow mlp.w1[1,2]").shown
    let value = try #require(Double(next))
    let report = try report(program + "rewind run, step=4\nclaim next(mlp.w1[1,2]) = \(value)")
    #expect(report.holds)
    #expect(report.actual.elements == [value])
  }

  @Test("A step that goes along its gradient is said to, with no times of plain descent")
  func along() {
    let run = Run(
      """
      param w = 1; L = w^2
      minimize L, optimizer=sgd(lr=0.4, momentum=0.9), steps=3, every=3
      explain w
      """)
    let summary = run.objects("explain").last?["summary"]?.string ?? ""
    #expect(
      summary.contains("the other way than plain descent") == summary.contains("along a gradient"))
    #expect(summary.contains("along a gradient"))
    #expect(!summary.contains("times as far"))
  }
}
