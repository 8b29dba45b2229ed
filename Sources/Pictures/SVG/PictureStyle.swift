/// How the pictures of a page look, which then need no style sheet of their own.
public enum PictureStyle {
  /// The style sheet of graphs and plots, light and dark.
  public static let sheet = SVGStyle.sheet + "\n" + PlotSVGStyle.sheet
}
