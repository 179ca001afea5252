// A timer that nobody has to use: it counts down, says when the time is over and does no more.
window.Wijzer.makeTimer = () => {
  "use strict";
  const { make, button } = window.Wijzer;
  const MINUTES = [2, 5, 10, 15, 20];

  let left = 0;
  let ticking = 0;
  const select = make("select", "", {}, ...MINUTES.map((n) => new Option(`${n} minuten`, n, n === 5, n === 5)));
  const clock = make("output", "wekker__klok", { role: "timer", "aria-live": "off", "aria-label": "Tijd over" });
  const message = make("p", "wekker__melding", { role: "status" });

  function show() {
    clock.textContent = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`;
    start.textContent = ticking ? "Wacht even" : "Start";
  }

  function pause() {
    clearInterval(ticking);
    ticking = 0;
    show();
  }

  function tick() {
    left -= 1;
    if (left <= 0) {
      left = 0;
      message.textContent = "De tijd is om. Praat gerust door.";
      pause();
    }
    show();
  }

  function set() {
    left = Number(select.value) * 60;
    message.textContent = "";
    pause();
  }

  const start = button("Start", () => {
    if (ticking) return pause();
    if (!left) set();
    ticking = setInterval(tick, 1000);
    return show();
  });
  select.addEventListener("change", set);
  set();
  const label = make("label", "wekker__keuze", {}, "Tijd ", select);
  const element = make("div", "wekker", {}, label, clock, start, button("Opnieuw", set), message);
  return { element, pause };
};
