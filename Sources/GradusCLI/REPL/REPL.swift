import ArgumentParser
import Autodiff
import Language

/// The prompt.
enum REPL {
  /// What was chosen on the command line.
  struct Options {
    var page: Page.Choice
    var limits: Limits
  }

  /// Asks for statements until the person leaves.
  static func start(_ options: Options) throws {
    throw ValidationError("there is no prompt yet; run a program: gradus run FILE")
  }
}

/// Walks through a pass with a person at the terminal.
enum Stepper {
  /// Walks until the person leaves; false if it cannot, so that both passes are printed instead.
  static func walk(_ pass: Pass, _ session: Session, _ page: Page) -> Bool { false }
}
