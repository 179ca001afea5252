// Small helps in handling: the search field on the home page, links on a USB stick, focus.
(() => {
  "use strict";

  // The search field on the home page opens the search box of the theme.
  function searchField(link) {
    const toggle = document.querySelector("[data-md-toggle=search]");
    const input = document.querySelector("[data-md-component=search-query]");
    if (!toggle || !input) return;
    const button = document.createElement("button");
    button.type = "button";
    button.className = link.className;
    button.textContent = link.textContent;
    button.addEventListener("click", () => {
      toggle.checked = true;
      toggle.dispatchEvent(new Event("change"));
      input.focus();
    });
    link.replaceWith(button);
  }

  // Opened from disk, a browser does not look for index.html in a folder by itself.
  function linkToFile(link) {
    const url = new URL(link.href);
    if (url.protocol === "file:" && url.pathname.endsWith("/")) {
      url.pathname += "index.html";
      link.href = url.href;
    }
  }

  // The skip link moves the focus too, not only the view.
  function skipLink(link) {
    link.addEventListener("click", () => {
      const target = document.querySelector("article h1");
      if (!target) return;
      target.tabIndex = -1;
      setTimeout(() => target.focus()); // after the theme has taken the focus away
    });
  }

  document.addEventListener("DOMContentLoaded", () => {
    document.querySelectorAll(".zoekveld__open").forEach(searchField);
    document.querySelectorAll(".md-skip").forEach(skipLink);
    if (location.protocol === "file:") document.querySelectorAll("a[href]").forEach(linkToFile);
  });
})();
