/// The one script of a page: it shows what was recorded, stop by stop, and computes no number.
///
/// For each stop the record names the boxes, arrows and labels of the picture it is about, and the
/// texts that stand for numbers from there on; the words of a stop stand in the list that a reader
/// without scripts sees. Before the first stop is a place of its own, 0.
enum PageScript {
  static let code = #"""
    "use strict";
    const steppers = [];
    for (const figure of document.querySelectorAll(".stepper")) {
      const record = JSON.parse(figure.querySelector("script").textContent);
      const list = figure.querySelector(".steps");
      const stops = [figure.querySelector(".begin"), ...list.children];
      const picture = figure.querySelector(".picture");
      const svg = picture.querySelector("svg");
      const now = figure.querySelector(".now");
      const controls = figure.querySelector(".controls");
      const slider = controls.querySelector("input");
      const button = (name) => controls.querySelector(`[data-go="${name}"]`);
      const parts = { box: [], label: [], value: [], gradient: [], factor: [], sent: [] };
      for (const name in parts) {
        for (const part of picture.querySelectorAll(`[data-${name}]`)) {
          parts[name][part.dataset[name]] = part;
        }
      }
      const pieces = [...picture.querySelectorAll("[data-arrows]")].map((piece) => (
        { piece, arrows: piece.dataset.arrows.split(" ").map(Number) }));
      const finals = ["value", "gradient", "factor", "sent"].flatMap((name) => (
        parts[name].filter((part) => part).map((part) => [part, part.textContent])));
      const size = { width: svg.viewBox.baseVal.width, height: svg.viewBox.baseVal.height };
      let place = 0;

      const mark = (name, indices, style) => {
        for (const index of indices) parts[name][index]?.classList.add(style);
      };
      const twins = new Map(record.same.map((boxes) => [boxes[0], boxes]));
      const write = (name, index, text, isNew) => {
        const target = parts[name][index];
        if (!target) return;
        target.textContent = text;
        target.classList.toggle("new", isNew);
      };
      // Writes what is known at a place: the last that any stop up to it says of each number.
      const tell = () => {
        const known = { value: new Map(), gradient: new Map(), factor: new Map(), sent: new Map() };
        const note = (name, index, text, stop) => known[name].set(index, [text, stop]);
        for (const name of ["factor", "sent"]) {
          for (const index of parts[name].keys()) note(name, index, "", 0);
        }
        for (const [box, text] of record.values) note("value", box, text, 0);
        for (const [box, text] of record.gradients) note("gradient", box, text, 0);
        record.stops.slice(0, place).forEach((stop, index) => {
          for (const [box, text] of stop.values) note("value", box, text, index + 1);
          for (const [box, text] of stop.gradients) note("gradient", box, text, index + 1);
          for (const [arrow, factor, sent] of stop.labels) {
            note("factor", arrow, factor, index + 1);
            note("sent", arrow, sent, index + 1);
          }
        });
        for (const [first, boxes] of twins) {
          for (const box of boxes) known.gradient.set(box, known.gradient.get(first) ?? ["", 0]);
        }
        for (const name in known) {
          for (const [index, [text, stop]] of known[name]) {
            write(name, index, text, place > 0 && stop === place);
          }
        }
        for (const box of record.waiting) {
          parts.box[box].classList.toggle("waiting", known.value.get(box)[1] === 0);
        }
        for (const index of parts.label.keys()) {
          parts.label[index]?.classList.toggle("waiting", !known.factor.get(index)?.[0]);
        }
      };
      const clear = () => {
        for (const box of parts.box) box?.classList.remove("at", "in", "to");
        for (const label of parts.label) label?.classList.remove("on");
      };

      // Brings what the stop is about into sight: all of the picture if its letters stay large
      // enough, and else the boxes and labels of the stop.
      const around = (selector) => {
        const frames = [...picture.querySelectorAll(selector)].map((part) => part.getBBox());
        const left = Math.min(...frames.map((frame) => frame.x)) - 14;
        const top = Math.min(...frames.map((frame) => frame.y)) - 14;
        return { left, top,
          width: Math.max(...frames.map((frame) => frame.x + frame.width)) + 14 - left,
          height: Math.max(...frames.map((frame) => frame.y + frame.height)) + 14 - top };
      };
      const follow = () => {
        picture.classList.add("tall");
        const room = { width: picture.clientWidth, height: picture.clientHeight };
        const fit = (frame) => Math.min(1, room.width / frame.width, room.height / frame.height);
        const isWhole = fit(size) >= 0.8;
        picture.classList.toggle("tall", !isWhole);
        let part = { left: 0, top: 0, ...size };
        let scale = Math.max(fit(size), 0.3);
        if (!isWhole && place > 0) {
          const isBack = record.stops[place - 1].back;
          part = around(isBack ? ".at, .to, [data-label].on" : ".at, .in");
          if (fit(part) < 0.6 && !isBack) part = around(".at");
          scale = fit(part);
        }
        svg.setAttribute("width", size.width * scale);
        svg.setAttribute("height", size.height * scale);
        const aim = (start, extent, frame) => (start + extent / 2) * scale - frame / 2;
        picture.scrollLeft = aim(part.left, part.width, room.width);
        picture.scrollTop = aim(part.top, part.height, room.height);
      };

      const show = (next) => {
        place = Math.min(Math.max(next, 0), record.stops.length);
        clear();
        tell();
        const stop = place > 0 ? record.stops[place - 1] : { at: [], to: [], arrows: [] };
        mark("box", stop.to, stop.back ? "to" : "in");
        mark("box", stop.at, "at");
        mark("label", stop.arrows, "on");
        for (const { piece, arrows } of pieces) {
          piece.classList.toggle("on", arrows.some((arrow) => stop.arrows.includes(arrow)));
        }
        now.replaceChildren(...[...stops[place].childNodes].map((node) => node.cloneNode(true)));
        list.querySelector("[aria-current]")?.removeAttribute("aria-current");
        if (place > 0) {
          stops[place].setAttribute("aria-current", "step");
          list.scrollTop += stops[place].getBoundingClientRect().top
            - list.getBoundingClientRect().top - 40;
        }
        slider.value = place;
        slider.setAttribute("aria-valuetext", now.querySelector(".where").textContent);
        for (const name of ["start", "back"]) button(name).disabled = place === 0;
        for (const name of ["next", "end"]) {
          button(name).disabled = place === record.stops.length;
        }
        figure.dataset.place = place;
        figure.classList.toggle("done", place === record.stops.length);
        follow();
      };
      // Keys move nothing under a pointer, so the window may follow them.
      const comeIntoSight = () => {
        const [text, drawn] = [controls.getBoundingClientRect(), picture.getBoundingClientRect()];
        const isInSight = text.top >= 0 && drawn.bottom <= innerHeight;
        if (!isInSight && text.top !== 8) scrollBy(0, text.top - 8);
      };
      const moves = {
        start: () => show(0),
        back: () => show(place - 1),
        next: () => show(place + 1),
        end: () => show(record.stops.length),
        list: () => {
          const isListing = figure.classList.toggle("listing");
          button("list").setAttribute("aria-expanded", isListing);
          show(place);
        },
      };
      const keys = {
        ArrowRight: "next", n: "next", ArrowLeft: "back", b: "back", Home: "start", s: "start",
        End: "end", e: "end",
      };
      const isPlain = (event) => !(event.ctrlKey || event.altKey || event.metaKey);
      // The stop of a box: the next at its node, the first one after the last, and else one at
      // which something arrives there.
      const stopOf = (box) => {
        const order = [...record.stops.keys()].map((index) => (
          (index + place) % record.stops.length));
        const found = ["at", "to"].map((name) => order.find((index) => (
          record.stops[index][name].includes(box) && (name === "at" || record.stops[index].back))));
        return (found[0] ?? found[1] ?? place - 1) + 1;
      };
      controls.addEventListener("click", (event) => {
        const name = event.target.closest("button")?.dataset.go;
        if (!name) return;
        moves[name]();
        if (event.target.disabled) figure.focus();
      });
      slider.addEventListener("input", () => show(Number(slider.value)));
      list.addEventListener("click", (event) => {
        const item = event.target.closest("li");
        if (item && getSelection().isCollapsed) show(stops.indexOf(item));
      });
      picture.addEventListener("click", (event) => {
        const box = event.target.closest("[data-box]");
        if (box) show(stopOf(Number(box.dataset.box)));
      });
      figure.addEventListener("keydown", (event) => {
        if (!isPlain(event)) return;
        if (event.key === "Enter" && event.target.closest("li")) {
          show(stops.indexOf(event.target.closest("li")));
          return;
        }
        const isOnSlider = event.target === slider && event.key.length > 1;
        const isNext = event.key === "Enter" && event.target === figure;
        const name = isOnSlider ? undefined : isNext ? "next" : keys[event.key];
        if (!name) return;
        event.preventDefault();
        moves[name]();
        comeIntoSight();
      });
      addEventListener("resize", follow);
      addEventListener("beforeprint", () => {
        figure.classList.remove("live");
        for (const [part, text] of finals) part.textContent = text;
        svg.setAttribute("width", size.width);
        svg.setAttribute("height", size.height);
      });
      addEventListener("afterprint", () => {
        figure.classList.add("live");
        show(place);
      });
      figure.classList.add("live");
      figure.tabIndex = 0;
      controls.hidden = false;
      figure.querySelector(".hint").hidden = false;
      for (const stop of list.children) stop.tabIndex = 0;
      steppers.push({ figure, move: (key) => {
        moves[keys[key]]();
        comeIntoSight();
      } });
      show(0);
    }
    // Where nothing has the focus, the arrows are for the tape in the middle of the window.
    addEventListener("keydown", (event) => {
      if (event.target !== document.body || event.ctrlKey || event.altKey || event.metaKey) return;
      if (!["ArrowRight", "ArrowLeft", "n", "b"].includes(event.key)) return;
      const middle = innerHeight / 2;
      const inSight = steppers.filter(({ figure }) => {
        const frame = figure.getBoundingClientRect();
        return steppers.length === 1 || (frame.top < middle && frame.bottom > middle);
      });
      inSight[0]?.move(event.key);
    });
    """#
}
