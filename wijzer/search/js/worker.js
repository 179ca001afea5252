// The worker speaks the theme's protocol: 0 SETUP -> 1 READY, 2 QUERY -> 3 RESULT.
// The theme sets it up on every page with the settings alone. The index itself is fetched at the
// first focus on the search field (4 FETCH, from zoeken.js) or else at the first question.
// Nothing that is typed leaves the browser: this file asks the server for the index, and no more.
(() => {
  "use strict";
  const zoeken = self.Zoeken;
  const SETUP = 0;
  const READY = 1;
  const QUERY = 2;
  const RESULT = 3;
  const FETCH = 4;
  let index = null;
  let setup = {};

  zoeken.search = (index, question, { help, suggest } = {}) => {
    const parsed = zoeken.parse(index, question);
    const ranked = zoeken.rank(index, parsed, help);
    return {
      items: zoeken.present(index, ranked, parsed),
      help: zoeken.help(index, parsed, ranked, help),
      ...(suggest ? { suggest: zoeken.suggest(index, question) } : {}),
    };
  };

  // Answers one message of the theme, once the index is there.
  zoeken.answer = ({ type, data }) => {
    if (type === SETUP) {
      index = data.docs.length ? new zoeken.Index(data.docs) : null;
      setup = { help: data.config.hulp, suggest: data.options?.suggest };
      return { type: READY };
    }
    return type === QUERY ? { type: RESULT, data: zoeken.search(index, data, setup) } : null;
  };

  // Opened from disk there is no worker: the page calls zoeken.answer itself, with the whole index.
  if (typeof importScripts !== "function") return;

  let fetching = null;
  async function fetchIndex() {
    const answer = await fetch(new URL("../../../search/zoekindex.json", self.location.href));
    if (!answer.ok) throw new Error(String(answer.status));
    index = new zoeken.Index((await answer.json()).docs);
  }
  function whenThere() {
    if (index) return Promise.resolve();
    fetching ??= fetchIndex().finally(() => (fetching = null)); // a next question tries again
    return fetching;
  }

  let last = 0; // only the newest question that had to wait is answered
  async function answerLater(message) {
    const mine = ++last;
    try {
      await whenThere();
    } catch {
      if (mine === last) self.postMessage({ type: RESULT, data: { items: [], failed: true } });
      return;
    }
    if (mine === last) self.postMessage(zoeken.answer(message));
  }

  self.addEventListener("message", ({ data }) => {
    if (data.type === FETCH) whenThere().catch(() => {}); // a question will tell
    else if (data.type === QUERY && !index && data.data.trim()) answerLater(data);
    else if (data.type === QUERY && !index) self.postMessage({ type: RESULT, data: { items: [] } });
    else {
      const answer = zoeken.answer(data);
      if (answer) self.postMessage(answer);
    }
  });
})();
