public import Reporting

public enum Reference {
  public static func overview(commands: [(String, String)]) -> Document { Document() }
  public static func page(for name: String) -> Document? { nil }
  public static var names: [String] { [] }
  public static var firstVerbs: [(usage: String, summary: String)] {
    Verbs.all.filter(\.isForBeginners).map { ($0.usage, $0.summary) }
  }
}
