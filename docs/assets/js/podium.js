// The stage of the workshop: one dilemma, step by step, over the whole window.
// Where you are stands in the address (?nu=12&stap=2), so a reload or the back button just works.
(() => {
  "use strict";
  const { make, button, aside, withSelection, readSelection, makeTimer, stepsOf } = window.Wijzer;

  const numberOf = (dilemma) => Number(dilemma.dataset.nummer);

  // A button that shows or hides a panel beside the dilemma.
  function panel(name, content, open) {
    const box = make("section", "podium__paneel", { "aria-label": name }, content);
    const toggle = button(name, () => {
      set(box.hidden);
      if (!box.hidden) box.scrollIntoView({ block: "center" }); // on a phone it is below the text
    });
    function set(on) {
      box.hidden = !on;
      toggle.setAttribute("aria-expanded", String(on));
    }
    set(open);
    return { box, toggle };
  }

  class Stage {
    // `pool` returns the dilemmas to draw from; `guide` is the list of steps of judgement, if any.
    constructor(pool, guide) {
      this.pool = pool;
      this.drawn = new Set();
      this.makeParts();
      this.element = this.assemble(guide);
      document.body.append(this.element);
      document.addEventListener("keydown", (event) => this.onKey(event), true);
    }

    makeParts() {
      this.title = make("p", "podium__titel", { role: "heading", "aria-level": "1", tabindex: "-1" });
      this.screen = make("div", "podium__scherm", { "aria-live": "polite" });
      this.progress = make("p", "podium__stap");
      this.back = button("Vorige", () => this.go(this.step - 1));
      this.forward = button("", () => this.go(this.step + 1), "knop knop--hoofd");
      this.next = button("Volgende dilemma", () => this.draw(false));
      this.random = button("Trek een ander", () => this.draw(true));
      this.notes = make("a", "knop", { target: "_blank", rel: "noopener" }, "Notities ↗");
      this.notes.append(aside(" (opent in een nieuw venster)"));
      this.timer = makeTimer();
    }

    assemble(guide) {
      const wide = matchMedia("(min-width: 60em)").matches;
      const panels = [panel("Tijd", this.timer.element, false)];
      if (guide) panels.unshift(panel("De zeven stappen", guide.cloneNode(true), wide));
      const tools = [...panels.map(({ toggle }) => toggle), this.notes];
      if (document.fullscreenEnabled) {
        tools.push(button("Volledig scherm", () => this.fullScreen(), "knop knop--scherm"));
      }
      tools.push(button("Stop", () => this.stop()));
      const beside = make("div", "podium__zij", {}, ...panels.map(({ box }) => box));
      const scroll = { tabindex: "0", role: "group", "aria-label": "Dilemma" };
      this.middle = make("div", "podium__midden", scroll, this.screen, beside);
      const name = make("div", "", {}, this.progress, this.title);
      return make(
        "section",
        "podium md-typeset",
        { "aria-label": "Workshop", hidden: "" },
        make("div", "podium__boven", {}, name, make("div", "knoppen", {}, ...tools)),
        this.middle,
        make("div", "podium__onder knoppen", {}, this.back, this.forward, this.next, this.random),
      );
    }

    // Begins anew: what was drawn before may come again.
    begin(any) {
      if (!this.pool().length) return;
      this.drawn.clear();
      history.pushState({ podium: true }, "", location.href);
      this.open();
      this.draw(any);
    }

    // After a reload, or from an address that someone shared.
    resume(dilemma, step) {
      if (this.element.hidden) this.open();
      this.present(dilemma, step);
    }

    // What has not been drawn yet, in the order of the selection.
    left() {
      return this.pool().filter((dilemma) => !this.drawn.has(dilemma));
    }

    draw(any) {
      const left = this.left();
      if (!left.length) return;
      this.present(left[any ? Math.floor(Math.random() * left.length) : 0], 0);
      this.title.focus();
    }

    present(dilemma, step) {
      this.current = dilemma;
      this.steps = stepsOf(dilemma);
      this.drawn.add(dilemma);
      this.step = Math.min(Math.max(step, 0), this.steps.length - 1);
      this.show();
    }

    go(step) {
      if (!this.steps[step]) return;
      this.step = step;
      this.show();
    }

    show() {
      const number = numberOf(this.current);
      const { titel, thema } = this.current.dataset;
      this.title.textContent = `${number}. ${titel}`;
      this.progress.textContent = `${thema} · stap ${this.step + 1} van ${this.steps.length}`;
      this.screen.replaceChildren(...this.steps[this.step].show());
      [this.element, this.middle].forEach((scroller) => (scroller.scrollTop = 0));
      this.showButtons();
      const place = { nu: number, stap: this.step };
      history.replaceState(history.state, "", withSelection(location.href, readSelection(), place));
      const notes = { beeld: "begeleider", nu: null, stap: null };
      this.notes.href = withSelection(location.href, [number], notes);
    }

    showButtons() {
      const last = this.steps.length - 1;
      const between = this.step > 0 && this.step < last; // no other dilemma in the middle of one
      const left = this.left().length;
      const focused = document.activeElement;
      this.back.hidden = this.step === 0;
      this.forward.hidden = this.step === last;
      this.forward.textContent = this.steps[this.step + 1]?.call || "";
      this.next.hidden = between || !left;
      this.random.hidden = between || left < 2;
      // A hidden button cannot keep the focus: hand it on.
      if (!focused.hidden) return;
      [this.forward, this.next, this.title].find((element) => !element.hidden).focus();
    }

    open() {
      this.opener = document.activeElement;
      this.element.hidden = false;
      document.documentElement.classList.add("met-podium");
      this.others().forEach((element) => (element.inert = true));
      this.title.focus();
    }

    close() {
      if (this.element.hidden) return;
      this.timer.pause();
      this.element.hidden = true;
      this.others().forEach((element) => (element.inert = false));
      document.documentElement.classList.remove("met-podium");
      if (document.fullscreenElement) document.exitFullscreen();
      this.opener?.focus();
    }

    others() {
      return [...document.body.children].filter((element) => element !== this.element);
    }

    stop() {
      if (history.state?.podium) {
        history.back(); // workshop.js follows the address
        return;
      }
      const address = withSelection(location.href, readSelection(), { nu: null, stap: null });
      history.replaceState(null, "", address);
      this.close();
    }

    fullScreen() {
      if (document.fullscreenElement) document.exitFullscreen();
      else this.element.requestFullscreen();
    }

    onKey(event) {
      if (this.element.hidden) return;
      event.stopPropagation(); // the theme has shortcuts of its own, such as "n" for the next page
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      if (event.key === "Escape") this.stop();
      else if (!event.target.matches("select, input")) this.move(event);
    }

    // A clicker for presentations sends PageUp and PageDown; a text that is too long scrolls first.
    move(event) {
      const ways = { ArrowRight: 1, ArrowLeft: -1, PageDown: 1, PageUp: -1 };
      const way = ways[event.key];
      if (!way) return;
      event.preventDefault();
      const { scrollTop, clientHeight, scrollHeight } = this.middle;
      const room = way > 0 ? scrollHeight - clientHeight - scrollTop > 2 : scrollTop > 2;
      if (event.key.startsWith("Page") && room) this.middle.scrollBy({ top: way * 0.9 * clientHeight });
      else this.go(this.step + way);
    }
  }

  window.Wijzer.Stage = Stage;
})();
