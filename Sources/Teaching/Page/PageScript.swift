/// The one script of a page: it shows what was recorded, stop by stop, and computes no number.
///
/// For each stop the record names the boxes, arrows and labels of the picture it is about, and the
/// texts that stand for numbers from there on; the words of a stop stand in the list that a reader
/// without scripts sees.
enum PageScript {
  static let code = #"""
    "use strict";
    for (const figure of document.querySelectorAll(".stepper")) {
      const record = JSON.parse(figure.querySelector("script").textContent);
      const stops = [...figure.querySelectorAll(".steps > li")];
      const picture = figure.querySelector(".picture");
      const now = figure.querySelector(".now");
      const controls = figure.querySelector(".controls");
      const button = (name) => controls.querySelector(`[data-go="${name}"]`);
      const parts = { box: new Map(), label: new Map(), value: new Map(), gradient: new Map() };
      for (const name in parts) {
        for (const part of picture.querySelectorAll(`[data-${name}]`)) {
          parts[name].set(Number(part.dataset[name]), part);
        }
      }
      const pieces = [...picture.querySelectorAll("[data-arrows]")].map((piece) => (
        { piece, arrows: piece.dataset.arrows.split(" ").map(Number) }));
      const find = (name, index) => parts[name].get(index);
      const finals = new Map();
      for (const part of [...parts.value.values(), ...parts.gradient.values()]) {
        finals.set(part, part.textContent);
      }
      let place = 0;

      const mark = (name, indices, style) => {
        for (const index of indices) find(name, index)?.classList.add(style);
      };
      const write = (name, numbers, isNew) => {
        for (const [index, text] of numbers) {
          const target = find(name, index);
          if (!target) continue;
          target.textContent = text;
          target.classList.toggle("new", isNew);
          find("box", index).classList.remove("waiting");
        }
      };
      const reveal = (arrows) => {
        for (const index of arrows) find("label", index)?.classList.remove("waiting");
      };
      const lines = (arrows) => {
        for (const { piece, arrows: own } of pieces) {
          piece.classList.toggle("on", own.some((arrow) => arrows.includes(arrow)));
        }
      };
      const clear = () => {
        for (const box of parts.box.values()) box.classList.remove("at", "in", "to", "waiting");
        for (const label of parts.label.values()) {
          label.classList.remove("on");
          label.classList.add("waiting");
        }
        write("value", record.values, false);
        write("gradient", record.gradients, false);
        for (const index of record.waiting) find("box", index)?.classList.add("waiting");
      };
      const follow = () => {
        const box = picture.querySelector(".to, .at");
        if (!box) return;
        const [frame, inner] = [picture.getBoundingClientRect(), box.getBoundingClientRect()];
        if (inner.left < frame.left || inner.right > frame.right) {
          picture.scrollLeft += (inner.left + inner.right - frame.left - frame.right) / 2;
        }
        if (inner.top < frame.top || inner.bottom > frame.bottom) {
          picture.scrollTop += (inner.top + inner.bottom - frame.top - frame.bottom) / 2;
        }
      };
      const show = (next) => {
        place = Math.min(Math.max(next, 0), stops.length - 1);
        clear();
        for (let index = 0; index <= place; index++) {
          const stop = record.stops[index];
          write("value", stop.values, index === place);
          write("gradient", stop.gradients, index === place);
          if (stop.back) reveal(stop.arrows);
        }
        const stop = record.stops[place];
        mark("box", stop.at, "at");
        mark("box", stop.folded, "in");
        mark("box", stop.to, stop.back ? "to" : "in");
        if (stop.back) mark("label", stop.arrows, "on");
        lines(stop.arrows);
        now.replaceChildren(...[...stops[place].childNodes].map((node) => node.cloneNode(true)));
        for (const name of ["start", "back"]) button(name).disabled = place === 0;
        for (const name of ["next", "end"]) button(name).disabled = place === stops.length - 1;
        figure.dataset.place = place + 1;
        follow();
      };
      const moves = {
        start: () => show(0),
        back: () => show(place - 1),
        next: () => show(place + 1),
        end: () => show(stops.length - 1),
        list: () => {
          const isListing = figure.classList.toggle("listing");
          button("list").setAttribute("aria-expanded", isListing);
        },
      };
      const keys = {
        ArrowRight: "next", n: "next", ArrowLeft: "back", b: "back", Home: "start", s: "start",
        End: "end", e: "end",
      };
      controls.addEventListener("click", (event) => {
        const name = event.target.closest("button")?.dataset.go;
        if (!name) return;
        moves[name]();
        if (event.target.disabled) figure.focus();
      });
      figure.addEventListener("keydown", (event) => {
        if (event.ctrlKey || event.altKey || event.metaKey) return;
        const isOnFigure = event.target === figure;
        const name = keys[event.key] ?? (isOnFigure && event.key === "Enter" ? "next" : undefined);
        if (!name) return;
        event.preventDefault();
        moves[name]();
      });
      addEventListener("beforeprint", () => {
        figure.classList.remove("live");
        for (const [part, text] of finals) part.textContent = text;
      });
      addEventListener("afterprint", () => {
        figure.classList.add("live");
        show(place);
      });
      figure.classList.add("live");
      figure.tabIndex = 0;
      controls.hidden = false;
      figure.querySelector(".hint").hidden = false;
      show(0);
    }
    """#
}
