import Testing

@Suite("Vectors and matrices")
struct ShapesTests {
  static let names = "v = [5, 6, 7]; W = [[1, 2, 3], [4, 5, 6]]\n"

  @Test(
    "Elements, slices, rows and columns",
    arguments: [
      ("v[1]", "5"), ("v[3]", "7"), ("v[2..3]", "[6,7]"), ("v[..]", "[5,6,7]"), ("v[2..2]", "[6]"),
      ("v[[3, 1]]", "[7,5]"), ("v[1 + 1]", "6"), ("W[2]", "[4,5,6]"), ("W[2, 3]", "6"),
      ("W[.., 2]", "[2,5]"), ("W[2, ..]", "[4,5,6]"), ("W[.., ..]", "[[1,2,3],[4,5,6]]"),
      ("W[1..2, 2..3]", "[[2,3],[5,6]]"), ("W[1, 2..3]", "[2,3]"), ("W[1..1, 2]", "[2]"),
      ("W[1..1]", "[[1,2,3]]"), ("W[2][3]", "6"), ("W[[2, 1], 1]", "[4,1]"), ("v[v[1] - 4]", "5"),
      ("[1, 2, 3][2]", "2"), ("(v + v)[1]", "10"), ("v[len(v)]", "7"), ("(1..3)[2]", "2"),
    ])
  func elements(expression: String, value: String) {
    expectShown(ShapesTests.names + "show \(expression)", value)
  }

  @Test(
    "The matrix product in every combination of shapes",
    arguments: [
      ("[1, 2] @ [3, 4]", "11"), ("[[1, 2]] @ [3, 4]", "[11]"), ("[1, 2] @ [[3], [4]]", "[11]"),
      ("[[1, 2], [3, 4]] @ [5, 6]", "[17,39]"), ("[5, 6] @ [[1, 2], [3, 4]]", "[23,34]"),
      ("[[1, 2], [3, 4]] @ [[5, 6], [7, 8]]", "[[19,22],[43,50]]"),
      ("[[1], [2]] @ [[3, 4]]", "[[3,4],[6,8]]"), ("[[1, 2]] @ [[3], [4]]", "[[11]]"),
      ("[2] @ [3]", "6"), ("[[2]] @ [3]", "[6]"),
      ("outer([1, 2], [3, 4, 5])", "[[3,4,5],[6,8,10]]"),
      ("transpose(W)", "[[1,4],[2,5],[3,6]]"),
      ("transpose(W) @ W", "[[17,22,27],[22,29,36],[27,36,45]]"),
      ("concat([1], [2, 3], 4)", "[1,2,3,4]"),
      ("concat([[1, 2]], W[.., 1..2])", "[[1,2],[1,2],[4,5]]"),
      ("len(W)", "2"), ("len(v)", "3"), ("len(7)", "1"), ("len(1..10)", "10"), ("dot(v, v)", "110"),
      ("sum(W)", "21"), ("sum(1, 2, 3)", "6"),
    ])
  func products(expression: String, value: String) {
    expectShown(ShapesTests.names + "show \(expression)", value)
  }

  @Test(
    "Elementwise on equal shapes; scalars broadcast, and so do single elements",
    arguments: [
      ("v + v", "[10,12,14]"), ("v*2", "[10,12,14]"), ("2*v", "[10,12,14]"), ("v - [1]", "[4,5,6]"),
      ("[[1]] + v", "[6,7,8]"), ("-W", "[[-1,-2,-3],[-4,-5,-6]]"), ("W*W", "[[1,4,9],[16,25,36]]"),
      ("v > 5", "[0,1,1]"), ("v == [5, 0, 7]", "[1,0,1]"), ("2^[1, 2, 3]", "[2,4,8]"),
      ("[1, 2]^2", "[1,4]"), ("max(v, 6)", "[6,6,7]"), ("where([1, 0, 1], v, 0)", "[5,0,7]"),
      ("[2] + 3", "[5]"), ("3 + [2]", "[5]"), ("[[2]]*[3]", "[[6]]"), ("1..3 + 0", "[1,2,3]"),
      ("(1..3)*2", "[2,4,6]"), ("tanh([0, 0])", "[0,0]"),
      ("leaky_relu([-1, 1], negative_slope=0.5)", "[-0.5,1]"),
    ])
  func broadcasting(expression: String, value: String) {
    expectShown(ShapesTests.names + "show \(expression)", value)
  }

  @Test("A one-element value may stand where a scalar is wanted")
  func oneElement() {
    expectShown(
      "param w = [3]; L = w*w; backward L, steps=false; show w.grad, grad(L, w), L", "[6] [6] [9]"
    )
    expectShown("v = [5, 6]; k = [2]; show v[k], ones(k[1])", "[6] [1,1]")
  }

  @Test("Comparisons give 1 or 0, and nan is unequal to everything")
  func comparisons() {
    expectShown("show nan == nan, nan != nan, nan < 1, 1 >= nan, inf == inf", "0 1 0 0 1")
    expectShown("show 0 == -0, 1 < 2, 2 > 1, 1 <= 1, 2 >= 3", "1 1 1 1 0")
  }

  @Test(
    "Closeness is measured by the right side",
    arguments: [
      ("1 ~ 1 + 5e-7", "1"), ("1 ~ 1 + 5e-6", "0"), ("1e9 ~ 1e9 + 500", "1"), ("0 ~ 5e-7", "1"),
      ("[1, 2] ~ [1, 2]", "1"), ("[1, 2] ~ [1, 3]", "0"), ("[1, 1] ~ 1", "1"), ("inf ~ inf", "1"),
      ("3 ~ inf", "0"), ("inf ~ 3", "0"), ("nan ~ nan", "0"), ("-inf ~ inf", "0"),
    ])
  func closeness(expression: String, value: String) { expectShown("show \(expression)", value) }

  @Test("Zeros, ones and random numbers take a shape from their sizes or from the leaf")
  func generators() {
    expectShown("show zeros(2), ones(2, 3), zeros(1, 1)", "[0,0] [[1,1,1],[1,1,1]] [[0]]")
    expectShown("param w[2] = ones(); param b[2,1] = zeros; show w, b", "[1,1] [[0],[0]]")
    expectShown("param w[2] = 3; show w", "[3,3]")
    expectShown("param W[2,2] = normal(0, 0.1); show len(W), len(normal(rows=3, columns=2))", "2 3")
    expectShown("show len(uniform(2, 3, columns=4))", "4")
    expectShown("data d = [1 2 -> 0; 3 4 -> 1; 5 6 -> 1]; show len(d), len(d[1..2])", "3 2")
    expectHolds("param W[50,20] = uniform(2, 3)\nexpect W >= 2\nexpect W < 3")
  }
}
