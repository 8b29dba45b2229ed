/// Turns a diagnostic into what a person reads: the message, the place, the text underlined.
///
/// The underline has to stand under the text as it will be shown, so this renderer already needs
/// to know the page's width and whether it is ASCII.
public struct DiagnosticRenderer: Sendable {
  /// The columns of the page.
  public var width: Int
  /// Whether everything outside ASCII will be replaced.
  public var ascii: Bool

  /// A renderer for a page, by default of 80 columns.
  public init(width: Int = 80, ascii: Bool = false) {
    self.width = width
    self.ascii = ascii
  }

  /// A renderer for the page another renderer writes.
  public init(for renderer: TextRenderer) {
    self.init(width: renderer.width, ascii: renderer.ascii)
  }

  /// The diagnostic as a document; the map holds the text it is about.
  public func document(_ diagnostic: Diagnostic, in map: SourceMap) -> Document {
    var document = Document()
    let style = style(of: diagnostic.severity)
    var heading = StyledText(diagnostic.severity.rawValue, style)
    heading.add(": \(diagnostic.message)")
    document.add(heading)
    if let place = map.place(of: diagnostic.range),
      let (source, base) = map.source(at: diagnostic.range.start)
    {
      var arrow = StyledText("--> ", .muted)
      arrow.add("\(place.file.sanitizedLine):\(place.start.line):\(place.start.column)")
      document.add(arrow, indent: 2)
      let range = diagnostic.range
      let bytes = Int(range.start - base)..<Int(max(range.end, range.start) - base)
      add(bytes.clamped(to: 0..<source.bytes.count), at: place, of: source, style, to: &document)
    }
    for note in diagnostic.notes { document.add(remark("note", note), indent: 3) }
    for fix in diagnostic.fixes { document.add(remark("fix", fix.message), indent: 3) }
    return document
  }

  private func style(of severity: Diagnostic.Severity) -> StyledText.Style {
    switch severity {
    case .error: .bad
    case .warning: .warning
    case .note: .heading
    }
  }

  private func remark(_ kind: String, _ words: String) -> StyledText {
    var line = StyledText("= ", .muted)
    line.add(kind, .heading)
    line.add(": \(words)")
    return line
  }

  /// Adds the first line of a range and, where it has several, the last.
  private func add(
    _ range: Range<Int>, at place: SourceMap.Place, of source: SourceText,
    _ style: StyledText.Style, to document: inout Document
  ) {
    let first = place.start.line
    // A range that ends with a line break does not reach into the line after it.
    let last = max(first, place.end.column == 1 ? place.end.line - 1 : place.end.line)
    let digits = max(String(last).count, 4)
    func add(_ line: Int, around focus: Int) {
      let excerpt = SourceExcerpt(
        of: source, marking: range, around: focus, columns: width - digits - 3, ascii: ascii)
      document.add(gutter("\(line)", digits) + excerpt.line)
      document.add(gutter("", digits) + StyledText(excerpt.underline, style))
    }
    add(first, around: range.lowerBound)
    guard last > first else { return }
    if last > first + 1 { document.add(gutter("...", digits)) }
    add(last, around: range.upperBound - 1)
  }

  private func gutter(_ label: String, _ digits: Int) -> StyledText {
    let padding = String(repeating: " ", count: max(digits - label.utf8.count, 0))
    return StyledText("\(padding)\(label) │ ", .muted)
  }
}
