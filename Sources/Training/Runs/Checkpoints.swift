/// Checkpoints of a run at equal distances; when there are too many, every other one is dropped.
///
/// A run of any length keeps a bounded number of them, and whoever wants to see one of its steps
/// makes at most a few hundredths of them again.
public final class Checkpoints {
  /// What is kept, the earliest first.
  public private(set) var kept: [Checkpoint] = []
  /// The most that are kept, but for those that are pinned.
  public let most: Int
  /// How many steps lie between two of them.
  public private(set) var spacing: Int
  /// After how many steps the next is wanted.
  public private(set) var next = 0

  private static let mostEver = 64
  private static let fewest = 4
  private static let mostBytes = 32 << 20
  /// Fewer steps are made again sooner than they are kept.
  private static let closest = 8

  /// Room for the checkpoints of a run of about so many steps over so many parameters.
  public init(steps: Int, parameters: Int) {
    // An optimizer keeps about two numbers more for each parameter.
    let (bytes, isOver) = (3 * 8).multipliedReportingOverflow(by: max(parameters, 1))
    most = min(
      Checkpoints.mostEver, max(Checkpoints.fewest, isOver ? 0 : Checkpoints.mostBytes / bytes))
    spacing = Checkpoints.closest
    while steps / spacing >= most { spacing *= 2 }
  }

  /// Those of another run up to a checkpoint at which it takes another way.
  public init(_ other: Checkpoints, upTo last: Checkpoint) {
    most = other.most
    spacing = other.spacing
    kept = other.kept.filter { $0.done < last.done }
    var last = last
    last.isPinned = true
    keep(last)
  }

  /// Adds a checkpoint behind the others.
  public func keep(_ checkpoint: Checkpoint) {
    kept.append(checkpoint)
    if kept.count(where: { !$0.isPinned }) > most {
      spacing *= 2
      kept.removeAll { !$0.isPinned && $0.done % spacing != 0 }
    }
    next = checkpoint.done - checkpoint.done % spacing + spacing
  }

  /// The last one before or after exactly so many steps; nil if there is none.
  public func last(upTo done: Int) -> Checkpoint? { kept.last { $0.done <= done } }
}
