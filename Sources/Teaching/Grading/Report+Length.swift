extension Report {
  /// Keeps what is said of a submission short enough to be read, however long its names are.
  mutating func shorten() {
    messages = Self.shortened(messages)
    for place in parts.indices {
      parts[place].messages = Self.shortened(parts[place].messages)
      parts[place].diagnoses = parts[place].diagnoses.map {
        Finding(id: $0.id, text: Self.shortened($0.text))
      }
    }
  }

  /// The most messages, and the most scalars of each.
  private static let (mostMessages, mostScalars) = (12, 300)

  private static func shortened(_ messages: [String]) -> [String] {
    let kept = messages.prefix(mostMessages).map(shortened)
    return messages.count <= mostMessages
      ? kept : kept + ["… and \(messages.count - mostMessages) more"]
  }

  private static func shortened(_ message: String) -> String {
    guard message.unicodeScalars.count > mostScalars else { return message }
    return String(String.UnicodeScalarView(message.unicodeScalars.prefix(mostScalars))) + "…"
  }
}
