#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A stack on which the deepest nesting that is allowed never runs out.
///
/// How deep a program may be nested should not depend on which thread happens to run it: a thread
/// of a pool has half a megabyte, which an unoptimized build uses up after twenty brackets. Only
/// the pages that are really used take memory.
enum DeepStack {
  /// Several times what the deepest nesting takes in an unoptimized build, as measured.
  private static let bytes = 64 << 20

  private final class Work {
    let run: () -> Void

    init(_ run: @escaping () -> Void) {
      self.run = run
    }
  }

  /// Runs something on a deep stack, and returns when it is done.
  static func run<Result>(_ work: () -> Result) -> Result {
    var result: Result?
    withoutActuallyEscaping({ result = work() }) { perform($0) }
    // Without a thread, which a system short of memory may refuse, the present stack has to do.
    return result ?? work()
  }

  private static func perform(_ work: @escaping () -> Void) {
    var attributes = pthread_attr_t()
    guard pthread_attr_init(&attributes) == 0 else { return }
    defer { pthread_attr_destroy(&attributes) }
    guard pthread_attr_setstacksize(&attributes, bytes) == 0 else { return }
    let box = Unmanaged.passRetained(Work(work))
    #if canImport(Glibc)
      var thread = pthread_t()
    #else
      var thread: pthread_t?
    #endif
    let status = pthread_create(
      &thread, &attributes,
      { (pointer: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? in
        guard let pointer else { return nil }
        Unmanaged<Work>.fromOpaque(pointer).takeRetainedValue().run()
        return nil
      }, box.toOpaque())
    guard status == 0 else {
      box.release()
      return
    }
    #if canImport(Glibc)
      pthread_join(thread, nil)
    #else
      if let thread { pthread_join(thread, nil) }
    #endif
  }
}
