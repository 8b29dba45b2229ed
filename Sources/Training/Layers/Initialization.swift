public import Autodiff

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// How the weights of a layer begin.
public struct Initialization: Sendable {
  /// The word after `init=`.
  public let name: String
  /// One line for help and completion.
  public let summary: String
  /// Where it comes from.
  public let source: String
  /// Numbers that are chosen.
  public let settings: [Setting]
  /// One weight, from the settings, the inputs and outputs of the layer, and a draw.
  public let number:
    @Sendable (Settings, _ inputs: Int, _ outputs: Int, RandomSource.Draw, _ place: Int) -> Double

  /// All of them, in the order of help.
  public static let all: [Initialization] = [
    Initialization(
      name: "zeros", summary: "every weight 0", source: "a classic mistake", settings: [],
      number: { _, _, _, _, _ in 0 }),
    Initialization(
      name: "ones", summary: "every weight 1", source: "torch.nn.init.ones_", settings: [],
      number: { _, _, _, _, _ in 1 }),
    Initialization(
      name: "normal", summary: "random, from the normal distribution",
      source: "torch.nn.init.normal_",
      settings: [
        Setting("mean", 0, "the middle of the distribution"),
        Setting("std", 1, "its standard deviation", in: 0 ... .infinity),
      ], number: { settings, _, _, draw, place in settings[0] + settings[1] * draw.normal(place) }),
    Initialization(
      name: "uniform", summary: "random, equally likely from a up to b",
      source: "torch.nn.init.uniform_",
      settings: [
        Setting("a", 0, "the least number"), Setting("b", 1, "the number just above the largest"),
      ],
      number: { settings, _, _, draw, place in
        settings[0] + (settings[1] - settings[0]) * draw.uniform(place)
      }),
    Initialization(
      name: "xavier", summary: "uniform to ±sqrt(6 / (inputs + outputs))",
      source: "Glorot and Bengio (2010); torch.nn.init.xavier_uniform_", settings: [],
      number: { _, inputs, outputs, draw, place in
        symmetric(sqrt(6 / Double(inputs + outputs)), draw, place)
      }),
    Initialization(
      name: "he", summary: "normal with standard deviation sqrt(2 / inputs)",
      source: "He and others (2015); torch.nn.init.kaiming_normal_", settings: [],
      number: { _, inputs, _, draw, place in sqrt(2 / Double(inputs)) * draw.normal(place) }),
    byDefault,
  ]

  /// PyTorch's for a linear layer, whose biases begin in the same way.
  public static let byDefault = Initialization(
    name: "linear", summary: "uniform to ±1 / sqrt(inputs), biases too: PyTorch's default",
    source: "torch.nn.Linear", settings: [],
    number: { _, inputs, _, draw, place in symmetric(1 / sqrt(Double(inputs)), draw, place) })

  /// The one of that name.
  public static func named(_ name: String) -> Initialization? { all.first { $0.name == name } }

  private static func symmetric(_ bound: Double, _ draw: RandomSource.Draw, _ place: Int) -> Double
  {
    bound * (2 * draw.uniform(place) - 1)
  }
}
