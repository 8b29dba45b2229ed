import Reporting

extension Lesson {
  /// Reads the lesson in a folder; throws everything that is wrong with its file.
  public init(folder: String) throws(DocumentFault) {
    let notebook = try Notebook(try LessonFiles.read(folder + "/lesson.md"))
    let name = folder.split(separator: "/").last.map(String.init) ?? folder
    guard let number = Lesson.number(of: name) else {
      throw LessonFiles.fault(
        folder, "the name of a lesson's folder begins with its number", "call it '05-its-name'")
    }
    var facts = Facts(notebook)
    try facts.check()
    title = facts.text("title", "Mean squared error")
    summary = facts.text("summary", "One number for how wrong a network is")
    minutes = facts.count("minutes", "20")
    needs = facts.list("needs").map(\.text)
    teaches = facts.list("teaches").map(\.text)
    if teaches.isEmpty { facts.complainMissing("teaches", "[an idea, another]") }
    facts.refuseOthers()
    try facts.check()
    self.folder = folder
    self.name = name
    self.number = number
    self.notebook = notebook
    screens = Lesson.screens(of: notebook)
  }

  /// The number a name begins with, as in `05-mean-squared-error`.
  static func number(of name: String) -> Int? {
    let digits = name.prefix { $0.isASCII && $0.isNumber }
    guard digits.count == 2, name.dropFirst(2).hasPrefix("-"), name.count > 3 else { return nil }
    return Int(digits)
  }

  static func screens(of notebook: Notebook) -> [Screen] {
    var screens = [Screen(title: nil, parts: [])]
    var prose = Prose()
    func endProse() {
      let document = prose.document
      if !document.blocks.isEmpty { screens[screens.count - 1].parts.append(.prose(document)) }
      prose = Prose()
    }
    func add(_ part: Part) {
      endProse()
      screens[screens.count - 1].parts.append(part)
    }
    let cells = Dictionary(
      notebook.cells.map { ($0.fence.opening, $0) }, uniquingKeysWith: { first, _ in first })
    let outputs = Set(
      notebook.cells.flatMap { [$0.output?.opening ?? 0, $0.picture?.opening ?? 0] })
    let tree = notebook.proseTree
    for block in tree.blocks {
      let line = MarkdownTree.lines(of: block).first
      if let cell = cells[line] {
        add(.cell(cell))
      } else if outputs.contains(line) {
        continue
      } else if let name = MarkdownTree.exercise(linkedBy: block) {
        add(.exercise(name))
      } else {
        if MarkdownTree.headingLevel(of: block) == 2 {
          endProse()
          screens.append(Screen(title: MarkdownTree.words(of: block), parts: []))
        }
        prose.add(block)
      }
    }
    endProse()
    return screens.filter { !$0.parts.isEmpty }
  }
}
