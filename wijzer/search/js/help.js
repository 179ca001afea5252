// Help beside the results: whom to turn to when something bad is happening, or nothing is found.
(() => {
  "use strict";
  const zoeken = self.Zoeken;

  const WEAK_COVERAGE = 0.4; // below this the best page hardly answers the question
  const NEAREST = 4;
  const LOOKS_LIKE = 0.3;

  // A word alarms when it is an alarm word, a participle of one, or has one typing mistake.
  zoeken.alarms = (question, { alarmwoorden = [], alarmzinnen = [] } = {}) => {
    const words = zoeken.words(question);
    const padded = ` ${words.join(" ")} `;
    if (alarmzinnen.some((phrase) => padded.includes(` ${zoeken.words(phrase).join(" ")} `))) return true;
    const alarm = alarmwoorden.flatMap((word) => zoeken.words(word));
    const stems = new Set(alarm.flatMap((word) => [zoeken.stem(word), ...zoeken.verbsOf(word)]));
    return words.some((word) => {
      if (zoeken.STOP_WORDS.has(word)) return false;
      if ([zoeken.stem(word), ...zoeken.verbsOf(word)].some((stem) => stems.has(stem))) return true;
      return word.length >= 7 && alarm.some((other) => zoeken.mistakes(word, other, 1) === 1);
    });
  };

  const threes = (text) => {
    const padded = `  ${zoeken.words(text).join(" ")} `;
    const found = new Set();
    for (let i = 0; i + 3 <= padded.length; i++) found.add(padded.slice(i, i + 3));
    return found;
  };

  // Every zoekwoord of the site once, cut in threes; made when first needed.
  const keywordsOf = (index) => {
    if (!index.keywords) {
      const pages = new Map();
      for (const { zoekwoorden = [], location } of index.pages) {
        for (const keyword of zoekwoorden) if (!pages.has(keyword)) pages.set(keyword, location);
      }
      index.keywords = Array.from(pages, ([keyword, location]) => ({ keyword, location, threes: threes(keyword) }));
    }
    return index.keywords;
  };

  // The zoekwoorden that look most like the question, each with its page.
  zoeken.nearestKeywords = (index, question) => {
    const mine = threes(question);
    const likenessTo = (theirs) => {
      let shared = 0;
      for (const three of mine) if (theirs.has(three)) shared += 1;
      return (2 * shared) / (mine.size + theirs.size);
    };
    return keywordsOf(index)
      .map(({ keyword, location, threes }) => ({ keyword, location, likeness: likenessTo(threes) }))
      .filter(({ likeness }) => likeness >= LOOKS_LIKE)
      .sort((a, b) => b.likeness - a.likeness)
      .slice(0, NEAREST)
      .map(({ keyword, location }) => ({ keyword, location }));
  };

  // Returns what to show above the results: { alarm, found, keywords, links, texts }.
  zoeken.help = (index, parsed, ranked, data = {}) => {
    const alarm = zoeken.alarms(parsed.question, data);
    const weak = ranked.length === 0 || ranked[0].coverage < WEAK_COVERAGE;
    if (!parsed.question.trim() || !(alarm || weak)) return null;
    return {
      alarm,
      weak,
      found: ranked.length,
      keywords: weak ? zoeken.nearestKeywords(index, parsed.question) : [],
      links: (alarm ? data.eerst : data.vraag) || [],
      texts: data.zinnen,
    };
  };
})();
