import Autodiff
public import Reporting

extension Trainer {
  /// A training that can be gone through to its end, or again in parts from any checkpoint on.
  public final class Course {
    private var pass: Pass
    public let updating: Updating
    /// How many epochs there are to be.
    public let epochs: Int

    /// A training that stands at its beginning.
    public init(
      _ trainer: Trainer, _ loss: DataLoss, _ updating: Updating, objective: Objective? = nil,
      _ watch: Watch
    ) {
      self.updating = updating
      epochs = trainer.epochs
      pass = Pass(
        trainer: trainer, loss: loss, updating: updating, objective: objective, watch: watch)
    }

    /// Trains until it ends, and tells what happens; the parameters are in `updating`.
    public func finish() -> Ending {
      pass.isSilent = false
      do throws(Diagnostic) {
        while pass.hasMore {
          if let ending = try pass.goOn() { return ending }
        }
      } catch {
        return .stopped(error, epochs: pass.finished)
      }
      return .finished
    }

    // MARK: Going back

    /// Keeps checkpoints elsewhere from now on, or none.
    public func keep(in checkpoints: Checkpoints?) { pass.watch.checkpoints = checkpoints }

    /// Where it stands; with the last gradient where an epoch may still have to be reported.
    public func checkpoint(withGradient: Bool = false) -> Checkpoint {
      pass.checkpoint(withGradient: withGradient)
    }

    /// Goes back, or on, to a checkpoint.
    public func restore(_ checkpoint: Checkpoint) { pass.restore(checkpoint) }

    /// Makes steps again, telling nothing, until so many are made and the next can follow.
    public func advance(to done: Int) throws(Diagnostic) {
      pass.isSilent = true
      while pass.hasMore, updating.done < done || pass.isAtEndOfEpoch {
        if try pass.goOn(until: done) != nil { return }
      }
      if pass.hasMore { try pass.begin() }
    }

    /// Makes one step, and stays in its epoch even if it was the last of it.
    public func makeStep() throws(Diagnostic) {
      pass.isSilent = true
      _ = try pass.run(until: updating.done + 1)
    }

    /// The rows of the next batch, from 0.
    public func nextRows() throws(Diagnostic) -> [Int] { try pass.nextRows() }

    /// The epoch of the last step, from 1.
    public var epoch: Int { pass.epoch }
    /// How many epochs are over.
    public var finished: Int { pass.finished }
    /// The loss of all rows before the first step; nil before that is made.
    public var firstLoss: Double? { pass.firstLoss }
    /// The loss before the last step of the epoch under way; nan before its first.
    public var lastLoss: Double { pass.batchLosses.last ?? .nan }
    /// The learning rate of the last step.
    public var rate: Double { pass.rate }
  }
}
