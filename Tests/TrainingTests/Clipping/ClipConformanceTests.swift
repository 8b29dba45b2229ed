import Autodiff
import Testing
import Training

@Suite("Clips of PyTorch")
struct ClipConformanceTests {
  /// One clip of some tensors.
  struct Case: Decodable, Sendable {
    var id: String
    var op: String
    var grads: [[Double]]?
    var weights: [Double]?
    var bound: Double?
    var maxNorm: Double?
    var normType: Double?
    var c: Double?
    var lo: Double?
    var hi: Double?
    var expect: Expectation
    var textbook: Expectation?
    var tolerance: Tolerance?

    struct Expectation: Decodable, Sendable {
      var grads: [[Double]]?
      var weights: [Double]?
      var norm: Double?

      enum CodingKeys: String, CodingKey {
        case grads, weights
        case norm = "total_norm"
      }
    }

    enum CodingKeys: String, CodingKey {
      case id, op, grads, weights, c, lo, hi, expect
      case bound = "clip_value"
      case maxNorm = "max_norm"
      case normType = "norm_type"
      case textbook = "expect_textbook_no_eps"
      case tolerance = "tol"
    }

    /// The clip as the project names it, and its settings by name.
    func rule() throws -> (Clip, [String: Double]) {
      let (name, subject, settings): (String, Clip.Subject, [String: Double?]) =
        switch op {
        case "grad_value": ("value", .gradients, ["c": bound])
        case "grad_global_norm": ("norm", .gradients, ["c": maxNorm, "p": normType, "eps": 1e-6])
        case "grad_per_tensor_norm": ("tensor_norm", .gradients, ["c": maxNorm, "p": normType])
        case "weight_range": ("range", .weights, ["lo": lo, "hi": hi])
        case "weight_norm": ("norm", .weights, ["c": c])
        // For a single number the norm is the magnitude, so this is the range of that bound.
        case "weight_per_weight": ("range", .weights, ["c": c])
        default: ("", .weights, [:])
        }
      return (
        try #require(Clips.named(name, for: subject)), try settings.mapValues { try #require($0) }
      )
    }
  }

  static let file = try? CaseFile<Case>(named: "06_clipping")

  @Test("The file is read whole")
  func count() throws {
    let file = try #require(Self.file)
    #expect(file.count == 88 && file.cases.count == file.count)
    #expect(Set(file.cases.map(\.id)).count == file.count)
  }

  @Test("Every clip is what it should be", arguments: file?.cases ?? [])
  func values(_ example: Case) throws {
    let tolerance = try example.tolerance ?? #require(Self.file).tolerance
    let (clip, named) = try example.rule()
    let tensors = try #require(example.grads ?? example.weights.map { [$0] })
    let expected = try #require(example.expect.grads ?? example.expect.weights.map { [$0] })
    let clipped = clip.values(tensors, clip.choosing(named))
    #expect(tolerance.allows(clipped, for: expected), "\(clipped)")
    if let textbook = example.textbook?.grads {
      let clipped = clip.values(tensors, clip.choosing(named.merging(["eps": 0]) { $1 }))
      #expect(tolerance.allows(clipped, for: textbook), "\(clipped)")
    }
    if let norm = example.expect.norm, let p = example.normType {
      let all = tensors.flatMap { $0 }
      let computed = p == 2 ? Double.euclideanNorm(all) : Double.norm(all, p: p)
      #expect(tolerance.allows(computed, for: norm), "\(computed)")
    }
  }

  @Test(
    "A clip as nodes and written down is the bits that are computed", arguments: file?.cases ?? [])
  func otherNumbers(_ example: Case) throws {
    let (clip, named) = try example.rule()
    let tensors = try #require(example.grads ?? example.weights.map { [$0] })
    expectSameBits(clip, tensors, clip.choosing(named))
  }
}

extension Clip {
  /// Settings with some of them named.
  func choosing(_ named: [String: Double]) -> Settings {
    Settings(settings.map { named[$0.name] ?? $0.standard })
  }
}

/// Expects that a clip over nodes and over formulas comes to the bits that doubles do.
func expectSameBits(_ clip: Clip, _ tensors: [[Double]], _ settings: Settings) {
  let flat = tensors.flatMap { $0 }
  let values = clip.values(tensors, settings).flatMap { $0 }
  let built = Built(over: flat) { leaves in
    clip.nodes(leaves.inRows(like: tensors), settings).flatMap { $0 }
  }
  #expect(same(built.values, values), "\(clip.function) \(tensors)")
  let names = flat.enumerated().map { Formula("g\($0 + 1)", $1) }
  let formulas = clip.formulas(names.inRows(like: tensors), settings).flatMap { $0 }
  #expect(same(formulas.compactMap(\.number), values), "\(clip.function) \(tensors)")
}

/// Whether numbers have the same bits, or are nan at the same places.
private func same(_ a: [Double], _ b: [Double]) -> Bool {
  a.count == b.count
    && zip(a, b).allSatisfy { $0.bitPattern == $1.bitPattern || ($0.isNaN && $1.isNaN) }
}
