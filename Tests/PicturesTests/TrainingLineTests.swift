import Pictures
import Reporting
import Testing

@Suite("Bars of losses and lines of progress")
struct TrainingLineTests {
  private let losses = [2.3, 1.4, 0.9, 0.6, 0.45, 0.35, 0.3, 0.27]

  @Test("Bars go from the least to the greatest number")
  func bars() {
    #expect(Sparkline(losses).text() == "█▅▃▂▂▁▁▁")
    #expect(Sparkline(losses).text(ascii: true) == "#+-..___")
    #expect(Sparkline([1, 1]).text() == "▄▄")
    #expect(Sparkline([]).text() == "")
  }

  @Test("Bars mark what is not finite")
  func odd() {
    #expect(Sparkline([1, .nan, .infinity, -.infinity, 3]).text() == "▁?▲▼█")
    #expect(Sparkline([1, .nan, .infinity, -.infinity, 3]).text(ascii: true) == "_?^v#")
  }

  @Test("Bars of many numbers keep the greatest and the least")
  func many() {
    var values = [Double](repeating: 1, count: 100_000)
    (values[50_000], values[70_000]) = (9, -3)
    #expect(Sparkline(values).text(width: 10) == "▃▃▃▃▃█▃▁▃▃")
  }

  @Test(
    "A narrower line keeps what matters more",
    arguments: [
      (
        100,
        "epoch 12/30  ━━━━━━━───────────  loss 0.01234  █▅▃▂▂▁▁▁  lr 0.01  12.3k rows/s  0:43 left"
      ),
      (80, "epoch 12/30  ━━━─────  loss 0.01234  █▅▃▂▂▁▁▁  lr 0.01  12.3k rows/s  0:43 left"),
      (70, "epoch 12/30  ━━━──────  loss 0.01234  lr 0.01  12.3k rows/s  0:43 left"),
      (60, "epoch 12/30  ━━━─────  loss 0.01234  12.3k rows/s  0:43 left"),
      (50, "epoch 12/30  loss 0.01234  12.3k rows/s  0:43 left"),
      (40, "epoch 12/30  loss 0.01234  0:43 left"),
      (30, "epoch 12/30  loss 0.01234"),
      (20, "epoch 12/30"),
      (5, "12/30"),
      (1, ""),
    ])
  func narrower(width: Int, expected: String) {
    let line = TrainingLine(
      epoch: 12, epochs: 30, loss: 0.01234, learningRate: 0.01, rowsPerSecond: 12345.6,
      secondsLeft: 42.3, losses: losses)
    #expect(line.text(width: width).text == expected)
  }

  @Test("Of many epochs the speed is still told at 80 columns")
  func manyEpochs() {
    let line = TrainingLine(
      epoch: 12345, epochs: 100_000, loss: 0.0001234, learningRate: 0.01, rowsPerSecond: 12345.6,
      secondsLeft: 42.3, losses: losses)
    #expect(
      line.text(width: 79).text
        == "epoch 12345/100000  ━────────  loss 0.0001234  lr 0.01  12.3k rows/s  0:43 left")
  }

  @Test("It says what is counted")
  func unit() {
    #expect(
      TrainingLine(unit: "trial", epoch: 3, losses: [2, 1]).text(width: 15).text == "trial 3  █▁")
  }

  @Test("In ASCII the line looks the same")
  func ascii() {
    let line = TrainingLine(epoch: 12, epochs: 30, loss: 0.01234, losses: losses)
    #expect(
      line.text(width: 45, ascii: true).text == "epoch 12/30  ===-----  loss 0.01234  #+-..___")
  }

  @Test("What is not known is left out, and a loss that is no number is shown")
  func unknown() {
    let line = TrainingLine(epoch: 3, loss: .nan, rowsPerSecond: .infinity, secondsLeft: 4000)
    #expect(line.text().text == "epoch 3  loss nan  1:06:40 left")
  }

  @Test("The bar is full only when all is done")
  func full() {
    let almost = TrainingLine(epoch: 3, fraction: 0.999999, secondsLeft: 1e6)
    #expect(almost.text(width: 40).text == "epoch 3  ━━━━━━━━━━━━━━━━─  11 days left")
    #expect(TrainingLine(epoch: 3, epochs: 3).text(width: 22).text == "epoch 3/3  ━━━━━━━━━━━")
  }
}
