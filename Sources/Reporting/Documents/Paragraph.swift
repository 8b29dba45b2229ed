/// Text with something before each of its lines: the sign of a list, the bar of a quotation.
public struct Paragraph: Sendable, Equatable {
  /// The text; a line of it is wrapped at the width of the page.
  public var text: StyledText
  /// What stands before the first line.
  public var first: StyledText
  /// What stands before every line after it.
  public var rest: StyledText
  /// Whether lines are left as long as they are, as code must be.
  public var isVerbatim: Bool

  /// A paragraph from its parts.
  public init(
    _ text: StyledText, first: StyledText = "", rest: StyledText = "", isVerbatim: Bool = false
  ) {
    self.text = text
    self.first = first
    self.rest = rest
    self.isVerbatim = isVerbatim
  }
}

extension TextRenderer {
  /// A paragraph's lines.
  func lines(of paragraph: Paragraph) -> [StyledText] {
    let (first, rest) = (prepared(paragraph.first), prepared(paragraph.rest))
    let room = max(width - (first.first?.displayWidth ?? 0), width / 2)
    let text = prepared(paragraph.text)
    // Lines that may not be broken are not moved in, all alike, where only that makes them too long.
    let marks = (paragraph.first.spans + paragraph.rest.spans).map(\.text)
    let isPlain = marks.allSatisfy { $0.allSatisfy { $0 == " " } }
    let widest = text.map(\.displayWidth).max() ?? 0
    if paragraph.isVerbatim, isPlain, widest > room, widest <= width {
      return text.map(\.withPlainSpaces)
    }
    let lines = paragraph.isVerbatim ? text : text.flatMap { $0.wrapped(to: room, hanging: 0) }
    return lines.enumerated().map { index, line in
      ((index == 0 ? first.first : rest.first) ?? StyledText()) + line.withPlainSpaces
    }
  }
}

extension StyledText {
  /// The text with ordinary spaces for those at which no line is broken.
  fileprivate var withPlainSpaces: StyledText {
    var plain = self
    for index in plain.spans.indices where plain.spans[index].text.contains("\u{A0}") {
      plain.spans[index].text = plain.spans[index].text.replacing("\u{A0}", with: " ")
    }
    return plain
  }
}
