import Language
import Reporting
import Testing

@Suite("An update is explained with every number")
struct ExplainTests {
  /// The lines of the last explanation: name, formula, value.
  private func lines(_ program: String) -> [String] {
    let run = Run(program)
    #expect(run.rendered == "")
    return run.objects("explain").last?["update"]?.elements.map { line in
      [line["name"]?.string ?? "", line["formula"]?.string ?? "", line["value"]?.text ?? ""]
        .joined(separator: " | ")
    } ?? []
  }

  private func plain(_ program: String) -> Double? {
    Run(program).objects("explain").last?["plain"]?.number
  }

  private let net = """
    data d = [1 -> 0]
    net n = 1 -> dense(2, w=[[3], [4]], b=[0, 0]) -> dense(1, w=[[0, 0]], b=[0])

    """

  @Test("Weights that are clipped, with the weights they were")
  func weightClips() {
    #expect(
      lines(
        net
          + "train n, d, loss=mse, optimizer=sgd(lr=0), clip_weights=range(3.5); explain n.w1[2,1]")
        == [
          "g | dloss/dn.w1[2,1] | 0", "n.w1[2,1] | n.w1[2,1] - lr*g | 4",
          "n.w1[2,1] | min(max(n.w1[2,1], -3.5), 3.5) | 3.5",
        ])
    #expect(
      lines(
        net + "train n, d, loss=mse, optimizer=sgd(lr=0), clip_weights=norm(1); explain n.w1[2,1]"
      ).last
        == "n.w1[2,1] | 1/euclidean_norm([n.w1[1,1], n.w1[2,1]])*n.w1[2,1] | 0.8")
  }

  private let bowl = "param a = 3; param b = 1; L = 2*a^2 + 2*b^2\n"

  @Test("Newton's step, beside plain descent")
  func newton() {
    let program = bowl + "minimize L, optimizer=newton(lr=0.5), every=9; explain a"
    #expect(
      lines(program) == [
        "g | dL/da | 12", "loss | the loss before the step | 20", "direction | -H^(-1)*g | -3",
        "curvature | d*(H*d)/(d*d) with d the direction | 4", "step length | lr | 0.5",
        "a | a + (step length)*direction | 1.5",
      ])
    #expect(plain(program) == -3)
  }

  @Test("Every iteration of L-BFGS")
  func lbfgs() {
    let program = bowl + "minimize L, optimizer=lbfgs(max_iter=2, max_eval=9), every=9; explain a"
    let told = lines(program)
    #expect(told.filter { $0.hasPrefix("a | a + (step length)*direction") }.count == 2)
    #expect(told.contains("step length | min(1, 1/(sum of |g|))*lr | 0.0625"))
    let value = Run(program + "; show a").shown
    #expect(told.last { $0.hasPrefix("a |") } == "a | a + (step length)*direction | \(value)")
    #expect(
      Run(program).objects("explain").first?["notes"]?.elements == [
        .string("stopped by: the most iterations")
      ])
  }

  @Test("The conjugate gradients of a step without the matrix")
  func hessianFree() {
    let program = bowl + "minimize L, optimizer=hessian_free(damping=4), every=9; explain a"
    let told = lines(program)
    #expect(told.contains("damping | setting*(adapted by) | 4"))
    #expect(told.contains("direction | solves (H + damping*I)*direction = -g | -1.5"))
    #expect(told.last == "a | a + (step length)*direction | 1.5")
  }

  @Test("A random step, and what decided whether it is taken")
  func anneal() {
    let taken = bowl + "minimize L, optimizer=anneal(temperature=1e9, seed=1), every=9; explain a"
    #expect(
      lines(taken).last == "a | a + (step length)*direction | \(Run(taken + "; show a").shown)")
    #expect(lines(taken).contains("step length | scale, as drawn < chance | 0.1"))
    // Plain descent goes at its own pace where there is no learning rate.
    #expect(plain(taken) == 3 - 0.001 * 12)
    let refused =
      "param a = 0; L = a^2; minimize L, optimizer=anneal(temperature=0), every=9; explain a"
    #expect(lines(refused).contains("chance | exp(-rise/temperature) | 0"))
    #expect(lines(refused).last == "a | a + (step length)*direction | 0")
    #expect(
      Run(refused).objects("explain").last?["summary"]?.string
        == "a stayed where it was: the step was not taken")
  }
}
