import Language
import Reporting
import Testing

@Suite("Claims of which a part is right")
struct ClaimPartsTests {
  /// What is said, on one line.
  private func text(_ program: String) -> String {
    Run(program).text().split { $0.isWhitespace }.joined(separator: " ")
  }

  @Test("The element that is wrong is named, and the one that is right is said to be right")
  func elements() {
    let text = text("param b = [0.5, 1]; L = b[1]*(-7) + b[2]*(-12)\nclaim dL/db = [-7, 12]")
    #expect(text.contains("✗ not yet: the sign of dL/db[2] is flipped"))
    #expect(text.contains("right: dL/db[1]"))
  }

  @Test("Of a list of leaves the leaf is named")
  func lists() {
    let text = text("param w = 2; param v = 3; L = w*v^2\nclaim dL/d([w, v]) = [w, 2*w*v]")
    #expect(text.contains("dL/dw"))
    #expect(text.contains("right: dL/dv"))
    #expect(!text.contains("[w,v]"))
  }

  @Test("A claim that is wrong in every element is not said to be wrong in one")
  func all() {
    let text = text("param b = [2, 3]; L = b[1]*5 + b[2]*6\nclaim dL/db = [-5, -6]")
    #expect(text.contains("the sign of dL/db is flipped"))
    #expect(!text.contains("right:"))
  }

  @Test("The sentence and the table speak of one point, and say which")
  func point() {
    let text = text("param w = 0; param x = 1; y = tanh(w)*x\nclaim dy/dw = x")
    #expect(!text.contains("= 1 is missing"))
    #expect(text.contains("at the random point w = "))
    #expect(text.contains("at the program's own numbers"))
  }

  @Test(
    "An expression that the program computes already means that node",
    arguments: [
      ("param w = 2; x = 3; param b = 1; y = (w*x + b)^2", "dy/dw = dy/d(w*x + b)*x"),
      ("param w = 2; x = 3; param b = 1; y = (w*x + b)^2", "dy/dw = dy/d(b + x*w)*x"),
      ("param p = 4; q = (p - 3)^2", "dq/d(p - 3) = 2*(p - 3)"),
      ("param w = 2; y = (w*w)*(w*w)", "dy/dw = dy/d(w*w)*2*w"),
    ])
  func sameNode(program: String, claim: String) {
    let run = Run(program + "\nclaim " + claim)
    #expect(run.objects("claim").first?["holds"] == .bool(true), "\(run.rendered)")
  }

  @Test("A path through detach that was counted is called so")
  func detached() {
    #expect(
      diagnosis("param x = 2; y = detach(x)*x\nclaim dy/dx = 2*x") == "detach-ignored")
    #expect(
      diagnosis("param x = 2; y = detach(x^2)*x\nclaim dy/dx = 3*x^2") == "detach-ignored")
  }

  @Test(
    "A number with too few digits is told from one that is rounded",
    arguments: [
      ("w/3", "0.3", "too coarse to tell: give two digits at least"),
      ("w/3", "0.332", "nearly right: a number in it was rounded too early"),
      ("w*123456", "123000", "nearly right, but zeros at its end count as typed digits"),
    ])
  func digits(formula: String, claimed: String, sentence: String) {
    let text = text("param w = 3; L = \(formula)\nclaim dL/dw = \(claimed)")
    #expect(text.contains(sentence), "\(text)")
  }

  @Test("Two numbers that look alike are shown with all their digits")
  func alike() {
    let text = text("param w = 3; L = w + 0*w\nclaim dL/dw = 0.9999999")
    #expect(text.contains("0.9999999"))
  }

  @Test("p where p - y belongs")
  func missingTarget() {
    let text = text("param z = [1, 2, 0.5]; p = softmax(z); H = -log(p[2])\nclaim dH/dz = p")
    #expect(text.contains("the target is missing: dH/dz[2] is p - y"), "\(text)")
    #expect(text.contains("right: dH/dz[1], dH/dz[3]"))
  }

  @Test("A slip inside the gradient of a step is named")
  func next() {
    let text = text(
      """
      param w = 2; L = (3*w - 1)^2
      minimize L, optimizer=sgd(lr=0.01), steps=1, every=1
      claim next(w) = w - 0.01*2*(3*w - 1)
      """)
    #expect(text.contains("in the gradient of the step: "), "\(text)")
  }

  private func diagnosis(_ program: String) -> String? {
    let run = Run(program)
    guard case .array(let findings)? = run.objects("claim").first?["diagnosis"],
      case .string(let id)? = findings.first?["id"]
    else { return nil }
    return id
  }
}
