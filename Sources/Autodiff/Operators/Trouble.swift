/// How an operator makes nan or infinity of finite numbers.
public enum Trouble: Sendable {
  /// Its operands lie where it is not defined.
  case outside
  /// It is defined, but its value is too large for a number.
  case overflow
  /// Its value is finite, a local derivative is not.
  case slope
}
