import Reporting
import Testing

@Suite("The name a person most likely meant")
struct ClosestNameTests {
  @Test(
    "A slip or two finds the name",
    arguments: [
      ("tanhh", "tanh"), ("tahn", "tanh"), ("sigmiod", "sigmoid"), ("Tanh", "tanh"),
      ("sofftmaxx", "softmax"), ("rleu", "relu"),
    ])
  func slips(typed: String, meant: String) {
    #expect(closestName(to: typed, among: ["tanh", "sigmoid", "relu", "softmax"]) == meant)
  }

  @Test("Nothing close, nothing offered", arguments: ["", "x", "ln", "gradient", "tnhax"])
  func nothing(typed: String) {
    #expect(closestName(to: typed, among: ["tanh", "sigmoid", "y"]) == nil)
  }

  @Test("The nearest wins, and of equally near ones the first in the alphabet")
  func nearest() {
    #expect(closestName(to: "weigt", among: ["weights", "weight"]) == "weight")
    #expect(closestName(to: "w3", among: ["w2", "w1"]) == "w1")
    #expect(closestName(to: "w1", among: ["w1"]) == nil)
  }

  @Test("A name of a million letters is no trouble")
  func longNames() {
    let long = String(repeating: "a", count: 1_000_000)
    #expect(closestName(to: long, among: [long + "b"]) == long + "b")
    #expect(closestName(to: long, among: ["b"]) == nil)
  }
}
