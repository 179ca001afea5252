// The browser's half of the measurement: one driver per engine, the same questions for all.
// A driver has start(), which ends once questions can be asked, and ask(question) -> addresses.
(() => {
  "use strict";
  const SETUP = 0;
  const QUERY = 2;

  const reply = (worker, message) =>
    new Promise((done) => {
      worker.addEventListener("message", ({ data }) => done(data), { once: true });
      worker.postMessage(message);
    });

  const pageOf = (item) => item.find(({ location }) => !location.includes("#")).location;

  // The theme's own worker and ours speak the same protocol.
  const themeWorker = (script, index) => {
    let worker;
    return {
      async start() {
        worker = new Worker(script);
        const data = await (await fetch(index)).json();
        await reply(worker, { type: SETUP, data: { ...data, options: { suggest: true } } });
      },
      ask: async (question) => {
        const { data } = await reply(worker, { type: QUERY, data: question });
        return data.items.map(pageOf);
      },
    };
  };

  const miniSearch = (script, index) => {
    let worker;
    return {
      async start() {
        worker = new Worker(script);
        await reply(worker, await (await fetch(index)).json());
      },
      ask: (question) => reply(worker, question),
    };
  };

  const pagefind = (script) => {
    let engine;
    return {
      async start() {
        engine = await import(script);
        await engine.init();
      },
      async ask(question) {
        const { results } = await engine.search(question);
        const shown = await Promise.all(results.slice(0, 10).map((result) => result.data()));
        return shown.map(({ url }) => url.replace(/^.*?\/html\//, "").replace("index.html", ""));
      },
    };
  };

  const DRIVERS = { themeWorker, miniSearch, pagefind };
  const percentile = (times, part) => times.toSorted((a, b) => a - b)[Math.floor(part * (times.length - 1))];

  // Returns { first, p50, p95 (milliseconds), found: [[address]] }.
  self.measure = async ({ driver, script, index, questions, rounds }) => {
    const begin = performance.now();
    const engine = DRIVERS[driver](script, index);
    await engine.start();
    await engine.ask("cadeau");
    const first = performance.now() - begin;
    const times = [];
    const found = [];
    for (let round = 0; round < rounds; round++) {
      for (const question of questions) {
        const asked = performance.now();
        const addresses = await engine.ask(question);
        times.push(performance.now() - asked);
        if (round === 0) found.push(addresses);
      }
    }
    return { first, p50: percentile(times, 0.5), p95: percentile(times, 0.95), found };
  };
})();
