import Language
import Reporting
import Testing

@Suite("How a gradient grows or shrinks from layer to layer")
struct FlowTests {
  private func text(_ program: String) -> String {
    let run = Run(program)
    #expect(run.rendered == "")
    return run.text { if case .flow = $0 { true } else { false } }
  }

  @Test("A chain that shrinks in every round")
  func chain() {
    #expect(
      text("input x = 1; h = x; for k in 1..4 { h = 0.0625*h }; L = h + 1; explain L, flow=true")
        == """
        the gradient of L vanishes: it becomes 4096 times smaller from L to h·1, by
          about 0.125 a layer, most at h·3 (0.0625)
          norm of the gradient at each layer; bars from 1e-4 to 1e0
          L           1            ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇
          h·4         1       × 1  ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇
          h·3    0.0625  × 0.0625  ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇
          h·2   0.00391  × 0.0625  ▇▇▇▇▇▇▇▇▇▇
          h·1  0.000244  × 0.0625  ▇▇

        """)
  }

  @Test("The layers of a network after training, over its rows and over one of them")
  func network() {
    let program = """
      data d = [1 -> 1; 2 -> 0]
      net n = 1 -> dense(2, tanh, w=[[1], [-1]], b=[0, 0]) -> dense(1, w=[[3, 4]], b=[0])
      train n, d, loss=mse, optimizer=sgd(lr=0), clip=norm(0.5)

      """
    let run = Run(program + "explain n\nexplain n, row=1\nbackward loss, row=1, steps=false")
    let flows = run.objects("flow")
    #expect(flows.map { $0["rows"]?.string } == ["all 2 rows", "row 1"])
    let layers = flows[1]["layers"]?.elements ?? []
    #expect(layers.compactMap { $0["name"]?.string } == ["n.z2", "n.a1", "n.z1"])
    // dL/dz2 = 2·(z2 − 1); a1 gets that times 3 and 4.
    let norms = layers.compactMap { $0["norm"]?.number }
    #expect(abs(norms[1] / norms[0] - 5) < 1e-12)
    #expect(layers[1]["factor"]?.number == norms[1] / norms[0])
    let clipped = flows[0]["gradients"]?.elements.compactMap { $0["clipped"]?.number } ?? []
    #expect(abs(clipped.reduce(0) { $0 + $1 * $1 } - 0.25) < 1e-12)
    // Over both rows the squares of what the mean sends are added.
    let all = flows[0]["layers"]?.elements.first?["norm"]?.number ?? .nan
    let second =
      Run(program + "explain n, row=2").objects("flow")[0]["layers"]?.elements.first?["norm"]?
      .number ?? .nan
    #expect(abs(all - ((norms[0] * norms[0] + second * second) / 4).squareRoot()) < 1e-12)
  }

  @Test("Where nothing arrives any more")
  func silence() {
    let flow = Run("input x = -1; z = 2*x; h = relu(z); L = h^2 + 1; explain L, flow=true")
    #expect(
      flow.objects("flow").first?["summary"]?.string
        == "the gradient of L stops at h: nothing arrives there")
  }

  @Test("A network of which no loss is known")
  func complaint() {
    expectComplaint(
      "net n = 1 -> dense(1); explain ‹n›",
      """
      error: nothing that depends on 'n' has been defined yet
      note: say what is to be differentiated: explain L, n
      """)
  }
}
