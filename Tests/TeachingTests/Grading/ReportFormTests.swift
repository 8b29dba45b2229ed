import Reporting
import Teaching
import Testing

@Suite("Reports for other programs")
struct ReportFormTests {
  private func reports() throws -> [Report] {
    let exercise = try exercise(
      "write", points: "[1, 2]",
      check: "# a <sign> & # more\nexpect f(2) ~ 1\n# zero\nexpect f(0) ~ 0\n")
    return [grade(exercise, "f(x) = -x/2\noh = no")]
  }

  private func text(_ form: ReportForm) throws -> String {
    form.text(of: try reports(), by: TextRenderer())
  }

  @Test("JUnit's XML, in which nothing is obeyed")
  func junit() throws {
    #expect(
      try text(.junit).replacing(/gradus-teaching-[\w-]+/, with: "E") == """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuites name="gradus" tests="2" failures="1">
          <testsuite name="mine.grad" tests="2" failures="1" errors="0">
            <testcase classname="E" name="a &lt;sign&gt; &amp; # more">
              <failure type="sign-flipped" message="f(2) is −1">f(2) is −1
        the sign is the other way round
        0 of 1 points</failure>
            </testcase>
            <testcase classname="E" name="zero"/>
            <system-err>line 2: there is nothing called 'no'</system-err>
          </testsuite>
        </testsuites>

        """)
  }

  @Test("The Test Anything Protocol")
  func tap() throws {
    #expect(
      try text(.tap) == """
        TAP version 13
        1..2
        # line 2: there is nothing called 'no'
        not ok 1 - mine.grad: a <sign> & \\# more
          ---
          points: 0
          maximum: 1
          messages: ["f(2) is −1","the sign is the other way round"]
          diagnosis: ["sign-flipped"]
          ...
        ok 2 - mine.grad: zero

        """)
  }

  @Test("Gradescope's results")
  func gradescope() throws {
    #expect(
      try text(.gradescope) == """
        {"score":2,"output":"line 2: there is nothing called 'no'","output_format":"text",\
        "visibility":"visible","tests":[{"name":"a <sign> & # more","score":0,"max_score":1,\
        "status":"failed","output":"f(2) is −1\\nthe sign is the other way round",\
        "output_format":"text","tags":["sign-flipped"]},{"name":"zero","score":2,"max_score":2,\
        "status":"passed","output":"","output_format":"text","tags":[]}]}

        """)
  }
}
