// The start of the workshop: choose from which dilemmas to draw, and the leader's view.
(() => {
  "use strict";
  const { readSelection, withSelection, make, button, Stage } = window.Wijzer;

  const numberOf = (item) => Number(item.dataset.nummer);

  // In the order of the selection: that is how the leader laid the cards ready.
  function inOrder(items, selection) {
    if (!selection.length) return items;
    return selection.map((number) => items.find((item) => numberOf(item) === number)).filter(Boolean);
  }

  function setAside(overview, items, chosen) {
    items.forEach((item) => item.toggleAttribute("data-buiten", !chosen.includes(item)));
    chosen.forEach((item) => item.parentElement.append(item));
    overview.dispatchEvent(new CustomEvent("ververs"));
  }

  function hideFilters(overview) {
    overview.querySelectorAll(".filters, .filters__aantal").forEach((element) => (element.hidden = true));
  }

  function startBar(overview, pool, stage, selection) {
    const count = make("p", "start__aantal", { role: "status" });
    const first = button("Begin met het eerste", () => stage.begin(false), "knop knop--hoofd");
    const random = button("Trek er een", () => stage.begin(true), "knop knop--hoofd");
    const here = { nu: null, stap: null };
    const notes = make("a", "knop", {}, "Notities voor de begeleider");
    const all = make("a", "knop", { href: withSelection(location.href, [], here) }, "Kies uit alle dilemma's");
    all.hidden = !selection.length;

    function show() {
      const size = pool().length;
      const what = size === 1 ? "dilemma" : "dilemma’s";
      count.textContent = selection.length ? `${size} ${what} klaargelegd` : `${size} ${what} om uit te trekken`;
      notes.href = withSelection(location.href, selection, { ...here, beeld: "begeleider" });
      first.disabled = random.disabled = !size;
    }

    overview.addEventListener("gefilterd", () => setTimeout(show)); // the address follows the filter
    show();
    return make("section", "start", { "aria-label": "Begin de workshop" }, count, make("p", "knoppen", {}, first, random, notes, all));
  }

  // Everything that the leader wants at hand, open and without the stage.
  function leaderView(overview, items, chosen, selection) {
    const name = "Notities voor de begeleider";
    document.querySelector("article h1").firstChild.textContent = name;
    document.title = `${name} - ${document.title}`;
    items.forEach((item) => (item.querySelector("details").open = chosen.includes(item)));
    if (selection.length) hideFilters(overview);
    const back = withSelection(location.href, selection, { beeld: null });
    const text = "Houd dit voor jezelf: laat dit niet op het scherm in de zaal zien.";
    overview.before(make("p", "", {}, make("b", "", {}, text)), make("p", "", {}, make("a", "knop", { href: back }, "Naar de workshop")));
  }

  function build(list) {
    const overview = list.closest(".overzicht");
    const items = [...list.children];
    const query = new URLSearchParams(location.search);
    const selection = readSelection();
    const chosen = inOrder(items, selection);
    setAside(overview, items, chosen);
    const leader = query.get("beeld") === "begeleider";
    list.classList.toggle("zaal--begeleider", leader);
    if (leader) return leaderView(overview, items, chosen, selection);

    const pool = () => chosen.filter((item) => !item.hidden);
    const stage = new Stage(pool, document.querySelector("[data-stappenplan] > ol"));
    if (selection.length) hideFilters(overview);
    list.before(startBar(overview, pool, stage, selection));

    // The address says what is on stage: after a reload, and after the back and forward buttons.
    function follow() {
      const here = new URLSearchParams(location.search);
      const now = items.find((item) => numberOf(item) === Number(here.get("nu")));
      if (now) stage.resume(now, Number(here.get("stap")) || 0);
      else stage.close();
    }

    window.addEventListener("popstate", follow);
    follow();
    return undefined;
  }

  document.addEventListener("DOMContentLoaded", () => {
    document.querySelectorAll("ul.zaal").forEach(build);
  });
})();
