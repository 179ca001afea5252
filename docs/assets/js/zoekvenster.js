// The search dialog for everyone: help above the results, results read aloud, and a Tab key that
// stays inside the dialog as long as something is typed.
(() => {
  "use strict";
  const QUIET = 700; // milliseconds without typing before the result is read aloud
  const FOCUSABLE = "input, a[href], button, summary";

  // The theme knows the way to the top of the site; read once, before addresses change.
  const config = JSON.parse(document.getElementById("__config").textContent);
  const top = new URL(config.base, location.href);
  const dialog = document.querySelector("[data-md-component=search]");
  if (!dialog) return;
  const input = dialog.querySelector("[data-md-component=search-query]");
  const results = dialog.querySelector(".md-search-result__list");
  const helpBox = dialog.querySelector(".zoekhulp");
  const status = dialog.querySelector(".zoekmelding");

  function element(tag, text, attributes = {}) {
    const made = Object.assign(document.createElement(tag), attributes);
    made.append(text);
    return made;
  }

  function linkList(links, textOf) {
    const list = document.createElement("ul");
    for (const link of links) {
      const href = new URL(link.address || link.location, top).href;
      const item = document.createElement("li");
      item.append(element("a", textOf(link), { href }));
      list.append(item);
    }
    return list;
  }

  // The sentence about danger, with its number as a link to call.
  function danger({ gevaar, telefoon }) {
    const [before, after] = gevaar.split(telefoon);
    const line = element("p", before);
    line.append(element("a", telefoon, { href: `tel:${telefoon}` }), after);
    return line;
  }

  // Calm words for who searches because something bad is happening.
  function alarmHelp({ links, texts }) {
    return [
      element("p", element("strong", texts.kop)),
      element("p", texts.tekst),
      linkList(links, ({ title }) => title),
      danger(texts),
    ];
  }

  function weakHelp({ found, keywords, links, texts }) {
    const parts = [element("p", element("strong", found ? texts.anders : texts.niets))];
    if (keywords.length) {
      parts.push(element("p", "Bedoel je misschien:"), linkList(keywords, ({ keyword }) => keyword));
    }
    parts.push(element("p", texts.mens), linkList(links, ({ title }) => title));
    return parts;
  }

  const FAILED = "Zoeken lukt nu niet. Kijk of je verbinding hebt, of gebruik het menu.";

  function showFailure() {
    showHelp(null);
    helpBox.hidden = false;
    helpBox.replaceChildren(element("p", element("strong", FAILED)));
    status.textContent = FAILED;
  }

  function showHelp(help) {
    helpBox.hidden = !help;
    helpBox.classList.toggle("zoekhulp--eerst", Boolean(help?.alarm));
    const parts = help ? (help.alarm ? alarmHelp(help) : weakHelp(help)) : [];
    helpBox.replaceChildren(...parts);
  }

  // "3 pagina's gevonden. De eerste is: Relatiegeschenken Basisnorm 9."
  function announcement({ items, help }) {
    if (!input.value.trim()) return "";
    const count = items.length;
    const parts = [];
    if (count === 0) parts.push("Niets gevonden.");
    else {
      const plain = new DOMParser().parseFromString(items[0][0].title, "text/html").body.textContent;
      const pages = count === 1 ? "1 pagina gevonden." : `${count} pagina's gevonden.`;
      parts.push(pages, `De eerste is: ${plain}.`);
    }
    if (help) parts.push("Boven de resultaten staat bij wie je terechtkunt.");
    return parts.join(" ");
  }

  let waiting = 0;
  function announceLater(result) {
    clearTimeout(waiting);
    waiting = setTimeout(() => (status.textContent = announcement(result)), QUIET);
  }

  document.addEventListener("zoeken:resultaat", ({ detail }) => {
    if (detail.failed) return showFailure();
    const help = detail.help?.texts ? detail.help : null; // without sentences there is no help
    showHelp(help);
    return announceLater({ ...detail, help });
  });

  // The theme closes the dialog at Tab. With nothing typed that is right: the reader passes by.
  // Otherwise, or where the dialog covers the page, Tab walks through it, and Escape leaves it.
  const overPage = matchMedia("(max-width: 59.984375em)");
  const SEEN = { opacityProperty: true, visibilityProperty: true };
  function walk(event) {
    if (event.key === "Shift") return event.stopPropagation(); // the theme would jump to the field
    if (event.key !== "Tab" || !(input.value || overPage.matches)) return undefined;
    event.preventDefault();
    event.stopPropagation();
    const stops = Array.from(dialog.querySelectorAll(FOCUSABLE)).filter((stop) => stop.checkVisibility(SEEN));
    const here = stops.indexOf(document.activeElement);
    const next = event.shiftKey ? here - 1 : here + 1;
    return stops[(next + stops.length) % stops.length].focus();
  }

  // Enter on a link or a fold belongs to that link; Escape brings the reader back.
  let camefrom = null;
  function remember(event) {
    const outside = event.relatedTarget;
    if (outside && !dialog.contains(outside)) camefrom = outside;
  }
  function leave(event) {
    if (event.key !== "Escape") return;
    const back = camefrom?.isConnected ? camefrom : document.querySelector(".md-header a[href]");
    setTimeout(() => back?.focus());
  }

  dialog.addEventListener("keydown", walk);
  dialog.addEventListener("keydown", leave);
  dialog.addEventListener("focusin", remember);
  input.form.addEventListener("reset", () => showHelp(null));
  results.setAttribute("aria-label", "Gevonden pagina's");
})();
