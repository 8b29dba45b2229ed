import Testing

@Suite("Words of the language")
struct WordsTests {
  @Test(
    "Numbers",
    arguments: [
      ("1", "1"), (".15", "0.15"), ("1e-3", "0.001"), ("1_000", "1000"), ("1_0.5_0", "10.5"),
      ("1E+2", "100"), ("0.1e1", "1"), ("1e-400", "0"), ("inf", "\"inf\""), ("-inf", "\"-inf\""),
      ("nan", "\"nan\""), ("true", "1"), ("false", "0"), ("pi", "3.141592653589793"),
      ("-0", "-0.0"), ("9007199254740993", "9007199254740992.0"), ("5e-324", "5e-324"),
      ("007", "7"),
      ("6.8813735870195432", "6.881373587019543"),
    ])
  func numbers(text: String, value: String) { expectShown("show \(text)", value) }

  @Test(
    "Comments, blank lines and line ends",
    arguments: [
      "# nothing but a comment\nshow 1", "show 1 # after a statement", "\n\n\n  show 1\n\n",
      "show 1;", "show 1;;;\n;", "show 1\r\n", "\tshow\t1", "show 1 # ; show 2", "\u{FEFF}show 1",
      "show 1 #", "#", "",
    ])
  func comments(program: String) { expectShown(program, program.contains("show") ? "1" : "") }

  @Test(
    "A statement goes on where something is open or an operator or comma came last",
    arguments: [
      "show (1 +\n2\n+ 3)", "show 1 +\n2 + 3", "show 1 + # why\n  2 +\n\n 3", "x =\n6\nshow x",
      "show [1, 5,\n6][\n3\n]", "show 2 *\n3", "show where(1,\n6,\n7)",
      "x = [\n1\n,\n6\n]; show x[2]",
      "f(x) =\n6*x\nshow f(1)", "f(x) = {\n  y = 6\n  y*x\n}\nshow f(1)", "show 36^\n0.5",
      "f(x) =\n{\n6*x }\nshow f(1)", "y = 0\nfor k in 1..3\n{\ny = y + k }\nshow y",
      "input\tx = 6\nshow x", "show 0 <\n6, digits=3\nshow 6", "show 6, \n digits=3",
    ])
  func continuation(program: String) {
    let shown = Run(program)
    #expect(shown.rendered == "")
    #expect(shown.shown.hasSuffix("6"))
  }

  @Test("A newline ends a statement, and a semicolon does")
  func separators() {
    expectShown("x = 1\n-x", "-1")
    expectShown("show 1; show 2 ; show 3\nshow 4", "1 2 3 4")
    expectShown("for k in 1..2 { show k; show 10*k }", "1 10 2 20")
  }

  @Test(
    "Names of any script",
    arguments: [
      "η", "权重", "重み", "вес", "α_1", "_x", "x2", "größe", "क", "Ω", "ℝ", "x_", "é", "e\u{301}",
    ])
  func names(name: String) {
    expectShown("\(name) = 3; \(name)2 = \(name)*2; show \(name)2", "6")
  }

  @Test("A name keeps its spelling in what is shown")
  func spelling() {
    #expect(Run("η = 0.1\nshow η*2").objects("value").first?["name"]?.string == "η*2")
  }

  @Test("The same letter composed differently is the same name")
  func composition() { expectShown("\u{E9} = 3; show e\u{301}", "3") }

  @Test(
    "Verbs and leaf words are ordinary names before an equals sign",
    arguments: [
      "show", "input", "param", "set", "for", "in", "backward", "step", "draw", "seed", "net",
    ])
  func verbNames(name: String) {
    expectShown("\(name) = 3\ny = \(name)*2\nshow y, \(name)", "6 3")
  }

  @Test("A verb may stand close to its operand or far from it")
  func verbSpacing() {
    expectShown("show(1)", "1")
    expectShown("show (1 + 2)*2", "6")
    expectShown("show -1", "-1")
    expectShown("show [1, 2]", "[1,2]")
    expectShown("show (1)+(2)", "3")
  }

  @Test("A name equal to a built-in's leaves the built-in callable")
  func builtinNames() {
    expectShown("sum = 3; show sum, sum([1, 2]), sum*sum([sum, 1])", "3 3 12")
    expectShown("inf = 3; pi = 4; show inf + pi", "7")
    expectShown("tanh(x) = 2*x; show tanh(3)", "6")
    expectShown("max = [1, 2]; show max(3, 4), max[1]", "4 1")
  }

  @Test("Texts in double quotes")
  func texts() {
    #expect(Run("show \"a # b; c\"").shown == #""\"a # b; c\"""#)
    #expect(Run("show \"日本\"").rendered == "")
  }
}
