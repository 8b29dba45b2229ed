extension Diagnosis where Subject == UpdateSubject {
  /// The mistakes of updates, in the order in which the first that explains a claim is named.
  static var all: [Diagnosis] {
    [
      ascent, noBiasCorrection, epsInsideSqrt, betasSwapped, coupledDecay, staleMoment,
      stepOffByOne, momentumOmitted, clipByValueInsteadOfNorm, clipPerTensorInsteadOfGlobal,
      learningRateIgnored,
    ]
  }
}
