import Language
import Reporting
import Testing

@Suite("Shapes, indices and leaves that do not fit")
struct ShapeComplaintTests {
  @Test(
    "Shapes that cannot be combined are both named",
    arguments: [
      (
        "show ‹[1, 2] + [1, 2, 3]›",
        """
        '+' cannot combine a vector of 2 and a vector of 3
        note: shapes must be equal, or one of the two a scalar
        """
      ),
      (
        "show 1 + ‹[[1, 2]] * [1, 2]›",
        """
        '*' cannot combine a 1×2 matrix and a vector of 2
        note: shapes must be equal, or one of the two a scalar
        """
      ),
      (
        "show ‹[1, 2] ~ [1, 2, 3]›",
        """
        a vector of 2 cannot be compared with a vector of 3
        note: shapes must be equal, or one of the two a scalar
        """
      ),
      (
        "show ‹dot([1, 2], [1, 2, 3])›",
        """
        'dot' cannot combine a vector of 2 and a vector of 3
        note: shapes must be equal, or one of the two a scalar
        """
      ),
      (
        "show ‹[1, 2] @ [1, 2, 3]›",
        """
        '@' cannot combine a vector of 2 and a vector of 3
        note: the columns on the left must be as many as the rows on the right
        """
      ),
      (
        "show ‹2 @ [1, 2]›",
        """
        '@' cannot combine a scalar and a vector of 2
        note: the columns on the left must be as many as the rows on the right
        """
      ),
      (
        "show ‹concat([1], [[2]])›",
        """
        'concat' cannot combine a vector of 1 and a 1×1 matrix
        note: shapes must be equal, or one of the two a scalar
        """
      ),
    ])
  func combined(program: String, complaint: String) {
    expectComplaint(program, "error: \(complaint)")
  }

  @Test(
    "Lists",
    arguments: [
      (
        "show [[1, 2], ‹[3]›]",
        """
        the rows of a matrix must be equally long, and this is a vector of 1
        note: the first row is a vector of 2
        """
      ),
      (
        "show [1, ‹[2]›]",
        """
        this is a vector of 1, and the first element is a scalar
        note: a list holds scalars, or vectors of one length, not both
        """
      ),
      (
        "show [‹[[1]]›]",
        """
        a list cannot hold matrices
        note: there are scalars, vectors and matrices; concat(a, b) joins matrices
        """
      ),
      ("show ‹[]›", "this has no elements\nnote: a vector or a matrix has at least one element"),
      (
        "show ‹[k for k in 2..1]›",
        "this has no elements\nnote: a vector or a matrix has at least one element"
      ),
      ("show [1, ‹\"a\"›]", "the elements of a list must be numbers, not a text"),
    ])
  func lists(program: String, complaint: String) { expectComplaint(program, "error: \(complaint)") }

  @Test(
    "Indices",
    arguments: [
      (
        "x = [5, 6]; show x[‹0›]",
        "there is no element 0: the vector has 2\nnote: indices start at 1, and the last is 2"
      ),
      (
        "x = [5, 6]; show x[‹3›]",
        "there is no element 3: the vector has 2\nnote: indices start at 1, and the last is 2"
      ),
      (
        "x = [5, 6]; show x[‹-1›]",
        "there is no element -1: the vector has 2\nnote: indices start at 1, and the last is 2"
      ),
      (
        "x = [5]; show x[‹2›]", "there is no element 2: the vector has 1\nnote: the only index is 1"
      ),
      (
        "x = [5, 6]; show x[‹1..3›]",
        "there is no element 3: the vector has 2\nnote: indices start at 1, and the last is 2"
      ),
      (
        "x = [5, 6]; show x[‹2..1›]",
        "this has no elements\nnote: a vector or a matrix has at least one element"
      ),
      ("x = [5, 6]; show x[‹1.5›]", "an index must be a whole number, not 1.5"),
      ("x = [5, 6]; show x[‹nan›]", "an index must be a whole number, not nan"),
      (
        "x = [5, 6]; show x[‹1e300›]",
        "an index is too large: 1e300\nnote: whole numbers go up to 1e15"
      ),
      (
        "W = [[1, 2]]; show W[‹2›]",
        "there is no element 2: the matrix, by rows, has 1\nnote: the only index is 1"
      ),
      (
        "W = [[1, 2]]; show W[1, ‹3›]",
        """
        there is no element 3: the matrix, by columns, has 2
        note: indices start at 1, and the last is 2
        """
      ),
      (
        "x = [5, 6]; show ‹x[1, 2]›",
        """
        a vector of 2 does not take 2 indices
        note: a vector takes one index, x[2], and a matrix one or two, W[2, 1] or W[.., 1]
        """
      ),
      (
        "x = 5; show ‹x›[1]",
        "a scalar has no elements\nnote: vectors and matrices have: [1, 2], [[1, 2], [3, 4]]"
      ),
      (
        "show ‹tanh›[1]",
        "a function has no elements\nnote: vectors and matrices have: [1, 2], [[1, 2], [3, 4]]"
      ),
    ])
  func indices(program: String, complaint: String) {
    expectComplaint(program, "error: \(complaint)")
  }

  @Test(
    "Leaves",
    arguments: [
      (
        "x = 3; set ‹x› = 4",
        """
        'x' is not a leaf, so it cannot be set
        note: only what was declared by 'input' or 'param' can be set
        """
      ),
      (
        "input x = 3; set [x, ‹2*x›] = 4",
        """
        '2*x' is not a leaf, so it cannot be set
        note: only what was declared by 'input' or 'param' can be set
        """
      ),
      (
        "set ‹y› = 4",
        """
        there is nothing called 'y'
        note: a name means something from the line that defines it on
        """
      ),
      (
        "input x = [1, 2]; set x = ‹[1, 2, 3]›",
        "'x' is a vector of 2 and cannot be set to a vector of 3"
      ),
      (
        "input a = 1; input b = 2; set [a, b] = ‹[1, 2, 3]›",
        "there are 2 numbers to set and 3 given"
      ),
      ("input a = 1; input b = 2; set [a, b] = ‹5›", "there are 2 numbers to set and 1 given"),
      ("input ‹x›", "'x' needs a value\nnote: write 'input x = 0.5' or 'param x = 0.5'"),
      ("param w[2] = ‹[1, 2, 3]›", "'w' is declared as a vector of 2 and given a vector of 3"),
      ("param w[‹2.5›] = 1", "a size must be a whole number from 1, not 2.5"),
      ("param w[‹0›] = 1", "a size must be a whole number from 1, not 0"),
      ("param w[‹1, 2, 3›] = 1", "a shape has one or two sizes, not 3"),
      ("param w = ‹\"a\"›", "the value of 'w' must be numbers, not a text"),
      ("param w = zeros(‹1.5›)", "a size must be a whole number from 1, not 1.5"),
    ])
  func leaves(program: String, complaint: String) {
    expectComplaint(program, "error: \(complaint)")
  }

  @Test(
    "Loops",
    arguments: [
      (
        "for k in ‹3› { x = k }",
        """
        'for' goes through a range, a vector or the rows of a matrix, not a number
        note: a range is written 1..10
        """
      ),
      (
        "for a, b in ‹[[1, 2, 3]]› { x = a }",
        """
        2 names cannot share a vector of 3
        note: every item of this must have as many numbers as there are names
        """
      ),
      (
        "show [a for a, b in ‹1..3›]",
        """
        2 names cannot share a scalar
        note: every item of this must have as many numbers as there are names
        """
      ),
      ("for k in ‹0.5›..2 { x = k }", "the start of a range must be a whole number, not 0.5"),
      (
        "for k in 1..‹1e300› { x = k }",
        "the end of a range is too large: 1e300\nnote: whole numbers go up to 1e15"
      ),
      ("for k in 1..‹nan› { x = k }", "the end of a range must be a whole number, not nan"),
    ])
  func loops(program: String, complaint: String) { expectComplaint(program, "error: \(complaint)") }

  @Test(
    "Gradients",
    arguments: [
      (
        "input x = 1; show grad(x, ‹2›)",
        "a gradient is taken with respect to nodes, not a number\nnote: as in grad(L, w), or grad(L, [w, b])"
      ),
      (
        "input x = [1, 2]; show grad(‹x›, x)",
        """
        what is differentiated must be a scalar, not a vector of 2
        note: choose an element, as in y[1], or reduce it, as in sum(y)
        """
      ),
      (
        "input x = [1, 2]; backward ‹x›",
        """
        what 'backward' is given must be a scalar, not a vector of 2
        note: choose an element, as in y[1], or reduce it, as in sum(y)
        """
      ),
      (
        "input x = 1; show x.‹grad›",
        """
        nothing has been differentiated yet
        note: run 'backward L' first, or write 'grad(L, w)'
        """
      ),
    ])
  func gradients(program: String, complaint: String) {
    expectComplaint(program, "error: \(complaint)")
  }
}
