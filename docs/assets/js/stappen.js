// What the workshop shows of a dilemma, step by step: the situation, the question, the twists
// one at a time, the back.  Each step is { call, show }: the words on the button that leads to
// it, and a function that makes its elements.
window.Wijzer.stepsOf = (dilemma) => {
  "use strict";
  const { make, part } = window.Wijzer;

  function copyOf(name, cssClass = "") {
    const copy = part(dilemma, name).cloneNode(true);
    copy.querySelectorAll("[id]").forEach((element) => element.removeAttribute("id"));
    if (cssClass) copy.classList.add(cssClass);
    return copy;
  }

  function situationAgain() {
    const summary = make("summary", "", {}, "Lees de situatie nog eens");
    return make("details", "", {}, summary, copyOf("situatie"));
  }

  function titled(name, text) {
    const heading = make("p", "podium__kop", { role: "heading", "aria-level": "2" }, text);
    return [heading, copyOf(name)];
  }

  const items = [...part(dilemma, "wendingen").querySelectorAll("li")];
  const twists = items.map((item) => `En als ${item.textContent.trim()}`);

  function showTwist(index) {
    const earlier = twists.slice(0, index).map((text) => make("li", "", {}, text));
    const list = earlier.length ? [make("ul", "podium__eerder", {}, ...earlier)] : [];
    const now = make("p", "podium__groot", {}, twists[index]);
    return [copyOf("vraag"), now, ...list, situationAgain()];
  }

  return [
    { call: "Naar de situatie", show: () => [copyOf("situatie")] },
    { call: "Naar de vraag", show: () => [copyOf("vraag", "podium__groot"), situationAgain()] },
    ...twists.map((_, index) => ({
      call: index ? "Nog een: en als …" : "En als …",
      show: () => showTwist(index),
    })),
    {
      call: "Naar de achterkant",
      show: () => [...titled("bespreek", "Bespreek met elkaar"), ...titled("regels", "Wat de regels zeggen")],
    },
  ];
};
