// Filters above an overview. The list is complete without JavaScript; this only adds a form.
// The choice stands in the address (?thema=…), so that it can be shared; nothing is stored.
(() => {
  "use strict";

  const slug = (name) => name.toLowerCase().replace(/\s+/g, "-");

  function valuesOf(items, index) {
    const all = items.flatMap((item) => (item.dataset[`f${index}`] || "").split("|"));
    return [...new Set(all.filter(Boolean))].sort((a, b) => a.localeCompare(b, "nl"));
  }

  function labelled(text, control) {
    const label = document.createElement("label");
    label.append(text, control);
    return label;
  }

  function selectFor(name, values) {
    const select = document.createElement("select");
    select.name = slug(name);
    select.append(new Option("alle", ""));
    values.forEach((value) => select.append(new Option(value, value)));
    return select;
  }

  function build(overview) {
    const items = [...overview.querySelectorAll("li")].filter((li) => "f0" in li.dataset);
    const names = overview.dataset.filter.split("|");
    const form = document.createElement("form");
    form.className = "filters";
    form.setAttribute("role", "search");
    form.setAttribute("aria-label", "Kies uit de lijst");
    const selects = names.map((name, index) => selectFor(name, valuesOf(items, index)));
    selects.forEach((select, index) => form.append(labelled(names[index], select)));
    const text = document.createElement("input");
    text.type = "search";
    text.name = "woord";
    form.append(labelled("Woord in de tekst", text));
    const reset = document.createElement("button");
    reset.type = "button";
    reset.textContent = "Toon alles";
    form.append(reset);
    const count = document.createElement("p");
    count.setAttribute("role", "status");
    overview.prepend(form, count);

    function matches(item) {
      const words = text.value.trim().toLowerCase().split(/\s+/).filter(Boolean);
      const content = item.textContent.toLowerCase();
      return (
        words.every((word) => content.includes(word)) &&
        selects.every((select, index) => {
          const values = (item.dataset[`f${index}`] || "").split("|");
          return !select.value || values.includes(select.value);
        })
      );
    }

    function show() {
      let shown = 0;
      items.forEach((item) => {
        item.hidden = !matches(item);
        if (!item.hidden) shown += 1;
      });
      count.textContent = `${shown} van ${items.length} getoond`;
    }

    function remember() {
      const query = new URLSearchParams();
      [...selects, text].forEach((control) => {
        if (control.value) query.set(control.name, control.value);
      });
      const suffix = query.size ? `?${query}` : location.pathname;
      history.replaceState(history.state, "", suffix);
    }

    const query = new URLSearchParams(location.search);
    [...selects, text].forEach((control) => {
      control.value = query.get(control.name) || "";
      if (control.value === "" && control.options) control.selectedIndex = 0;
    });
    form.addEventListener("input", () => {
      show();
      remember();
    });
    form.addEventListener("submit", (event) => event.preventDefault());
    reset.addEventListener("click", () => {
      form.reset();
      show();
      remember();
    });
    show();
  }

  document.addEventListener("DOMContentLoaded", () => {
    document.querySelectorAll("[data-filter]").forEach(build);
  });
})();
