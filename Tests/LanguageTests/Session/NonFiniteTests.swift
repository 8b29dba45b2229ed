import Language
import Reporting
import Testing

@Suite("The first number that is nan or infinite is named")
struct NonFiniteTests {
  @Test(
    "A value",
    arguments: [
      (
        "input x = -1; y = ‹log(x)›; z = y + 1; forward z, steps=false",
        """
        warning: 'y' is the first to become nan: log(-1) = nan
        note: log is defined for x > 0
        note: where a probability reaches 0, take cross_entropy or bce_with_logits of the logits, or clamp it
        note: everything that depends on it may be nan or infinite too
        """
      ),
      (
        "input x = 0; y = 1 + ‹2/x›; backward y, steps=false",
        """
        warning: '2/x' is the first to become inf: 2/0 = inf
        note: div is defined for b ≠ 0
        note: keep what is divided by away from 0, as in a/(b + 1e-8)
        note: everything that depends on it may be nan or infinite too
        """
      ),
      (
        "input x = 1000; backward ‹exp(x)›, steps=false",
        """
        warning: 'exp(x)' is the first to become inf: exp(1000) = inf
        note: the largest number is about 1.8e308; whatever is larger becomes inf
        note: logsumexp, softmax and softplus take large numbers without an exp on the way that overflows
        note: everything that depends on it may be nan or infinite too
        """
      ),
      (
        "input x = -3.66e155; y = ‹x^2›; forward y, steps=false",
        """
        warning: 'y' is the first to become inf: (-3.66e155)^2 = inf
        note: the largest number is about 1.8e308; whatever is larger becomes inf
        note: what grows like this wants smaller steps or smaller inputs
        note: everything that depends on it may be nan or infinite too
        """
      ),
      (
        "input x = 0; y = ‹x^(-1)›; forward y, steps=false",
        """
        warning: 'y' is the first to become inf: 0^(-1) = inf
        note: pow is defined for a > 0, or a whole number b, from 0 where a = 0
        note: a negative base takes whole powers only, and 0 none below 0: take abs(a), or add a little
        note: everything that depends on it may be nan or infinite too
        """
      ),
      (
        "‹input x = inf›; backward x + 1, steps=false",
        """
        warning: 'x' was given the value inf
        note: everything that depends on it may be nan or infinite too
        """
      ),
      (
        "input x = 1; h = x; for k in 1..400 { h = ‹h*10› }; forward h, steps=false",
        """
        warning: 'h·309' is the first to become inf: 1e308*10 = inf
        note: the largest number is about 1.8e308; whatever is larger becomes inf
        note: everything that depends on it may be nan or infinite too
        """
      ),
    ])
  func values(program: String, complaint: String) { expectComplaint(program, complaint) }

  @Test(
    "A gradient",
    arguments: [
      (
        "input x = 0; y = ‹x^0.5›; backward y, steps=false",
        """
        warning: the gradient first becomes inf on its way from 'y' to 'x': 1 * inf = inf
        note: the local derivative is 0.5*0^(-0.5) = inf
        note: a power below 1 has an infinite slope at 0: add a little, as in (a + 1e-12)^b
        """
      )
    ])
  func gradients(program: String, complaint: String) {
    expectComplaint(program, complaint)
  }

  @Test("Where a training overflows, smaller steps are recommended")
  func training() {
    expectComplaint(
      "param w = 1; ‹minimize (w^2)^2, optimizer=sgd(lr=100), steps=9, every=9›",
      """
      error: after step 4: '(w^2)^2' is the first to become inf: (1.27672e208)^2 = inf
      note: step 4 led there and is taken back: the parameters are those before it
      note: the largest number is about 1.8e308; whatever is larger becomes inf
      note: what grows like this wants smaller steps or smaller inputs
      note: a smaller learning rate or clip=norm(1) may help
      """)
  }

  @Test("A training says which line computed it, and that smaller steps may help")
  func place() {
    expectComplaint(
      "param w = 1; p = sigmoid(w)\nL = -log(p)*w\n‹minimize L, optimizer=sgd(lr=1000), steps=5, every=9›",
      """
      error: after step 2: 'log(p)' is the first to become -inf: log(0) = -inf
      note: step 2 led there and is taken back: the parameters are those before it
      note: log is defined for x > 0
      note: where a probability reaches 0, take cross_entropy or bce_with_logits of the logits, or clamp it
      note: line 2 computes it: log(p)
      note: a smaller learning rate or clip=norm(1) may help
      """)
  }

  @Test("Before the first step no smaller one is recommended")
  func beforeTheFirst() {
    let run = Run("param w = 1000; L = exp(w); minimize L, optimizer=sgd(lr=1), steps=5")
    #expect(
      run.diagnostics.first?.message
        == "before the first step: 'L' is the first to become inf: exp(1000) = inf")
    let notes = run.diagnostics.first?.notes ?? []
    #expect(notes.first == "no step was made: it happens with the parameters as they were given")
    #expect(!notes.contains { $0.contains("learning rate") })
  }

  @Test("The step that is named is the one that was taken back")
  func takenBack() {
    let run = Run("param w = 1; minimize w^4, optimizer=sgd(lr=100), steps=9; show w")
    #expect(run.diagnostics.first?.message.hasPrefix("after step 4: ") == true)
    #expect(run.objects("trained").first?["steps"] == .integer(3))
  }

  @Test("Nothing times infinity")
  func nothingTimesInfinity() {
    expectComplaint(
      "input x = 0; y = 0*‹sqrt(x)›; backward y, steps=false",
      """
      warning: the gradient first becomes nan on its way from 'sqrt(x)' to 'x': 0 * inf = nan
      note: the local derivative is 1/(2*0) = inf
      note: nothing would arrive here, but 0*inf is nan
      note: its slope is infinite at 0: add a little inside, as in sqrt(x + 1e-12)
      """)
  }

  @Test("The results are given all the same, and the run goes on")
  func goesOn() {
    let run = Run("input x = 0; y = 1/x; backward y; show 5")
    #expect(run.outcome == .finished)
    #expect(run.objects("gradients").first?["gradients"]?.text == #"{"x":"-inf"}"#)
    #expect(run.shown == "5")
    #expect(run.diagnostics.map(\.severity) == [.warning])
  }

  @Test("What no output depends on is not warned of")
  func elsewhere() {
    #expect(Run("input x = 0; z = 1/x; y = x + 1; backward y; forward y").rendered == "")
  }
}
