// On a phone the rows of a table are blocks (CSS), and then some browsers no longer tell a screen
// reader that it is a table. Roles say so; in the HTML itself a part of a table may have none.
(() => {
  "use strict";

  const ROLES = {
    ".tabel": "table",
    ".tabel :is(thead, tbody)": "rowgroup",
    ".tabel tr": "row",
    ".tabel :is(thead, .groep) th": "columnheader",
    ".tabel tbody th[scope=row]": "rowheader",
    ".tabel td": "cell",
  };

  document.addEventListener("DOMContentLoaded", () => {
    for (const [parts, role] of Object.entries(ROLES)) {
      document.querySelectorAll(parts).forEach((part) => part.setAttribute("role", role));
    }
  });
})();
