import Autodiff

extension Dataset {
  /// The set with normal noise of mean 0 and some standard deviation added to every input.
  ///
  /// Every number has its own place in the draw, counted row by row, so that the same seed gives
  /// the same noise.
  public func adding(noise deviation: Double, seed: Int64) -> Dataset {
    var source = RandomSource(seed: seed)
    let draw = source.draw()
    var noisy = self
    for index in noisy.x.elements.indices {
      noisy.x.elements[index] += deviation * draw.normal(index)
    }
    return noisy
  }
}
