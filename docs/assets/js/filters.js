// Filters above an overview. The list is complete without JavaScript; this only adds a form.
// The choice stands in the address (?thema=…), so that it can be shared; nothing is stored.
// Another script may put an item aside with data-buiten and then send the overview "ververs";
// after every change the overview sends "gefilterd".
(() => {
  "use strict";

  const slug = (name) => name.toLowerCase().replace(/\s+/g, "-");
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

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

  function textField() {
    const text = document.createElement("input");
    text.type = "search";
    text.name = "woord";
    return text;
  }

  function formFor(controls, names) {
    const form = document.createElement("form");
    form.className = "filters";
    form.setAttribute("role", "search");
    form.setAttribute("aria-label", "Kies uit de lijst");
    controls.forEach((control, index) => form.append(labelled(names[index], control)));
    const reset = document.createElement("button");
    reset.type = "reset";
    reset.textContent = "Toon alles";
    form.append(reset);
    return form;
  }

  // Only what this form is about changes in the address; a selection stays as it is.
  function remember(controls) {
    const url = new URL(location.href);
    controls.forEach((control) => {
      if (control.value) url.searchParams.set(control.name, control.value);
      else url.searchParams.delete(control.name);
    });
    history.replaceState(history.state, "", url.href.replaceAll("%2C", ","));
  }

  function restore(controls) {
    const query = new URLSearchParams(location.search);
    controls.forEach((control) => {
      control.value = query.get(control.name) || "";
      if (control.value === "" && control.options) control.selectedIndex = 0;
    });
  }

  function build(overview) {
    const items = [...overview.querySelectorAll("li")].filter((li) => "f0" in li.dataset);
    const names = overview.dataset.filter.split("|");
    const selects = names.map((name, index) => selectFor(name, valuesOf(items, index)));
    const text = textField();
    const controls = [...selects, text];
    const form = formFor(controls, [...names, "Woord in de tekst"]);
    const count = document.createElement("p");
    count.className = "filters__aantal";
    count.setAttribute("role", "status");
    overview.prepend(form, count);
    const contents = new Map(items.map((item) => [item, plain(item.textContent)]));

    function matches(item, words) {
      return (
        words.every((word) => contents.get(item).includes(word)) &&
        selects.every((select, index) => {
          const values = (item.dataset[`f${index}`] || "").split("|");
          return !select.value || values.includes(select.value);
        })
      );
    }

    function show() {
      const words = plain(text.value).split(/\s+/).filter(Boolean);
      const pool = items.filter((item) => !("buiten" in item.dataset));
      items.forEach((item) => (item.hidden = !pool.includes(item) || !matches(item, words)));
      const shown = pool.filter((item) => !item.hidden).length;
      count.textContent = `${shown} van ${pool.length} getoond`;
      if (!shown) count.textContent += ". Haal een keuze weg om meer te zien.";
      overview.dispatchEvent(new CustomEvent("gefilterd"));
    }

    restore(controls);
    form.addEventListener("input", () => {
      show();
      remember(controls);
    });
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", (event) => {
      event.preventDefault(); // the browser would go back to what stood in the form at first
      controls.forEach((control) => (control.value = ""));
      show();
      remember(controls);
    });
    overview.addEventListener("ververs", show);
    show();
  }

  document.addEventListener("DOMContentLoaded", () => {
    document.querySelectorAll("[data-filter]").forEach(build);
  });
})();
