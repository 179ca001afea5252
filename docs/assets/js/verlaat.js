// The way out of a page that somebody may not want to be seen with: by the button, or by pressing
// Escape three times.  The next page takes the place of this one in the history of the tab.
(() => {
  "use strict";
  const TIMES = 3;
  const WITHIN = 3000; // milliseconds between two presses

  function start(link) {
    const status = document.createElement("p");
    status.className = "verlaat__melding";
    status.setAttribute("role", "status");
    link.after(status);
    let on = true;
    let count = 0;
    let last = 0;

    function leave() {
      document.dispatchEvent(new Event("verlaat")); // what holds answers forgets them
      document.body.hidden = true;
      location.replace(link.href);
    }

    function press(event) {
      if (event.repeat) return;
      if (!on || event.key !== "Escape") {
        count = 0;
        status.textContent = "";
        return;
      }
      count = event.timeStamp - last < WITHIN ? count + 1 : 1;
      last = event.timeStamp;
      const left = TIMES - count;
      if (left === 0) leave();
      else status.textContent = `Nog ${left} keer Escape en je verlaat deze pagina.`;
    }

    link.addEventListener("click", (event) => {
      event.preventDefault();
      leave();
    });
    document.addEventListener("keydown", press, true);

    const choice = document.createElement("label");
    const box = Object.assign(document.createElement("input"), { type: "checkbox", checked: true });
    box.addEventListener("change", () => (on = box.checked));
    choice.append(box, " Drie keer Escape verlaat deze pagina. Zet dit uit als je er last van hebt.");
    document.querySelector(".verlaat-uitleg__toets")?.replaceChildren(choice);
  }

  document.addEventListener("DOMContentLoaded", () => {
    const link = document.querySelector(".verlaat__knop");
    if (link) start(link);
  });
})();
