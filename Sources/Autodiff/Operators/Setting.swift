import Reporting

/// A number that is chosen rather than computed, such as the slope of a leaky ReLU.
public struct Setting: Sendable {
  /// Its name, as in `leaky_relu(x, negative_slope=0.2)`.
  public let name: String
  /// Its value when nobody names it.
  public private(set) var standard: Double
  /// What it does, in a line.
  public let meaning: String
  /// The words it may be given instead of a number; the word's place in the list is its number.
  public let words: [String]
  /// The numbers it may be.
  public let allowed: ClosedRange<Double>
  /// Whether it counts something, so that only whole numbers mean anything.
  public let isWhole: Bool
  /// True for one that is never named by a person: the engine sets it.
  public let isHidden: Bool

  /// A setting that is a number.
  public init(
    _ name: String, _ standard: Double, _ meaning: String,
    in allowed: ClosedRange<Double> = -.infinity ... .infinity, isWhole: Bool = false,
    isHidden: Bool = false
  ) {
    self.isWhole = isWhole
    self.isHidden = isHidden
    self.name = name
    self.standard = standard
    self.meaning = meaning
    self.allowed = allowed
    words = []
  }

  /// A setting that is one of a few words, the first unless named.
  public init(_ name: String, words: [String], _ meaning: String) {
    self.name = name
    self.meaning = meaning
    self.words = words
    isWhole = false
    isHidden = false
    standard = 0
    allowed = 0...Double(max(words.count - 1, 0))
  }

  /// Whether it is true or false.
  public var isSwitch: Bool { Set(words) == ["false", "true"] }

  /// The default as a learner would write it.
  public var standardText: String {
    if isSwitch { return words[0] }
    if !words.isEmpty { return "\"\(words[0])\"" }
    return standard.isNaN ? "none" : NumberStyle.exact.text(standard)
  }

  /// The setting with another value where none is given.
  public func standing(at standard: Double) -> Setting {
    var setting = self
    setting.standard = standard
    return setting
  }
}

/// The numbers chosen for the settings of one operator, in the order the operator lists them.
public struct Settings: Sendable, Hashable {
  /// The numbers.
  public let values: [Double]

  /// Settings from numbers, in the operator's order.
  public init(_ values: [Double]) {
    self.values = values
  }

  /// No settings.
  public static let none = Settings([])

  /// The number at a place of the operator's list; nan where none was given.
  public subscript(index: Int) -> Double {
    index < values.count ? values[index] : .nan
  }
}
