import Reporting

/// A picture in sentences, for those who do not see it.
extension Wording {
  /// What a box shows, as in "y = tanh(w*x + b): value 0.7071, gradient 1".
  func sentence(about box: GraphPicture.Box) -> String {
    var text = box.title
    if let definition = box.definition, definition != box.title { text += " = " + definition }
    if box.kind == .constant, box.gradient == nil { return text + ": a constant." }
    text += ": value \(numbers.text(box.value)), "
    return text + (box.gradient.map { "gradient \(numbers.text($0))." } ?? "no gradient.")
  }

  /// What an arrow shows, as in "y sends 0.5 to b, by the local derivative 0.5"; nil where no
  /// gradient flows.
  func sentence(about arrow: GraphPicture.Arrow, in picture: GraphPicture) -> String? {
    guard let factor = factor(of: arrow), let sent = contribution(of: arrow) else { return nil }
    let (result, operand) = (picture.boxes[arrow.to].title, picture.boxes[arrow.from].title)
    return "\(result) sends \(sent) to \(operand), by the local derivative \(factor.dropFirst())."
  }

  /// What a box is, without its numbers.
  func name(of box: GraphPicture.Box) -> String {
    guard let definition = box.definition, definition != box.title else { return box.title }
    return box.title + " = " + definition
  }

  /// What is computed in the picture, and from what, without the numbers.
  func outline(of picture: GraphPicture) -> String {
    let computed = picture.boxes.filter { $0.kind == .computed && $0.definition != nil }
    return "The graph of \(picture.title): " + computed.map(name).joined(separator: "; ") + "."
  }

  /// All of the picture, in the order of the computation and then back.
  func summary(of picture: GraphPicture) -> String {
    let boxes = picture.boxes.map { sentence(about: $0) }
    let arrows = picture.arrows.reversed().compactMap { sentence(about: $0, in: picture) }
    return (boxes + arrows + [omission(of: picture)].compactMap(\.self)).joined(separator: " ")
  }
}
