import Glibc
import Language
import Reporting

@main struct Gradus {
  static func main() {
    var bytes: [UInt8] = []
    while let line = readLine(strippingNewline: false) { bytes += Array(line.utf8) }
    let session = Session()
    _ = session.run(SourceText(name: "<stdin>", bytes: bytes)) { event in
      JSONPresenter(sources: session.sources).present(event) { print($0.text) }
    }
  }
}
