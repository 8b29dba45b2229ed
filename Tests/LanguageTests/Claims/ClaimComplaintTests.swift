import Testing

@Suite("What is wrong with a claim")
struct ClaimComplaintTests {
  private static let network = "input x = 2; param w = [1, -1]; z = w*x; L = sum(z^2)\n"

  @Test(
    "What no claim can be read from",
    arguments: [
      ("claim dL/dw‹\n›", "error: expected '=' and what you claim, found the end of the line"),
      ("claim dL/dw ‹==› 3", "error: expected '=' and what you claim, found '=='"),
      (
        "claim ‹L› = 3",
        """
        error: a claim is about a derivative, as dL/dw, or about next(w)
        note: write 'claim dL/dw = …', or 'claim d(L)/d(mlp.w1[2,1]) = …' where a name needs brackets
        """
      ),
      (
        "claim ‹dL/dw/dx› = 3",
        """
        error: a claim is about a derivative, as dL/dw, or about next(w)
        note: write 'claim dL/dw = …', or 'claim d(L)/d(mlp.w1[2,1]) = …' where a name needs brackets
        """
      ),
      (
        "claim d‹M›/dw = 3",
        """
        error: there is nothing called 'M'
        note: a name means something from the line that defines it on
        """
      ),
      (
        "‹claim›",
        "error: 'claim' needs a value\nnote: write 'claim dL/dw = 2*x'"
      ),
    ])
  func unreadable(_ program: String, _ complaint: String) {
    expectComplaint(Self.network + program, complaint)
  }

  @Test(
    "What would leave the derivation to the program",
    arguments: [
      ("claim dL/dw = ‹grad›(L, w)", "'grad'"), ("claim dL/dw = 2*‹hessian›(L, w)", "'hessian'"),
      ("claim dL/dw = w.‹grad›", "'.grad'"), ("g(a) = grad(L, a)\nclaim dL/dw = ‹g›(w)", "'g'"),
      ("g = grad(L, w)\nclaim dL/dw = ‹g›", "'g' was made by 'grad', so it"),
      ("backward L\nclaim dL/dw = [w.‹grad›[1], 2]", "'.grad'"),
    ])
  func forbidden(_ program: String, _ word: String) {
    expectComplaint(
      Self.network + program,
      """
      error: a claim is your own derivation: \(word) may not be used in it
      note: write the factors yourself; dL/dz of a node on the way may be used
      """)
  }

  @Test(
    "Derivatives that may not be used",
    arguments: [
      (
        "claim dL/dw = ‹dL/dw›",
        """
        error: 'dL/dw' cannot be used here: 'w' does not lie between 'w' and 'L'
        note: it may be used for nodes that depend on 'w' and that 'L' depends on
        """
      ),
      (
        "claim dL/dw = 2*‹dL/dx›",
        """
        error: 'dL/dx' cannot be used here: 'x' does not lie between 'w' and 'L'
        note: it may be used for nodes that depend on 'w' and that 'L' depends on
        """
      ),
      (
        "claim dL/dw = dL/dz*‹dz/dw›",
        """
        error: 'dz/dw' cannot be used here: only derivatives of 'L' can
        note: write the local derivative as a formula
        """
      ),
    ])
  func slopes(_ program: String, _ complaint: String) {
    expectComplaint(Self.network + program, complaint)
  }

  @Test(
    "A claim has the shape of the derivative",
    arguments: [
      (
        "claim dL/dw = ‹3*x›",
        """
        error: dL/dw is a vector of 2, the claim is a scalar
        note: a claim has one element for each that it is differentiated by
        """
      ),
      (
        "claim dL/d(w[1]) = ‹[1, 2]›",
        """
        error: dL/d(w[1]) is a scalar, the claim is a vector of 2
        note: a claim has one element for each that it is differentiated by
        """
      ),
      (
        "claim dz/dw = ‹[x, x]›",
        """
        error: dz/dw is a 2×2 matrix, the claim is a vector of 2
        note: a claim has one element for each that it is differentiated by
        """
      ),
      (
        "param W = [[1, 2, 3], [4, 5, 6]]; M = sum(W)\nclaim dM/dW = ‹[[1, 1], [1, 1], [1, 1]]›",
        """
        error: dM/dW is a 2×3 matrix, the claim is a 3×2 matrix
        note: it looks transposed: a row for each row of what is differentiated by
        """
      ),
    ])
  func shapes(_ program: String, _ complaint: String) {
    expectComplaint(Self.network + program, complaint)
  }

  @Test("The next update is known only where there is one")
  func next() {
    expectComplaint(
      Self.network + "claim ‹next(w)› = w",
      """
      error: nothing has been minimized or trained yet
      note: 'claim next(w) = …' is about the step after those of 'minimize' or 'train'
      """)
    expectComplaint(
      Self.network + "minimize L\nclaim next(‹x›) = x",
      "error: 'x' is no parameter of the last 'minimize' or 'train'")
    expectComplaint(
      Self.network + "minimize L, optimizer=newton()\nclaim ‹next(w)› = w",
      """
      error: the next step of this method is no formula of one parameter
      note: 'next' knows the optimizers that change each parameter by itself
      """)
    expectComplaint(
      """
      data d = [1 -> 2; 2 -> 3]; param a = 0.5; f(x) = a*x
      train f, d, loss=mse, optimizer=sgd(lr=0.1), epochs=1, batch=1, shuffle=3
      claim ‹next(a)› = a
      """,
      """
      error: which rows come next is drawn at random, so the next step is not known
      note: train without 'batch' and 'shuffle', or use 'minimize'
      """)
  }
}
