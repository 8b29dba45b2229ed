import Reporting

extension Session {
  /// The statements that made the session what it is, in their order, with the comments among them.
  public var statements: [KeptStatement] {
    var statements: [KeptStatement] = []
    var comments = between(nil, history.first?.statement).comments
    for (index, past) in history.enumerated() {
      let next = index + 1 < history.count ? history[index + 1].statement : nil
      let (rest, below) = between(past.statement, next)
      statements.append(
        KeptStatement(
          words: sources.text(in: past.statement) + rest, comments: comments,
          file: sources.source(at: past.statement.start)?.text.name ?? "",
          isSilent: past.isSilent, stop: past.stop))
      comments = below
    }
    return statements
  }

  /// The comments below the last of them.
  public var lastComments: [String] { between(history.last?.statement, nil).comments }

  /// What was read between two statements: the comment that ends the line of the first, and the
  /// lines below that hold nothing but a comment.
  private func between(
    _ first: SourceRange?, _ second: SourceRange?
  ) -> (rest: String, comments: [String]) {
    let start = first?.end ?? beginning
    var (rest, comments) = ("", [String]())
    for piece in sources.pieces(from: start, to: second?.start ?? sources.end) {
      let lines = piece.text.split(separator: "\n", omittingEmptySubsequences: false)
      for (index, line) in lines.enumerated() where line.drop(while: \.isWhitespace).first == "#" {
        if first != nil, index == 0, piece.start == start {
          rest = String(line)
        } else {
          comments.append(String(line.drop(while: \.isWhitespace)))
        }
      }
    }
    return (rest, comments)
  }
}
