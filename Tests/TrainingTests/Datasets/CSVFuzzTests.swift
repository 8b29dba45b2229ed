import Autodiff
import Testing

@testable import Training

@Suite("Any bytes") struct CSVFuzzTests {
  private static let pieces = ["1", "-2.5e3", ",", ",", "\n", "\r\n", "\"", "#", " ", "red", "nan"]

  @Test("random bytes are data or one clear problem", arguments: 0..<400)
  func randomBytes(seed: Int) throws {
    var source = RandomSource(seed: Int64(seed))
    let draw = source.draw()
    func choice(_ index: Int, _ count: Int) -> Int { Int(draw.uniform(index) * Double(count)) }
    var bytes: [UInt8] = []
    for index in 1..<(2 + choice(0, 60)) {
      // Half of the files are nothing but noise, the others nearly files of data.
      if seed.isMultiple(of: 2) {
        bytes.append(UInt8(choice(index, 256)))
      } else {
        bytes += Array(Self.pieces[choice(index, Self.pieces.count)].utf8)
      }
    }
    try withFile(of: bytes) { path in
      do throws(DatasetProblem) {
        let data = try CSVFile.read(path: path)
        let isFinite = data.x.elements.allSatisfy(\.isFinite)
        #expect(isFinite)
        #expect(data.count > 0)
        #expect(data.x.elements.count == data.count * data.inputNames.count)
        #expect(data.y?.elements.count == data.count)
      } catch {
        #expect(error.message.contains(path.quoted))
        #expect(error.message.utf8.count < 400)
      }
    }
  }
}
