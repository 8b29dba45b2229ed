public import Autodiff
public import Reporting

/// Something that happened while a program ran.
///
/// The JSON lines are the events encoded; the terminal's text and every other view are made from
/// them, so no view can say anything else.
public enum Event: Sendable {
  /// A name got a meaning; shown at a prompt only.
  case defined(Definition)
  /// A value was asked for.
  case value(ValueReport)
  /// A forward pass was asked for.
  case forward(Pass)
  /// A backward pass was asked for.
  case backward(Pass)
  /// A pass is to be walked step by step.
  case walk(Pass)
  /// Numbers of a pass are asked for.
  case quiz(QuizReport)
  /// A step of an optimizer was made.
  case update(UpdateReport)
  /// An epoch of a training is over.
  case epoch(EpochReport)
  /// A training goes on; for a person who watches.
  case progress(TrainingProgress)
  /// A training or minimization is over.
  case trained(TrainingReport)
  /// A trial of a search is over.
  case trial(TrialReport)
  /// A search is over.
  case search(SearchReport)
  /// A gradient is to be explained.
  case explained(GradientExplanation)
  /// How a gradient flows through layers is to be shown.
  case flow(FlowReport)
  /// Two things are to be compared.
  case compared(ComparisonReport)
  /// A run was rewound, or went on.
  case rewound(RewindReport)
  /// An update is to be explained.
  case explainedUpdate(UpdateExplanation)
  /// Something is to be plotted, in the terminal or to a file.
  case plot(PlotReport, file: String?)
  /// A gradient check was made.
  case check(CheckReport)
  /// An expectation was tested.
  case expect(ExpectReport)
  /// A derivation was tested.
  case claim(ClaimReport)
  /// A graph is to be drawn.
  case drawing(DrawingReport)
  /// Something has to be said about the program.
  case diagnostic(Diagnostic)
}

/// A name that got a meaning.
public struct Definition: Sendable {
  /// The name.
  public var name: String
  /// `input` or `param` for a leaf.
  public var role: LeafRole?
  /// Its numbers; nil for a function.
  public var numbers: Numbers?
  /// What is called to use it, for a function.
  public var signature: String?
  /// How many nodes still stand on the meaning the name had before.
  public var nodesOnOldMeaning: Int
}

/// A value that was asked for.
public struct ValueReport: Sendable {
  /// The words that asked for it.
  public var name: String
  /// Its numbers.
  public var numbers: Numbers
  /// What computes it, if it is one node: with names, and with numbers.
  public var formula: Formula?
  /// `input` or `param` for a leaf.
  public var role: LeafRole?
  /// The titles of the nodes it feeds, of the first few, and how many more there are.
  public var feeds: [String]
  public var otherFeeds = 0
  /// Text that stands for a value without numbers, such as a function's signature.
  public var text: String?
  /// To how many digits it was asked for.
  public var digits: Int?
  /// For a network, its leaves by name.
  public var parts: [(name: String, numbers: Numbers)]?
}

/// A forward and backward pass for one output, with the graph it went through.
public struct Pass: Sendable {
  /// The words that asked for it.
  public var name: String
  /// The graph.
  public var graph: Graph
  /// Every value and every contribution.
  public var tape: Tape
  /// The leaves of the program, in the order they were declared.
  public var leaves: [Leaf]
  /// Which steps are shown.
  public var shown: ShownSteps
  /// Whether steps without a name of their own are shown one by one, not inside the named node
  /// they belong to.
  public var isUnfolded: Bool

  /// A leaf of the program.
  public struct Leaf: Sendable {
    /// Its name.
    public var name: String
    /// What it is for.
    public var role: LeafRole
    /// Its shape.
    public var shape: Shape
    /// Its nodes, row by row.
    public var nodes: [NodeID]
  }

  /// Which steps of a pass are shown.
  public enum ShownSteps: Sendable, Equatable {
    /// All of them.
    case all
    /// The results alone.
    case none
    /// The last so many.
    case last(Int)
  }

  /// The gradient at a leaf, in its shape.
  public func gradient(at leaf: Leaf) -> Numbers {
    Numbers(shape: leaf.shape, elements: leaf.nodes.map(tape.gradient(at:)))
  }
}

/// The outcome of a gradient check.
public struct CheckReport: Sendable {
  /// The words that named what was checked.
  public var name: String
  /// A row for each element of each leaf.
  public var rows: [GradientCheck.Row]
  /// What differences of many sizes make of the gradient at the one leaf in `rows`; nil unless it
  /// was asked for.
  public var sweep: Sweep?

  /// One leaf moved by many sizes of h.
  public struct Sweep: Sendable {
    /// What the differences came to.
    public var differences: DifferenceSweep
    /// What the node is called that has a kink within ±h, row by row; nil where there is none.
    public var kinks: [String?]
  }

  /// Whether every row agrees.
  public var holds: Bool { rows.allSatisfy { $0.verdict != .differs } }
}

/// The outcome of an expectation.
public struct ExpectReport: Sendable {
  /// What was expected, in the program's words.
  public var text: String
  /// Its left side alone, if it is a comparison.
  public var left: String
  /// Whether it is so.
  public var holds: Bool
  /// What is so: the left side of the comparison.
  public var actual: Numbers
  /// What should be so: the right side of `~` or `==`.
  public var expected: Numbers? = nil
}

/// A graph that is to be drawn.
public struct DrawingReport: Sendable {
  /// The pass that is drawn.
  public var pass: Pass
  /// The file it goes to; nil for the terminal.
  public var file: String?
}
