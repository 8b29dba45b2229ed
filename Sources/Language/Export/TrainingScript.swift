import Autodiff
import Reporting
import Training

/// A PyTorch script of the trainings of a program, written while the program runs.
final class TrainingScript {
  private var sections: [[String]] = []
  private var modules: [String: (className: String, instance: String)] = [:]
  /// The names of the script's outermost scope.
  var names = PythonNames()
  var readsFiles = false
  var drops = false

  /// Whether nothing was trained.
  var isEmpty: Bool { sections.isEmpty }

  func add(_ section: [String]) { sections.append(section) }

  /// The class and the instance of a module, and whether the class has to be written first.
  func module(_ name: String, _ key: String) -> (className: String, instance: String, isNew: Bool) {
    if let known = modules[key] { return (known.className, known.instance, false) }
    let made = (
      className: names.unique(PythonNames.identifier(name).capitalizedWord),
      instance: names.unique(name)
    )
    modules[key] = made
    return (made.className, made.instance, true)
  }

  /// The script.
  func text(of program: String) -> String {
    let parts =
      [ScriptFrame.opening(program, readsFiles: readsFiles)]
      + (drops ? [ScriptFrame.masks] : []) + (readsFiles ? [ScriptData.reader] : [])
      + sections.map { $0.joined(separator: "\n") + "\n\n" } + [ScriptFrame.ending]
    return parts.joined()
  }
}
