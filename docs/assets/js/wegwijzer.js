// A guide, one question at a time. The answers live in this page only: nothing is kept or sent,
// and no question or answer comes in the address or the history of the browser.
(() => {
  "use strict";

  const STEP_LINK = 'a[href^="#vraag-"], a[href^="#uitkomst-"]';

  function element(name, properties = {}, ...children) {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  }

  function button(text, className, onClick) {
    const made = element("button", { type: "button", className, textContent: text });
    made.addEventListener("click", onClick);
    return made;
  }

  class Guide {
    constructor(root) {
      this.root = root;
      this.steps = new Map(
        [...root.querySelectorAll("[data-stap]")].map((step) => [step.dataset.stap, step]),
      );
      this.first = this.steps.keys().next().value;
      this.trail = []; // the questions answered: { step, question, answer }
      this.steps.forEach((step) => this.makeButtons(step));
      this.makeControls();
      this.restart(false);
    }

    heading(step) {
      return step.querySelector("h3");
    }

    title(step) {
      return this.heading(step).textContent.trim();
    }

    makeButtons(step) {
      step.querySelectorAll(".wegwijzer__antwoorden a").forEach((link) => {
        const target = link.hash.slice(1);
        link.after(
          button(link.textContent, "wegwijzer__antwoord", () => {
            const answer = link.textContent;
            this.trail.push({ step: step.dataset.stap, question: this.title(step), answer });
            this.show(target);
          }),
        );
      });
    }

    makeControls() {
      this.status = element("p", { className: "wegwijzer__status" });
      this.status.setAttribute("role", "status");
      this.bar = element("progress", { className: "wegwijzer__balk" });
      this.bar.setAttribute("aria-label", "Voortgang");
      this.root.prepend(element("div", { className: "wegwijzer__voortgang" }, this.status, this.bar));

      this.list = element("ol");
      const name = element("h3", { textContent: "Jouw antwoorden" });
      const note = "Neem dit mee naar een gesprek, bijvoorbeeld met je leidinggevende of een vertrouwenspersoon. Deze samenvatting wordt nergens bewaard.";
      const print = button("Druk deze samenvatting af", "wegwijzer__knop", () => window.print());
      this.summary = element(
        "div", { className: "wegwijzer__samenvatting" }, name, this.list, element("p", { textContent: note }), print,
      );
      this.back = button("Vorige vraag", "wegwijzer__knop", () => this.goBack());
      this.again = button("Begin opnieuw", "wegwijzer__knop", () => this.restart(true));
      this.all = button("Toon alles op één pagina", "wegwijzer__knop", () => this.toggleAll());
      const controls = element("div", { className: "wegwijzer__knoppen" }, this.back, this.again, this.all);
      this.root.append(this.summary, controls);
    }

    goBack() {
      const last = this.trail.pop();
      if (last) this.show(last.step);
    }

    restart(focus) {
      this.trail = [];
      this.show(this.first, focus);
    }

    // Come in halfway: from a link to one question or outcome.
    jump(target) {
      if (!this.steps.has(target)) return false;
      this.trail = [];
      this.show(target);
      return true;
    }

    show(target, focus = true) {
      this.current = target;
      const isOutcome = target.startsWith("uitkomst-");
      const atStart = target === this.first && this.trail.length === 0;
      this.root.dataset.staat = isOutcome ? "uitkomst" : atStart ? "start" : "vraag";
      this.steps.forEach((step, id) => (step.hidden = id !== target));
      this.root.querySelectorAll(".wegwijzer__vragen, .wegwijzer__uitkomsten").forEach((group) => {
        group.hidden = group.querySelector("[data-stap]:not([hidden])") === null;
      });
      this.back.hidden = this.trail.length === 0;
      this.again.hidden = atStart;
      this.all.textContent = "Toon alles op één pagina";
      this.showSummary(isOutcome);
      this.showProgress(isOutcome);
      if (focus) this.moveFocus(this.heading(this.steps.get(target)));
    }

    showSummary(isOutcome) {
      this.summary.hidden = !isOutcome || this.trail.length === 0;
      const items = this.trail.map(({ question, answer }) =>
        element("li", {}, `${question} `, element("strong", { textContent: answer })),
      );
      this.list.replaceChildren(...items);
    }

    showProgress(isOutcome) {
      const left = Number(this.steps.get(this.current).dataset.nog);
      const done = this.trail.length;
      this.bar.max = done + left || 1;
      this.bar.value = isOutcome ? this.bar.max : done;
      if (isOutcome) this.status.textContent = "Dit is de uitkomst.";
      else if (left === 1) this.status.textContent = `Vraag ${done + 1}. Dit is de laatste vraag.`;
      else this.status.textContent = `Vraag ${done + 1}. Hierna nog hoogstens ${left - 1}.`;
    }

    toggleAll() {
      if (this.root.dataset.staat === "alles") {
        this.show(this.current);
        return;
      }
      this.root.dataset.staat = "alles";
      this.steps.forEach((step) => (step.hidden = false));
      this.root.querySelectorAll(".wegwijzer__vragen, .wegwijzer__uitkomsten").forEach((group) => {
        group.hidden = false;
      });
      this.summary.hidden = true;
      this.back.hidden = true;
      this.again.hidden = true;
      this.all.textContent = "Toon één vraag tegelijk";
      this.status.textContent = "Alle vragen en uitkomsten staan op deze pagina.";
      this.moveFocus(this.root.querySelector("h2"));
    }

    // A screen reader reads the heading that has the focus; Tab goes on to the first answer.
    moveFocus(heading) {
      heading.tabIndex = -1;
      heading.focus();
    }

    wipe() {
      this.trail = [];
      this.list.replaceChildren();
      this.root.remove();
    }
  }

  function start(root) {
    const guide = new Guide(root);
    document.addEventListener("verlaat", () => guide.wipe());
    document.addEventListener("click", (event) => {
      const link = event.target.closest(STEP_LINK);
      const plain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey;
      if (!link || !plain || guide.root.dataset.staat === "alles") return;
      if (guide.jump(link.hash.slice(1))) event.preventDefault();
    });
    window.addEventListener("hashchange", () => guide.jump(location.hash.slice(1)));
    if (location.hash) guide.jump(location.hash.slice(1));
  }

  document.addEventListener("DOMContentLoaded", () => {
    const root = document.querySelector(".wegwijzer");
    if (root) start(root);
  });
})();
