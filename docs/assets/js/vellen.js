// Sheets of paper for a selection of cards: A4 with cells of A6, every back behind its front.
// The sheets are made when printing begins and thrown away afterwards.
window.Wijzer.sheets = (() => {
  "use strict";
  const { make, part } = window.Wijzer;

  const PX_PER_MM = 96 / 25.4;

  // Cell of the back of a card whose front is in [column, row], seen from the back of the sheet.
  // Over the short edge the sheet turns head over heels, so the back is set upside down too.
  const BACKS = {
    lang: ([column, row]) => ({ cell: [1 - column, row], turned: false }),
    kort: ([column, row]) => ({ cell: [column, 1 - row], turned: true }),
    enkel: ([column, row]) => ({ cell: [1 - column, row], turned: false }),
  };
  const FRONTS = {
    lang: [[0, 0], [1, 0], [0, 1], [1, 1]],
    kort: [[0, 0], [1, 0], [0, 1], [1, 1]],
    enkel: [[0, 0], [0, 1]], // front and back side by side, to fold
  };

  function sheet(flip) {
    const marks = ["boven", "onder", "links", "rechts", "midden-h", "midden-v"];
    const lines = marks.map((place) => make("i", `snij snij--${place}`));
    if (flip === "enkel") lines.push(make("i", "vouwlijn"));
    return make("section", "vel", {}, ...lines);
  }

  // Text only: a link on paper leads nowhere.
  function copy(dilemma, name) {
    const content = part(dilemma, name).cloneNode(true);
    content.querySelectorAll("a").forEach((link) => link.replaceWith(...link.childNodes));
    content.querySelectorAll("[id]").forEach((element) => element.removeAttribute("id"));
    return content;
  }

  function frame(card, side, children) {
    const day = new Date().toLocaleDateString("nl-NL", { day: "numeric", month: "long", year: "numeric" });
    const now = card.address ? [". Tekst van nu: ", make("b", "", {}, card.address)] : ["."];
    return make(
      "div",
      `vak__kant vak__kant--${side}`,
      {},
      make("p", "vak__nummer", {}, `Dilemma ${card.number} · ${card.title} · ${side}`),
      ...children,
      make("p", "vak__voet", {}, `Geprint op ${day}`, ...now),
    );
  }

  function front(card) {
    return frame(card, "voorkant", [
      make("p", "vak__titel", {}, card.title),
      copy(card.dilemma, "situatie"),
      copy(card.dilemma, "vraag"),
    ]);
  }

  function back(card) {
    const parts = ["bespreek", "wendingen", "regels"].flatMap((name) => {
      const content = copy(card.dilemma, name);
      return [make("p", "vak__kop", {}, content.dataset.kop), content];
    });
    return frame(card, "achterkant", parts);
  }

  function put(page, [column, row], content, turned) {
    const turn = turned ? " vak--gedraaid" : "";
    page.append(make("div", `vak vak--k${column} vak--r${row}${turn}`, {}, content));
  }

  const excess = (side) => side.scrollHeight - side.clientHeight;

  // Smaller type until it fits. Rules that fit nowhere stay on the site; nothing is ever cut off.
  function fit(cell) {
    const side = cell.firstElementChild;
    shrink(cell, side);
    const rules = side.querySelector('[data-deel="regels"]');
    if (rules && excess(side) > 0) {
      rules.replaceChildren(make("p", "", {}, "Lees dit op de pagina van dit dilemma."));
      shrink(cell, side);
    }
    return Math.ceil(excess(side) / PX_PER_MM);
  }

  // The type sizes of the printed cards, in points: those of the PDF, so that both look alike.
  const sizes = () => document.querySelector("[data-letters]").dataset.letters.split(" ").map(Number);

  function shrink(cell, side) {
    const [largest, smallest, step] = sizes();
    for (let size = largest; size >= smallest; size -= step) {
      cell.style.fontSize = `${size}pt`;
      if (excess(side) <= 0) return;
    }
  }

  let holder; // by reference: an id can stand in a text as well

  // Returns what is still too long: [{ number, side, millimetres }].
  function build(cards, flip) {
    clear();
    holder = make("div", "", { id: "vellen", lang: "nl", "aria-hidden": "true" });
    const perSheet = FRONTS[flip].length;
    for (let first = 0; first < cards.length; first += perSheet) {
      const fronts = sheet(flip);
      const backs = flip === "enkel" ? fronts : sheet(flip);
      holder.append(fronts);
      if (backs !== fronts) holder.append(backs);
      cards.slice(first, first + perSheet).forEach((card, index) => {
        const { cell, turned } = BACKS[flip](FRONTS[flip][index]);
        put(fronts, FRONTS[flip][index], front(card), false);
        put(backs, cell, back(card), turned);
      });
    }
    document.body.append(holder);
    document.documentElement.classList.add("print-kaarten");
    paper(true);
    return [...holder.querySelectorAll(".vak")].flatMap((cell) => {
      const millimetres = fit(cell);
      const name = cell.querySelector(".vak__nummer").textContent;
      return millimetres > 0 ? [{ name, millimetres }] : [];
    });
  }

  // The size of the paper holds for these sheets only, not for other pages that are printed.
  const size = new CSSStyleSheet();
  size.replaceSync("@page { size: 210mm 297mm; margin: 0; }");
  function paper(on) {
    const others = document.adoptedStyleSheets.filter((sheetOfStyle) => sheetOfStyle !== size);
    document.adoptedStyleSheets = on ? [...others, size] : others;
  }

  function clear() {
    holder?.remove();
    document.documentElement.classList.remove("print-kaarten");
    paper(false);
  }

  return { build, clear };
})();
