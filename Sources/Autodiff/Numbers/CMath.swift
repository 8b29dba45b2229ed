#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

// The C library's elementary functions under names of their own, so that the rules need not know
// which C library there is.

func cExp(_ x: Double) -> Double { exp(x) }
func cExp2(_ x: Double) -> Double { exp2(x) }
func cExpm1(_ x: Double) -> Double { expm1(x) }
func cLog(_ x: Double) -> Double { log(x) }
func cLog2(_ x: Double) -> Double { log2(x) }
func cLog10(_ x: Double) -> Double { log10(x) }
func cLog1p(_ x: Double) -> Double { log1p(x) }
func cSin(_ x: Double) -> Double { sin(x) }
func cCos(_ x: Double) -> Double { cos(x) }
func cTan(_ x: Double) -> Double { tan(x) }
func cAsin(_ x: Double) -> Double { asin(x) }
func cAcos(_ x: Double) -> Double { acos(x) }
func cAtan(_ x: Double) -> Double { atan(x) }
func cAtan2(_ a: Double, _ b: Double) -> Double { atan2(a, b) }
func cSinh(_ x: Double) -> Double { sinh(x) }
func cCosh(_ x: Double) -> Double { cosh(x) }
func cTanh(_ x: Double) -> Double { tanh(x) }
func cAsinh(_ x: Double) -> Double { asinh(x) }
func cAcosh(_ x: Double) -> Double { acosh(x) }
func cAtanh(_ x: Double) -> Double { atanh(x) }
func cErf(_ x: Double) -> Double { erf(x) }
func cErfc(_ x: Double) -> Double { erfc(x) }
func cPow(_ a: Double, _ b: Double) -> Double { pow(a, b) }
func cHypot(_ a: Double, _ b: Double) -> Double { hypot(a, b) }
func cFmod(_ a: Double, _ b: Double) -> Double { fmod(a, b) }
