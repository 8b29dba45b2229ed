import Autodiff
import Reporting
import Training

/// Entries of what ends a training and of what it leaves behind.
extension Reference {
  private static let training = """
    data d = [1 -> 2; 2 -> 4; 3 -> 6; 4 -> 8]
    net line = 1 -> dense(1), init=zeros

    """

  static let stopping: [ReferenceEntry] = [
    ReferenceEntry(
      kind: .stop, name: EarlyStopping.name,
      usage: "stop=\(EarlyStopping.name)(patience=5)", summary: EarlyStopping.summary,
      family: "what ends a training, after stop=",
      settings: EarlyStopping.settings.map { ReferenceEntry.Setting($0) },
      notes: [
        "it looks at the loss on the validation data if there is any, else at the loss",
        "the parameters of the best epoch are kept",
      ], source: EarlyStopping.source,
      example: training + """
        first, rest = split(d, 0.5)
        train line, first, loss=mse, optimizer=sgd(lr=0.3), epochs=50, validate=rest, \
        stop=early(patience=2)
        """)
  ]

  static let records: [ReferenceEntry] = [
    ReferenceEntry(
      kind: .record, name: "run", usage: "run.loss",
      summary: "what the last training has noted, a number an epoch or a step",
      family: "what a training leaves behind",
      forms: (RunRecord.seriesMeanings + RunRecord.countMeanings).map {
        ReferenceEntry.Form(usage: "run.\($0.name)", meaning: $0.meaning)
      }, notes: ["'name=first' in 'train' or 'minimize' makes it 'first.loss'"],
      example: training
        + "train line, d, loss=mse, optimizer=sgd(lr=0.05), epochs=5\nrun.loss\nrun.gradient_norm"),
    ReferenceEntry(
      kind: .record, name: "best", usage: "best(x)",
      summary: "the network or function that the last search found to be best",
      family: "what a training leaves behind",
      example: training
        + "search line, d, loss=mse, optimizer=sgd(lr=choose(0.01, 0.05)), epochs=5\nbest(5)"),
    ReferenceEntry(
      kind: .record, name: "loss", usage: "loss",
      summary: "the losses of the last training, unless the program has a 'loss' of its own",
      family: "what a training leaves behind",
      example: training
        + "train line, d, loss=mse, optimizer=sgd(lr=0.05), epochs=5\nloss\nexpect loss[5] < 1"),
  ]
}
