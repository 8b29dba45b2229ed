public import Reporting

extension GraphPicture {
  /// The picture for a terminal: boxes and arrows if they fit, else an indented list, which always
  /// does.
  ///
  /// Say so if it will be shown in ASCII, since a symbol's replacement may take more room.
  public func document(width: Int = 80, digits: Int = 4, ascii: Bool = false) -> Document {
    let wording = Wording(numbers: NumberStyle(digits: digits), ascii: ascii)
    var document = Document()
    if let lines = drawing(wording, width: width) {
      for line in lines { document.add(line) }
    } else {
      document.add(TreeListing(self, wording, width: width).document)
    }
    if let omission = wording.omission(of: self) {
      document.add(StyledText(omission, .muted))
    }
    return document
  }

  /// The first drawing that fits, the most telling first.
  private func drawing(_ wording: Wording, width: Int) -> [StyledText]? {
    let plans = [
      TerminalDrawing.Plan(direction: .rightward, hasFactors: true),
      TerminalDrawing.Plan(direction: .downward, hasFactors: true),
    ]
    for picture in [self, listingLeaves()] {
      for plan in plans {
        if let drawing = TerminalDrawing(picture, wording, plan, width: width) {
          return drawing.lines
        }
      }
    }
    return nil
  }
}
