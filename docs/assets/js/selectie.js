// A selection of dilemmas. It stands in the address (?kaarten=3,12,18) and nowhere else:
// who shares or keeps the address, shares or keeps the selection.
window.Wijzer = (() => {
  "use strict";

  // Numbers in the order in which they were laid ready; what is no number is left out.
  function readSelection() {
    const text = new URLSearchParams(location.search).get("kaarten") || "";
    const numbers = text.split(",").filter((part) => /^\d{1,4}$/.test(part));
    return [...new Set(numbers.map(Number))];
  }

  // An address with a selection; `others` are more parameters, null takes one away.
  function withSelection(address, numbers, others = {}) {
    const url = new URL(address, location.href);
    const all = { kaarten: numbers.join(",") || null, ...others };
    Object.entries(all).forEach(([name, value]) => {
      if (value === null) url.searchParams.delete(name);
      else url.searchParams.set(name, value);
    });
    return url.href.replaceAll("%2C", ","); // a comma may stand in an address as it is
  }

  function writeSelection(numbers) {
    history.replaceState(history.state, "", withSelection(location.href, numbers));
  }

  // An element with a class, attributes and children: make("p", "kop", {id: "x"}, "tekst").
  function make(name, cssClass = "", attributes = {}, ...children) {
    const element = document.createElement(name);
    if (cssClass) element.className = cssClass;
    Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
    element.append(...children);
    return element;
  }

  function button(text, onClick, cssClass = "knop") {
    const element = make("button", cssClass, { type: "button" }, text);
    element.addEventListener("click", onClick);
    return element;
  }

  // Text for who does not see the page, such as which card a button is about.
  const aside = (text) => make("span", "alleen-voorlezen", {}, text);

  const part = (dilemma, name) => dilemma.querySelector(`[data-deel="${name}"]`);

  return { readSelection, withSelection, writeSelection, make, button, aside, part };
})();
