import Foundation
import Testing

@testable import Language

@Suite("The lessons that mistakes point to")
struct LessonTitleTests {
  private static let lessons = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../lessons")

  @Test(
    "Are called what they are called in the course",
    arguments: [
      Lesson.graph, .chain, .forks, .squares, .softmax, .activations, .network, .rates, .momentum,
      .adam, .clipping, .regularization, .normalization, .checking,
    ])
  func titles(_ lesson: Lesson) throws {
    let number = lesson.number < 10 ? "0\(lesson.number)-" : "\(lesson.number)-"
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.lessons.path)
    let name = try #require(names.first { $0.hasPrefix(number) })
    let file = Self.lessons.appending(path: "\(name)/lesson.md")
    let line = try #require(
      try String(contentsOf: file, encoding: .utf8).split(separator: "\n").first {
        $0.hasPrefix("title: ")
      })
    let title = line.dropFirst("title: ".count).filter { $0 != "\"" }
    #expect(title.lowercased() == lesson.title.lowercased())
  }
}
