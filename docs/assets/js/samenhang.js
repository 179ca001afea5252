// The drawing of how it all hangs together: under the mouse or with the focus, a name shows its
// own lines and what they lead to. Without JavaScript all lines are there, and every name is a link.
(() => {
  "use strict";

  function linesOf(drawing, name) {
    const lines = [...drawing.querySelectorAll("[data-lijn]")];
    return lines.filter((line) => line.dataset.lijn.split(" ").includes(name));
  }

  function choose(drawing, item) {
    const chosen = item ? linesOf(drawing, item.dataset.knoop) : [];
    const names = new Set(chosen.flatMap((line) => line.dataset.lijn.split(" ")));
    drawing.classList.toggle("samenhang--gekozen", chosen.length > 0);
    drawing.querySelectorAll("[data-lijn]").forEach((line) => {
      line.classList.toggle("samenhang__hoort", chosen.includes(line));
    });
    drawing.querySelectorAll("[data-knoop]").forEach((other) => {
      other.classList.toggle("samenhang__hoort", other === item || names.has(other.dataset.knoop));
    });
  }

  function listen(drawing) {
    const at = (target) => target.closest("[data-knoop]");
    const focused = () => at(document.activeElement);
    drawing.addEventListener("focusin", (event) => choose(drawing, at(event.target)));
    drawing.addEventListener("focusout", () => choose(drawing, null));
    drawing.addEventListener("pointerover", (event) => choose(drawing, at(event.target) || focused()));
    drawing.addEventListener("pointerleave", () => choose(drawing, focused()));
  }

  document.addEventListener("DOMContentLoaded", () => {
    document.querySelectorAll(".samenhang").forEach(listen);
  });
})();
