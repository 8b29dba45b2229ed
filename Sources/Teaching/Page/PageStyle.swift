import Pictures

/// How a page looks: light and dark, at the width of a phone, and on paper.
///
/// What a colour tells is told by weight, a frame or words too.
enum PageStyle {
  /// The style sheet.
  static let sheet = """
    :root {
      color-scheme: light dark;
      --paper: #ffffff; --ink: #1b1f24; --soft: #57606a; --line: #d5dae0; --tint: #f5f7f9;
      --name: #0a5f63; --number: #5b3fa8; --link: #0b57b5; --good: #1a6b34; --bad: #a8201a;
      --warning: #7a4d00; --here: #b3470b; --there: #0b57b5;
    }
    @media screen and (prefers-color-scheme: dark) {
      :root {
        --paper: #14171c; --ink: #e6e8eb; --soft: #a3adb8; --line: #3a424d; --tint: #1c2128;
        --name: #66d0d4; --number: #c6adff; --link: #86b7ff; --good: #7fd79a; --bad: #ff9d96;
        --warning: #f0c674; --here: #ffb071; --there: #86b7ff;
      }
    }
    * { box-sizing: border-box; }
    html { background: var(--paper); color: var(--ink); overflow-wrap: break-word; }
    body { font: 1rem/1.6 system-ui, 'Segoe UI', Roboto, 'DejaVu Sans', sans-serif;
      max-width: 50rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
    h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 2em 0 .6em; }
    h1 { font-size: 1.9rem; margin-top: .5em; }
    h2 { font-size: 1.4rem; border-bottom: 1px solid var(--line); padding-bottom: .2em; }
    h3 { font-size: 1.15rem; }
    p, ul, ol, blockquote, table, pre, figure { margin: 1em 0; }
    li > ul, li > ol { margin: .2em 0; }
    a { color: var(--link); }
    blockquote { border-left: 4px solid var(--line); padding-left: 1em; margin-left: 0; }
    hr { border: 0; border-top: 1px solid var(--line); margin: 2em 0; }
    table { border-collapse: collapse; }
    th, td { border: 1px solid var(--line); padding: .3em .7em; text-align: left; }
    th { background: var(--tint); }
    .right { text-align: right; }
    .center { text-align: center; }
    .wide { overflow-x: auto; }
    .lead { color: var(--soft); margin-top: -.4em; }
    .math { font-family: 'Latin Modern Math', 'STIX Two Math', Cambria, 'DejaVu Serif', serif; }
    .display { text-align: center; font-size: 1.1em; }
    pre, code, .lines { font-family: ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace; }
    code { font-size: .9em; }
    pre { font-size: .8125rem; line-height: 1.45; padding: .7em .9em; overflow-x: auto; }
    pre code { font-size: inherit; }
    .code { background: var(--tint); border: 1px solid var(--line); border-radius: 6px; }
    .output { border-left: 3px solid var(--line); margin-top: -.4em; }
    .failed { border-left: 3px double var(--bad); }
    .name { color: var(--name); }
    .number { color: var(--number); }
    .word { font-weight: bold; }
    .emphasis { font-style: italic; }
    .muted { color: var(--soft); }
    .good { color: var(--good); }
    .bad { color: var(--bad); }
    .warning { color: var(--warning); }
    .picture { overflow-x: auto; margin: 1em 0; }
    .picture svg { display: block; max-width: none; }
    .picture .gradus-plot { max-width: max(100%, 28rem); height: auto; }
    .stepper { border: 1px solid var(--line); border-radius: 8px; padding: .8rem; margin: 1em 0; }
    .stepper:focus-visible, a:focus-visible, button:focus-visible, pre:focus-visible,
    .picture:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
    .stepper figcaption { font-weight: bold; }
    .stepper .picture { margin: .6rem 0; }
    .legend { color: var(--soft); font-size: .875rem; margin: .5em 0; }
    .controls { display: flex; flex-wrap: wrap; gap: .4rem; align-items: center; }
    .controls[hidden] { display: none; }
    button { font: inherit; color: inherit; background: var(--tint); border: 1px solid var(--soft);
      border-radius: 6px; padding: .35rem .8rem; min-height: 2.75rem; cursor: pointer; }
    button:hover { border-color: var(--ink); }
    button:disabled { color: var(--soft); border-style: dashed; cursor: default; }
    .controls input { flex: 1 1 100%; min-height: 2rem; margin: 0; accent-color: var(--here); }
    .lines { font-size: .8125rem; line-height: 1.5; }
    .lines div { white-space: pre-wrap; padding-left: 2ch; text-indent: -2ch; }
    .where { font-family: system-ui, 'Segoe UI', Roboto, 'DejaVu Sans', sans-serif;
      color: var(--soft); }
    .count { font-weight: bold; color: var(--ink); }
    .phase, .arrival { color: var(--soft); }
    .arrival { font-family: system-ui, 'Segoe UI', Roboto, 'DejaVu Sans', sans-serif; }
    .now { margin-top: .6rem; min-height: 11.5rem; font-size: .875rem; }
    .now:empty, .begin { display: none; }
    .live .picture { max-height: clamp(15rem, 100vh - 23.5rem, 44rem); overflow: auto;
      border: 1px solid var(--line); border-radius: 6px; }
    .live .picture.tall { height: clamp(15rem, 100vh - 23.5rem, 44rem); }
    .live .picture svg { margin: 0 auto; }
    .live [data-box] { cursor: pointer; }
    .vast .picture { max-height: 32rem; overflow: auto; }
    .now .said { border-left: 4px solid var(--line); padding-left: calc(2ch + .5rem); }
    .now .said-formula { border-left-color: var(--here); }
    .now .said-numbers { border-left-color: var(--here); background: var(--tint); }
    .now .said-sum { border-left: 4px double var(--there); background: var(--tint);
      font-weight: bold; }
    .steps { list-style: none; padding: 0; margin: .8rem 0 0; }
    .steps > li { border-top: 1px solid var(--line); padding: .4rem 0; break-inside: avoid; }
    .results { margin-bottom: 0; }
    .live .steps, .live .results { display: none; }
    .live.listing .steps { display: block; max-height: 30rem; overflow: auto; }
    .live.done .results { display: block; }
    .live .steps > li { cursor: pointer; padding: .4rem .3rem; }
    .live .steps > li:hover { background: var(--tint); }
    .steps > li[aria-current] { border-left: 4px solid var(--here); background: var(--tint); }
    .live .gradus-graph .waiting { opacity: .45; }
    .live .gradus-graph [data-label].waiting { opacity: 1; }
    .live .gradus-graph [data-label].waiting text { visibility: hidden; }
    .live .gradus-graph [data-label].waiting .bridge { visibility: visible; }
    .live .gradus-graph .to > .box { stroke: var(--there); stroke-width: 4;
      stroke-dasharray: 9 3; }
    .live .gradus-graph .at > .box { stroke: var(--here); stroke-width: 4; }
    .live .gradus-graph .in > .box { stroke: var(--here); stroke-width: 2; }
    .live .gradus-graph .on > .line { stroke: var(--here); stroke-width: 3.5; }
    .live .gradus-graph .on > .head { fill: var(--here); }
    .live .gradus-graph [data-label].on text, .live .gradus-graph [data-label].on tspan {
      font-weight: bold; }
    .live .gradus-graph .new { font-weight: bold; text-decoration: underline; }
    footer { color: var(--soft); font-size: .875rem; margin-top: 3rem;
      border-top: 1px solid var(--line); padding-top: .5rem; }
    @media screen and (min-width: 68rem) {
      .stepper.live { display: grid; grid-template-columns: 27rem minmax(0, 1fr);
        grid-template-areas: "title title" "side picture" "list picture" "results picture"
          "note legend";
        grid-template-rows: auto auto auto 1fr auto; column-gap: 1rem;
        width: min(100vw - 3rem, 82rem); margin-left: 50%; transform: translateX(-50%); }
      .live button { padding: .35rem .5rem; }
      .live figcaption { grid-area: title; }
      .live .side { grid-area: side; }
      .live .picture { grid-area: picture; max-height: clamp(20rem, 100vh - 10rem, 44rem); }
      .live .picture.tall { height: clamp(20rem, 100vh - 10rem, 44rem); }
      .live .steps { grid-area: list; }
      .live .results { grid-area: results; align-self: start; }
      .live .legend { grid-area: legend; }
      .live > .muted { grid-area: note; }
    }
    @media (max-width: 30rem) {
      body { padding: 1rem .75rem 3rem; }
      h1 { font-size: 1.5rem; }
      .stepper { padding: .6rem .5rem; margin-left: -.25rem; margin-right: -.25rem; }
      button { padding: .35rem .55rem; }
    }
    @media print {
      body { max-width: none; padding: 0; }
      pre { white-space: pre-wrap; }
      .stepper { border: 0; padding: 0; }
      .live .steps { display: block; }
      .controls, .now, .hint, .vast .picture { display: none !important; }
      .steps, .live .results { display: block !important; max-height: none !important; }
      figcaption { break-after: avoid; }
      .picture { max-height: none !important; height: auto !important; border: 0 !important;
        break-inside: avoid; }
      .picture svg { width: auto; height: auto; max-width: 100%; max-height: 20cm; }
    }
    \(PictureStyle.sheet)
    """
}
