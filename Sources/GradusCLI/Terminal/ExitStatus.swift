import ArgumentParser

/// How the program ends, for whoever started it; the numbers are part of the contract.
enum ExitStatus: Int32, Error, Comparable {
  /// Everything was done.
  case done = 0
  /// A check or an expectation did not hold.
  case failed = 1
  /// The program has an error.
  case programError = 2
  /// The command line cannot be understood.
  case usage = 64
  /// A lesson, a notebook or one of their files is not what it must be.
  case malformed = 65
  /// A file is not there or cannot be read.
  case noInput = 66
  /// Something in here is wrong.
  case software = 70
  /// Something cannot be written.
  case cannotWrite = 73
  /// A person stopped it.
  case interrupted = 130

  /// The same, as the argument parser wants to be told.
  var code: ExitCode { ExitCode(rawValue) }

  /// The worse of two is the greater one.
  static func < (left: ExitStatus, right: ExitStatus) -> Bool { left.rawValue < right.rawValue }
}
