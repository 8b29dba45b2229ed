import Language
import Reporting
import Testing

@Suite("Penalties after a training")
struct PenaltyTests {
  private static let network = """
    data d = [1 2 -> 0; 2 -0.3 -> 1; 0.7 0.1 -> 0.4]
    net n = 2 -> dense(3, tanh) -> dense(1), seed=3
    train n, d, loss=mse, optimizer=sgd(lr=0.1), l1=0.057, l2=0.13, epochs=2

    """

  @Test("the loss that is differentiated is the one that was trained, bit for bit")
  func theSameLoss() throws {
    let run = Run(
      Self.network + """
        backward loss, steps=false
        train n, d, loss=mse, optimizer=sgd(lr=0), l1=0.057, l2=0.13, updates=true
        show n.w1.grad
        """)
    let backward = try #require(run.objects("gradients").first)
    let update = try #require(run.objects("update").first)
    #expect(backward["value"] == update["loss"])
    #expect(backward["gradients"]?.text == update["gradients"]?.text)
    #expect(run.shown == update["gradients"]?["n.w1"]?.text)
  }

  @Test(
    "a method that looks at the loss as a whole sees them too",
    arguments: ["newton", "hessian_free(damping=0)", "lbfgs(line_search=\"strong_wolfe\")"])
  func methods(method: String) {
    let run = Run(
      "param a = 2; param b = 3\nminimize (a - 1)^2 + (b + 1)^2, optimizer=\(method), l2=2\n"
        + "expect a ~ 0.5\nexpect b ~ -0.5")
    #expect(run.objects("expect").map { $0["holds"]?.text } == ["true", "true"])
  }

  @Test("a row's loss has them too, so that the rows' mean is the loss")
  func rows() {
    let program = """
      data d = [1 -> 0; 2 -> 1]
      net n = 1 -> dense(1, w=[[2]], b=[1])
      train n, d, loss=mse, optimizer=sgd(lr=0), l2=1
      backward loss, steps=false
      backward loss, row=1, steps=false
      backward loss, row=2, steps=false
      """
    #expect(Run(program).objects("gradients").map { $0["value"]?.number } == [14.5, 11, 18])
  }

  @Test("a frozen weight is not penalized, as in the training")
  func frozen() {
    let program = """
      data d = [1 -> 0; 2 -> 1]
      net n = 1 -> dense(1, w=[[2]], b=[1]) -> dense(1, w=[[1]], b=[0])
      train n, d, loss=mse, optimizer=sgd(lr=0), l2=1, freeze=[n.w1]
      show [run.loss[1], n.w2.grad[1,1], n.w1.grad[1,1]]
      backward loss, steps=false
      """
    let run = Run(program)
    #expect(run.shown == "[13,30,11]")
    #expect(run.objects("gradients").first?["value"] == .number(13))
  }

  @Test("an explanation tells what each penalty and the data put into the gradient")
  func explained() {
    let program = """
      data d = [1 -> 0; 2 -> 1]
      net n = 1 -> dense(1, w=[[2]], b=[1])
      train n, d, loss=mse, optimizer=sgd(lr=0.1), l2=1, l1=0.5
      explain n.w1[1,1]
      explain n.b1[1]
      """
    let lines = Run(program).objects("explain").map { $0["update"]?.elements ?? [] }
    #expect(
      lines.first?.map { $0["name"]?.string } == ["g_l2", "g_l1", "g_data", "g", "n.w1[1,1]"])
    #expect(lines.first?.prefix(4).map { $0["value"]?.number } == [2, 0.5, 11, 13.5])
    #expect(lines.last?.map { $0["name"]?.string } == ["g", "n.b1[1]"])
  }

  @Test("a minimization is asked about with its penalties, and ends with them")
  func minimized() {
    let program = """
      param a = 2
      L = a^2
      minimize L, optimizer=sgd(lr=0.1), l2=1
      explain a
      backward loss, steps=false
      """
    let run = Run(program)
    let story = run.objects("explain").first
    #expect(story?["of"] == .string("L"))
    #expect(
      story?["update"]?.elements.map { $0["formula"]?.string }
        == ["l2*a", "dL/da", "g_l2 + g_data", "a - lr*g"])
    #expect(run.objects("trained").first?["loss"] == run.objects("gradients").first?["value"])
  }
}
