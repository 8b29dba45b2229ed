import Language
import Reporting
import Testing

@Suite("What cannot be rewound is said in one message")
struct RewindComplaintTests {
  private let run = """
    param w = 3
    L = w^2
    minimize L, optimizer=sgd(lr=0.1), steps=5

    """

  @Test("A step that was not made")
  func noSuchStep() {
    expectComplaint(
      run + "rewind run, step=‹9›",
      """
      error: 'run' has no step 9: 5 steps were made
      note: steps count from 1; step=last is the last, step=end the end of the run
      """)
  }

  @Test("A run that there is not")
  func noRun() {
    expectComplaint(
      run + "rewind ‹first›, step=2",
      "error: no run is called 'first'\nnote: there is run")
    expectComplaint(
      "param w = 3\nrewind ‹w›, step=2",
      """
      error: 'w' is a scalar, not the record of a training
      note: write 'rewind run, step=137'
      """)
  }

  @Test("A condition that never holds, with how near it came")
  func never() {
    expectComplaint(
      run + "rewind run, when=‹gradient_norm > 7›",
      """
      error: 'gradient_norm > 7' holds before no step of 'run'
      note: the largest 'gradient_norm' is 6, at step 1
      """)
  }

  @Test("A curve the run has not")
  func noCurve() {
    expectComplaint(
      run + "rewind run, when=‹accuracy› > 0.5",
      """
      error: 'run' has no '.accuracy'
      note: it has loss, lr, gradient_norm
      """)
  }

  @Test("Neither, or two, of its options")
  func howFar() {
    let note =
      "note: step=137: before that step; when=loss > 5: before the first step where it holds; "
      + "resume=true: on from where it stands"
    expectComplaint(
      run + "‹rewind run›",
      "error: 'rewind' is told one of 'step', 'when' and 'resume'\n" + note)
    expectComplaint(
      run + "‹rewind run, step=2, resume=true›",
      "error: 'rewind' is told one of 'step', 'when' and 'resume'\n" + note)
  }

  @Test("A run at its end cannot go on")
  func over() {
    expectComplaint(
      run + "‹rewind run, resume=true›",
      """
      error: 'run' is at its end: 5 steps were made
      note: rewind to one of its steps first, or train again for more epochs
      """)
  }

  @Test("A network that was defined anew")
  func redefined() {
    expectComplaint(
      """
      data d = [1 -> 2]
      net n = 1 -> dense(1), init=zeros
      train n, d, loss=mse, epochs=4
      net n = 1 -> dense(1), init=zeros
      rewind ‹run›, step=2
      """,
      """
      error: 'n.w1[1,1]' was defined anew since 'run', which cannot go back in it
      note: train again, or take the definition back
      """)
  }

  @Test("An input that has another value than it had")
  func changedInput() {
    expectComplaint(
      """
      param w = 3
      input x = 2
      L = (w*x)^2
      minimize L, optimizer=sgd(lr=0.01), steps=5
      input x = 3
      ‹rewind run, step=2›
      """,
      """
      error: something 'L' depends on was changed since 'run'
      note: the steps of the run belong to other numbers: give inputs and frozen leaves their old values, or train again
      """)
  }
}
