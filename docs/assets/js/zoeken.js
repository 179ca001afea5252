// Between the theme and our search worker. Runs before the theme's own script, which starts the
// worker with `new Worker(address)`.
// * Tells the page what the worker found, for the help beside the results (zoekvenster.js).
// * Lets the worker fetch the index at the first focus on the search field, and not before.
// * Opened from disk (file://) browsers allow no worker: the same code then runs in the page.
(() => {
  "use strict";
  const RESULT = 3;
  const FETCH = 4;
  const BrowserWorker = window.Worker;
  const fromDisk = location.protocol === "file:";

  // From disk a browser does not look for index.html in a folder by itself.
  const fileAddress = (address) => address.replace(/(^|\/)(?=#|$)/, "$1index.html");
  const linkToFiles = ({ items, help }) => {
    for (const entry of items.flat()) entry.location = fileAddress(entry.location);
    for (const link of [...(help?.links || []), ...(help?.keywords || [])]) {
      link.address = fileAddress(link.location);
    }
  };

  // Behaves like a worker, in the page itself.
  class WorkerInPage extends EventTarget {
    constructor(address) {
      super();
      this.loaded = new Promise((resolve, reject) => {
        const script = document.createElement("script");
        script.src = address;
        script.addEventListener("load", resolve);
        script.addEventListener("error", reject);
        document.head.append(script);
      });
    }

    async postMessage(message) {
      await this.loaded;
      const answer = window.Zoeken.answer(message);
      if (!answer) return;
      if (answer.type === RESULT) linkToFiles(answer.data);
      this.dispatchEvent(new MessageEvent("message", { data: answer }));
    }
  }

  window.Worker = function Worker(address, options) {
    const worker = fromDisk ? new WorkerInPage(address) : new BrowserWorker(address, options);
    worker.addEventListener("message", ({ data }) => {
      if (data?.type !== RESULT) return;
      document.dispatchEvent(new CustomEvent("zoeken:resultaat", { detail: data.data }));
    });
    if (!fromDisk) {
      const begin = ({ target }) => {
        if (!target.closest?.("[data-md-component=search], [data-md-toggle=search]")) return;
        document.removeEventListener("focusin", begin);
        worker.postMessage({ type: FETCH });
      };
      document.addEventListener("focusin", begin);
    }
    return worker;
  };
})();
