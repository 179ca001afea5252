// The menu and the search box on a small screen: buttons that say whether they are open, focus
// that goes in and comes back, and nothing to reach with the Tab key behind or in what is closed.
(() => {
  "use strict";

  // `part` opens with the theme's checkbox `toggle`; on a screen of `media` it lies over the page.
  class Panel {
    constructor({ toggle, button, part, first, close, behind, media }) {
      this.toggle = document.querySelector(toggle);
      this.button = document.querySelector(button);
      this.part = document.querySelector(part);
      if (!this.toggle || !this.button || !this.part) return;
      this.first = this.part.querySelector(first);
      this.behind = document.querySelectorAll(behind);
      this.media = matchMedia(media);
      const press = () => this.toggle.click();
      this.button.addEventListener("click", press);
      this.part.querySelector(close).addEventListener("click", press);
      this.part.addEventListener("keydown", (event) => this.escape(event));
      this.toggle.addEventListener("change", () => this.changed());
      this.media.addEventListener("change", () => this.show());
      this.show();
    }

    get over() {
      return this.media.matches;
    }

    show() {
      const open = this.toggle.checked;
      this.button.setAttribute("aria-expanded", String(open));
      this.part.inert = this.over && !open;
      this.behind.forEach((other) => (other.inert = this.over && open));
    }

    // What becomes inert loses the focus: so ask first whether it was there.
    changed() {
      const here = document.activeElement;
      const lost = here === document.body || this.part.contains(here);
      this.show();
      if (!this.over) {
        // A field that keeps the focus would not open again at the next click in it.
        if (!this.toggle.checked && this.part.contains(here)) here.blur();
        return;
      }
      if (this.toggle.checked) this.first.focus({ preventScroll: true });
      else if (lost) this.button.focus();
    }

    escape(event) {
      if (event.key === "Escape" && this.over && this.toggle.checked) this.toggle.click();
    }
  }

  document.addEventListener("DOMContentLoaded", () => {
    // Firefox keeps what was checked when it reloads. Search may be open: by a link with a question.
    document.querySelectorAll("#__drawer").forEach((drawer) => (drawer.checked = false));
    new Panel({
      toggle: "#__drawer",
      button: ".kop__menu",
      part: ".md-sidebar--primary",
      first: ".menu__sluit",
      close: ".menu__sluit",
      behind: "[data-md-component=skip], .md-header, .md-content, .md-sidebar--secondary, .md-top, .md-footer",
      media: "(max-width: 76.234375em)",
    });
    new Panel({
      toggle: "#__search",
      button: ".kop__zoek",
      part: ".md-search",
      first: "[data-md-component=search-query]",
      close: ".zoek-sluit",
      behind: "[data-md-component=skip], .kop > :not(.md-search), .md-container",
      media: "(max-width: 59.984375em)",
    });
  });
})();
