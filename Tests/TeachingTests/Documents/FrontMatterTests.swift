import Reporting
import Testing

@testable import Teaching

@Suite("Front matter")
struct FrontMatterTests {
  private func fields(_ text: String) throws -> [String: String] {
    let matter = try notebook("---\n\(text)\n---\n").frontMatter
    var fields: [String: String] = [:]
    for field in matter?.fields ?? [] {
      fields[field.key.text] =
        switch field.value {
        case .scalar(let scalar): scalar.text
        case .list(let items): items.map(\.text).joined(separator: "|")
        case .map(let pairs): pairs.map { "\($0.key.text)=\($0.value.text)" }.joined(separator: "|")
        }
    }
    return fields
  }

  @Test(
    "Reads words, quotes, lists and maps as YAML does",
    arguments: [
      ("a: some words  ", "some words"), ("a: 'it''s: so'", "it's: so"),
      ("a: \"x \\\"y\\\" \\\\ é\"", "x \"y\" \\ é"), ("a: words # and a remark", "words"),
      ("a: b#c", "b#c"), ("a: 12", "12"), ("a: [x, \"y, z\", 'w']", "x|y, z|w"), ("a: []", ""),
      ("a:\n  - one\n  - \"two: 2\"", "one|two: 2"), ("a:\n- one\n- two", "one|two"),
      ("a: one\n  two\n  three", "one two three"),
      ("a:\n  - one\n    more\n  - two", "one more|two"),
      ("a:\n  x: 1\n  y: 2", "x=1|y=2"), ("# remark\n\na: b", "b"), ("a: [x,\n  y]", "x|y"),
      ("a: http://b", "http://b"), ("a: -1", "-1"), ("a:", ""),
    ])
  func values(_ text: String, _ expected: String) throws {
    #expect(try fields(text)["a"] == expected)
  }

  @Test(
    "Says in one line what YAML would read otherwise to whoever needs the facts",
    arguments: [
      ("a: b: c", "2: a value with a colon before a space needs quotes: \"…\""),
      ("a: *b", "2: a value that begins with '*' needs quotes: \"…\""),
      ("a: \"b", "2: the quotes are not closed: '\"' is missing"),
      ("a: [b", "2: the list is not closed: ']' is missing"),
      ("a: b\nwords", "3: a line of the front matter is 'key: value'"),
      ("a: b\na: c", "3: the key 'a' stands here twice"),
      ("\ta: b", "2: a tab stands before this line; front matter is moved in by spaces"),
      (" a: b", "2: this line stands further in than a key does"),
      ("a: \"b\" c", "2: something stands after the end of the value: 'c'"),
      (
        "a: \"\\frac\"",
        "2: '\\f' means nothing in quotes; a backslash is '\\\\', or use 'single' ones"
      ),
    ])
  func complaints(_ text: String, _ message: String) throws {
    let notebook = try notebook("---\n\(text)\n---\n")
    let complaints = Facts(notebook).diagnostics.map {
      "\(notebook.sources.place(of: $0.range)?.start.line ?? 0): \($0.message)"
    }
    #expect(complaints == [message])
  }

  @Test("Positions hold below it, and a line alone is none")
  func positions() throws {
    let text = "---\ntitle: a\n---\n```gradus\nx\n```\n"
    #expect(try notebook(text).cells.map(\.line) == [4])
    #expect(try notebook("\u{FEFF}" + text).frontMatter?.fields.count == 1)
    #expect(try notebook("---\n\nwords\n").frontMatter == nil)
    #expect(try notebook("words\n---\na: b\n---\n").frontMatter == nil)
  }
}
