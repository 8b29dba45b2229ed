import CReadline

/// Ctrl-C while a statement runs: a flag that the interpreter looks at between steps.
///
/// A second Ctrl-C, when the first has waited for more than two seconds, leaves the program with
/// 130. At the prompt Ctrl-C is the line editor's, which answers it with `Entry.interrupted`.
enum Interruption {
  /// Catches Ctrl-C from now on, unless whoever started the program had it ignored.
  static func install() { gradus_catch_interrupts() }

  /// Whether Ctrl-C was pressed since the last `reset()`: one load, from any thread.
  static var isRequested: Bool { gradus_interrupt_requested() }

  /// Forgets a Ctrl-C that has been answered; a reader that returns `.interrupted` has done so.
  static func reset() { gradus_forget_interrupt() }
}
