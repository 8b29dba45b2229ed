import Language
import Reporting
import Testing

@Suite("Words and signs of other languages")
struct ForeignWordsTests {
  @Test(
    "Words",
    arguments: [
      ("‹def› f(x): return x", "def", "a function is written f(x) = x^2"),
      ("f = ‹lambda› x: x", "lambda", "a function is written f(x) = x^2"),
      ("‹let› x = 2", "let", "a definition needs no word before it: x = 2"),
      ("‹if› x > 2 { y = 1 }", "if", "where(c, a, b) is a where c is not zero, and b elsewhere"),
      ("‹if› (x > 2) { y = 1 }", "if", "where(c, a, b) is a where c is not zero, and b elsewhere"),
      ("‹while› x > 2 { }", "while", "repeat with 'for': for k in 1..10 { … }"),
      ("‹print›(2)", "print", "to see a value write 'show x'"),
      ("‹print› 2", "print", "to see a value write 'show x'"),
      ("for k in ‹range›(3) { }", "range", "a range is written 1..10, and both ends belong to it"),
      (
        "f(x) = { ‹return› x }", "return",
        "the last expression of a function is its value, without any word before it"
      ),
      ("‹import› numpy", "import", "every function is there already; leave this out"),
      ("show ‹np›.tanh(1)", "np", "functions need nothing before them: tanh(x)"),
      ("a = 1; b = 1; show a ‹and› b", "and", "write a*b, which is 1 where both are 1"),
      ("a = 1; b = 1; show [a ‹or› b]", "or", "write max(a, b), which is 1 where either is 1"),
      ("show ‹not› 3", "not", "write x == 0, which is 1 where x is 0"),
      ("x = ‹None›", "None", "every name has a value; write 0, or nan"),
      ("show ‹e›^2", "e", "the exponential function is exp(x)"),
    ])
  func words(program: String, word: String, remedy: String) {
    expectComplaint(program, "error: '\(word)' is not part of the language\nnote: \(remedy)")
  }

  @Test("A name is a name, whatever other languages make of it")
  func ownNames() {
    expectShown("let = 2; e = 3; print = let*e; def(x) = x + print; show def(1), e^2", "7 9")
  }

  @Test(
    "Signs",
    arguments: [
      ("show 2 ‹**› 3", "'**' is not part of the language; write '^'\nfix: write '^'"),
      (
        "show 3 ‹//› half",
        "'//' is not part of the language; write '#'\nnote: '#' begins a comment\nfix: write '#'"
      ),
      ("x ‹:=› 2", "':=' is not part of the language; write '='\nfix: write '='"),
      (
        "x = 1\nx ‹+=› 2",
        """
        '+=' is not part of the language
        note: name it again: x = x + 1, or for a leaf 'set x = x + 1'
        """
      ),
      (
        "show 1 ‹&&› 2",
        "'&&' is not part of the language\nnote: write a*b, which is 1 where both are 1"
      ),
      ("show ‹!›1", "'!' is not part of the language\nnote: write x == 0 for 'not x'"),
      (
        "show 1 ‹?› 2",
        """
        '?' is not part of the language
        note: where(c, a, b) is a where c is not zero, and b elsewhere
        """
      ),
      (
        "for k in 1..3‹:›\n  x = 1",
        """
        ':' is not part of the language
        note: a block stands in braces, { … }; a range is written 1..3
        """
      ),
      ("show ‹'text'›", "text stands in double quotes\nfix: write \"text\""),
      (
        "x = 1; show x‹'›",
        """
        ''' is not part of the language
        note: text stands in double quotes; the transpose of x is transpose(x)
        """
      ),
    ])
  func signs(program: String, complaint: String) {
    expectComplaint(program, "error: \(complaint)")
  }

  @Test(
    "What belongs to a value elsewhere",
    arguments: [
      (
        "x = [1, 2]; show x.‹sum›()", "a vector of 2", "sum",
        "a function comes first: write 'sum(…)'"
      ),
      ("x = [[1, 2]]; show x.‹T›", "a 1×2 matrix", "T", "write 'transpose(…)'"),
      (
        "x = [1, 2]; show x.‹shape›", "a vector of 2", "shape",
        "write 'len(…)' for the number of elements or rows"
      ),
      ("L = 1; L.‹backward›()", "a scalar", "backward", "write 'backward …' on a line of its own"),
      (
        "L = 1; show L.‹foo›", "a scalar", "foo",
        "'.grad' gives the gradient at a node of the last loss"
      ),
    ])
  func members(program: String, kind: String, name: String, remedy: String) {
    expectComplaint(program, "error: \(kind) has no '.\(name)'\nnote: \(remedy)")
  }
}
