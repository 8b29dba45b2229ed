import Reporting
import Testing

@Suite("Loops and comprehensions")
struct LoopsTests {
  @Test(
    "Loops",
    arguments: [
      ("y = 0; for k in 1..4 { y = y + k }; show y", "10"),
      ("for k in 1..3 { show k }", "1 2 3"),
      ("for k in 2..1 { show k }; show 0", "0"),
      ("for v in [3, 4] { show v }", "3 4"),
      ("for r in [[1, 2], [3, 4]] { show r }", "[1,2] [3,4]"),
      ("for a, b in [[1, 2], [3, 4]] { show a*b }", "2 12"),
      ("for i in 1..2 { for j in i..2 { show 10*i + j } }", "11 12 22"),
      ("for k in 1..3 { h = k }; show h, k", "3 3"),
      ("n = 3; for k in 1..n - 1 { show k }", "1 2"),
      ("for k in 1..2 { f(x) = k*x; show f(10) }", "10 20"),
      ("input x = 1; for k in 1..3 { set x = 2*x; show x }", "2 4 8"),
      ("for k in -1..1 { show k }", "-1 0 1"),
      ("for k in 1..1 {}\nshow 1", "1"),
    ])
  func loops(program: String, shown: String) { expectShown(program, shown) }

  @Test(
    "Comprehensions",
    arguments: [
      ("show [k^2 for k in 1..4]", "[1,4,9,16]"),
      ("show [[i*j for j in 1..2] for i in 1..3]", "[[1,2],[2,4],[3,6]]"),
      ("show [a*b for a, b in [[1, 2], [3, 4]]]", "[2,12]"),
      ("show [sum(r) for r in [[1, 2], [3, 4]]]", "[3,7]"),
      ("show sum([x*x for x in [1, 2, 3]])", "14"),
      ("x = 9; y = [x for x in 1..2]; show x, y", "9 [1,2]"),
      ("show [x - 1 for x in [1, 2]]", "[0,1]"),
      ("show [[r[2], r[1]] for r in [[1, 2]]]", "[[2,1]]"),
      ("a = 2; show [a*x + 1 for x in 1..2][2]", "5"),
      ("f(n) = [k for k in 1..n]; show f(3)", "[1,2,3]"),
    ])
  func comprehensions(program: String, shown: String) { expectShown(program, shown) }

  @Test("Each round makes new nodes, which carry their round")
  func rounds() {
    let run = Run("input x = 2; h = x; for k in 1..3 { h = h*x }; backward h")
    let nodes = run.objects("step").compactMap { $0["node"]?.string }
    #expect(nodes == ["h·3", "h·2", "h·1"])
    #expect(run.objects("gradients").first?["gradients"]?.text == #"{"x":32}"#)
  }

  @Test("Rounds inside rounds are counted on")
  func nestedRounds() {
    let run = Run("input x = 1; for i in 1..2 { for j in 1..3 { h = x + 10*i + j } }; forward h")
    #expect(run.objects("step").last?["node"]?.string == "h·6")
  }

  @Test("A loop may have more rounds than there are different settings to remember")
  func manySettings() {
    expectShown(
      """
      input x = -2
      for k in 1..70000 { y = leaky_relu(x, negative_slope=k/1000) }
      set x = -1
      show y
      """, "-70")
  }
}
