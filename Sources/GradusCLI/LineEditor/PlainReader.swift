import CReadline
import Glibc

/// Reads entries from a file or pipe, without prompts, editing or history.
///
/// It is not for a terminal at both ends, though it works there: the terminal edits its own lines.
final class PlainReader: EntryReader {
  let historyNote: String? = nil

  private var bytes: [UInt8] = []
  private var start = 0
  private var hasEnded = false

  /// A reader of what standard input holds from here on.
  init() {}

  func readEntry(
    prompt: String, continuationPrompt: String, isComplete: (String) -> Bool
  ) -> Entry {
    EntryAssembly.entry(readLine: { _ in readLine() }, isComplete: isComplete)
  }

  func readKeyLine(prompt: String) -> Entry { readLine() }

  private func readLine() -> Entry {
    var searched = start
    while true {
      if Interruption.isRequested {
        Interruption.reset()
        return .interrupted
      }
      if let newline = bytes[searched...].firstIndex(of: 0x0A) {
        defer { start = newline + 1 }
        return Entry(bytes: Array(bytes[start..<newline]))
      }
      if bytes.count - start > EntryAssembly.longest {
        hasEnded = true
        bytes = []
        start = 0
        return .tooLong
      }
      bytes.removeFirst(start)
      start = 0
      searched = bytes.count
      if !hasEnded { readMore() }
      if hasEnded && bytes.count == searched { return lastLine() }
    }
  }

  /// A last line need not end in a newline.
  private func lastLine() -> Entry {
    defer { bytes = [] }
    return bytes.isEmpty ? .endOfFile : Entry(bytes: bytes)
  }

  /// Takes what is there, or nothing when a signal came first.
  private func readMore() {
    guard gradus_wait_for_input() else { return }
    let size = 1 << 16
    let chunk = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      count = max(0, read(STDIN_FILENO, buffer.baseAddress, size))
    }
    hasEnded = chunk.isEmpty
    bytes += chunk
  }
}
