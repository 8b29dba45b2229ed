import Autodiff
import Foundation
import Testing
import Training

@Suite("The catalogues of training")
struct CatalogueTests {
  /// The names that the files of a folder give to what they define.
  private func names(in folder: String) throws -> [String] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/Training/\(folder)").standardized
    return try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "swift" }
      .compactMap { file in
        try String(contentsOf: file, encoding: .utf8)
          .firstMatch(of: /static let name = "(\w+)"/).map { String($0.1) }
      }.sorted()
  }

  @Test("Every optimizer of the folder is in the list") func optimizers() throws {
    #expect(try names(in: "Optimizers") == Optimizers.all.map(\.name).sorted())
    for optimizer in Optimizers.all { #expect(Optimizers.named(optimizer.name) === optimizer) }
  }

  @Test("Every schedule of the folder is in the list, besides the one that reads the loss")
  func schedules() throws {
    #expect(
      try names(in: "Schedules") == (Schedules.all.map(\.name) + [Plateau.name]).sorted())
    for schedule in Schedules.all { #expect(Schedules.named(schedule.name) === schedule) }
  }

  @Test("Every method that looks at the whole objective is in the list") func methods() throws {
    #expect(
      try names(in: "Optimizers/Objective") == ObjectiveMethods.all.map { $0.name }.sorted())
    let all = Optimizers.all.map(\.name) + ObjectiveMethods.all.map { $0.name }
    #expect(Set(all).count == all.count)
    for name in ObjectiveMethods.all.map({ $0.name }) {
      #expect(ObjectiveMethods.named(name)?.name == name)
    }
  }

  @Test("Each says what it is, and no two of its settings have the same name")
  func descriptions() {
    let entries =
      Optimizers.all.map { ($0.summary, $0.source, $0.settings) }
      + Schedules.all.map { ($0.summary, $0.source, $0.settings) }
      + ObjectiveMethods.all.map { ($0.summary, $0.source, $0.settings) }
      + [(Plateau.summary, Plateau.source, Plateau.settings)]
      + [(EarlyStopping.summary, EarlyStopping.source, EarlyStopping.settings)]
    for (summary, source, settings) in entries {
      #expect(!summary.isEmpty && !summary.hasSuffix(".") && !source.isEmpty)
      #expect(Set(settings.map(\.name)).count == settings.count)
      for setting in settings {
        #expect(!setting.meaning.isEmpty)
        #expect(setting.standard.isNaN || setting.allowed.contains(setting.standard))
      }
    }
  }
}
