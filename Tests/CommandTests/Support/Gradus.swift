import Foundation

/// The program as it was built, run as a person would run it.
enum Gradus {
  /// What a run left behind.
  struct Run {
    var status: Int32
    var output: String
    var errors: String

    /// The lines of standard output.
    var lines: [String] { output.split(separator: "\n").map(String.init) }

    /// Each line of standard output as a JSON object; nil for a line that is none.
    var objects: [[String: Any]?] {
      lines.map { try? JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any] }
    }
  }

  /// Where the program lies: beside the tests.
  static var path: String {
    let tests = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    return URL(fileURLWithPath: tests).deletingLastPathComponent().path + "/gradus"
  }

  /// Runs it with some arguments; standard input is a file that holds `input`.
  static func run(
    _ arguments: String..., input: String = "", environment: [String: String] = [:],
    in folder: Folder? = nil
  ) throws -> Run {
    try run(path, arguments, input: input, environment: environment, in: folder)
  }

  /// Runs a command of the shell in which `gradus` is the program.
  static func shell(_ command: String, input: String = "", environment: [String: String] = [:])
    throws -> Run
  {
    let prelude = "GRADUS='\(path)'; gradus() { \"$GRADUS\" \"$@\"; }; "
    return try run(
      "/bin/bash", ["-c", prelude + command], input: input, environment: environment, in: nil)
  }

  /// Runs it on a terminal; what it writes, to either stream, is the output.
  static func onTerminal(_ arguments: String, environment: [String: String] = [:]) throws -> Run {
    let command = "'\(path)' \(arguments)"
    return try run(
      "/usr/bin/script", ["-qec", command, "/dev/null"], input: "", environment: environment,
      in: nil)
  }

  private static func run(
    _ program: String, _ arguments: [String], input: String, environment: [String: String],
    in folder: Folder?
  ) throws -> Run {
    let files = try Folder()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.environment = ["PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "TERM": "xterm"]
      .merging(environment) { $1 }
    if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder.path) }
    try files.write(input, to: "input")
    process.standardInput = try FileHandle(forReadingFrom: files.url("input"))
    process.standardOutput = try files.openForWriting("output")
    process.standardError = try files.openForWriting("errors")
    try process.run()
    process.waitUntilExit()
    return Run(
      status: process.terminationStatus, output: try files.read("output"),
      errors: try files.read("errors"))
  }
}
