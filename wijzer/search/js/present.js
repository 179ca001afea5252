// Presentation: a ranked page as the theme's search box shows it, with the reason why.
(() => {
  "use strict";
  const zoeken = self.Zoeken;

  const WORD = /[A-Za-z0-9\u00c0-\u024f]+/g;
  const EXCERPT = 240; // characters
  const LEAD = 60; // characters shown before the first match
  const MOST_SECTIONS = 4;

  const escape = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");

  // The stems to mark in the results of one question.
  const wanted = (index, parsed) => {
    const stems = new Set();
    for (const { expansion } of parsed.terms) for (const stem of expansion.keys()) stems.add(stem);
    return (word) => {
      const folded = zoeken.fold(word);
      return !zoeken.STOP_WORDS.has(folded) && stems.has(index.stemOf(folded));
    };
  };

  // Text as safe HTML with the words that match marked; `seen` collects them for the page itself.
  const mark = (text, matches, seen) => {
    let html = "";
    let from = 0;
    for (const { 0: word, index: at } of text.matchAll(WORD)) {
      if (!matches(word)) continue;
      seen.add(word.toLowerCase());
      html += `${escape(text.slice(from, at))}<mark data-md-highlight>${word}</mark>`;
      from = at + word.length;
    }
    return html + escape(text.slice(from));
  };

  // A piece of text around the first match; null when nothing in it matches.
  const excerpt = (text, matches) => {
    for (const { 0: word, index: at } of text.matchAll(WORD)) {
      if (!matches(word)) continue;
      const from = at < LEAD * 1.5 ? 0 : text.indexOf(" ", at - LEAD) + 1;
      const piece = text.slice(from, from + EXCERPT);
      const ending = from + EXCERPT < text.length ? `${piece.replace(/\s\S*$/, "")} …` : piece;
      return from ? `… ${ending}` : ending;
    }
    return null;
  };

  // How much of the question a section answers.
  const sectionScore = (index, section, terms) => {
    const counts = new Map();
    for (const word of zoeken.words(`${section.title} ${section.title} ${section.text}`)) {
      if (zoeken.STOP_WORDS.has(word)) continue;
      const stem = index.stemOf(word);
      counts.set(stem, (counts.get(stem) || 0) + 1);
    }
    let score = 0;
    for (const { expansion, rarity } of terms) {
      let best = 0;
      for (const [stem, n] of counts) best = Math.max(best, ((expansion.get(stem) || 0) * n) / (n + 1));
      score += best * rarity;
    }
    return score;
  };

  // The zoekwoord that matches most words of the question, when the text does not show why.
  const matchingKeyword = (page, matches) => {
    const counted = (page.keywords || []).map((keyword) => {
      const words = keyword.match(WORD) || [];
      return { keyword, n: words.filter(matches).length / Math.sqrt(words.length || 1) };
    });
    return counted.filter(({ n }) => n > 0).sort((a, b) => b.n - a.n)[0]?.keyword;
  };

  const because = (page, matches, seen, codes) => {
    const reasons = [];
    const code = (page.codes || []).find((name) => codes.includes(name));
    if (code) reasons.push(`Gaat over ${escape(code)}.`);
    const keyword = matchingKeyword(page, matches);
    if (keyword) reasons.push(`Zoekwoord: ${mark(keyword, matches, seen)}.`);
    const text = excerpt(page.text, matches);
    const summary = page.samenvatting || text || page.text.slice(0, EXCERPT);
    return `${reasons.map((r) => `<span class="zoeken-reden">${r}</span> `).join("")}${mark(summary, matches, seen)}`;
  };

  // A section that answers more of the question than the opening of the page shows at once;
  // the theme folds away what scores below the page.
  const presentSections = (index, page, parsed, matches, seen, score) => {
    const opening = { title: page.title, text: `${page.samenvatting || ""} ${page.text}` };
    const ratingOfOpening = sectionScore(index, opening, parsed.terms);
    const rated = page.sections
      .map((section) => ({ section, rating: sectionScore(index, section, parsed.terms) }))
      .filter(({ rating }) => rating > 0)
      .sort((a, b) => b.rating - a.rating)
      .slice(0, MOST_SECTIONS);
    return rated.map(({ section, rating }, place) => ({
      location: section.location,
      title: mark(section.title, matches, seen),
      text: mark(excerpt(section.text, matches) || section.text.slice(0, EXCERPT), matches, seen),
      score: place === 0 && rating > ratingOfOpening ? score : (score * rating) / (rated[0].rating + 1),
      terms: {},
    }));
  };

  // One result: the page first, then its sections (the theme folds those away).
  const presentPage = (index, { page, score }, parsed) => {
    const matches = wanted(index, parsed);
    const seen = new Set();
    const title = mark(page.title, matches, seen);
    const kind = page.soort ? ` <span class="zoeken-soort">${escape(page.soort)}</span>` : "";
    const text = because(page, matches, seen, parsed.codes);
    const sections = presentSections(index, page, parsed, matches, seen, score);
    const terms = Object.fromEntries(Array.from(seen, (word) => [word, true]));
    return [{ location: page.location, title: title + kind, text, score, terms }, ...sections];
  };

  // The rest of the word that is being typed, taken from the site's own words.
  zoeken.suggest = (index, question) => {
    const words = zoeken.words(question);
    const last = words[words.length - 1] || "";
    if (last.length < 3 || !/\S$/.test(question)) return [];
    let best = "";
    let most = 0;
    for (const [word, stem] of index.stems) {
      if (word === last || !word.startsWith(last)) continue;
      const pages = index.postings.get(stem)?.pages.length || 0;
      if (pages > most) [best, most] = [word, pages];
    }
    return best ? [...words.slice(0, -1), best] : [];
  };

  zoeken.present = (index, ranked, parsed) => ranked.map((result) => presentPage(index, result, parsed));
})();
