/// Which way the arrows of a picture point.
enum Direction: Sendable {
  /// From left to right: a layer is a column.
  case rightward
  /// From top to bottom: a layer is a row.
  case downward

  /// A place given by how far it lies along the arrows and across them.
  func point(along: Int, across: Int) -> (x: Int, y: Int) {
    switch self {
    case .rightward: (along, across)
    case .downward: (across, along)
    }
  }
}
