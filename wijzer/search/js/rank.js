// Ranking: the pages that answer a question, best first.
(() => {
  "use strict";
  const zoeken = self.Zoeken;

  const SATURATION = 2.5; // BM25's k1: the tenth mention adds little to the first
  const CODE_SCORE = 30; // a number that is asked for by name outranks words
  const COVERAGE_POWER = 1; // how much a page that holds only some of the words is held back
  const NAME_BONUS = 1; // the question is a zoekwoord, title or name of the page, in any form
  const SAME_WORDS = 2; // and in the very same form: "anonieme melding" is not "anoniem melden"
  const FIRST_AID = [3, 1.2, 1.2]; // whom to turn to, when something bad is happening; the first most
  const MOST_RESULTS = 20;
  const WEAKEST = 0.05; // of the best score; what is below only distracts

  // The question as words that matter, each with what it may stand for.
  zoeken.parse = (index, question) => {
    const all = zoeken.words(zoeken.withoutCodes(question));
    const telling = all.filter((word) => !zoeken.STOP_WORDS.has(word));
    const codes = zoeken.codes(question);
    const kept = Array.from(new Set(telling.length || codes.length ? telling : all));
    const terms = kept.map((word) => ({ word, stem: zoeken.stem(word), expansion: zoeken.expand(index, word) }));
    const numbers = kept.filter((word) => /^\d{1,3}$/.test(word)).map((number) => `kaart ${number}`);
    return { question, terms, codes: [...codes, ...numbers, zoeken.words(question).join(" ")] };
  };

  // Adds BM25 of one word to all scores; the stems it may stand for count as one word.
  const addTerm = (index, term, scores, coverage) => {
    const frequency = new Float64Array(scores.length);
    const surest = new Float64Array(scores.length);
    for (const [stem, sureness] of term.expansion) {
      const { pages, weights } = index.postings.get(stem);
      for (let k = 0; k < pages.length; k++) {
        const page = pages[k];
        frequency[page] += sureness * weights[k];
        if (sureness > surest[page]) surest[page] = sureness;
      }
    }
    const holding = frequency.reduce((n, value) => n + (value > 0 ? 1 : 0), 0);
    term.rarity = Math.log(1 + (scores.length - holding + 0.5) / (holding + 0.5));
    for (let page = 0; page < scores.length; page++) {
      const value = frequency[page];
      if (!value) continue;
      scores[page] += (term.rarity * value * (SATURATION + 1)) / (value + SATURATION);
      coverage[page] += surest[page];
    }
  };

  // How well one zoekwoord, or the title, answers the whole question: 1 when both hold the same
  // words, and more when those are written the same.
  const nameMatch = (index, page, terms) => {
    const asked = terms.map(({ word }) => word).join(" ");
    let best = 0;
    for (const { text, stems } of index.namesOf(page)) {
      if (text === asked) return SAME_WORDS;
      let matched = 0;
      for (const { expansion } of terms) {
        matched += Math.max(0, ...stems.map((stem) => expansion.get(stem) || 0));
      }
      best = Math.max(best, (matched / terms.length) * Math.min(1, matched / stems.length));
    }
    return best;
  };

  // What replaced a rule is worth at least as much as that rule, and stands above it.
  const putSuccessorsFirst = (index, scores) => {
    index.pages.forEach((page, number) => {
      if (!page.vervangen_door || !scores[number]) return;
      const numbers = page.vervangen_door.map((location) => index.byLocation.get(location)).filter((n) => n !== undefined);
      for (const successor of numbers) {
        if (scores[successor] <= scores[number]) scores[successor] = scores[number] * 1.01;
      }
    });
  };

  // Who is in trouble first needs someone to talk to.
  const putPeopleFirst = (index, scores, question, help) => {
    if (!zoeken.alarms(question, help)) return;
    (help.eerst || []).forEach(({ location }, place) => {
      scores[index.byLocation.get(location)] *= FIRST_AID[place] || 1;
    });
  };

  // Returns [{ page, score, coverage }], best first; coverage 1 means every word is surely there.
  zoeken.rank = (index, { question, terms, codes }, help) => {
    const size = index.pages.length;
    const scores = new Float64Array(size);
    const coverage = new Float64Array(size);
    for (const term of terms) addTerm(index, term, scores, coverage);
    for (let page = 0; page < size; page++) {
      if (!scores[page]) continue;
      coverage[page] /= terms.length;
      scores[page] *= coverage[page] ** COVERAGE_POWER;
    }
    for (const code of codes) {
      for (const [page, times] of index.codes.get(code) || []) {
        scores[page] += CODE_SCORE + times;
        coverage[page] = 1;
      }
    }
    const order = best(scores);
    for (const page of order) {
      const match = terms.length ? nameMatch(index, index.pages[page], terms) : 0;
      scores[page] *= (1 + NAME_BONUS * match) * (index.pages[page].gewicht || 1);
    }
    putPeopleFirst(index, scores, question, help);
    putSuccessorsFirst(index, scores);
    const results = best(scores).slice(0, MOST_RESULTS);
    return results
      .filter((page) => scores[page] >= WEAKEST * scores[results[0]])
      .map((page) => ({ page: index.pages[page], score: scores[page], coverage: coverage[page] }));
  };

  // The numbers of the pages with a score, best first; enough of them to reorder.
  const best = (scores) => {
    const found = [];
    scores.forEach((score, page) => score > 0 && found.push(page));
    return found.sort((a, b) => scores[b] - scores[a] || a - b).slice(0, 4 * MOST_RESULTS);
  };
})();
