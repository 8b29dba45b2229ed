import Glibc
import Language
import Reporting

/// Walks through a pass with the person at the terminal.
enum Stepper {
  /// Walks until the person leaves; false if it cannot, so that both passes are printed instead.
  static func walk(_ pass: Pass, _ session: Session, _ choice: Page.Choice) -> Bool {
    WalkPrompt.walk(pass, session, choice)
    return true
  }

  /// Whether there is a person to walk with.
  static var isPossible: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 }
}
