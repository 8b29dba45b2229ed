/// The candidate a person most likely meant, or nil if none is close.
///
/// Close means at most one slip for every three letters typed, a swap of neighbours being one.
public func closestName(to name: String, among candidates: some Sequence<String>) -> String? {
  let typed = Array(name.lowercased().unicodeScalars.prefix(64))
  let allowed = typed.count < 2 ? 0 : max(1, typed.count / 3)
  var best: (name: String, rank: (Int, Int, String))?
  for candidate in candidates where candidate != name {
    let other = Array(candidate.lowercased().unicodeScalars.prefix(64))
    guard abs(other.count - typed.count) <= allowed else { continue }
    // Two letters are like too many names, unless the first one fits.
    guard typed.count > 2 || other.first == typed.first else { continue }
    let distance = editDistance(typed, other)
    guard distance <= allowed, distance < max(typed.count, other.count) else { continue }
    // A swap of letters is likelier than one left out, so a name as long as the typed one is first.
    let rank = (distance, abs(other.count - typed.count), candidate)
    if let current = best, current.rank <= rank { continue }
    best = (candidate, rank)
  }
  return best?.name
}

/// Insertions, deletions, replacements and swaps of neighbours that turn one text into the other.
private func editDistance(_ first: [Unicode.Scalar], _ second: [Unicode.Scalar]) -> Int {
  var beforeLast = [Int](repeating: 0, count: second.count + 1)
  var last = Array(0...second.count)
  for row in 0..<first.count {
    var current = [row + 1]
    for column in 0..<second.count {
      let cost = first[row] == second[column] ? 0 : 1
      var distance = min(last[column + 1] + 1, current[column] + 1, last[column] + cost)
      if row > 0, column > 0, first[row] == second[column - 1], first[row - 1] == second[column] {
        distance = min(distance, beforeLast[column - 1] + 1)
      }
      current.append(distance)
    }
    beforeLast = last
    last = current
  }
  return last[second.count]
}
