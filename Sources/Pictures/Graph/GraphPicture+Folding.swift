extension GraphPicture {
  /// The same picture with every leaf and constant that only one node uses drawn as a line inside
  /// that node's box: fewer boxes, for a narrow page.
  func listingLeaves() -> GraphPicture {
    var useCounts = [Int](repeating: 0, count: boxes.count)
    for arrow in arrows { useCounts[arrow.from] += 1 }
    let isListed = boxes.indices.map { boxes[$0].kind != .computed && useCounts[$0] == 1 }
    var places = [Int](repeating: 0, count: boxes.count)
    var kept: [Box] = []
    for (index, box) in boxes.enumerated() where !isListed[index] {
      places[index] = kept.count
      kept.append(box)
    }
    var keptArrows: [Arrow] = []
    for var arrow in arrows {
      let leaf = arrow.from
      arrow.from = places[arrow.from]
      arrow.to = places[arrow.to]
      if isListed[leaf] {
        kept[arrow.to].listedLeaves.append(ListedLeaf(box: boxes[leaf], arrow: arrow))
      } else {
        keptArrows.append(arrow)
      }
    }
    return GraphPicture(title: title, boxes: kept, arrows: keptArrows, omission: omission)
  }
}
