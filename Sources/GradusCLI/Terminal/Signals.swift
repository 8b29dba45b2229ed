import Glibc

/// What the program does when the system taps it on the shoulder.
enum Signals {
  /// Makes a closed pipe an ordinary error, and a crash a message with an exit status of its own.
  static func install() {
    signal(SIGPIPE, SIG_IGN)
    // Whoever asks Swift for a backtrace wants the crash itself.
    if getenv("SWIFT_BACKTRACE") == nil { reportCrashes() }
  }

  /// Says that a crash is not the person's fault; on a stack of its own, because the ordinary one
  /// may be what ran out.
  private static func reportCrashes() {
    let size = 1 << 16
    var stack = stack_t()
    stack.ss_sp = malloc(size)
    stack.ss_size = size
    sigaltstack(&stack, nil)
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { _ in
      let message: StaticString =
        "\ngradus: something in gradus itself is wrong; please report it with the program\n"
      _ = write(STDERR_FILENO, message.utf8Start, message.utf8CodeUnitCount)
      _exit(ExitStatus.software.rawValue)
    }
    action.sa_flags = SA_ONSTACK
    for number in [SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT] {
      sigaction(number, &action, nil)
    }
  }
}
