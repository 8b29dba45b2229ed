import Autodiff
import Language
import Reporting

/// What a program worked towards: what it went backward from last, else the last value it defined.
final class LastResult {
  private let session: Session
  private var lastBackward: Pass?
  private var defined: [String] = []

  /// How many definitions are looked at, from the last one back.
  private static let reach = 64

  /// Watches a run that has not begun; the run must remember definitions.
  init(of run: ProgramRun) {
    session = run.session
    run.watch = { [weak self] in self?.note($0) }
  }

  private func note(_ event: Event) {
    switch event {
    case .backward(let pass): lastBackward = pass
    case .defined(let definition):
      guard definition.role == nil, definition.numbers?.shape == .scalar else { return }
      defined.removeAll { $0 == definition.name }
      defined.append(definition.name)
      if defined.count > 2 * Self.reach { defined.removeFirst(Self.reach) }
    default: break
    }
  }

  /// The pass for it; nil if nothing the program defined depends on a leaf.
  func pass() -> Pass? {
    if let lastBackward { return lastBackward }
    for name in defined.suffix(Self.reach).reversed() {
      if let pass = session.pass(for: name), !pass.tape.backwardNodes.isEmpty { return pass }
    }
    return nil
  }
}

extension Session {
  /// The pass for a name or an expression; says what is wrong with it to `complain`.
  func pass(for words: String, complain: (Diagnostic) -> Void = { _ in }) -> Pass? {
    var pass: Pass?
    _ = run(SourceText(name: "<command line>", "draw " + words)) { event in
      switch event {
      case .drawing(let report): pass = report.pass
      case .diagnostic(let diagnostic): complain(diagnostic)
      default: break
      }
    }
    return pass
  }
}
