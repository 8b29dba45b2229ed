import Glibc

/// One of the standard streams: text is collected and goes out in large pieces.
///
/// A million steps are a hundred megabytes, and a system call for each line would cost more than
/// computing them. Whoever writes to the other stream flushes this one first, so that a person
/// sees everything in the order in which it happened.
final class Output {
  /// Standard output, for results.
  static func results() -> Output { Output(STDOUT_FILENO) }
  /// Standard error, for diagnostics and progress.
  static func diagnostics() -> Output { Output(STDERR_FILENO) }

  private static let capacity = 1 << 16

  private let descriptor: Int32
  private var buffer: [UInt8] = []

  private init(_ descriptor: Int32) {
    self.descriptor = descriptor
    buffer.reserveCapacity(Output.capacity)
  }

  /// Whether a person sees at once what is written.
  var isTerminal: Bool { isatty(descriptor) == 1 }

  /// Adds text; it is seen after the next flush at the latest.
  func write(_ text: String) {
    buffer.append(contentsOf: text.utf8)
    if buffer.count >= Output.capacity { flush() }
  }

  /// Adds bytes as they are.
  func write(_ bytes: [UInt8]) {
    buffer += bytes
    if buffer.count >= Output.capacity { flush() }
  }

  /// Hands over everything that was written.
  ///
  /// A reader that has gone away, as `head` does, has seen all it wants: the program ends quietly.
  /// Any other failure ends it with a message.
  func flush() {
    guard !buffer.isEmpty else { return }
    let failure = buffer.withUnsafeBytes { Descriptor.write($0, to: descriptor) }
    buffer.removeAll(keepingCapacity: true)
    switch failure {
    case nil: return
    case EPIPE: exit(ExitStatus.done.rawValue)
    case let error?:
      if descriptor != STDERR_FILENO {
        let message = "gradus: cannot write the results: \(Descriptor.words(for: error))\n"
        _ = Array(message.utf8).withUnsafeBytes { Descriptor.write($0, to: STDERR_FILENO) }
      }
      exit(ExitStatus.cannotWrite.rawValue)
    }
  }
}
