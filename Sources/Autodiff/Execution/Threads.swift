import CSweep

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The threads that share the loops of large layers; each result is computed whole by one of them,
/// so their number changes the time alone.
public enum Threads {
  /// How many the machine runs at once.
  public static var available: Int { max(sysconf(Int32(_SC_NPROCESSORS_ONLN)), 1) }

  /// Lets so many threads share a loop from now on.
  public static func use(_ count: Int) { sweep_use_threads(count) }
}
