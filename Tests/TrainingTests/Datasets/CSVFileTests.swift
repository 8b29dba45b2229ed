import Testing

@testable import Training

@Suite("Files of data") struct CSVFileTests {
  private func read(_ text: String, target: String? = nil) throws -> Dataset {
    try withFile(text) { try CSVFile.read(path: $0, target: target) }
  }

  private func matrix(_ text: String) throws -> Matrix {
    try withFile(text) { try CSVFile.matrix(path: $0) }
  }

  @Test("the last column is the target, and a header names the columns") func header() throws {
    let data = try read("a,b,price\n1,2,3\n4,5,6\n")
    #expect(data.x == Matrix(rows: 2, columns: 2, elements: [1, 2, 4, 5]))
    #expect(data.y == Matrix(rows: 2, columns: 1, elements: [3, 6]))
    #expect(data.inputNames == ["a", "b"])
    #expect(data.targetNames == ["price"])
    #expect(data.classes == nil)
  }

  @Test("without a header the columns are x1, x2 and y") func noHeader() throws {
    let data = try read("1,2,3\n4,5,6")
    #expect(data.count == 2)
    #expect(data.inputNames == ["x1", "x2"])
    #expect(data.targetNames == ["y"])
  }

  @Test("any column can be the target by its name") func namedTarget() throws {
    let data = try read("a,b,c\n1,2,3\n4,5,6\n", target: "b")
    #expect(data.x.elements == [1, 3, 4, 6])
    #expect(data.y?.elements == [2, 5])
    #expect(data.inputNames == ["a", "c"])
    #expect(data.targetNames == ["b"])
    #expect(try read("1,2,3\n", target: "x1").y?.elements == [1])
  }

  @Test("a target of text is a class, numbered in alphabetic order") func textTarget() throws {
    let data = try read("1,pear\n2,apple\n3,pear\n4,Fig\n")
    #expect(data.classes == ["Fig", "apple", "pear"])
    #expect(data.y?.elements == [3, 2, 3, 1])
  }

  @Test("a column without a name in the header is called by its number") func unnamed() throws {
    #expect(try read(",a,y\n1,2,3\n").inputNames == ["x1", "a"])
  }

  @Test(
    "ends of lines, quotes, spaces, comments and blank lines make no difference",
    arguments: [
      "a,b\n1,2\n3,4\n", "a,b\r\n1,2\r\n3,4\r\n", "a,b\r1,2\r3,4", "\u{FEFF}a,b\n1,2\n3,4",
      "\"a\",\"b\"\n\"1\",2\n3,\"4\"\n", " a ,\tb\n 1 , 2\n \"3\" ,4 \n", "a,b\n1,2\n3,4\n\n  \n\n",
      "# where from\n\n#\"x,y\n  # more\r\na,b\n1,2\n3,4\n", "\n\na,b\n+1,2.\n3e0,.4E+1\n",
    ])
  func forms(text: String) throws {
    let data = try read(text)
    #expect(data.x == Matrix(rows: 2, columns: 1, elements: [1, 3]))
    #expect(data.y?.elements == [2, 4])
    #expect(data.inputNames == ["a"])
    #expect(data.targetNames == ["b"])
  }

  @Test("a text in quotes may hold commas, quotes and ends of lines") func quotedTexts() throws {
    let data = try read("1,\"a, b\"\n2,\"5\"\" pipe\"\n3,\"two\r\nlines\"\n4,\"\"\"\"\n")
    #expect(data.classes == ["\"", "5\" pipe", "a, b", "two\nlines"])
    #expect(data.y?.elements == [3, 2, 4, 1])
  }

  @Test("a matrix is all the columns of a file") func matrices() throws {
    let expected = Matrix(rows: 3, columns: 2, elements: [1, 2, 3, 4, 5, 6])
    #expect(try matrix("a,b\n1,2\n3,4\n5,6\n") == expected)
    #expect(try matrix("7\n8\n").elements == [7, 8])
  }

  @Test("numbers written to a file are read back to the same bits") func sameBits() throws {
    var random = SystemRandomNumberGenerator()
    let numbers = (0..<4000).map { _ in
      Double(bitPattern: random.next() as UInt64)
    }.filter(\.isFinite)
    let edges: [Double] = [
      0, -0.0, .leastNonzeroMagnitude, .leastNormalMagnitude, .greatestFiniteMagnitude, 0.1, 1e22,
      1e23, 9_007_199_254_740_991, -.pi,
    ]
    let written = edges + numbers
    let text = written.map { "\($0)" }.joined(separator: "\n")
    let matrix = try matrix(text)
    #expect(matrix.elements.map(\.bitPattern) == written.map(\.bitPattern))
  }

  @Test("numbers of any length are rounded correctly") func longNumbers() throws {
    let zeros = String(repeating: "0", count: 60_000)
    let text = "9007199254740993.\(zeros)\n9007199254740993.\(zeros)1\n1\(zeros)e-60000\n1e-999\n"
    let matrix = try matrix(text)
    #expect(matrix.elements == [9_007_199_254_740_992, 9_007_199_254_740_994, 1, 0])
  }

  @Test("fields and rows are the same wherever the pieces of a file end") func pieces() throws {
    for shift in [0, 1, 2, 3, 4, 5] {
      var text = "# " + String(repeating: "x", count: 65_520 + shift) + "\r\n"
      for row in 0..<9 { text += "\(row),\"l\"\"\(row % 2)\r\n\"\r\n" }
      let data = try read(text)
      #expect(data.x.elements == [0, 1, 2, 3, 4, 5, 6, 7, 8])
      #expect(data.classes == ["l\"0\n", "l\"1\n"])
    }
  }
}
