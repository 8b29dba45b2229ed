import Language
import Reporting
import Testing

@Suite("The last loss of a training")
struct LastLossTests {
  /// Predictions 3 and 5 for targets 0 and 1.
  static let trained = """
    data d = [1 -> 0; 2 -> 1]
    net n = 1 -> dense(1, w=[[2]], b=[1])
    train n, d, loss=mse, optimizer=sgd(lr=0)

    """

  @Test("'row=' picks the row whose gradient is shown")
  func gradientOfARow() {
    expectShown(
      LastLossTests.trained + """
        show n.w1.grad
        show n.w1.grad, row=1
        show n.w1.grad, n.b1.grad, row=2
        show n.w1.grad
        """, "[[11]] [[6]] [[16]] [8] [[11]]")
  }

  @Test("'row=' picks a row of the training after another value was differentiated, too")
  func gradientOfARowAfterAnotherLoss() {
    expectShown(
      LastLossTests.trained + """
        backward n(1), steps=false
        show n.w1.grad
        show n.w1.grad, row=2
        """, "[[1]] [[16]]")
  }

  @Test("'check' compares its gradients, over all rows or of one of them")
  func check() {
    for (options, gradients) in [("", [11.0, 7]), (", row=2", [16, 8])] {
      let run = Run(LastLossTests.trained + "check loss\(options)")
      #expect(run.rendered == "")
      let check = run.objects("check").first
      #expect(check?["holds"] == .bool(true))
      #expect(check?["rows"]?.elements.compactMap { $0["analytic"]?.number } == gradients)
    }
  }
}
