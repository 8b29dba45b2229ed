import Language
import Reporting
import Testing

@Suite("What cannot be read as statements")
struct SyntaxComplaintTests {
  @Test(
    "Brackets",
    arguments: [
      ("show ‹(›1 + 2", "error: this '(' is never closed"),
      ("show (‹(›1 + 2", "error: this '(' is never closed"),
      ("y = tanh‹(›1\nz = 3", "error: this '(' is never closed"),
      ("y = ‹[›1, 2\nz = 3\n", "error: this '[' is never closed"),
      ("for k in 1..3 ‹{›\nx = 1\n", "error: this '{' is never closed"),
      ("show 1‹)›", "error: this ')' closes nothing"),
      ("show 1‹]› + 2", "error: this ']' closes nothing"),
      ("x = 1 ‹}›", "error: this '}' closes nothing"),
      ("show [1, 2‹)›]", "error: expected ']' here, found ')'\nfix: write ']'"),
      ("show (1 + 2‹]›", "error: expected ')' here, found ']'\nfix: write ')'"),
    ])
  func brackets(program: String, complaint: String) { expectComplaint(program, complaint) }

  @Test(
    "What is missing",
    arguments: [
      ("show 1 +‹›", "error: expected a value after '+', found the end of the text"),
      ("show (1 *‹)›", "error: expected a value after '*', found ')'"),
      ("show [1 - ‹,› 2]", "error: expected a value after '-', found ','"),
      ("x ‹=›\ninput y = 3", "error: expected a value after '=', found the end of the line"),
      ("x ‹=›\ny = 3", "error: expected a value after '=', found the end of the line"),
      ("x =‹›", "error: expected a value after '=', found the end of the text"),
      ("x = ‹;› y = 2", "error: expected a value after '=', found ';'"),
      ("show tanh(x=‹)›", "error: expected a value after '=', found ')'"),
      ("show ‹)›", "error: expected a value, found ')'"),
      ("input ‹3›", "error: expected a name after 'input', found '3'"),
      ("input x ‹2›", "error: expected '=' after 'x', found '2'"),
      ("set x ‹2›", "error: expected '=', found '2'"),
      ("for ‹3› in 1..2 { }", "error: expected a name after 'for', found '3'"),
      ("for k ‹=› 1 { }", "error: expected 'in' after 'k', found '='"),
      ("for k in 1..3‹;› x = 1", "error: expected '{', found ';'"),
      ("x = 1; show x.‹*›3", "error: expected a name after '.', found '*'"),
      ("f(‹3›) = 3", "error: expected a name after '(', found '3'"),
      ("show [1, 2 ‹3›]", "error: expected ',' between the elements\nfix: write ','"),
      ("f(x) = ‹{›}", "error: a function needs at least an expression, its value"),
      (
        "f(x) = { ‹y = x› }",
        "error: the last statement of a function must be an expression, its value"
      ),
    ])
  func missing(program: String, complaint: String) { expectComplaint(program, complaint) }

  @Test(
    "Two values side by side",
    arguments: [
      (
        "w = 1; x = 2; show w ‹x›",
        "error: expected an operator between 'w' and 'x'\nfix: for a product write '*'"
      ),
      (
        "show (1 ‹2›)",
        "error: expected an operator between '1' and '2'\nfix: for a product write '*'"
      ),
      (
        "show ‹tanh 2›",
        "error: a function takes its values in parentheses\nnote: write 'tanh(2)'"
      ),
    ])
  func sideBySide(program: String, complaint: String) {
    expectComplaint(program, complaint)
  }

  @Test("In a list, a sign must not touch its number after a space")
  func touchingSign() {
    expectComplaint(
      "show [0.5 ‹-›0.25]",
      """
      error: is this one element, '0.5 - 0.25', or two, '0.5, -0.25'?
      fix: two elements: write ', -'
      fix: one element: put a space after the sign
      """)
    expectComplaint(
      "x = 1; show [[1, x ‹+›2]]",
      """
      error: is this one element, 'x + 2', or two, 'x, +2'?
      fix: two elements: write ', +'
      fix: one element: put a space after the sign
      """)
    expectShown("show [1 - 2, 3-4, 5, -6, (1 -2)]", "[-1,-1,5,-6,-1]")
  }

  @Test(
    "Equals signs",
    arguments: [
      ("x = ‹=› 2", "error: one '=' is enough\nfix: leave out this '='"),
      ("show (1 ‹=› 2)", "error: '=' does not belong here\nfix: to compare, write '=='"),
      ("x = y ‹=› 2", "error: '=' does not belong here\nfix: to compare, write '=='"),
      (
        "x[1] ‹=› 3",
        """
        error: only whole names are defined by '='
        fix: to change an element of a leaf write 'set'
        """
      ),
      (
        "‹dL/dw› = 3",
        """
        error: a derivative is not defined, it follows from its graph
        fix: to say what it is, write 'claim dL/dw = …'
        """
      ),
    ])
  func equals(program: String, complaint: String) { expectComplaint(program, complaint) }

  @Test(
    "Commas",
    arguments: [
      ("x‹,› y = 1, 2", "error: one name is given a value at a time\nnote: write x = 1; y = 2"),
      ("input x‹,› y = 2", "error: one name is given a value at a time\nnote: write x = 1; y = 2"),
      (
        "x = 1‹,›000",
        """
        error: expected the end of the statement, found ','
        note: a list is written [1, 2], a decimal 1.5; digits are grouped by '_', as in 1_000
        """
      ),
      ("x = (1‹,› 2)", "error: parentheses hold one value\nnote: a list is written [1, 2]"),
      (
        "show(1‹,› 2)",
        "error: 'show' takes its values without parentheses\nnote: write 'show a, b'"
      ),
    ])
  func commas(program: String, complaint: String) { expectComplaint(program, complaint) }

  @Test(
    "Order and repetition",
    arguments: [
      (
        "show 1 < 2 ‹<› 3",
        """
        error: comparisons cannot be chained
        note: write (a < b)*(b < c), which is 1 where both hold
        """
      ),
      ("f(x, y=1) = x; show f(y=2, ‹3›)", "error: values without a name come before 'y='"),
      ("f(x=1, ‹y›) = x", "error: values without a name come before 'x='"),
      ("f(x, ‹x›) = x", "error: 'x' is named twice here\nnote: give one of the two another name"),
      (
        "for a, ‹a› in [[1, 2]] { }",
        "error: 'a' is named twice here\nnote: give one of the two another name"
      ),
    ])
  func order(program: String, complaint: String) { expectComplaint(program, complaint) }

  @Test("Every statement that cannot be read is reported, and none is run")
  func several() {
    let run = Run("show 1\nshow (2\n)\nx = = 3\nshow 4 +\n\nshow 2y\nshow 5")
    #expect(run.diagnostics.map(\.id) == ["unexpected-equals", "bad-number"])
    #expect(run.shown == "")
    #expect(run.outcome == .failed)
  }

  @Test("After ten complaints the rest is not read")
  func tenComplaints() {
    #expect(Run(String(repeating: "x = = 2\n", count: 1000)).diagnostics.count == 10)
  }

  @Test(
    "A fix that is carried out mends the program",
    arguments: [
      ("x = 2; show 2x", "x = 2; show 2*x"), ("x = = 2", "x =  2"), ("show 2.", "show 2.0"),
      ("show [1 2]", "show [1 , 2]"), ("show [1, 2)", "show [1, 2]"),
      ("w = 2; x = 3; show w x", "w = 2; x = 3; show w*x"), ("show 2 ** 3", "show 2 ^ 3"),
      ("show [1 -2]", "show [1 , -2]"), ("show tanhh(2)", "show tanh(2)"), ("x = True", "x = true"),
      ("input x = [1, 2]\nx[1] = 3", "input x = [1, 2]\nset x[1] = 3"),
      ("show （1)", "show (1)"), ("show 'a'", "show \"a\""), ("show 1 <> 2", "show 1 != 2"),
    ])
  func fixes(program: String, mended: String) throws {
    let fix = try #require(Run(program).diagnostics.first?.fixes.first)
    var bytes = Array(program.utf8)
    bytes.replaceSubrange(
      Int(fix.range.start) - 1..<Int(fix.range.end) - 1, with: Array(fix.replacement.utf8))
    #expect(String(decoding: bytes, as: UTF8.self) == mended)
    #expect(Run(mended).rendered == "")
  }
}
