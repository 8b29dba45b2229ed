/// The result of a binary operator that a constant makes a trifle, as in x·1; nil elsewhere.
///
/// Only what changes no bit of any number counts: x^1 does, and x + 0 does not.
/// It keeps derivative graphs small, and turns a rule b·a^(b − 1) into 2·a for a square.
func withoutTrifle<N: Number, R: BinaryRule>(
  _ rule: R.Type, _ a: (number: N, constant: Double?), _ b: (number: N, constant: Double?)
) -> N? {
  switch ObjectIdentifier(rule) {
  case ObjectIdentifier(Multiply.self):
    a.constant == 1 ? b.number : b.constant == 1 ? a.number : nil
  case ObjectIdentifier(Divide.self):
    b.constant == 1 ? a.number : nil
  case ObjectIdentifier(Subtract.self):
    b.constant == 0 && b.constant?.sign == .plus ? a.number : nil
  case ObjectIdentifier(Power.self):
    b.constant == 1 ? a.number : b.constant == 0 ? N(1) : nil
  case ObjectIdentifier(XLogY.self):
    a.constant == 1 ? N.call(Log.self, b.number) : nil
  case ObjectIdentifier(XLog1PY.self):
    a.constant == 1 ? N.call(Log1p.self, b.number) : nil
  default:
    nil
  }
}

/// The element that a `pick` at a known place stands for; nil for any other rule or place.
func pickedElement<N: Number, R: VariadicRule>(
  _ rule: R.Type, _ x: [N], place known: (N) -> Double?
) -> N? {
  guard ObjectIdentifier(rule) == ObjectIdentifier(Pick.self), let last = x.last,
    let place = known(last).flatMap({ Int(exactly: $0) }), 1..<x.count ~= place
  else { return nil }
  return x[place - 1]
}
