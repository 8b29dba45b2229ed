import Language
import Reporting
import Testing

@Suite("Names and calls that mean nothing")
struct NameComplaintTests {
  @Test(
    "Unknown names",
    arguments: [
      (
        "weight = 2; show ‹wieght›*3",
        "there is nothing called 'wieght'; did you mean 'weight'?\nfix: write 'weight'"
      ),
      (
        "show ‹foo›",
        """
        there is nothing called 'foo'
        note: a name means something from the line that defines it on
        """
      ),
      (
        "y = ‹tanhh›(2)",
        "there is no function called 'tanhh'; did you mean 'tanh'?\nfix: write 'tanh'"
      ),
      (
        "y = ‹foo›(2)",
        """
        there is no function called 'foo'
        note: a name means something from the line that defines it on
        """
      ),
      ("x = ‹True›", "there is nothing called 'True'; did you mean 'true'?\nfix: write 'true'"),
      (
        "f(x) = ‹q›*x",
        """
        there is nothing called 'q'
        note: a name means something from the line that defines it on
        """
      ),
      (
        "f(value) = ‹valeu›*2",
        "there is nothing called 'valeu'; did you mean 'value'?\nfix: write 'value'"
      ),
    ])
  func unknown(program: String, complaint: String) {
    expectComplaint(program, "error: \(complaint)")
  }

  @Test(
    "A verb is not a value",
    arguments: [
      ("y = ‹show› 3", "show"), ("y = ‹show› + 3", "show"),
      ("x = 1; y = tanh(‹backward› x)", "backward"),
      ("y = [‹check›]", "check"), ("f(x) = ‹expect›", "expect"), ("y = ‹set›(2)", "set"),
    ])
  func verbs(program: String, verb: String) {
    expectComplaint(
      program,
      """
      error: '\(verb)' is a verb, not a value: it stands first in a statement
      note: write '\(verb) …' on a line of its own
      """)
  }

  @Test("A word that declares a leaf is not a value")
  func leafWord() {
    expectComplaint(
      "y = ‹input› + 3",
      """
      error: 'input' declares a leaf, and is not a value
      note: write 'input x = 2' on a line of its own
      """)
  }

  @Test(
    "The wrong number of values",
    arguments: [
      ("show ‹tanh()›", "'tanh' takes 1 value, not 0", "tanh(x)"),
      ("show ‹tanh(1, 2, 3)›", "'tanh' takes 1 value, not 3", "tanh(x)"),
      ("show ‹where(1, 2)›", "'where' takes 3 values, not 2", "where(c, a, b)"),
      ("show ‹grad(1)›", "'grad' takes 2 values, not 1", "grad(L, w)"),
      ("f(x) = x; show ‹f(1, 2)›", "'f' takes 1 value, not 2", "f(x)"),
      ("f(x, d=2) = x; show ‹f(1, 2, 3)›", "'f' takes 1 to 2 values, not 3", "f(x, d=2)"),
      ("f(x) = x; show ‹f()›", "'f' needs a value for 'x'", "f(x)"),
      ("f(x, y) = x; show ‹f(1)›", "'f' needs a value for 'y'", "f(x, y)"),
      ("‹seed›", "'seed' needs a value", "seed 7"),
      ("seed 1, ‹2›", "'seed' takes 1 value, not 2", "seed 7"),
      ("‹check›", "'check' needs a value", "check L"),
      ("‹draw›()", "'draw' needs a value", "draw L"),
    ])
  func counts(program: String, message: String, signature: String) {
    expectComplaint(program, "error: \(message)\nnote: write '\(signature)'")
  }

  @Test(
    "Settings",
    arguments: [
      (
        "show leaky_relu(1, ‹slope›=2)",
        "'leaky_relu' has no setting called 'slope'\nnote: its settings: 'negative_slope'"
      ),
      (
        "show leaky_relu(1, ‹negative_slop›=2)",
        """
        'leaky_relu' has no setting called 'negative_slop'; did you mean 'negative_slope'?
        note: its settings: 'negative_slope'
        fix: write 'negative_slope'
        """
      ),
      ("show tanh(1, ‹p›=2)", "'tanh' has no setting called 'p'\nnote: it has no settings"),
      (
        "show leaky_relu(1, negative_slope=2, ‹negative_slope›=3)",
        "'negative_slope' is given twice\nnote: leave one of them out"
      ),
      (
        "f(x, d=1) = x; show f(1, ‹e›=2)",
        "'f' has no setting called 'e'\nnote: its settings: 'x', 'd'"
      ),
      ("f(x, d=1) = x; show f(1, d=2, ‹d›=2)", "'d' is given twice\nnote: leave one of them out"),
      ("f(x, d=1) = x; show f(1, 2, ‹d›=2)", "'d' is given twice\nnote: leave one of them out"),
      (
        "show leaky_relu(1, negative_slope=‹\"a\"›)",
        "'negative_slope' must be a number, not a text"
      ),
      (
        "show leaky_relu(1, negative_slope=‹[1, 2]›)",
        "'negative_slope' must be a number, not a vector of 2"
      ),
      (
        "show leaky_relu(1, negative_slope=‹tanh›)",
        "'negative_slope' must be a number, not a function"
      ),
      ("show leaky_relu(1, negative_slope=‹nan›)", "'negative_slope' must be a number, not nan"),
      ("show normal(std=‹-1›)", "'std' must be at least 0, not -1"),
      (
        "param a = 0.1; show leaky_relu(1, negative_slope=‹a›)",
        """
        'negative_slope' of 'leaky_relu' must be a plain number, not one that is learned or given
        note: to learn it, write the function yourself, for example with 'where'
        """
      ),
      (
        "show 3, ‹digit›=2",
        """
        'show' has no setting called 'digit'; did you mean 'digits'?
        note: its settings: 'digits', 'row'
        fix: write 'digits'
        """
      ),
      ("show 3, digits=‹20›", "'digits' must be from 1 to 17, not 20"),
      ("show 3, digits=‹1.5›", "'digits' must be a whole number, not 1.5"),
      ("draw 3, to=‹4›", "'to' must be a text in double quotes, not a number"),
      ("backward 3, steps=‹-1›", "'steps' must be at least 0, not -1"),
    ])
  func settings(program: String, complaint: String) {
    expectComplaint(program, "error: \(complaint)")
  }

  @Test(
    "Values that are no functions, and functions that are no values",
    arguments: [
      (
        "x = 3; show ‹x›(2)",
        "'x' is a scalar, not a function\nnote: for a product write 'x*(…)'; for an element write 'x[…]'"
      ),
      (
        "show ‹2›(3)",
        "'2' is a number, not a function\nnote: for a product write '2*(…)'; for an element write '2[…]'"
      ),
      (
        "show ‹1 + tanh›",
        "'tanh' is a function, not a value\nnote: call it to get a value: 'tanh(…)'"
      ),
      (
        "f(x) = x; backward ‹f›",
        "'f' is a function, not a value\nnote: call it to get a value: 'f(…)'"
      ),
      (
        "param w = ‹tanh›",
        "'tanh' is a function, not a value\nnote: call it to get a value: 'tanh(…)'"
      ),
    ])
  func functions(program: String, complaint: String) {
    expectComplaint(program, "error: \(complaint)")
  }

  @Test(
    "What cannot stand in a function or a loop",
    arguments: [
      (
        "f(x) = ‹f›(x - 1)",
        "'f' calls itself, and functions here cannot\nnote: repeat with 'for': for k in 1..10 { h = … }"
      ),
      (
        "f(x) = { ‹show› x; x }",
        """
        'show' is a verb and cannot stand inside a function
        note: call the function, and use 'show' on what it gives
        """
      ),
      (
        "f(x) = { ‹input y = x›; y }",
        """
        'input' cannot stand inside a function
        note: a function has definitions, loops, and at the end its value
        """
      ),
      (
        "input y = 1; f(x) = { ‹set y = x›; y }",
        """
        'set' cannot stand inside a function
        note: a function has definitions, loops, and at the end its value
        """
      ),
      (
        "f(x) = { for k in 1..2 { ‹g(y) = y› }; x }",
        """
        'g(…) =' cannot stand inside a function
        note: a function has definitions, loops, and at the end its value
        """
      ),
      (
        "for k in 1..3 { ‹input x = k› }",
        """
        'x' would be declared again in every round
        note: declare it before the loop; to change it in the loop, write 'set x = …'
        """
      ),
    ])
  func places(program: String, complaint: String) {
    expectComplaint(program, "error: \(complaint)")
  }
}
