import Language
import Reporting
import Testing

@Suite("A rewound run shows the step that is about to be made")
struct RewoundStepTests {
  private static let start = """
    data xor = [0 0 -> 0; 0 1 -> 1; 1 0 -> 1; 1 1 -> 0]
    net mlp = 2 -> dense(3, tanh) -> dropout(0.25) -> dense(1, sigmoid), init=xavier, seed=7

    """
  private static let train =
    "train mlp, xor, loss=bce, optimizer=adam(lr=0.1), epochs=20, batch=2, shuffle=5"

  @Test("Its parameters, loss, rate and length of gradient are those it began with")
  func numbers() throws {
    let updates = Run(Self.start + Self.train + ", updates=true").objects("update")
    for step in [1, 2, 17, 40] {
      let run = Run(Self.start + Self.train + "\nrewind run, step=\(step)\nshow mlp")
      #expect(run.rendered == "")
      let rewind = try #require(run.objects("rewind").last)
      let update = updates[step - 1]
      #expect(rewind["step"]?.number == Double(step))
      for field in ["loss", "lr", "gradient_norm"] {
        #expect(rewind[field]?.text == update[field]?.text, "\(field) of step \(step)")
      }
      if step > 1 {
        #expect(rewind["parameters"]?.text == updates[step - 2]["parameters"]?.text)
      }
    }
  }

  @Test("'backward loss' gives the gradient of that update, bit for bit, dropped units included")
  func backward() throws {
    let updates = Run(Self.start + Self.train + ", updates=true").objects("update")
    for step in [1, 7, 40] {
      let run = Run(
        Self.start + Self.train + "\nrewind run, step=\(step)\nbackward loss, steps=false")
      #expect(run.rendered == "")
      let gradients = try #require(run.objects("gradients").last)
      let update = updates[step - 1]
      #expect(gradients["value"]?.text == update["loss"]?.text)
      for name in ["mlp.w1", "mlp.b1", "mlp.w2", "mlp.b2"] {
        #expect(gradients["gradients"]?[name]?.text == update["gradients"]?[name]?.text, "\(name)")
      }
    }
  }

  @Test("'.grad' is that gradient too")
  func grad() throws {
    let updates = Run(Self.start + Self.train + ", updates=true").objects("update")
    let run = Run(Self.start + Self.train + "\nrewind run, step=7\nshow mlp.w1.grad")
    #expect(run.rendered == "")
    #expect(run.shown == updates[6]["gradients"]?["mlp.w1"]?.text)
  }

  @Test("'explain' tells what that update will do")
  func explain() throws {
    let run = Run(Self.start + Self.train + "\nrewind run, step=7\nexplain mlp.w1[2,1]")
    let explanation = try #require(run.objects("explain").last)
    #expect(explanation["step"]?.number == 7)
    #expect(explanation["summary"]?.string?.hasPrefix("mlp.w1[2,1] will go ") == true)
    let after = Run(Self.start + Self.train + "\nrewind run, step=8\nshow mlp.w1[2,1], digits=17")
    #expect(explanation["after"]?.text == after.shown)
  }

  @Test("'when' finds the first step before which a condition holds")
  func when() throws {
    let updates = Run(Self.start + Self.train + ", updates=true").objects("update")
    let norms = updates.compactMap { $0["gradient_norm"]?.number }
    let bound = norms.sorted()[30]
    let first = try #require(norms.firstIndex { $0 > bound })
    let run = Run(Self.start + Self.train + "\nrewind run, when=gradient_norm > \(bound)")
    #expect(run.rendered == "")
    #expect(run.objects("rewind").last?["step"]?.number == Double(first + 1))
  }

  @Test("A curve that is noted after an epoch counts from the first step behind it")
  func whenOfEpoch() {
    let run = Run(
      Self.start + Self.train
        + "\nrewind run, when=accuracy >= 0\nrewind run, when=step == 9")
    #expect(run.rendered == "")
    #expect(run.objects("rewind").compactMap { $0["step"]?.number } == [3, 9])
  }

  @Test("A condition may speak of the program's own numbers")
  func ownNumbers() {
    let run = Run(Self.start + Self.train + "\nlimit = 11\nrewind run, when=step > limit")
    #expect(run.rendered == "")
    #expect(run.objects("rewind").last?["step"]?.number == 12)
  }

  @Test("A weight that is set by hand takes the run another way, and only from there")
  func whatIf() {
    let other = Run(
      Self.start + Self.train + """

        rewind run, step=9
        set mlp.b2[1] = 2
        rewind run, resume=true
        show mlp
        rewind run, step=5
        show mlp.w1
        rewind run, step=9
        show mlp.b2
        rewind run, step=30
        rewind run, resume=true
        show mlp
        """)
    #expect(other.rendered == "")
    let shown = other.objects("value").compactMap { $0["value"]?.text }
    let plain = Run(Self.start + Self.train + "\nshow mlp\nrewind run, step=5\nshow mlp.w1")
      .objects("value").compactMap { $0["value"]?.text }
    #expect(shown[0] != plain[0])
    #expect(shown[1] == plain[1])
    #expect(shown[2] == "[2]")
    #expect(shown[3] == shown[0])
  }

  @Test("':undo' takes it back")
  func undo() {
    var run = Run(Self.start + Self.train + "\nshow mlp", keepsHistory: true)
    run.then("rewind run, step=3")
    #expect(run.session.undo() == "rewind run, step=3")
    run.then("show mlp\nexplain mlp.w1[1,1]")
    let shown = run.objects("value").compactMap { $0["value"]?.text }
    #expect(shown[0] == shown[1])
    #expect(run.objects("explain").last?["step"]?.number == 40)
    #expect(run.rendered == "")
  }

  @Test("A fresh 'train' begins where the run stands")
  func fresh() {
    let fresh = "\ntrain mlp, xor, loss=mse, optimizer=sgd(lr=0.5), epochs=3, name=other\nshow mlp"
    let rewound = Run(Self.start + Self.train + "\nrewind run, step=7" + fresh)
    #expect(rewound.rendered == "")
    #expect(rewound.objects("epoch").suffix(3).first?["epoch"]?.number == 1)
  }

  @Test("A run of many steps keeps few checkpoints, and still finds each step")
  func manySteps() {
    expectSame(
      """
      param w = 3
      L = w^2
      minimize L, optimizer=sgd(lr=0.001, momentum=0.9), steps=3000, every=3000
      rewind run, step=2345
      show w
      """,
      """
      param w = 3
      L = w^2
      minimize L, optimizer=sgd(lr=0.001, momentum=0.9), steps=2344, every=3000
      show w
      """)
  }
}
