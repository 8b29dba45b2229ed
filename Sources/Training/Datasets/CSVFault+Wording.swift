extension CSVPlace: CustomStringConvertible {
  /// As in `'flowers.csv', line 7, column 3 'colour'`.
  public var description: String {
    var text = "\(path.quotedPath), line \(line)"
    if let column { text += ", column \(column)" }
    if let name { text += " \(name.quoted)" }
    return text
  }
}

extension CSVFault {
  /// A stable name for this kind of fault.
  var id: String {
    switch self {
    case .quoteNotClosed, .quoteInsideField, .textAfterQuote, .notUTF8, .otherSeparator, .blankLine:
      "bad-csv"
    case .ragged: "ragged-rows"
    case .missing: "missing-value"
    case .text, .textAmongNumbers, .numberAmongTexts: "not-a-number"
    case .notFinite: "not-finite"
    case .fieldTooLong, .textTooLong, .tooManyColumns, .tooManyNumbers, .tooManyClasses:
      "data-too-large"
    }
  }

  /// What is wrong, to stand after the place.
  var message: String {
    switch self {
    case .quoteNotClosed: "the quote that opens here is never closed"
    case .quoteInsideField: "there is a quote inside a field that does not begin with one"
    case .textAfterQuote: "there is text between the closing quote and the next comma"
    case .notUTF8: "this is not text in UTF-8"
    case .otherSeparator(let separator): "fields end with a comma here, not with \(separator)"
    case .blankLine: "this line is blank, and rows follow it"
    case .ragged(let fields, let expected):
      "this row has \(fields.counted("value")), and the first has \(expected)"
    case .missing: "the value is missing"
    case .text(let text, _): "\(text.quoted) is text, not a number"
    case .textAmongNumbers(let text): "\(text.quoted) is text, and the values above it are numbers"
    case .numberAmongTexts(let text): "\(text.quoted) is a number, and the values above it are text"
    case .notFinite(let text): "\(text.quoted) is not a finite number"
    case .fieldTooLong(let limit): "a field is longer than \(limit) bytes"
    case .textTooLong(let text, let bytes, let limit):
      "the text \(text.quoted) has \(bytes) bytes, and a name may have \(limit)"
    case .tooManyColumns(let limit): "there are more than \(limit) columns"
    case .tooManyNumbers(let limit): "there are more than \(limit) numbers in this file"
    case .tooManyClasses(let limit): "there are more than \(limit) different classes in this column"
    }
  }

  /// What to do about it.
  var note: String? {
    switch self {
    case .quoteNotClosed, .blankLine, .notFinite, .textTooLong, .tooManyColumns, .tooManyNumbers:
      nil
    case .quoteInsideField: "put the whole field in quotes, and double those inside: \"5\"\" pipe\""
    case .textAfterQuote: "a quote inside quotes is written twice: \"5\"\" pipe\""
    case .notUTF8: "save the file again with the encoding UTF-8"
    case .otherSeparator: "save the file again as comma-separated values"
    case .ragged: "a text with a comma in it stands in double quotes"
    case .missing: "leave the row out, or write a number there"
    case .text(_, isFirstRow: true): "a first row is a header only if none of it is a number"
    case .text: "only the target may be text; write the classes of an input as numbers"
    case .textAmongNumbers, .numberAmongTexts: "a target is either all numbers or all text"
    case .fieldTooLong: "perhaps a quote is not closed, or this is no file of data"
    case .tooManyClasses: "a target that is text is a class; is this the right column?"
    }
  }
}
