import Autodiff
import Testing

@Suite("The number of a formula")
struct FormulaNumberTests {
  @Test("The formula of a derivative stands for the bits that were computed", arguments: Sample.all)
  func derivatives(_ sample: Sample) {
    let formulas = sample.operation.derivativeFormulas(
      sample.operands, Formula("y", sample.value), sample.settings)
    #expect(
      formulas.map { $0?.number?.bitPattern } == sample.derivatives.map { $0?.bitPattern })
  }

  @Test("An operator applied to numbers is the value that was computed", arguments: Sample.all)
  func application(_ sample: Sample) {
    let formula = Formula(sample.id, sample.operands, sample.settings)
    #expect(formula.number?.bitPattern == sample.value.bitPattern)
  }

  @Test("The definition that is printed is the function that is computed", arguments: Sample.all)
  func definition(_ sample: Sample) throws {
    let number = try #require(
      sample.operation.definition(sample.operands, sample.settings).number)
    #expect(abs(number - sample.value) <= 1e-14 * max(1, abs(sample.value)))
  }

  @Test("Without numbers a formula stands for none", arguments: Sample.all)
  func unknown(_ sample: Sample) {
    let names = sample.point.indices.map { Formula("x\($0 + 1)") }
    let formula = Formula(sample.id, names, sample.settings)
    #expect(formula.number == nil)
  }
}

extension Sample {
  /// The operands as formulas: names with numbers.
  var operands: [Formula] {
    point.enumerated().map { Formula("x\($0 + 1)", $1) }
  }
}
