import Reporting
import Testing

@Suite("Derivatives as values")
struct DerivativesTests {
  @Test(
    "Gradients are nodes: used in expressions, and differentiated again",
    arguments: [
      ("input x = 3; show grad(x^2, x)", "6"),
      (
        "input x = 3; y = x^3; show grad(y, x), grad(grad(y, x), x), grad(grad(grad(y, x), x), x)",
        "27 18 6"
      ),
      ("input x = 3; g = grad(x^2, x); L = g*g; show L, grad(L, x)", "36 24"),
      ("input x = 3; g = grad(x^2, x); set x = 5; show g", "10"),
      ("input x = 2; input y = 3; show grad(x*y, [x, y])", "[3,2]"),
      ("param W = [[1, 2], [3, 4]]; show grad(sum(W*W), W)", "[[2,4],[6,8]]"),
      ("param W = [[1, 2], [3, 4]]; param b = 1; show grad(sum(W*W)*b, [W, b])", "[2,4,6,8,30]"),
      ("input x = 2; h = x*x; L = h*h; show grad(L, h), grad(L, x)", "8 32"),
      ("input x = 2; input z = 1; show grad(x*x, z)", "0"),
      ("input x = 2; show grad(x, x)", "1"),
      ("input x = 2; show grad(x + x + x, x)", "3"),
      ("input x = [1, 2]; show grad(x[1]*x[2]^2, x), grad(x[1]*x[2]^2, x[2])", "[4,4] 4"),
      ("input x = 2; f(x) = x^3; show grad(f(x), x)*f(x)", "96"),
      ("param w = [1, 2]; show hessian(w[1]^2*w[2], w)", "[[4,2],[2,0]]"),
      ("param w = 1; param b = 2; show hessian(w*b*b, [w, b])", "[[0,4],[4,2]]"),
      ("param w = 3; show hessian(w^3, w)", "[[18]]"),
      ("input x = 3; show grad(-(x*x), x), grad(--x, x)", "-6 1"),
      ("z = [3, 5]; e(p) = grad(mse(p, 1), p); show e(z[1]), grad(huber(z[2], 1), z[2])", "4 1"),
    ])
  func gradients(program: String, shown: String) { expectShown(program, shown) }

  @Test("'.grad' belongs to the last loss, at the present values")
  func members() {
    expectShown(
      "param w = 3; L = w*w; backward L, steps=false; show w.grad; set w = 4; show w.grad", "6 8")
    expectShown(
      "param w = 3; L = w*w; M = w^3; backward L, steps=false; backward M, steps=false; show w.grad",
      "27")
    expectShown(
      "param w = [1, 2]; backward sum(w*w), steps=false; show w.grad, w[2].grad, (2*w).grad[1]",
      "[2,4] 4 0")
    expectShown(
      "input x = 2; h = x*x; L = h*h; backward L, steps=false; show h.grad, L.grad", "8 1")
  }

  @Test(
    "detach passes the value and stops the gradient",
    arguments: [
      ("input x = 3; show grad(detach(x)*x, x)", "3"),
      ("input x = 3; y = detach(x*x); show y, grad(y, x)", "9 0"),
      ("input x = 3; y = detach(x); set x = 5; show y", "5"),
      ("input x = 3; show grad(grad(detach(x)*x*x, x), x)", "6"),
    ])
  func detached(program: String, shown: String) { expectShown(program, shown) }

  @Test(
    "Nothing flows to the branch not taken, whatever is there",
    arguments: [
      (
        "input x = 0; y = where(x > 0, log(x), 2*x); show y, grad(y, x), grad(grad(y, x), x)",
        "0 2 0"
      ),
      (
        "input x = -1; y = where(x > 0, x^0.5, x*x); show y, grad(y, x), grad(grad(y, x), x)",
        "1 -2 2"
      ),
      (
        "input x = 2; y = where(x > 0, x^3, 1/(x - 2)); show y, grad(y, x), grad(grad(y, x), x)",
        "8 12 12"
      ),
      ("input x = 1; y = where(0, nan, x); show grad(y, x)", "1"),
      ("input x = 0; y = where(x == 0, 1, exp(1/x)); show y, grad(y, x)", "1 0"),
      (
        "input x = 0; s = where(x == 0, 1, x); y = where(x == 0, 1, tanh(s)/s); show grad(y*x, x)",
        "1"
      ),
      ("input x = 0; y = x*where(x > 0, 1/x, 3) + where(x > 0, log(x), 0); show grad(y, x)", "3"),
      ("input x = [0, 4]; y = sum(where(x > 0, x^0.5, 0)); show grad(y, x)", "[0,0.25]"),
      ("input x = -4; h = x^0.5; y = where(x > 0, h, 0) + x; show y, grad(y, x)", "-4 1"),
    ])
  func branches(program: String, shown: String) { expectShown(program, shown) }

  @Test(
    "The tape sends nothing to the branch not taken either",
    arguments: [
      ("input x = 0; backward where(x > 0, log(x), 2*x), steps=false", #"{"x":2}"#),
      ("input x = -1; backward where(x > 0, x^0.5, x*x), steps=false", #"{"x":-2}"#),
      ("input x = 0; backward where(x == 0, 1, exp(1/x)), steps=false", #"{"x":0}"#),
      ("input x = -4; h = x^0.5; backward where(x > 0, h, 0) + x, steps=false", #"{"x":1}"#),
    ])
  func tape(program: String, gradients: String) {
    #expect(Run(program).objects("gradients").first?["gradients"]?.text == gradients)
  }

  @Test("The gradient of a gradient of a network, by hand")
  func network() {
    expectHolds(
      """
      input x = 0.5; param w = 1.5; param b = -0.25
      y = tanh(w*x + b)
      s = 1 - y^2
      expect grad(y, w) ~ s*x
      expect grad(grad(y, w), w) ~ -2*y*s*x^2
      expect grad(grad(y, w), b) ~ -2*y*s*x
      expect hessian(y, [w, b]) ~ [[-2*y*s*x^2, -2*y*s*x], [-2*y*s*x, -2*y*s]]
      """)
  }
}
