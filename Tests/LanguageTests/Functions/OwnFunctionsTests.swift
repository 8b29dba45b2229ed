import Testing

@Suite("Functions that a program defines")
struct OwnFunctionsTests {
  @Test(
    "Bodies, settings and defaults",
    arguments: [
      ("f(x) = 2*x; show f(3)", "6"),
      ("f() = 7; show f()", "7"),
      ("f(x, y) = x - y; show f(5, 3), f(y=5, x=3)", "2 -2"),
      ("f(x, d=1) = x*d; show f(3), f(3, 2), f(3, d=4)", "3 6 12"),
      ("f(x, a=1, b=a + 1) = x*a + b; show f(2), f(2, b=0), f(2, 3), f(2, a=3, b=1)", "4 2 10 7"),
      ("f(x) = { y = x + 1; z = y*y; z - x }; show f(2)", "7"),
      ("f(x) = { s = 0; for k in 1..3 { s = s + k*x }; s }; show f(2)", "12"),
      ("f(x) = [x, 2*x]; show f(3)[2], f(1)", "6 [1,2]"),
      ("f(v) = sum(v*v); show f([1, 2])", "5"),
      ("f(x) = { x; x*2 }; show f(4)", "8"),
      ("b = 10; f(x) = x + b; b = 20; show f(1)", "21"),
      ("x = 5; f(x) = { x = x + 1; x }; show f(1), x", "2 5"),
      ("y = 5; f(x) = { y = x; y }; show f(1), y", "1 5"),
      ("f(x) = x + 1; g(x) = f(f(x)); show g(1)", "3"),
      ("f(k) = [k*j for j in 1..3]; show f(2)", "[2,4,6]"),
    ])
  func definitions(program: String, shown: String) {
    expectShown(program, shown)
  }

  @Test(
    "Functions are values, and naming only settings fixes them for later",
    arguments: [
      ("f = tanh; show f(0)", "0"),
      (
        "twice(f, x) = f(f(x)); inc(x) = x + 1; show twice(inc, 1), twice(exp, 0)",
        "3 2.718281828459045"
      ),
      ("scaled(x, by=1) = x*by; triple = scaled(by=3); show triple(2)", "6"),
      ("scaled(x, by=1) = x*by; triple = scaled(by=3); show triple(2, by=5)", "10"),
      ("steep = leaky_relu(negative_slope=0.5); show steep(-2), steep([-4, 4])", "-1 [-2,4]"),
      (
        "each(f, v) = [f(x) for x in v]; show each(leaky_relu(negative_slope=1), [-1, 2])", "[-1,2]"
      ),
      ("add(a, b) = a + b; inc = add(a=1); show inc(2)", "3"),
      ("scaled(x, by=1) = x*by; make(n) = scaled(by=n); show make(4)(5), make(2)(3)", "20 6"),
      ("f(x) = x; g = f; f(x) = 2*x; show g(1), f(1)", "1 2"),
      ("show (tanh)(0)", "0"),
    ])
  func values(program: String, shown: String) {
    expectShown(program, shown)
  }

  @Test("A function that is shown says how it is called")
  func signatures() {
    expectShown(
      "f(x, d=1) = x; show f, tanh, f(d=2), leaky_relu",
      #""f(x, d=…)" "tanh(x)" "f(x, d=…), with d chosen" "leaky_relu(x, negative_slope=0.01)""#)
  }

  @Test("What a function computes is differentiated through the call")
  func gradients() {
    expectShown("input x = 3; f(x, n=2) = x^n; show grad(f(x), x), grad(f(x, n=3), x)", "6 27")
  }
}
