import Testing

@testable import Teaching

@Suite("Hints that give solutions away")
struct HintTests {
  @Test(
    "A hint gives away the text of a solution, or its number to three digits",
    arguments: [
      ("the power gives 3·v², then", "3*v^2"), ("it is 0.245", "0.24498"), ("so −0.25.", "-0.25"),
      ("about 0.105 or so", "0.1049"), ("exactly 12", "12"), ("2 * ( p − t )", "2*(p - t)"),
      ("take relu", "relu"),
    ])
  func given(_ hint: String, _ answer: String) {
    #expect(HintGiveaway(hint).gives(answer))
  }

  @Test(
    "Small whole numbers, one digit, and digits in names and exponents say too little",
    arguments: [
      ("2·(1 − 3), and times that", "2"), ("the slope of o² is 2·o", "2"), ("x1 and w12", "12"),
      ("half of it, 0.5", "0.5"), ("10^12 is large", "12"), ("w - 0.25", "-0.25"),
      ("w-0.25", "-0.25"),
      ("12·xy", "2*x"), ("the first 1.0", "1"), ("0.251", "0.25"), ("it is 0", "0"), ("w", "w"),
    ])
  func kept(_ hint: String, _ answer: String) {
    #expect(!HintGiveaway(hint).gives(answer))
  }
}
