// A guide, one question at a time. No question and no answer comes in the address or in storage.
// In an ordinary guide every step is a place in the history of the tab, so that the browser's own
// buttons work and a reload changes nothing. A sensitive guide leaves nothing there.
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

  // A place in a guide is { from, answers }: the step where the reader came in, and the number of
  // the answer given to each question after that.
  class Guide {
    constructor(root) {
      this.root = root;
      this.sensitive = root.classList.contains("wegwijzer--gevoelig");
      this.steps = new Map(
        [...root.querySelectorAll("[data-stap]")].map((step) => [step.dataset.stap, step]),
      );
      this.start = { from: this.steps.keys().next().value, answers: [] };
      this.steps.forEach((step) => this.makeButtons(step));
      this.makeControls();
      this.show(this.start, false);
    }

    heading(step) {
      return step.querySelector("h3");
    }

    title(step) {
      return this.heading(step).textContent.replaceAll("\u00AD", "").trim(); // without soft hyphens
    }

    links(step) {
      return [...step.querySelectorAll(".wegwijzer__antwoorden a")];
    }

    makeButtons(step) {
      this.links(step).forEach((link, number) => {
        const give = () => this.visit([...this.place.answers, number], true);
        link.after(button(link.textContent, "wegwijzer__antwoord", give));
      });
    }

    makeControls() {
      this.status = element("p", { className: "wegwijzer__status" });
      this.status.setAttribute("role", "status");
      this.root.prepend(this.status);

      this.list = element("ol");
      const name = element("h3", { textContent: "Jouw antwoorden" });
      const note = "Neem dit mee naar een gesprek, bijvoorbeeld met je leidinggevende of een vertrouwenspersoon. Wij bewaren deze samenvatting niet.";
      const print = button("Druk deze samenvatting af", "wegwijzer__knop", () => window.print());
      this.toTake = element("div", {}, element("p", { textContent: note }), print);
      this.summary = element("div", { className: "wegwijzer__samenvatting" }, name, this.list, this.toTake);
      this.back = button("Vorige vraag", "wegwijzer__knop", () => this.goBack());
      this.again = button("Begin opnieuw", "wegwijzer__knop", () => this.visit([], false, this.start.from));
      const controls = element("div", { className: "wegwijzer__knoppen" }, this.back, this.again);
      this.root.append(controls, this.summary);
    }

    // Go somewhere else in the guide. `answered`: the place before this one is the question.
    visit(answers, answered = false, from = this.place.from) {
      const place = { from, answers };
      const here = location.pathname + location.search;
      if (!this.sensitive) history.pushState({ guide: place, answered }, "", here);
      this.show(place);
    }

    goBack() {
      if (history.state?.answered) history.back();
      else this.visit(this.place.answers.slice(0, -1));
    }

    // Come in halfway: from a link to one question or outcome.
    jump(target) {
      if (!this.steps.has(target)) return false;
      this.visit([], false, target);
      return true;
    }

    // Show the place that the browser tells. A link to another part of the page keeps the place.
    follow() {
      const target = location.hash.slice(1);
      const known = this.sensitive ? this.place : history.state?.guide;
      if (this.steps.has(target)) this.show({ from: target, answers: [] });
      else if (!target) this.show(known || this.start);
      else if (known && !this.sensitive) this.show(known);
      else if (!this.sensitive) history.replaceState({ guide: this.place }, "");
    }

    // The questions answered on the way to a place, and the step where it ends.
    walk({ from, answers }) {
      const trail = [];
      let step = this.steps.get(from);
      for (const number of answers) {
        const link = step && this.links(step)[number];
        if (link) trail.push({ question: this.title(step), answer: link.textContent });
        step = link && this.steps.get(link.hash.slice(1));
      }
      return { trail, step };
    }

    show(place, focus = true) {
      const { trail, step } = this.walk(place);
      if (!step) return this.show(this.start, focus); // the guide was another one at that time
      this.place = place;
      const isOutcome = step.dataset.stap.startsWith("uitkomst-");
      const atStart = step.dataset.stap === this.start.from;
      this.root.dataset.staat = isOutcome ? "uitkomst" : atStart ? "start" : "vraag";
      this.steps.forEach((other) => (other.hidden = other !== step));
      this.root.querySelectorAll(".wegwijzer__vragen, .wegwijzer__uitkomsten").forEach((group) => {
        group.hidden = !group.contains(step);
      });
      this.back.hidden = trail.length === 0;
      this.again.hidden = atStart;
      this.showSummary(trail, isOutcome);
      this.showProgress(trail.length, Number(step.dataset.nog), isOutcome);
      if (focus) this.moveFocus(step);
      return undefined;
    }

    showSummary(trail, isOutcome) {
      this.summary.hidden = trail.length === 0;
      this.toTake.hidden = !isOutcome;
      this.list.replaceChildren(
        ...trail.map(({ question, answer }, number) => {
          const earlier = this.place.answers.slice(0, number);
          const change = button("Verander", "wegwijzer__verander", () => this.visit(earlier));
          change.setAttribute("aria-label", `Verander je antwoord op: ${question}`);
          const asked = element("span", { textContent: `${question} ` });
          return element("li", {}, asked, element("strong", { textContent: answer }), " ", change);
        }),
      );
    }

    // `left`: the most questions that are still to come, this one included.
    showProgress(done, left, isOutcome) {
      const most = left === 1 ? left + done : `hoogstens ${left + done}`;
      this.status.textContent = isOutcome ? "Dit is de uitkomst." : `Vraag ${done + 1} van ${most}`;
    }

    // A screen reader reads the heading that has the focus; Tab goes on to the first answer. What
    // does not fit on the screen begins at the top of it.
    moveFocus(step) {
      const heading = this.heading(step);
      heading.tabIndex = -1;
      heading.focus();
      if (step.getBoundingClientRect().bottom > window.innerHeight) this.root.scrollIntoView();
    }

    forget() {
      this.show(this.start, false);
    }
  }

  function start(root) {
    const guide = new Guide(root);
    history.scrollRestoration = "manual"; // the page was of another length when the reader left
    if (location.hash || history.state?.guide) guide.follow();
    window.addEventListener("popstate", () => guide.follow());
    if (guide.sensitive) {
      window.addEventListener("pagehide", () => guide.forget()); // who comes back, begins again
      document.addEventListener("verlaat", () => guide.root.remove());
    }
    document.addEventListener("click", (event) => {
      const link = event.target.closest(STEP_LINK);
      const plain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey;
      if (link && plain && guide.jump(link.hash.slice(1))) event.preventDefault();
    });
  }

  document.addEventListener("DOMContentLoaded", () => {
    const root = document.querySelector(".wegwijzer");
    if (root) start(root);
  });
})();
