import Language
import Reporting
import Testing

@Suite("Leaves")
struct LeavesTests {
  @Test("Retyping a leaf in its shape sets it, and everything downstream follows")
  func retyping() {
    expectShown(
      "input x = 2\nparam w = -3\ny = w*x\nz = y + x\nshow z\ninput x = 4\nshow z\nparam w = 1\nshow z, y",
      "-4 -8 8 4")
    expectShown(
      "input v = [1, 2]; s = sum(v*v); input v = [3, 4]; show s; input v = v + 1; show s, v",
      "25 41 [4,5]")
  }

  @Test("A leaf retyped in another shape is a new leaf, and old nodes keep the old one")
  func anotherShape() {
    expectShown("input x = 2; y = 3*x; input x = [1, 2]; show y, x, 3*x", "6 [1,2] [3,6]")
  }

  @Test("A leaf may change its role")
  func role() {
    let run = Run("input x = 2; y = x*x; param x = 3; backward y, steps=false")
    #expect(run.objects("gradients").first?["gradients"]?.text == #"{"x":6}"#)
  }

  @Test("A declared shape is filled by one number or met exactly")
  func shapes() {
    expectShown(
      "param W[2,3] = 0.5; param v[2] = [1, 2]; param u[1] = 4; param M[1,1] = 5; show W, v, u, M",
      "[[0.5,0.5,0.5],[0.5,0.5,0.5]] [1,2] [4] [[5]]")
    expectShown("n = 2; param w[n, n + 1] = 1; show len(w), len(w[1])", "2 3")
  }

  @Test("The value of a leaf is a number: what it was computed from is forgotten")
  func detached() {
    let run = Run("input a = 2; input b = a*a; y = b*a; input a = 3; backward y, steps=false")
    #expect(run.objects("gradients").first?["gradients"]?.text == #"{"a":4,"b":3}"#)
  }

  @Test("All values of a 'set' are computed before any is set")
  func setting() {
    expectShown("input a = 1; input b = 2; set [a, b] = [b, a]; show a, b", "2 1")
    expectShown("param v = [1, 2, 3]; set v = [v[3], v[1], v[2]]; show v", "[3,1,2]")
    expectShown(
      "param v = [1, 2, 3]; set v[2] = 9; set [v[1], v[3]] = [7, v[2]]; show v", "[7,9,9]")
    expectShown(
      "param W = [[1, 2], [3, 4]]; set W[1] = [5, 6]; set W[.., 2] = 0; show W", "[[5,0],[3,0]]")
    expectShown(
      "param W = [[1, 2], [3, 4]]; param b = [5, 6]; set [W, b] = [2*W, b - 1]; show W, b",
      "[[2,4],[6,8]] [4,5]")
    expectShown("param W[2,2] = 1; set W = 0; show W", "[[0,0],[0,0]]")
    expectShown("input a = 1; input b = 2; y = a*b; c = [3, 4]; set [a, b] = c; show y", "12")
  }

  @Test("A gradient step by hand")
  func gradientStep() {
    expectShown(
      """
      param w = [1, 2]; param b = 3
      L = sum(w*w) + b*b
      set [w, b] = concat(w, b) - 0.25*grad(L, [w, b])
      show w, b, L
      """, "[0.5,1] 1.5 3.5")
  }

  @Test("Redefining a name leaves older nodes as they were")
  func redefinition() {
    expectShown("x = 2; y = 3*x; x = 5; show y, x; x = x + 1; show x, y", "6 5 6 6")
    expectShown("input x = 2; y = x*x; x = 7; show y", "4")
    let run = Run("x = 2\ny = x + 1\nz = x + y\nx = 3", keepsHistory: true)
    guard case .defined(let definition)? = run.events.last else {
      Issue.record("the last event is a definition")
      return
    }
    #expect(definition.nodesOnOldMeaning == 2)
  }

  @Test("An input and a parameter have names and shapes in the gradients")
  func gradients() {
    let run = Run(
      """
      input x = [1, 2]; param W = [[1, 2], [3, 4]]; param unused = 3
      backward sum(W @ x), steps=false
      """)
    #expect(
      run.objects("gradients").first?["gradients"]?.text
        == #"{"x":[4,6],"W":[[1,2],[1,2]],"unused":0}"#)
  }
}
