// What depends on today: what turns on a day, the dilemma of the day, a review date that has passed.
(() => {
  "use strict";

  // The day in the Netherlands, such as 2027-01-01: dates written like this sort as text.
  const today = new Date().toLocaleDateString("sv-SE", { timeZone: "Europe/Amsterdam" });

  // One of the forms of a piece of the page; the page itself shows the one of the day it was built.
  function turn(element) {
    const { vanaf = "", tot = "9999" } = element.dataset;
    element.hidden = today < vanaf || today >= tot;
  }

  // What a filter knows about an item: "2027-01-01=Geldt nu|2028-01-01=…".
  function turnFacet(element) {
    const turns = element.dataset.keerF1.split("|").map((item) => item.split("="));
    const [, now] = turns.filter(([day]) => day <= today).pop() || [];
    if (now) element.dataset.f1 = now;
  }

  function dilemmaOfTheDay(list) {
    const items = [...list.children];
    const day = Math.floor(Date.now() / 86_400_000);
    items.forEach((item, index) => {
      item.hidden = index !== day % items.length;
    });
  }

  function overdue(element) {
    if (new Date(element.dataset.beoordelenVoor) < new Date()) {
      element.append(" (die dag is voorbij: deze pagina kan verouderd zijn)");
      element.classList.add("beoordeling-over-tijd");
    }
  }

  // At once, so that the filters find what holds today.
  document.querySelectorAll("[data-vanaf], [data-tot]").forEach(turn);
  document.querySelectorAll("[data-keer-f1]").forEach(turnFacet);

  document.addEventListener("DOMContentLoaded", () => {
    document.querySelectorAll(".van-de-dag").forEach(dilemmaOfTheDay);
    document.querySelectorAll("[data-beoordelen-voor]").forEach(overdue);
  });
})();
