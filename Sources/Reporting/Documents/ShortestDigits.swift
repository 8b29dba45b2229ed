/// The shortest decimal digits that read back as a number, so that they can be rounded quickly.
///
/// Rounding them gives what rounding the number itself gives, with one exception: where exactly
/// half a unit would be rounded away, the number may lie on either side. (Between the two there is
/// no decimal of as few digits, or it would have been the shortest.)
struct ShortestDigits {
  private let isNegative: Bool
  /// The digits without zeros at either end.
  private var digits: [UInt8] = []
  /// The power of ten of the first digit.
  private var exponent = 0

  /// The digits of a finite number other than zero.
  init(_ number: Double) {
    isNegative = number < 0
    digits.reserveCapacity(20)
    var point: Int?
    var power = 0
    var powerIsNegative = false
    var isPower = false
    for byte in number.description.utf8 {
      switch byte {
      case UInt8(ascii: "."): point = digits.count
      case UInt8(ascii: "e"): isPower = true
      case UInt8(ascii: "-"): if isPower { powerIsNegative = true }
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        if isPower {
          power = 10 * power + Int(byte - 0x30)
        } else {
          digits.append(byte - 0x30)
        }
      default: break
      }
    }
    exponent = (point ?? digits.count) - 1 + (powerIsNegative ? -power : power)
    let zeros = digits.prefix { $0 == 0 }.count
    digits.removeFirst(zeros)
    exponent -= zeros
    dropZeros()
  }

  private mutating func dropZeros() {
    while digits.last == 0 { digits.removeLast() }
  }

  /// Rounded to so many digits; nil where half a unit would be rounded away.
  func rounded(to count: Int) -> ShortestDigits? {
    guard digits.count > count else { return self }
    if digits[count] == 5, digits.count == count + 1 { return nil }
    var rounded = self
    rounded.digits.removeLast(digits.count - count)
    if digits[count] >= 5 {
      var place = count - 1
      while place >= 0, rounded.digits[place] == 9 {
        rounded.digits[place] = 0
        place -= 1
      }
      if place >= 0 {
        rounded.digits[place] += 1
      } else {
        rounded.digits = [1]
        rounded.exponent += 1
      }
    }
    rounded.dropZeros()
    return rounded
  }

  /// The digits as C's `%g` arranges them for a style of so many digits: in full from 1e-4 up to
  /// that many places, else with a power of ten.
  func text(digits count: Int) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(32)
    if isNegative { bytes.append(UInt8(ascii: "-")) }
    let figures = digits.map { $0 + 0x30 }
    let point = UInt8(ascii: ".")
    if exponent < -4 || exponent >= count {
      bytes.append(figures[0])
      if figures.count > 1 { bytes += [point] + figures[1...] }
      bytes += Array("e\(exponent)".utf8)
    } else if exponent < 0 {
      bytes += [UInt8(ascii: "0"), point] + Array(repeating: 0x30, count: -exponent - 1) + figures
    } else if figures.count <= exponent + 1 {
      bytes += figures + Array(repeating: 0x30, count: exponent + 1 - figures.count)
    } else {
      bytes += figures[...exponent] + [point] + figures[(exponent + 1)...]
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
