/// How a plot looks as SVG, on a light page and on a dark one.
///
/// What the colours tell is told by marks, dashes, hatching, size or words too.
enum PlotSVGStyle {
  /// The dashes of the curves, in the order of their marks; the first has none.
  private static let dashes = ["", "8 4", "2 4", "10 3 2 3", "14 5", "5 2 1 2 1 2"]

  /// The dashes of a curve, counted from 0; after as many curves as there are colours others come
  /// with each of these.
  static func dash(_ index: Int) -> String { dashes[(index + index / 6) % dashes.count] }

  /// The style sheet.
  static let sheet = """
    .gradus-plot text { font: \(SVGStyle.fontSize)px \(SVGStyle.font); fill: #1b1f24; }
    .gradus-plot .paper { fill: #ffffff; }
    .gradus-plot .title { font-weight: bold; }
    .gradus-plot .muted { fill: #57606a; }
    .gradus-plot .axis { fill: none; stroke: #5a6572; stroke-width: 1; }
    .gradus-plot .grid { fill: none; stroke: #e1e5ea; stroke-width: 1; }
    .gradus-plot .edge { fill: none; stroke: #1b1f24; stroke-width: 1.2; }
    .gradus-plot .curve { fill: none; stroke-width: 2; stroke-linejoin: round; }
    .gradus-plot .s0 { stroke: #0b57b5; color: #0b57b5; }
    .gradus-plot .s1 { stroke: #b3470b; color: #b3470b; }
    .gradus-plot .s2 { stroke: #1a6b34; color: #1a6b34; }
    .gradus-plot .s3 { stroke: #5b3fa8; color: #5b3fa8; }
    .gradus-plot .s4 { stroke: #8a1550; color: #8a1550; }
    .gradus-plot .s5 { stroke: #4d5560; color: #4d5560; }
    .gradus-plot .full { fill: currentColor; }
    .gradus-plot .hollow { fill: #ffffff; }
    .gradus-plot .mark { stroke-width: 1.6; }
    .gradus-plot .hatch { stroke-width: 1.2; fill: none; opacity: .55; }
    .gradus-plot .level { fill: #0b57b5; }
    @media screen and (prefers-color-scheme: dark) {
      .gradus-plot text { fill: #e6e8eb; }
      .gradus-plot .paper { fill: #14171c; }
      .gradus-plot .muted { fill: #a3adb8; }
      .gradus-plot .axis { stroke: #96a1ad; }
      .gradus-plot .grid { stroke: #2b323b; }
      .gradus-plot .edge { stroke: #e6e8eb; }
      .gradus-plot .s0 { stroke: #86b7ff; color: #86b7ff; }
      .gradus-plot .s1 { stroke: #ffb071; color: #ffb071; }
      .gradus-plot .s2 { stroke: #7fd79a; color: #7fd79a; }
      .gradus-plot .s3 { stroke: #c6adff; color: #c6adff; }
      .gradus-plot .s4 { stroke: #ff9ac6; color: #ff9ac6; }
      .gradus-plot .s5 { stroke: #b6c0cb; color: #b6c0cb; }
      .gradus-plot .hollow { fill: #14171c; }
      .gradus-plot .level { fill: #86b7ff; }
    }
    """
}
