import Language
import Reporting
import Teaching

extension REPL {
  /// The lessons; nil, with a word about it, if there are none.
  var library: LessonLibrary? {
    if let lessonsFolder { return LessonLibrary(folder: lessonsFolder) }
    if let found = LessonsOption.found() { return found }
    say("there are no lessons here or beside the program; 'gradus lesson --lessons DIR' names some")
    return nil
  }

  /// Opens the lesson of that name, or the one to go on with.
  func openLesson(_ name: String) {
    guard let library else { return }
    if let words = keeper.keep() { say(words.sanitizedLine) }
    let folder = name.isEmpty ? nextLesson(in: library) : library.lesson(name)
    guard let folder else {
      let names = library.lessonFolders.compactMap {
        $0.split(separator: "/").last.map(String.init)
      }
      let closest = closestName(to: name, among: names).map { "; did you mean '\($0)'?" } ?? ""
      return say(
        name.isEmpty
          ? "every lesson has been read; ':lesson NAME' opens one again"
          : "there is no lesson '\(name.sanitizedLine)'\(closest.isEmpty ? "; ':main' lists them" : closest)"
      )
    }
    do throws(DocumentFault) {
      open(try Lesson(folder: folder), in: library)
    } catch {
      say(error)
    }
  }

  private func open(_ lesson: Lesson, in library: LessonLibrary) {
    let reached = keeper.progress.reached[lesson.name] ?? 0
    let reading = LessonReading(
      lesson, at: max(0, reached - 1), width: presenter.width - 2,
      isInterrupted: { Interruption.isRequested })
    closeLesson()
    let guide = LessonGuide(reading, in: library, keeper, self)
    self.guide = guide
    say(
      Document(
        StyledText("Lesson \(lesson.number)", .heading)
          + StyledText("  \(lesson.title), \(lesson.minutes) min", .muted)))
    let unread = lesson.needs.filter { keeper.progress.reached[$0] == nil }
    if !unread.isEmpty { say("it builds on \(unread.joined(separator: ", "))".sanitizedLine) }
    say(
      reading.place > 0
        ? "you had come this far; ':goto 1' begins again"
        : "Enter goes on; type anything to try it; ':help' lists the commands")
    guide.show()
  }

  /// The lesson that was begun and not read to its end, or else the first that was not.
  private func nextLesson(in library: LessonLibrary) -> String? {
    var first: String?
    for folder in library.lessonFolders {
      guard let lesson = try? Lesson(folder: folder), !lesson.isRead(keeper.progress) else {
        continue
      }
      if keeper.progress.reached[lesson.name] != nil { return folder }
      first = first ?? folder
    }
    return first
  }

  /// Leaves the lesson for the prompt, and for the session that was there before.
  func closeLesson() {
    guide?.leave()
    guide = nil
  }

  /// Does something with the lesson that is open, or says that none is.
  func withLesson(_ body: (LessonGuide) -> Void) {
    guard let guide else { return say("no lesson is open; ':lesson' opens one") }
    body(guide)
  }

  /// Every lesson that can be read.
  func lessons(in library: LessonLibrary) -> [Lesson] {
    var lessons: [Lesson] = []
    for folder in library.lessonFolders {
      do throws(DocumentFault) { lessons.append(try Lesson(folder: folder)) } catch { say(error) }
    }
    return lessons
  }

  /// Says what is wrong with a file of a lesson.
  func say(_ fault: DocumentFault) {
    for diagnostic in fault.diagnostics {
      say(DiagnosticRenderer(for: renderer).document(diagnostic, in: fault.sources))
    }
  }
}
