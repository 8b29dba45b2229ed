/// Names as small numbers: the same name always gets the same one.
///
/// A dictionary of strings would take three times the memory, which a program with a million names
/// does not have to spare: the table holds each name once, and places of names in an open-addressed
/// index.
public struct SymbolTable: Sendable {
  private var names: [String] = []
  /// Places of names, from 1, where 0 is free; there are a power of two.
  private var slots: [UInt32] = []

  /// A table with no name in it.
  public init() {}

  /// How many names there are; their numbers count from 0.
  public var count: Int { names.count }

  /// The name of a number.
  public func name(_ symbol: Int) -> String { names[symbol] }

  /// The number of a name; nil if it has none yet.
  public func symbol(_ name: String) -> Int? {
    guard !slots.isEmpty else { return nil }
    let place = Int(slots[slot(of: name)])
    return place == 0 ? nil : place - 1
  }

  /// The number of a name, which gets one if it has none yet.
  public mutating func intern(_ name: String) -> Int {
    if (names.count + 1) * 4 > slots.count * 3 { grow() }
    let slot = slot(of: name)
    if slots[slot] != 0 { return Int(slots[slot]) - 1 }
    names.append(name)
    slots[slot] = UInt32(names.count)
    return names.count - 1
  }

  /// Where a name is in the index, or would be.
  private func slot(of name: String) -> Int {
    let mask = slots.count - 1
    var slot = name.hashValue & mask
    while slots[slot] != 0, names[Int(slots[slot]) - 1] != name { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: max(16, slots.count * 2))
    for (place, name) in names.enumerated() { slots[slot(of: name)] = UInt32(place + 1) }
  }
}
