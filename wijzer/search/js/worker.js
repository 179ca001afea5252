// The worker speaks the theme's protocol: 0 SETUP -> 1 READY, 2 QUERY -> 3 RESULT.
// Nothing that is typed leaves the browser: this file asks no server anything.
(() => {
  "use strict";
  const zoeken = self.Zoeken;
  const SETUP = 0;
  const READY = 1;
  const QUERY = 2;
  const RESULT = 3;
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

  // Answers one message of the theme.
  zoeken.answer = ({ type, data }) => {
    if (type === SETUP) {
      index = new zoeken.Index(data.docs);
      setup = { help: data.config.hulp, suggest: data.options?.suggest };
      return { type: READY };
    }
    return type === QUERY ? { type: RESULT, data: zoeken.search(index, data, setup) } : null;
  };

  // Opened from disk there is no worker: the page calls zoeken.answer itself.
  if (typeof importScripts === "function") {
    self.addEventListener("message", ({ data }) => {
      const answer = zoeken.answer(data);
      if (answer) self.postMessage(answer);
    });
  }
})();
