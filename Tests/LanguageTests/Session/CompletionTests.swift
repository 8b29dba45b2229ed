import Language
import Testing

@Suite("Completion")
struct CompletionTests {
  private let run = Run(
    """
    data d = [0 0 -> 0; 0 1 -> 1]
    net mlp = 2 -> dense(3, tanh) -> dense(1, sigmoid), seed=1
    mlp([1, 0])
    bent(x, k=2) = k*x^2
    train mlp, d, loss=mse
    """)

  /// The candidates for the last word of a line.
  private func candidates(_ line: String) -> [String] {
    let isPart: (Character) -> Bool = { $0.isLetter || $0.isNumber || "_.".contains($0) }
    let word = String(line.reversed().prefix(while: isPart).reversed())
    return run.session.candidates(for: word, after: String(line.dropLast(word.count))).map(\.text)
  }

  @Test(
    "What fits where the word stands comes first",
    arguments: [
      ("train mlp, d, lo", "loss="), ("minimize L, opt", "optimizer="),
      ("train mlp, d, loss=", "mse"), ("train mlp, d, loss=mse, optimizer=", "sgd"),
      ("train mlp, d, clip=", "value"), ("train mlp, d, clip_weights=", "range"),
      ("train mlp, d, stop=", "early"), ("train mlp, d, batch=", "all"),
      ("net n = 2 -> dense(1), init=", "zeros"), ("net n = 2 -> dense(1), in", "init="),
      ("y = mse(p, t, reduction=", "mean"), ("train mlp, d, optimizer=adam(", "lr="),
      ("train mlp, d, optimizer=adam(lr=0.1, am", "amsgrad="),
      ("train mlp, d, optimizer=adam(amsgrad=", "false"),
      ("train mlp, d, optimizer=adam(lr=", "constant"),
      ("train mlp, d, optimizer=adam(lr=cosine(0.1, st", "steps="),
      ("train mlp, d, clip=norm(1, ", "c="), ("train mlp, d, stop=early(", "patience="),
      ("net n = 2 -> ", "dense"), ("-> dr", "dropout"), ("net n = 2 -> residual(", "dense"),
      ("net n = 2 -> dense(4, vi", "via="), ("net n = 2 -> dropout(0.5, mode=", "inverted"),
      ("mlp.", "mlp.w1"), ("2*mlp.z", "mlp.z1"), ("run.", "run.loss"), ("d.", "d.x"),
      ("y = bent(2, k", "k="), ("tra", "train"), ("huber(p, t, d", "delta="),
    ])
  func first(_ line: String, _ word: String) {
    #expect(candidates(line).first == word, "\(candidates(line).prefix(5))")
  }

  @Test("An option that knows words offers them, and functions of one's own where they may stand")
  func words() {
    #expect(candidates("train mlp, d, loss=").contains("bent"))
    #expect(candidates("train mlp, d, loss=").contains("tanh") == false)
    #expect(candidates("train mlp, d, clip=") == ["value", "norm", "tensor_norm"])
    #expect(candidates("net n = 2 -> dense(1) -> ta") == ["tan", "tanh", "tanhshrink"])
    let curves = ["run.loss", "run.batch_loss", "run.lr", "run.gradient_norm"]
    #expect(candidates("run.") == curves + ["run.steps", "run.epochs"])
    #expect(candidates("d.") == ["d.x", "d.y"])
  }

  @Test("A definition named like an option is still a definition")
  func definition() {
    #expect(candidates("loss = ml") == ["mlp"])
    #expect(candidates("clip = ta") == ["tan", "tanh", "tanhshrink"])
  }

  @Test("Parts of networks are offered only behind their dot")
  func parts() {
    #expect(candidates("y = ml") == ["mlp"])
    #expect(candidates("y = mlp.w") == ["mlp.w1", "mlp.w2"])
  }

  @Test("Everything offered says what it is")
  func help() {
    for line in [
      "train mlp, d, optimizer=", "mlp.", "run.", "net n = 2 -> ", "mi", "train mlp, d, ",
    ] {
      let word = String(line.split(separator: " ").last ?? "")
      let before = line.hasSuffix(" ") || line.hasSuffix("=") ? line : ""
      for candidate in run.session.candidates(for: before.isEmpty ? word : "", after: before) {
        #expect(!candidate.help.isEmpty, "\(candidate.text)")
      }
    }
  }
}
