// What depends on today: the dilemma of the day, and a review date that has passed.
(() => {
  "use strict";

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

  document.addEventListener("DOMContentLoaded", () => {
    document.querySelectorAll(".van-de-dag").forEach(dilemmaOfTheDay);
    document.querySelectorAll("[data-beoordelen-voor]").forEach(overdue);
  });
})();
