// The index: which page holds which stem, and how much that says about the page.
(() => {
  "use strict";
  const zoeken = self.Zoeken;

  // BM25 with fields: [how much one word counts, how much a long field is held against it].
  const FIELDS = {
    title: { boost: 4, lengthPenalty: 0.3 },
    keywords: { boost: 3, lengthPenalty: 0.2 },
    headings: { boost: 1.5, lengthPenalty: 0.3 },
    text: { boost: 0.5, lengthPenalty: 0.6 },
    law: { boost: 0.1, lengthPenalty: 0.6 }, // the official words: only for who knows them
  };
  const NAMES = Object.keys(FIELDS);

  // "artikel 8", "basisnorm 9", "kaart 12" and "BWBR0001947", as one word each.
  const CODE =
    /\b(artikel|art|basisnorm|norm|kaart|dilemma|kernwaarde|pijler)\.?\s*(?:nr\.?|nummer)?\s*(\d+[a-z]{0,2}(?::\d+)?)\b/g;
  const FULL_NAME = { art: "artikel", norm: "basisnorm" };
  const IDENTIFIER = /\b(?:bwbr\d+|cvdr\d+|gmb-\d+-\d+|3\d{4}[a-z]\d{4})\b/g;

  zoeken.codes = (text) => {
    const folded = zoeken.fold(text);
    const named = Array.from(folded.matchAll(CODE), ([, kind, number]) => `${FULL_NAME[kind] || kind} ${number}`);
    return named.concat(folded.match(IDENTIFIER) || []);
  };
  zoeken.withoutCodes = (text) => zoeken.fold(text).replace(CODE, " ").replace(IDENTIFIER, " ");

  // What a rule has become since the index was made. Dates such as 2027-01-01 sort as text.
  const turned = ({ later = [] }) => {
    const today = new Date().toLocaleDateString("sv-SE", { timeZone: "Europe/Amsterdam" });
    return later.filter(({ vanaf }) => vanaf <= today).pop();
  };

  // The records come page by page: the page itself first, then its sections.
  const gatherPages = (records) => {
    const pages = [];
    for (const record of records) {
      if (record.location.includes("#")) {
        pages[pages.length - 1].sections.push(record);
      } else {
        const keywords = [...(record.zoekwoorden || []), ...(record.namen || [])];
        pages.push({ ...record, ...turned(record), keywords, sections: [] });
      }
    }
    return pages;
  };

  const fieldTexts = (page) => ({
    title: page.title,
    keywords: page.keywords.join(" "),
    headings: page.sections.map((section) => section.title).join(" "),
    text: [page.samenvatting || "", page.text, ...page.sections.map((section) => section.text)].join(" "),
    law: page.wet || "",
  });

  class Index {
    constructor(records) {
      this.pages = gatherPages(records);
      this.byLocation = new Map(this.pages.map((page, number) => [page.location, number]));
      this.stems = new Map(); // word -> stem
      this.postings = new Map(); // stem -> { pages: [number], weights: [BM25 weight] }
      this.codes = new Map(); // "artikel 8" -> Map(page number -> how often)
      this.count();
      this.pages.forEach((page, number) => this.addCodes(page, number));
      this.lines = `\n${Array.from(this.postings.keys()).join("\n")}\n`; // for expand.js
      this.byLength = this.groupWords();
    }

    // Words with their stems by length, for typing mistakes: those never change it much.
    groupWords() {
      const groups = [];
      for (const [word, stem] of this.stems) {
        if (word.length >= 4 && this.postings.has(stem)) (groups[word.length] ||= []).push([word, stem]);
      }
      return groups;
    }

    // The words that a word may be meant as, with at most so many letters more or less.
    *wordsOfLength(shortest, longest, most) {
      for (let length = shortest - most; length <= longest + most; length++) yield* this.byLength[length] || [];
    }

    // The title and every zoekwoord of a page, without small words: as written, and as stems.
    namesOf(page) {
      page.names ||= [page.title, ...page.keywords]
        .map((name) => zoeken.words(name).filter((word) => !zoeken.STOP_WORDS.has(word)))
        .filter((words) => words.length)
        .map((words) => ({ text: words.join(" "), stems: words.map((word) => this.stemOf(word)) }));
      return page.names;
    }

    stemOf(word) {
      let stem = this.stems.get(word);
      if (stem === undefined) this.stems.set(word, (stem = zoeken.stem(word)));
      return stem;
    }

    // Counts words per field, and turns the counts into weights once the lengths are known.
    count() {
      const counts = this.pages.map((page) => this.countPage(fieldTexts(page)));
      const average = {};
      for (const name of NAMES) {
        const total = counts.reduce((sum, { lengths }) => sum + lengths[name], 0);
        average[name] = total / counts.length || 1;
      }
      counts.forEach(({ lengths, found }, number) => {
        const unit = NAMES.map((name) => {
          const { boost, lengthPenalty } = FIELDS[name];
          return boost / (1 - lengthPenalty + (lengthPenalty * lengths[name]) / average[name]);
        });
        for (const [stem, perField] of found) {
          const weight = perField.reduce((sum, n, field) => sum + n * unit[field], 0);
          this.post(stem, number, weight);
        }
      });
    }

    countPage(texts) {
      const found = new Map();
      const lengths = {};
      NAMES.forEach((name, field) => {
        const words = zoeken.words(texts[name]);
        lengths[name] = words.length;
        for (const word of words) {
          if (zoeken.STOP_WORDS.has(word)) continue;
          const stem = this.stemOf(word);
          let perField = found.get(stem);
          if (!perField) found.set(stem, (perField = NAMES.map(() => 0)));
          perField[field] += 1;
        }
      });
      return { lengths, found };
    }

    post(stem, number, weight) {
      let posting = this.postings.get(stem);
      if (!posting) this.postings.set(stem, (posting = { pages: [], weights: [] }));
      posting.pages.push(number);
      posting.weights.push(weight);
    }

    // The title counts as a code: who types it word for word wants that page, also when it
    // holds nothing but small words ("Is er iets met mij").
    addCodes(page, number) {
      for (const code of [...(page.codes || []), zoeken.words(page.title).join(" ")]) {
        if (!this.codes.has(code)) this.codes.set(code, new Map());
        const pages = this.codes.get(code);
        pages.set(number, (pages.get(number) || 0) + 1);
      }
    }
  }

  zoeken.Index = Index;
})();
