import Glibc
import Language
import Reporting

@main struct Gradus {
  static func main() {
    var bytes: [UInt8] = []
    while let line = readLine(strippingNewline: false) { bytes += Array(line.utf8) }
    let session = Session(keepsHistory: CommandLine.arguments.contains("-h"))
    let presenter = TextPresenter(session)
    let renderer = TextRenderer(
      width: 80, color: CommandLine.arguments.contains("-c"), ascii: false)
    _ = session.run(SourceText(name: "<stdin>", bytes: bytes)) { event in
      presenter.present(event) { print(renderer.text($0), terminator: "") }
    }
  }
}
