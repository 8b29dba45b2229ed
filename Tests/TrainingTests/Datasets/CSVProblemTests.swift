import Foundation
import Testing

@testable import Training

@Suite("Files that are no data") struct CSVProblemTests {
  /// What is wrong with a file, with its path written as `FILE`.
  private func complaint(
    _ bytes: [UInt8], target: String? = nil, limits: CSVLimits = CSVLimits()
  ) throws -> [String] {
    try withFile(of: bytes) { path in
      let problem = #expect(throws: DatasetProblem.self) {
        try CSVFile.read(path: path, target: target, limits: limits)
      }
      return ([problem?.message ?? ""] + (problem?.notes ?? [])).map {
        $0.replacingOccurrences(of: path.quoted, with: "FILE")
      }
    }
  }

  private func complaint(
    _ text: String, target: String? = nil, limits: CSVLimits = CSVLimits()
  ) throws -> [String] {
    try complaint(Array(text.utf8), target: target, limits: limits)
  }

  @Test("every fault is told with its place and its text", arguments: FaultyFile.all)
  func faults(file: FaultyFile) throws {
    #expect(try complaint(file.text) == file.complaint)
  }

  @Test(
    "what is no plain decimal number is text",
    arguments: ["0x1p3", "1_000", "nan(1)", "1 2", "1e", ".", "-", "--1", "١", "1,5", "\u{2212}1"])
  func noNumbers(text: String) throws {
    let complaint = try complaint("1,2\n\"\(text)\",2\n")
    #expect(complaint.first == "FILE, line 2, column 1: '\(text)' is text, not a number")
  }

  @Test("bytes that are not UTF-8 are refused") func encodings() throws {
    let words = [
      "FILE, line 1, column 2: this is not text in UTF-8",
      "save the file again with the encoding UTF-8",
    ]
    #expect(try complaint([0x31, 0x2C, 0x61, 0xFF, 0x0A]) == words)
    #expect(try complaint([0x31, 0x2C, 0x61, 0x00, 0x0A]) == words)
  }

  @Test("an unknown target is answered with the closest column and a list") func targets() throws {
    #expect(
      try complaint("length,width,kind\n1,2,3\n", target: "widht") == [
        "FILE has no column called 'widht'; did you mean 'width'?",
        "its columns: 'length', 'width', 'kind'",
      ])
    #expect(
      try complaint("1,2,3\n", target: "kind") == [
        "FILE has no column called 'kind'", "its columns: 'x1', 'x2', 'y'",
      ])
    #expect(
      try complaint("a,b,a\n1,2,3\n", target: "a") == [
        "FILE has 2 columns called 'a'", "they are its columns 1, 3",
      ])
  }

  @Test("a name of hundreds of bytes is refused, and shown shortened") func longNames() throws {
    let long = String(repeating: "a", count: 300)
    let shown = String(repeating: "a", count: 64)
    #expect(
      try complaint("1,\(long)\n") == [
        "FILE, line 1, column 2: the text '\(shown)…' has 300 bytes, and a name may have 128"
      ])
  }

  @Test("a line of 64 MiB is refused without being held") func longLine() throws {
    let line = [UInt8](repeating: UInt8(ascii: "7"), count: 64 << 20)
    #expect(
      try complaint(line) == [
        "FILE, line 1, column 1: a field is longer than 65536 bytes",
        "perhaps a quote is not closed, or this is no file of data",
      ])
    #expect(
      try complaint(Array("a,b\n1,\"".utf8) + line) == [
        "FILE, line 2, column 2 'b': a field is longer than 65536 bytes",
        "perhaps a quote is not closed, or this is no file of data",
      ])
    #expect(
      try complaint([UInt8](repeating: UInt8(ascii: ","), count: 1 << 20)) == [
        "FILE, line 1: there are more than 100000 columns"
      ])
  }

  @Test("more than the limits allow is refused") func limits() throws {
    var limits = CSVLimits()
    limits.numbers = 6
    limits.classes = 2
    #expect(
      try complaint("1,2\n1,2\n1,2\n1,2\n", limits: limits) == [
        "FILE, line 4: there are more than 6 numbers in this file"
      ])
    #expect(
      try complaint("1,a\n1,b\n1,c\n", limits: limits) == [
        "FILE, line 3, column 2: there are more than 2 different classes in this column",
        "a target that is text is a class; is this the right column?",
      ])
  }

  @Test("what is no readable file is refused") func unreadable() throws {
    func complaint(_ path: String) -> String? {
      #expect(throws: DatasetProblem.self) { try CSVFile.matrix(path: path) }?.message
    }
    #expect(complaint("/no/such.csv") == "there is no file '/no/such.csv'")
    #expect(complaint("/etc/passwd/x") == "there is no file '/etc/passwd/x'")
    #expect(complaint("a\u{0}b\n") == "there is no file 'a\\u{0}b\\u{A}'")
    #expect(complaint("/") == "'/' is a folder, not a file of data")
    #expect(complaint("/dev/zero") == "'/dev/zero' is a device, not a file of data")
    let pipe = NSTemporaryDirectory() + "gradus-pipe-\(getpid())"
    mkfifo(pipe, 0o600)
    defer { unlink(pipe) }
    #expect(complaint(pipe) == "\(pipe.quoted) is a pipe, not a file of data")
    let long = String(repeating: "a", count: 5000)
    #expect(complaint(long) == "cannot read \(long.quotedPath): file name too long")
  }

  @Test("reading stops when it is told to") func interruption() throws {
    try withFile("1,2\n") { path -> Void in
      #expect(throws: DatasetProblem.interrupted(path: path)) {
        try CSVFile.read(path: path, isInterrupted: { true })
      }
    }
  }
}
