// The stage of the workshop: one dilemma, step by step, over the whole window.
// Where you are stands in the address (?nu=12&stap=2), so a reload or the back button just works.
window.wijzer.makeStage = (pool, steps) => {
  "use strict";
  const { make, button, aside, part, withSelection, makeTimer } = window.wijzer;

  let current = null;
  let step = 0;
  const drawn = new Set();
  const numberOf = (dilemma) => Number(dilemma.dataset.nummer);
  const twistsOf = (dilemma) => [...part(dilemma, "wendingen").querySelectorAll("li")];
  const lastStep = () => twistsOf(current).length + 2;

  const stage = make("section", "podium md-typeset", { "aria-label": "Workshop", hidden: "" });
  const title = make("p", "podium__titel", { role: "heading", "aria-level": "1", tabindex: "-1" });
  const screen = make("div", "podium__scherm", { "aria-live": "polite" });
  const progress = make("p", "podium__stap");
  const back = button("Vorige", () => go(step - 1));
  const forward = button("", () => go(step + 1), "knop knop--hoofd");
  const next = button("Volgende dilemma", () => draw(false));
  const random = button("Trek een ander", () => draw(true));
  const notes = make("a", "knop", { target: "_blank", rel: "noopener" }, "Notities ↗", aside(" (opent in een nieuw venster)"));
  const { timer, pause } = makeTimer();

  function copyOf(name) {
    const copy = part(current, name).cloneNode(true);
    copy.querySelectorAll("[id]").forEach((element) => element.removeAttribute("id"));
    return copy;
  }

  const heading = (text) => make("p", "podium__kop", { role: "heading", "aria-level": "2" }, text);

  function situation(open) {
    if (open) return [copyOf("situatie")];
    return [make("details", "podium__terug", {}, make("summary", "", {}, "Lees de situatie nog eens"), copyOf("situatie"))];
  }

  function twist(index) {
    const text = (item) => `En als ${item.textContent.trim()}`;
    const earlier = twistsOf(current).slice(0, index).map((item) => make("li", "", {}, text(item)));
    const parts = [make("p", "podium__groot", {}, text(twistsOf(current)[index]))];
    if (earlier.length) parts.push(make("ul", "podium__eerder", {}, ...earlier));
    return [copyOf("vraag"), ...parts, ...situation(false)];
  }

  function content() {
    if (step === 0) return situation(true);
    if (step === 1) {
      const question = copyOf("vraag");
      question.classList.add("podium__groot");
      return [question, ...situation(false)];
    }
    if (step < lastStep()) return twist(step - 2);
    const names = [["bespreek", "Bespreek met elkaar"], ["regels", "Wat de regels zeggen"]];
    return names.flatMap(([name, text]) => [heading(text), copyOf(name)]);
  }

  function forwardLabel() {
    if (step === 0) return "Naar de vraag";
    if (step === lastStep() - 1) return "Naar de achterkant";
    return step === 1 ? "En als …" : "Nog een: en als …";
  }

  function show() {
    const number = numberOf(current);
    title.textContent = `${number}. ${current.dataset.titel}`;
    progress.textContent = `${current.dataset.thema} · stap ${step + 1} van ${lastStep() + 1}`;
    screen.replaceChildren(...content());
    [stage, stage.querySelector(".podium__midden")].forEach((scroller) => (scroller.scrollTop = 0));
    const left = pool().filter((dilemma) => !drawn.has(dilemma)).length;
    const between = step > 0 && step < lastStep(); // in the middle of a dilemma: no other one
    // A hidden button cannot keep the focus: hand it on before hiding.
    const leaving = [back, forward].find((control) => control === document.activeElement);
    back.hidden = step === 0;
    forward.hidden = step === lastStep();
    forward.textContent = forwardLabel();
    next.hidden = between || !left;
    random.hidden = between || left < 2;
    if (leaving?.hidden) (leaving === back ? forward : left ? next : title).focus();
    notes.href = withSelection(location.href, [number], { beeld: "begeleider", nu: null, stap: null });
    history.replaceState(history.state, "", at(number, step));
  }

  // Keeps the selection and the filters in the address as they are.
  function at(number, place) {
    const url = new URL(location.href);
    url.searchParams.set("nu", number);
    url.searchParams.set("stap", place);
    return url.href.replaceAll("%2C", ",");
  }

  function go(to) {
    if (to < 0 || to > lastStep()) return;
    step = to;
    show();
  }

  function draw(any) {
    const left = pool().filter((dilemma) => !drawn.has(dilemma));
    if (!left.length) return;
    present(left[any ? Math.floor(Math.random() * left.length) : 0], 0);
    title.focus();
  }

  function present(dilemma, place) {
    current = dilemma;
    drawn.add(dilemma);
    step = Math.min(Math.max(place, 0), lastStep());
    show();
  }

  function others(inert) {
    [...document.body.children].filter((element) => element !== stage).forEach((element) => (element.inert = inert));
  }

  let opener = null;
  function open() {
    opener = document.activeElement;
    stage.hidden = false;
    document.documentElement.classList.add("met-podium");
    others(true);
    title.focus();
  }

  // Begins anew: what was drawn before may come again.
  function begin(any) {
    if (!pool().length) return;
    drawn.clear();
    history.pushState({ podium: true }, "", location.href);
    open();
    draw(any);
  }

  // After a reload, or from an address that someone shared.
  function resume(dilemma, place) {
    if (stage.hidden) open();
    present(dilemma, place);
  }

  function close() {
    if (stage.hidden) return;
    pause();
    stage.hidden = true;
    others(false);
    document.documentElement.classList.remove("met-podium");
    if (document.fullscreenElement) document.exitFullscreen();
    opener?.focus();
  }

  function stop() {
    if (history.state?.podium) return history.back(); // workshop.js follows the address
    const url = new URL(location.href);
    ["nu", "stap"].forEach((name) => url.searchParams.delete(name));
    history.replaceState(null, "", url.href.replaceAll("%2C", ","));
    return close();
  }

  // A clicker for presentations sends PageUp and PageDown; a text that is too long scrolls first.
  function onKey(event) {
    if (stage.hidden) return;
    event.stopPropagation(); // the theme has shortcuts of its own, such as "n" for the next page
    if (event.target.matches("select, input") || event.altKey || event.ctrlKey || event.metaKey) return;
    const middle = stage.querySelector(".podium__midden");
    const atEnd = middle.scrollTop + middle.clientHeight >= middle.scrollHeight - 2;
    const moves = { ArrowRight: 1, ArrowLeft: -1, PageDown: atEnd ? 1 : 0, PageUp: middle.scrollTop ? 0 : -1 };
    if (event.key === "Escape") stop();
    else if (moves[event.key]) {
      event.preventDefault();
      go(step + moves[event.key]);
    } else if (event.key === "PageDown" || event.key === "PageUp") {
      middle.scrollBy({ top: (event.key === "PageDown" ? 0.9 : -0.9) * middle.clientHeight });
      event.preventDefault();
    }
  }

  // A button that shows or hides a panel beside the dilemma.
  function panel(name, content_, open_) {
    const box = make("section", "podium__paneel", { "aria-label": name }, content_);
    const toggle = button(name, () => {
      set(box.hidden);
      if (!box.hidden) box.scrollIntoView({ block: "center" }); // on a phone it is below the text
    });
    function set(on) {
      box.hidden = !on;
      toggle.setAttribute("aria-expanded", String(on));
    }
    set(open_);
    return { box, toggle };
  }

  function fullScreen() {
    if (document.fullscreenElement) document.exitFullscreen();
    else stage.requestFullscreen();
  }

  function assemble() {
    const guide = steps && panel("De zeven stappen", steps.cloneNode(true), matchMedia("(min-width: 60em)").matches);
    const clock = panel("Tijd", timer, false);
    const panels = [guide, clock].filter(Boolean);
    const full = document.fullscreenEnabled ? [button("Volledig scherm", fullScreen, "knop knop--scherm")] : [];
    const tools = [...panels.map(({ toggle }) => toggle), notes, ...full, button("Stop", stop)];
    stage.append(
      make("div", "podium__boven", {}, make("div", "", {}, progress, title), make("div", "knoppen", {}, ...tools)),
      make("div", "podium__midden", { tabindex: "0", role: "group", "aria-label": "Dilemma" }, screen, make("div", "podium__zij", {}, ...panels.map(({ box }) => box))),
      make("div", "podium__onder knoppen", {}, back, forward, next, random),
    );
    document.body.append(stage);
    document.addEventListener("keydown", onKey, true);
  }

  assemble();
  return { begin, resume, close };
};
