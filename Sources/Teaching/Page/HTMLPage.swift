import Reporting

/// A page that needs nothing but itself: no other file, no network.
///
/// Its policy allows the one style sheet and the one script in it, by their digests, and nothing
/// else; so even markup that slipped through could do nothing.
struct HTMLPage {
  /// What the window is called.
  var title: String
  /// What stands between the tags of the body.
  var body: HTML
  /// Whether the page has something that its script shows.
  var hasSteppers: Bool

  /// The page as text.
  var text: String {
    let sheet = PageStyle.sheet + "\n"
    let code = "\n" + PageScript.code + "\n"
    var policy = "default-src 'none'; style-src 'sha256-\(SHA256.base64(of: sheet))'"
    if hasSteppers { policy += "; script-src 'sha256-\(SHA256.base64(of: code))'" }
    policy += "; base-uri 'none'; form-action 'none'"
    let script: HTML = hasSteppers ? "<script>\(HTML(trusting: code))</script>\n" : ""
    let page: HTML = """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="\(HTML(trusting: policy))">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="referrer" content="no-referrer">
      <meta name="generator" content="gradus">
      <title>\(title)</title>
      <style>\(HTML(trusting: sheet))</style>
      </head>
      <body>
      <main>
      \(body)</main>
      \(script)</body>
      </html>

      """
    return page.markup
  }
}
