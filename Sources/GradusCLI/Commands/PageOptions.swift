import ArgumentParser

/// How output looks; the same for every command that shows text.
struct PageOptions: ParsableArguments {
  @Option(help: "Colour: auto (on a terminal, unless NO_COLOR is set), always or never.")
  var color: Page.Color = .auto

  @Flag(help: "Nothing but ASCII: 'a*b' for products, 'alpha' for Greek letters.")
  var ascii = false

  @Option(help: ArgumentHelp("Significant digits of numbers, 1 to 17.", valueName: "n"))
  var digits = 6

  @Option(
    help: ArgumentHelp("Columns of a line; the terminal's, or 80, unless set.", valueName: "n"))
  var width: Int?

  var choice: Page.Choice {
    Page.Choice(color: color, ascii: ascii, width: width, digits: digits)
  }

  func validate() throws {
    guard (1...17).contains(digits) else {
      throw ValidationError("--digits takes a number from 1 to 17, not \(digits)")
    }
    if let width, !(20...10_000).contains(width) {
      throw ValidationError("--width takes a number from 20 to 10000, not \(width)")
    }
  }
}

extension Page.Color: ExpressibleByArgument {}
