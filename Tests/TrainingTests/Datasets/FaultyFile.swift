/// A file with one fault, and what is said about it: a message and perhaps a note.
struct FaultyFile: Sendable {
  let text: String
  /// The file's path is written as `FILE`.
  let complaint: [String]

  private init(_ text: String, _ complaint: [String]) {
    self.text = text
    self.complaint = complaint
  }

  static let all: [FaultyFile] = [
    FaultyFile("", ["FILE is empty"]),
    FaultyFile("# only a comment", ["FILE is empty"]),
    FaultyFile("a,b\n", ["FILE has a header, and no rows below it"]),
    FaultyFile(
      "y\n1\n",
      [
        "FILE has no inputs: its only column, 'y', is the target",
        "to read one column of numbers, write 'matrix(\"…\")'",
      ]
    ),
    FaultyFile(
      "a,colour,b\n1,2,3\n1,red,3\n",
      [
        "FILE, line 3, column 2 'colour': 'red' is text, not a number",
        "only the target may be text; write the classes of an input as numbers",
      ]
    ),
    FaultyFile(
      "id,2020,2021\n1,2,3\n",
      [
        "FILE, line 1, column 1: 'id' is text, not a number",
        "a first row is a header only if none of it is a number",
      ]
    ),
    FaultyFile(
      "a,b,y\n1,2,3\n\n1,2,3\n",
      ["FILE, line 3: this line is blank, and rows follow it"]
    ),
    FaultyFile(
      "a,b,y\n1,,3\n",
      [
        "FILE, line 2, column 2 'b': the value is missing",
        "leave the row out, or write a number there",
      ]
    ),
    FaultyFile(
      "1,2,3\n1,2,\n",
      [
        "FILE, line 2, column 3: the value is missing",
        "leave the row out, or write a number there",
      ]
    ),
    FaultyFile(
      "a,b,y\n1,2,3\n1,2\n",
      [
        "FILE, line 3: this row has 2 values, and the first has 3",
        "a text with a comma in it stands in double quotes",
      ]
    ),
    FaultyFile(
      "1,2,red\n1,red\n",
      [
        "FILE, line 2: this row has 2 values, and the first has 3",
        "a text with a comma in it stands in double quotes",
      ]
    ),
    FaultyFile(
      "1,2\n1,2,3,4\n",
      [
        "FILE, line 2: this row has 4 values, and the first has 2",
        "a text with a comma in it stands in double quotes",
      ]
    ),
    FaultyFile("a,y\n1,nan\n", ["FILE, line 2, column 2 'y': 'nan' is not a finite number"]),
    FaultyFile(
      "a,y\n-Infinity,2\n", ["FILE, line 2, column 1 'a': '-Infinity' is not a finite number"]),
    FaultyFile("1,2\n1e999,2\n", ["FILE, line 2, column 1: '1e999' is not a finite number"]),
    FaultyFile(
      "a,price\n1,2\n1,NA\n",
      [
        "FILE, line 3, column 2 'price': 'NA' is text, and the values above it are numbers",
        "a target is either all numbers or all text",
      ]
    ),
    FaultyFile(
      "1,red\n1,7\n",
      [
        "FILE, line 2, column 2: '7' is a number, and the values above it are text",
        "a target is either all numbers or all text",
      ]
    ),
    FaultyFile(
      "a;b;c\n1;2;3\n",
      [
        "FILE, line 1: fields end with a comma here, not with a semicolon",
        "save the file again as comma-separated values",
      ]
    ),
    FaultyFile(
      "a\tb\n1\t2\n",
      [
        "FILE, line 1: fields end with a comma here, not with a tab",
        "save the file again as comma-separated values",
      ]
    ),
    FaultyFile(
      "a,b\n1,\"2\n3,4\n", ["FILE, line 2, column 2 'b': the quote that opens here is never closed"]
    ),
    FaultyFile(
      "1,5\"2\n",
      [
        "FILE, line 1, column 2: there is a quote inside a field that does not begin with one",
        "put the whole field in quotes, and double those inside: \"5\"\" pipe\"",
      ]
    ),
    FaultyFile(
      "1,\"5\"2\n",
      [
        "FILE, line 1, column 2: there is text between the closing quote and the next comma",
        "a quote inside quotes is written twice: \"5\"\" pipe\"",
      ]
    ),
    FaultyFile(
      "1,\"a\nb\"\n\"x\ny\",c\n",
      [
        "FILE, line 3, column 1: 'x\\u{A}y' is text, not a number",
        "only the target may be text; write the classes of an input as numbers",
      ]
    ),
  ]
}
