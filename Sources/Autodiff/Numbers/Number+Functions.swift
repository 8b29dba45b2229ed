/// The functions that rules outside this module are written with, such as losses and optimizers.
extension Number {
  public static func abs(_ x: Self) -> Self { call(Absolute.self, x) }
  /// 1, 0 or -1.
  public static func sign(_ x: Self) -> Self { call(Sign.self, x) }
  /// eˣ.
  public static func exp(_ x: Self) -> Self { call(Exp.self, x) }
  /// The natural logarithm.
  public static func log(_ x: Self) -> Self { call(Log.self, x) }
  /// log(1 + x).
  public static func log1p(_ x: Self) -> Self { call(Log1p.self, x) }
  public static func sqrt(_ x: Self) -> Self { call(SquareRoot.self, x) }
  /// The hyperbolic tangent.
  public static func tanh(_ x: Self) -> Self { call(Tanh.self, x) }
  /// The hyperbolic sine.
  public static func sinh(_ x: Self) -> Self { call(HyperbolicSine.self, x) }
  /// The cosine.
  public static func cos(_ x: Self) -> Self { call(Cosine.self, x) }
  /// The greatest whole number that is not above x.
  public static func floor(_ x: Self) -> Self { call(Floor.self, x) }
  /// log(1 + eˣ).
  public static func softplus(_ x: Self) -> Self { call(Softplus.self, x) }
  /// max(x, 0).
  public static func relu(_ x: Self) -> Self { call(ReLU.self, x) }
  /// log(1 / (1 + e⁻ˣ)).
  public static func logSigmoid(_ x: Self) -> Self { call(LogSigmoid.self, x) }
  /// aᵇ.
  public static func pow(_ a: Self, _ b: Self) -> Self { call(Power.self, a, b) }
  /// a · log b, which is 0 where a is 0.
  public static func xlogy(_ a: Self, _ b: Self) -> Self { call(XLogY.self, a, b) }
  /// a · log(1 + b), which is 0 where a is 0.
  public static func xlog1py(_ a: Self, _ b: Self) -> Self { call(XLog1PY.self, a, b) }
  public static func max(_ a: Self, _ b: Self) -> Self { call(Maximum.self, a, b) }
  public static func min(_ a: Self, _ b: Self) -> Self { call(Minimum.self, a, b) }
  /// The sum, from left to right.
  public static func sum(_ x: [Self]) -> Self { call(Sum.self, x) }
  /// The mean.
  public static func mean(_ x: [Self]) -> Self { call(Mean.self, x) }
  /// The product.
  public static func prod(_ x: [Self]) -> Self { call(Product.self, x) }
  /// Σ aᵢbᵢ, from left to right.
  public static func dot(_ a: [Self], _ b: [Self]) -> Self { call(Dot.self, a + b) }
  /// The logarithm of each softmax probability.
  public static func logSoftmax(_ x: [Self]) -> [Self] { elements(of: LogSoftmax.self, x, .none) }
  /// The logarithm of the softmax probability at a place, counted from 1.
  public static func logSoftmax(_ x: [Self], at place: Self) -> Self {
    element(of: LogSoftmax.self, x, at: place)
  }
  /// The element at a place, counted from 1.
  public static func pick(_ x: [Self], _ place: Self) -> Self { call(Pick.self, x + [place]) }
  /// The variance, divided by the count less the correction.
  public static func variance(_ x: [Self], correction: Double) -> Self {
    call(Variance.self, x, Settings([correction]))
  }
  /// (Σ |xᵢ|ᵖ)^(1/p); the largest |xᵢ| for p = ∞.
  public static func norm(_ x: [Self], p: Double) -> Self { call(Norm.self, x, Settings([p])) }
  /// √(Σ xᵢ²), also where the squares overflow or vanish.
  public static func euclideanNorm(_ x: [Self]) -> Self { call(EuclideanNorm.self, x) }
}
