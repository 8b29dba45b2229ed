import Autodiff
import Testing
import Training

@Suite("Clips")
struct ClipTests {
  static let tensors: [[Double]] = [[0.3, -0.7, 1.1], [2.5], [-0.02, 0.04]]
  static let names = Clips.all.map(\.function)

  private func clip(_ function: String) throws -> Clip {
    try #require(Clips.all.first { $0.function == function })
  }

  @Test("The gradient of a clip is its slope", arguments: names, [0.45, 2, 100])
  func gradient(_ function: String, _ bound: Double) throws {
    let clip = try clip(function)
    for p in [1, 2, 3, .infinity] {
      let settings = clip.choosing(["c": bound, "p": p])
      let point = Self.tensors.flatMap { $0 }
      let seed = point.indices.map { 1 / Double($0 + 2) }
      let built = Built(over: point, seed: seed) {
        clip.nodes($0.inRows(like: Self.tensors), settings).flatMap { $0 }
      }
      for place in point.indices {
        let slope = slope(at: point, along: place) { point in
          let clipped = clip.values(point.inRows(like: Self.tensors), settings).flatMap { $0 }
          return zip(seed, clipped).reduce(0) { $0 + $1.0 * $1.1 }
        }
        #expect(abs(built.gradient[place] - slope) <= 1e-7, "\(place) for p = \(p)")
      }
    }
  }

  @Test("A clip as nodes and written down is the bits that are computed", arguments: names)
  func bits(_ function: String) throws {
    let clip = try clip(function)
    for bound in [0, 0.45, 2, 100, .infinity] {
      for p in [1, 2, 3, .infinity] {
        expectSameBits(clip, Self.tensors, clip.choosing(["c": bound, "p": p, "eps": 1e-6]))
      }
    }
  }

  @Test("What is clipped is within its bound", arguments: names, [0, 1e-300, 0.45, 2, 1e200])
  func bound(_ function: String, _ bound: Double) throws {
    let clip = try clip(function)
    for scale in [1e-160, 1, 1e160, 1e300] {
      let tensors = Self.tensors.map { $0.map { $0 * scale } }
      for p in [1, 2, 3, .infinity] {
        let clipped = clip.values(tensors, clip.choosing(["c": bound, "p": p]))
        let largest =
          switch clip.name {
          case "norm" where clip.subject == .gradients: [clipped.flatMap { $0 }]
          case "norm", "tensor_norm": clipped
          default: clipped.flatMap { $0 }.map { [$0] }
          }
        for vector in largest {
          let norm = p == 2 ? Double.euclideanNorm(vector) : Double.norm(vector, p: p)
          #expect(norm <= bound * (1 + 1e-14), "\(norm) for p = \(p), scale \(scale)")
        }
      }
    }
  }

  @Test("What needs no clipping keeps every bit", arguments: names)
  func untouched(_ function: String) throws {
    let clip = try clip(function)
    let tensors = [[-0.0, 0.0, .leastNonzeroMagnitude], [0.1, -0.7], [], [0]]
    for p in [0.5, 1, 2, 3, .infinity] {
      for bound in [0.9, 1e300, .infinity] {
        let settings = clip.choosing(["c": p == 0.5 ? 10 : bound, "p": p])
        #expect(clip.values(tensors, settings).map(\.bits) == tensors.map(\.bits), "p = \(p)")
      }
    }
  }

  @Test("Zeros stay zeros under every bound, with a gradient", arguments: names)
  func zeros(_ function: String) throws {
    let clip = try clip(function)
    for bound in [0, 1.0] {
      let settings = clip.choosing(["c": bound])
      #expect(clip.values([[0, 0], []], settings) == [[0, 0], []])
      let built = Built(over: [0, 0]) { clip.nodes([$0], settings)[0] }
      #expect(built.gradient.allSatisfy { $0.isFinite })
    }
  }

  @Test("One bound of a range leaves the other side open")
  func oneBound() throws {
    let clip = try clip("clip_weights_range")
    #expect(clip.values([[-3, 3]], clip.choosing(["lo": -1])) == [[-1, 3]])
    #expect(clip.values([[-3, 3]], clip.choosing(["hi": 1])) == [[-3, 1]])
    #expect(clip.values([[-3, 3]], clip.choosing(["c": 2, "hi": 1])) == [[-2, 1]])
  }

  @Test("Every clip of the folder is in the list, under a name of its own")
  func folderAndList() throws {
    #expect(try namesWritten(in: "Clipping", of: "ClipRule") == Clips.all.map(\.name).sorted())
    #expect(Set(Clips.all.map(\.function)).count == Clips.all.count)
    for clip in Clips.all {
      #expect(Clips.named(clip.name, for: clip.subject) === clip)
      #expect(clip.settings.first?.name == "c")
      #expect(Operators.named(clip.function) == nil)
    }
  }
}
