extension Operators {
  /// The operators that have a symbol, and their relatives.
  static let arithmetic: [Operator] = [
    Operator(Add.self),
    Operator(Subtract.self),
    Operator(Multiply.self),
    Operator(Divide.self),
    Operator(Negate.self),
    Operator(Power.self),
    Operator(Hypotenuse.self),
    Operator(Arctangent2.self),
    Operator(LogAddExp.self),
    Operator(Fmod.self),
    Operator(Remainder.self),
    Operator(XLogY.self),
    Operator(XLog1PY.self),
    Operator(CopySign.self),
  ]
}
