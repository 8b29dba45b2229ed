/// A stretch of program text, as positions in a `SourceMap`.
///
/// Eight bytes, so that every node of a large graph can carry the text it came from.
public struct SourceRange: Hashable, Sendable {
  /// The position of the first byte.
  public var start: UInt32
  /// The position after the last byte.
  public var end: UInt32

  /// A range from two positions.
  public init(start: UInt32, end: UInt32) {
    self.start = start
    self.end = end
  }

  /// A range that belongs to no text: a node the program did not write.
  public static let none = SourceRange(start: 0, end: 0)

  /// The smallest range that covers both.
  public func union(_ other: SourceRange) -> SourceRange {
    if self == .none { return other }
    if other == .none { return self }
    return SourceRange(start: min(start, other.start), end: max(end, other.end))
  }
}

/// All the texts of a session laid end to end, so that one number names a place in any of them.
public struct SourceMap: Sendable {
  /// The most bytes all texts of one session may have together.
  public static let capacity = Int(UInt32.max) - 1

  private var texts: [SourceText] = []
  private var bases: [UInt32] = []
  private var nextBase = 1

  /// A map with no text in it.
  public init() {}

  /// Whether a text of this many bytes still fits.
  public func hasRoom(for byteCount: Int) -> Bool {
    byteCount < SourceMap.capacity - nextBase
  }

  /// Adds a text and returns the position of its first byte; the caller asks `hasRoom` first.
  public mutating func add(_ text: SourceText) -> UInt32 {
    let base = UInt32(clamping: nextBase)
    texts.append(text)
    bases.append(base)
    nextBase += text.bytes.count + 1
    return base
  }

  /// The text a position lies in, and the position of that text's first byte.
  public func source(at position: UInt32) -> (text: SourceText, base: UInt32)? {
    guard position > 0 else { return nil }
    var low = 0
    var high = bases.count
    while low < high {
      let middle = (low + high) / 2
      if bases[middle] <= position { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return nil }
    return (texts[low - 1], bases[low - 1])
  }

  /// The position that the first byte of the next text will have.
  public var end: UInt32 { UInt32(clamping: nextBase) }

  /// What was read between two positions: of each text the piece between them, and where that begins.
  public func pieces(from start: UInt32, to end: UInt32) -> [(start: UInt32, text: String)] {
    var pieces: [(start: UInt32, text: String)] = []
    for (text, base) in zip(texts, bases)
    where base < end && base + UInt32(text.bytes.count) > start {
      let first = max(start, base)
      pieces.append((first, text.text(Int(first - base)..<Int(end - base))))
    }
    return pieces
  }

  /// The words of the program in a range.
  public func text(in range: SourceRange) -> String {
    guard let (source, base) = source(at: range.start) else { return "" }
    return source.text(Int(range.start - base)..<Int(max(range.end, range.start) - base))
  }

  /// File, line and column where a range begins and ends.
  public func place(of range: SourceRange) -> Place? {
    guard let (source, base) = source(at: range.start) else { return nil }
    return Place(
      file: source.name,
      start: source.position(of: Int(range.start - base)),
      end: source.position(of: Int(max(range.end, range.start) - base)))
  }

  /// Where a range of text stands, in words for a person or a program.
  public struct Place: Hashable, Sendable {
    /// The text's name: a path, `<stdin>`, `<input 3>`.
    public var file: String
    /// Where the range begins.
    public var start: SourceText.Position
    /// Where the range ends: the position after its last character.
    public var end: SourceText.Position
  }
}
