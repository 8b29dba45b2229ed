import Language
import Reporting
import Testing

@testable import Teaching

@Suite("A page")
struct HTMLTests {
  @Test(
    "Its digests are those of the standard",
    arguments: [
      ("", "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="),
      ("abc", "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0="),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "JI1qYdIGOLjlwCaTDD5gOaM85Flk/yFn9uzt1BnbBsE="
      ),
    ])
  func digest(_ text: String, _ digest: String) {
    #expect(SHA256.base64(of: text) == digest)
  }

  @Test(
    "A link is kept if following it does no more than show a document",
    arguments: [
      ("https://example.org/a?b=c:d#e", true), ("HTTP://x", true), ("mailto:a@b", true),
      ("exercises/01/task.md", true), ("#training", true), ("a?b:c", true), ("", false),
      ("javascript:alert(1)", false), ("JavaScript:alert(1)", false), ("data:text/html,x", false),
      ("java\nscript:alert(1)", false), (" javascript:alert(1)", false), ("vbscript:x", false),
      ("a\u{202E}b", false), ("file:///etc/passwd", false),
    ])
  func links(_ target: String, _ isSafe: Bool) {
    #expect(HTMLWords.isSafe(target) == isSafe)
  }

  @Test("Foreign words are escaped wherever they are put")
  func escaping() {
    let words = "<b> & \"c\" 'd' \u{1B}[2J\u{202E}"
    let html: HTML = "<p title=\"\(words)\">\(words)</p>"
    let shown = "&lt;b&gt; &amp; &quot;c&quot; &#39;d&#39; \\u{1B}[2J\\u{202E}"
    #expect(html.markup == "<p title=\"\(shown)\">\(shown)</p>")
  }

  @Test("No text in the data of a script can end the script")
  func data() {
    let data = HTML(data: .object([("</script><!--", .string("</SCRIPT>\u{2028}&"))])).markup
    #expect(data == #"{"\u003c/script\u003e\u003c!--":"\u003c/SCRIPT\u003e\u2028\u0026"}"#)
  }

  @Test("A heading has the anchor that GitHub gives it, and none twice")
  func anchors() {
    var prose = HTMLProse()
    let tree = MarkdownTree(Array("# One step, at a time!\n\n# One step at a time\n".utf8))
    let html = tree.blocks.map { prose.html(of: $0).markup }.joined()
    #expect(html.contains("<h1 id=\"one-step-at-a-time\">One step, at a time!</h1>"))
    #expect(html.contains("<h1 id=\"one-step-at-a-time-1\">"))
  }
}
