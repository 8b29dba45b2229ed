extension Diagnosis where Subject == GradientSubject {
  /// The mistakes of derivatives, in the order in which the first that explains a claim is named.
  static var all: [Diagnosis] {
    [
      detachIgnored, missingTarget, missingFactor, extraFactor, signFlipped, missingPath,
      keptLastPath,
      wrongOperand, localOnly,
      upstreamOnly, valueInsteadOfDerivative, wrongVariable, atOutputInsteadOfInput,
      constantFactor, meanInsteadOfSum, sumInsteadOfMean, updatedWeights, accumulatedTwice,
      transposed, softmaxDiagonalOnly, statisticsHeldConstant, inverted, kinkSide,
    ]
  }
}
