import Glibc
import Reporting

/// How text looks on one of the standard streams.
struct Page {
  /// When there is colour.
  enum Color: String, CaseIterable {
    /// On a terminal, unless the environment says otherwise.
    case auto
    /// Always.
    case always
    /// Never.
    case never
  }

  /// What a person chose on the command line.
  struct Choice {
    var color = Color.auto
    var ascii = false
    var width: Int?
    var digits = 6
  }

  /// The columns of a line.
  var width: Int
  /// Whether there is colour.
  var color: Bool
  /// Whether there is nothing but ASCII.
  var ascii: Bool
  /// How numbers are written.
  var numbers: NumberStyle

  /// The look of a stream, from what was chosen and what the stream and its environment are.
  init(_ choice: Choice, isTerminal: Bool, columns: Int?, _ environment: (String) -> String?) {
    width = choice.width ?? columns ?? 80
    numbers = NumberStyle(digits: choice.digits)
    ascii = choice.ascii || isTerminal && !Page.showsUnicode(environment)
    color =
      switch choice.color {
      case .always: true
      case .never: false
      case .auto: Page.hasColor(isTerminal: isTerminal, environment)
      }
  }

  /// The look of an open stream.
  init(_ choice: Choice, of descriptor: Int32) {
    let isTerminal = isatty(descriptor) == 1
    self.init(
      choice, isTerminal: isTerminal, columns: isTerminal ? Page.columns(of: descriptor) : nil
    ) { name in
      getenv(name).map { String(cString: $0) }
    }
  }

  /// What lays documents out for this page.
  var renderer: TextRenderer { TextRenderer(width: width, color: color, ascii: ascii) }

  private static func hasColor(isTerminal: Bool, _ environment: (String) -> String?) -> Bool {
    if let refused = environment("NO_COLOR"), !refused.isEmpty { return false }
    if let forced = environment("FORCE_COLOR"), !forced.isEmpty { return forced != "0" }
    return isTerminal && environment("TERM") != "dumb"
  }

  /// Whether the locale says Unicode, or says nothing.
  private static func showsUnicode(_ environment: (String) -> String?) -> Bool {
    let stated = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap(environment).first { !$0.isEmpty }
    guard let locale = stated?.lowercased() else { return true }
    return locale.contains("utf-8") || locale.contains("utf8")
  }

  /// The lines of a terminal; nil for anything else.
  static func rows(of descriptor: Int32) -> Int? {
    var size = winsize()
    guard isatty(descriptor) == 1, ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0,
      size.ws_row > 0
    else { return nil }
    return Int(size.ws_row)
  }

  private static func columns(of descriptor: Int32) -> Int? {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }
}
