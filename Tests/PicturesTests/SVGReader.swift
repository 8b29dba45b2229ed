import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Reads back what an SVG picture shows.
final class SVGReader: NSObject, XMLParserDelegate {
  /// The attributes of the outermost element.
  private(set) var root: [String: String] = [:]
  /// The text in the elements of each name.
  private(set) var texts: [String: [String]] = [:]
  /// The frames of the boxes.
  private(set) var boxes: [CGRect] = []
  /// Points along all lines.
  private(set) var linePoints: [CGPoint] = []
  /// The room each line of text takes up at least.
  private(set) var textFrames: [CGRect] = []

  private var open: [(name: String, attributes: [String: String], text: String)] = []

  /// The whole picture.
  var page: CGRect {
    CGRect(
      x: 0, y: 0, width: Double(root["width"] ?? "") ?? 0, height: Double(root["height"] ?? "") ?? 0
    )
  }

  /// Reads a document; nil if it is not well-formed.
  init?(_ text: String) {
    super.init()
    let parser = XMLParser(data: Data(text.utf8))
    parser.delegate = self
    guard parser.parse() else { return nil }
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    if open.isEmpty { root = attributes }
    open.append((name, attributes, ""))
    let style = attributes["class"] ?? ""
    if name == "rect", style.hasPrefix("box") { boxes.append(SVGReader.frame(attributes)) }
    if name == "path", style.hasPrefix("line") { read(path: attributes["d"] ?? "") }
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    for index in open.indices { open[index].text += text }
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    guard let element = open.popLast() else { return }
    texts[name, default: []].append(element.text)
    guard name == "text", let x = Double(element.attributes["x"] ?? ""),
      let y = Double(element.attributes["y"] ?? "")
    else { return }
    // DejaVu Sans Mono, the widest of the typefaces, advances by 0.602 of its size.
    let width = Double(element.text.count) * 13 * 0.602
    let isCentered = element.attributes["text-anchor"] == "middle"
    textFrames.append(
      CGRect(x: isCentered ? x - width / 2 : x, y: y - 10, width: width, height: 13))
  }

  private static func frame(_ attributes: [String: String]) -> CGRect {
    func number(_ name: String) -> Double { Double(attributes[name] ?? "") ?? 0 }
    return CGRect(
      x: number("x"), y: number("y"), width: number("width"), height: number("height"))
  }

  /// Follows moves, horizontal and vertical lines and curves, all in absolute coordinates.
  private func read(path: String) {
    let spaced = path.replacing(/[MCHV]/) { " \($0.output) " }
    var words = spaced.split(separator: " ")[...]
    var place = CGPoint.zero
    func number() -> Double { Double(words.popFirst() ?? "") ?? .nan }
    func point() -> CGPoint {
      let x = number()
      return CGPoint(x: x, y: number())
    }
    while let command = words.popFirst() {
      let start = place
      switch command {
      case "M": place = point()
      case "H": place.x = number()
      case "V": place.y = number()
      default:
        let (first, second, end) = (point(), point(), point())
        place = end
        for step in 0...20 {
          let t = Double(step) / 20
          let (a, b, c, d) = (
            (1 - t) * (1 - t) * (1 - t), 3 * t * (1 - t) * (1 - t), 3 * t * t * (1 - t), t * t * t
          )
          linePoints.append(
            CGPoint(
              x: a * start.x + b * first.x + c * second.x + d * end.x,
              y: a * start.y + b * first.y + c * second.y + d * end.y))
        }
        continue
      }
      guard command != "M" else { continue }
      for step in 0...20 {
        let t = Double(step) / 20
        linePoints.append(
          CGPoint(x: start.x + t * (place.x - start.x), y: start.y + t * (place.y - start.y)))
      }
    }
  }
}
