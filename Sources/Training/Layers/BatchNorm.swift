public import Autodiff

/// Batch normalization: each column of a batch less its mean, by its deviation, times gamma, plus
/// beta (Ioffe and Szegedy, 2015; torch.nn.BatchNorm1d).
public enum BatchNorm {
  /// Numbers that are chosen.
  public static let settings = [
    Setting("momentum", 0.1, "how much a batch counts in the running statistics", in: 0...1), eps,
  ]
  /// What is added to the variance.
  public static let eps = Setting(
    "eps", 1e-5, "what is added to the variance", in: 0 ... .infinity)

  /// What is known of each column: of the batches seen in training, for use after it.
  public struct Statistics<N: Number> {
    /// The mean of each column, 0 before the first batch.
    public let mean: [N]
    /// The variance of each column, 1 before the first batch.
    public let variance: [N]

    /// Statistics from their parts.
    public init(mean: [N], variance: [N]) {
      self.mean = mean
      self.variance = variance
    }
  }

  /// The rows of a batch in training, normalized by the statistics of the batch itself.
  public static func normalized<N: Number>(
    batch rows: [[N]], gamma: [N], beta: [N], eps: Double
  ) -> [[N]] {
    let columns = columns(of: rows).map { Standardizing.standardized($0, eps: eps) }
    return rows.indices.map { row in
      zip(zip(columns, gamma), beta).map { $0.1 * $0.0[row] + $1 }
    }
  }

  /// A row after training, normalized by the running statistics.
  public static func normalized<N: Number>(
    _ row: [N], by running: Statistics<N>, gamma: [N], beta: [N], eps: Double
  ) -> [N] {
    let standard = zip(row, zip(running.mean, running.variance)).map { x, column in
      (x - column.0) / N.sqrt(column.1 + eps)
    }
    return zip(zip(standard, gamma), beta).map { $0.1 * $0.0 + $1 }
  }

  /// The running statistics after a batch: (1 − momentum)·running + momentum·batch, with the
  /// variance that divides by n − 1, which a batch of a single row does not have: it is nan.
  public static func updated<N: Number>(
    _ running: Statistics<N>, by rows: [[N]], momentum: Double
  ) -> Statistics<N> {
    let columns = columns(of: rows)
    func moved(_ before: N, _ batch: N) -> N { (1 - momentum) * before + momentum * batch }
    return Statistics(
      mean: zip(running.mean, columns).map { moved($0, N.mean($1)) },
      variance: zip(running.variance, columns).map { moved($0, N.variance($1, correction: 1)) })
  }

  private static func columns<N>(of rows: [[N]]) -> [[N]] {
    (0..<(rows.map(\.count).min() ?? 0)).map { column in rows.map { $0[column] } }
  }
}
