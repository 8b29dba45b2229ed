/// A lesson that is begun: all its files, with what is to be filled in marked.
public struct LessonDraft: Sendable {
  /// The name of its folder.
  public let name: String

  /// What stands where an author has something to say.
  static let mark = "FILL IN"

  /// The lesson of a library that is called so already, whatever its number; nil if none is.
  public static func namesake(of name: String, in library: LessonLibrary) -> String? {
    let asked = title(name)
    return library.lessonFolders.first { folder in
      folder.split(separator: "/").last.map { title(String($0)) } == asked
    }
  }

  /// A name without its number: `weight-decay` of `21-weight-decay`.
  private static func title(_ name: String) -> Substring {
    Lesson.number(of: name) == nil ? name[...] : name.drop { $0 != "-" }.dropFirst()
  }

  /// A lesson of that name, after the last one if the name has no number; nil if the name is none,
  /// or is taken.
  public init?(_ name: String, in library: LessonLibrary) {
    let numbers = library.lessonFolders.compactMap { folder in
      folder.split(separator: "/").last.flatMap { Lesson.number(of: String($0)) }
    }
    var name = name
    if Lesson.number(of: name) == nil {
      let next = (numbers.max() ?? 0) + 1
      name = (next < 10 ? "0\(next)" : "\(next)") + "-\(name)"
    }
    let isPlain = name.utf8.allSatisfy { byte in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "-")
    }
    guard isPlain, name.utf8.count <= 80, name.dropFirst(3).first?.isLetter == true,
      let number = Lesson.number(of: name),
      !numbers.contains(number)
    else { return nil }
    self.name = name
  }

  /// Its files, by their paths in its folder.
  public var files: [(path: String, text: String)] {
    [
      ("lesson.md", lesson), ("\(exercise)/task.md", task),
      ("\(exercise)/start.grad", "answer_y = ___\n"),
      ("\(exercise)/check.grad", check),
      ("\(exercise)/solution.grad", "answer_y = 6\n"),
      ("\(exercise)/wrong/sign.grad", "# diagnosis: sign-flipped\nanswer_y = -6\n"),
    ]
  }

  private let exercise = "exercises/01-first"

  private var lesson: String {
    """
    ---
    title: FILL IN the title
    summary: FILL IN what it is about, in a sentence
    minutes: 20
    teaches:
      - FILL IN an idea
    ---

    FILL IN what this is good for.

    ## FILL IN the heading of a screen

    FILL IN what is to be seen here.

    ```gradus
    input x = 2
    param w = 3
    y = w*x
    ```

    [Exercise: FILL IN its title](\(exercise)/task.md)

    """
  }

  private var task: String {
    """
    ---
    title: FILL IN the title
    kind: predict
    points: 1
    hints:
      - FILL IN where to look
      - FILL IN the rule
      - FILL IN the rule with the numbers in
    ---
    FILL IN what is asked, with the numbers it is about.

    """
  }

  private var check: String {
    """
    input x = 2
    param w = 3
    y = w*x
    # FILL IN what this part is, in the learner's words
    answer_y = y

    """
  }
}
