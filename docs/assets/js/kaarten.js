// The cards on the page with dilemmas: turn one over, lay some ready, print them.
(() => {
  "use strict";
  const { readSelection, withSelection, writeSelection, make, button, aside, sheets } = window.Wijzer;

  const FLIPS = [
    ["lang", "Dubbelzijdig, omslaan over de lange zijde", "Dit is de gewone stand van de meeste printers."],
    ["kort", "Dubbelzijdig, omslaan over de korte zijde", "Kies dit als je printer zo is ingesteld."],
    ["enkel", "Enkelzijdig, om te vouwen", "Voor- en achterkant staan naast elkaar: vouw op de stippellijn."],
  ];

  const titleOf = (card) => card.querySelector(".kaart__titel").textContent;
  const numberOf = (card) => Number(card.dataset.nummer);

  // Without JavaScript the back folds open under the front; here it takes the place of the front.
  function makeTurn(card) {
    const back = card.querySelector(".kaart__achter");
    const open = make("div", "kaart__achter", { hidden: "" });
    open.append(...[...back.childNodes].filter((node) => node.nodeName !== "SUMMARY"));
    back.replaceWith(open);
    const front = card.querySelector(".kaart__voor");
    const label = make("span", "", {}, "Draai om");
    const turn = button(label, () => {
      const toBack = open.hidden;
      open.hidden = !toBack;
      front.hidden = toBack;
      card.classList.toggle("is-om", toBack);
      label.textContent = toBack ? "Naar de voorkant" : "Draai om";
    });
    turn.append(aside(` ${titleOf(card)}`));
    return turn;
  }

  function makeTick(card, onChange) {
    const tick = make("input", "", { type: "checkbox" });
    tick.addEventListener("change", () => onChange(numberOf(card), tick.checked));
    const label = make("label", "kaart__klaar", {}, tick, " Leg klaar", aside(` ${titleOf(card)}`));
    return { tick, label };
  }

  // The short address of today's text; from a USB stick there is no address worth printing.
  function addressOf(card) {
    const page = new URL(card.querySelector(".kaart__titel a").href);
    const url = new URL(`../../d/${numberOf(card)}/`, page);
    return url.protocol === "file:" ? "" : url.host + url.pathname;
  }

  function printDialog(cards) {
    const choices = FLIPS.map(([value, name, help], index) => {
      const radio = make("input", "", { type: "radio", name: "omslaan", value });
      radio.checked = index === 0;
      return make("label", "keus", {}, radio, make("span", "", {}, make("b", "", {}, name), make("br"), help));
    });
    const problems = make("p", "", { role: "status" });
    const dialog = make("dialog", "printkeuze md-typeset", { "aria-labelledby": "printkeuze-kop" });
    const chosen = () => dialog.querySelector("input:checked").value;
    const build = () => {
      const tooLong = sheets.build(cards(), chosen());
      const names = tooLong.map(({ name, millimetres }) => `${name} (${millimetres} mm te lang)`);
      problems.textContent = names.length ? `Dit past niet op de kaart: ${names.join(", ")}.` : "";
    };
    const print = button("Print", () => {
      build();
      window.print();
    }, "knop knop--hoofd");
    dialog.append(
      make("p", "kop", { id: "printkeuze-kop", role: "heading", "aria-level": "2" }, "Kaarten printen"),
      make("p", "", {}, "Vier kaarten op een vel A4. Zet de schaal van de printer op 100%. Knip op de streepjes aan de rand."),
      make("fieldset", "", {}, make("legend", "", {}, "Hoe print je?"), ...choices),
      problems,
      make("p", "knoppen", {}, print, button("Sluit", () => dialog.close())),
    );
    window.addEventListener("beforeprint", () => cards().length && build());
    window.addEventListener("afterprint", sheets.clear);
    return dialog;
  }

  function makeBar(parts) {
    const { count, print, workshop, empty, all } = parts;
    return make("section", "klaar", { "aria-label": "Klaargelegde kaarten" }, count, print, workshop, empty, all);
  }

  function build(list) {
    const overview = list.closest(".overzicht");
    const cards = [...list.querySelectorAll(".kaart")];
    const known = new Map(cards.map((card) => [numberOf(card), card]));
    let selection = readSelection().filter((number) => known.has(number));
    const ticks = new Map();

    const printable = () =>
      selection.map((number) => {
        const dilemma = known.get(number);
        return { number, dilemma, title: titleOf(dilemma), address: addressOf(dilemma) };
      });
    const dialog = printDialog(printable);
    const shown = () => cards.filter((card) => !card.hidden);
    const bar = {
      count: make("p", "klaar__aantal", { role: "status", tabindex: "-1" }),
      print: button("Print de kaarten", () => dialog.showModal(), "knop knop--hoofd"),
      workshop: document.querySelector(".naar-workshop a") || make("span"),
      empty: button("Maak leeg", () => choose([]) || bar.count.focus()),
      all: button("", () => choose([...selection, ...shown().map(numberOf)]) || bar.count.focus()),
    };
    const workshop = bar.workshop.href;
    document.querySelector(".naar-workshop")?.remove();

    function choose(numbers) {
      selection = [...new Set(numbers)];
      writeSelection(selection);
      show();
    }

    function show() {
      ticks.forEach((tick, number) => (tick.checked = selection.includes(number)));
      const size = selection.length;
      const what = size === 1 ? "kaart ligt klaar" : "kaarten liggen klaar";
      bar.count.textContent = size ? `${size} ${what}` : "Er liggen nog geen kaarten klaar";
      if (workshop) bar.workshop.href = withSelection(workshop, selection);
      [bar.print, bar.empty].forEach((control) => (control.hidden = !size));
      const others = shown().filter((card) => !selection.includes(numberOf(card))).length;
      bar.all.hidden = !others;
      bar.all.textContent = others === 1 ? "Leg de andere ook klaar" : `Leg alle ${shown().length} getoonde klaar`;
    }

    cards.forEach((card) => {
      const { tick, label } = makeTick(card, (number, on) =>
        choose(on ? [...selection, number] : selection.filter((other) => other !== number)),
      );
      ticks.set(numberOf(card), tick);
      card.append(make("p", "kaart__knoppen", {}, makeTurn(card), label));
    });
    list.before(makeBar(bar));
    overview.append(dialog);
    overview.addEventListener("gefilterd", show);
    show();
  }

  document.addEventListener("DOMContentLoaded", () => {
    document.querySelectorAll("ul.kaarten").forEach(build);
  });
})();
