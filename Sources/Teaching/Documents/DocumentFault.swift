public import Reporting

/// What is wrong with a lesson, a notebook or one of their files.
public struct DocumentFault: Error, Sendable {
  /// The file.
  public let source: SourceText
  /// What is wrong with it, in order; never empty.
  public let diagnostics: [Diagnostic]

  init(_ source: SourceText, _ diagnostics: [Diagnostic]) {
    self.source = source
    self.diagnostics = diagnostics
  }

  /// The texts that the diagnostics refer to.
  public var sources: SourceMap { source.alone }
}

extension SourceText {
  /// A map with this text alone.
  var alone: SourceMap {
    var map = SourceMap()
    _ = map.add(self)
    return map
  }

  /// A stretch of this text in the map that holds it alone.
  func range(_ bytes: Range<Int>) -> SourceRange {
    SourceRange(
      start: UInt32(clamping: bytes.lowerBound + 1), end: UInt32(clamping: bytes.upperBound + 1))
  }
}
