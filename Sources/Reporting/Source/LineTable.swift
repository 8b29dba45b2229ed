/// Where the lines of one text begin, so that the line of any place is found at once.
public struct LineTable: Sendable {
  private let starts: [UInt32]

  /// The lines of a text.
  public init(_ text: SourceText) {
    var starts: [UInt32] = [0]
    for (index, byte) in text.bytes.enumerated() where byte == UInt8(ascii: "\n") {
      starts.append(UInt32(clamping: index + 1))
    }
    self.starts = starts
  }

  /// The line of a byte offset, from 1.
  public func line(of offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
