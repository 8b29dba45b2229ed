import Language
import Testing

@Suite("The gradient through a network, as a curve")
struct PlotFlowTests {
  private let network = "net m = 2 -> dense(3, tanh) -> dense(1), seed=1\n"

  @Test("After a backward pass, a network is drawn by its gradient at each layer")
  func backward() {
    let run = Run(network + "L = mse(m([1, 0]), 1)\nbackward L\nplot m")
    #expect(run.rendered == "")
    #expect(run.text().contains("the gradient of L, layer by layer"))
  }

  @Test("After a training, by that of all rows")
  func training() {
    let data = "data d = [0 0 -> 0; 1 0 -> 1]\ntrain m, d, loss=mse, epochs=2, every=2\nplot m"
    #expect(Run(network + data).text().contains("the gradient of loss over all 2 rows"))
  }

  @Test("Before any, the two ways to draw it are told")
  func nothing() {
    expectComplaint(
      network + "plot ‹m›",
      """
      error: 'm' is a network, and its picture needs to know what range to show
      note: write plot m, x=-4..4, y=-4..4
      note: after 'backward' or 'train', plot m draws its gradient layer by layer
      """)
  }
}
