// Words: how text becomes words, and words become stems that can be compared.
// Light Dutch stemming: wrong for some words, but the same for the page and for the question.
(() => {
  "use strict";
  const zoeken = (self.Zoeken = {});

  // Words that say nothing about the subject of a question.
  zoeken.STOP_WORDS = new Set(
    `aan al alle alleen alles als altijd andere ben bent bij daar dan dat de der deze die dit doch
     doe doen doet door dus echt een eens elk elke en er erg even ga gaan gaat ge geen geweest gewoon
     haar had hadden heb hebben heeft hem het hier hij hoe hoeveel hoor hun iemand iets ik in is ja je
     jij jou jouw jullie kan kon kun kunnen maar mag mee meer men met mij mijn mijne moest moet moeten
     mocht mogen na naar niet niets nog nu of om omdat onder ons onze ook op over per reeds soms te
     tegen toch toen tot u uit uw vaak van veel via voor waar waarom wanneer want waren was wat we
     wel welk welke werd wezen wie wij wil willen word worden wordt zal ze zelf zich zij zijn zo zonder
     zou zouden zon mn`.split(/\s+/),
  );

  // "Privé" and "prive" are the same word; case and accents do not count.
  zoeken.fold = (text) => {
    const lower = text.toLowerCase();
    if (!/[\u0080-\uffff]/.test(lower)) return lower; // most text: no accents to take off
    return lower.normalize("NFD").replace(/[\u0300-\u036f]/g, "");
  };

  // An apostrophe is part of a word: dilemma's, zzp'er, foto's.
  zoeken.words = (text) =>
    zoeken
      .fold(text)
      .replace(/([a-z])['\u2019](?=[a-z])/g, "$1")
      .match(/[a-z0-9]+/g) || [];

  // Endings, tried in this order, each at most once: [pattern, replacement, shortest rest].
  const ENDINGS = [
    [/(?:etje|tje|pje|je)s?$/, "", 3],
    [/heden$/, "heid", 5],
    [/s$/, "", 4],
    [/ing(?:en)?$/, "", 4],
    [/(?:en|e|n)$/, "", 3],
  ];
  const CONSONANTS = "bcdfghjklmnpqrstvwxz";
  const VERB_T = new RegExp(`([${CONSONANTS}])t$`); // werkt -> werk
  const KEEPS_T = /(?:cht|st|ft)$/; // kracht, lijst, schrift

  // Both spellings of one sound: lekken / lek, lopen / loop, geven / geef, lezen / lees.
  const sameSound = (word) =>
    word
      .replace(new RegExp(`([${CONSONANTS}])\\1$`), "$1")
      .replace(/v$/, "f")
      .replace(/z$/, "s")
      .replace(/(aa|ee|oo|uu)([bcdfgklmnprst])$/, (_, vowels, last) => vowels[0] + last);

  zoeken.stem = (word) => {
    if (/\d/.test(word)) return word;
    let stem = word;
    for (const [pattern, replacement, shortest] of ENDINGS) {
      const shorter = stem.replace(pattern, replacement);
      if (stem.length > 4 && shorter.length >= shortest) stem = shorter;
    }
    if (stem.length > 4 && VERB_T.test(stem) && !KEEPS_T.test(stem)) stem = stem.slice(0, -1);
    return sameSound(stem);
  };

  // Strong verbs: what follows "ge" in the participle -> the verb.
  const STRONG_VERBS = new Map(
    Object.entries({
      stolen: "stelen", logen: "liegen", kregen: "krijgen", sproken: "spreken", zwegen: "zwijgen",
      scholden: "schelden", slagen: "slaan", vonden: "vinden", nomen: "nemen", schreven: "schrijven",
      kozen: "kiezen", broken: "breken", holpen: "helpen", worven: "werven", trokken: "trekken",
      sloten: "sluiten", kocht: "kopen", bracht: "brengen", dacht: "denken", zocht: "zoeken",
      daan: "doen", gaan: "gaan", zien: "zien", boden: "bieden", keken: "kijken", grepen: "grijpen",
      dwongen: "dwingen", wezen: "wijzen", gleden: "glijden", schonken: "schenken", wonnen: "winnen",
    }),
  );
  const PARTICIPLE =
    /^((?:aan|achter|af|bij|binnen|buiten|door|in|lastig|los|mee|na|neer|om|onder|op|over|rond|samen|tegen|terug|thuis|toe|uit|vast|voor|weg)?)ge(.{3,})$/;
  const ENDS_IN_T = /^.{3,}[dt]$/; // belt -> bellen, bedreigd -> bedreigen

  // The stems of the verbs that a word may be a form of: uitgenodigd -> uitnodigen.
  zoeken.verbsOf = (word) => {
    const verbs = ENDS_IN_T.test(word) ? [word.slice(0, -1)] : [];
    const [, before, rest] = word.match(PARTICIPLE) || [];
    if (rest) {
      const weak = rest.replace(/(?:d|t|en)$/, "");
      const forms = [rest, weak, STRONG_VERBS.get(rest)].filter((form) => form && form.length >= 3);
      verbs.push(...forms.map((form) => before + form));
    }
    return verbs.map(zoeken.stem);
  };

  // The number of typing mistakes between two words; more than `most` counts as most + 1.
  // A mistake is one letter too many, too few or wrong, or two neighbours swapped.
  zoeken.mistakes = (a, b, most) => {
    if (Math.abs(a.length - b.length) > most) return most + 1;
    let beforeLast = null;
    let last = Array.from({ length: b.length + 1 }, (_, j) => j);
    for (let i = 1; i <= a.length; i++) {
      const row = [i];
      let best = i;
      for (let j = 1; j <= b.length; j++) {
        const wrong = a[i - 1] === b[j - 1] ? 0 : 1;
        row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + wrong);
        const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
        if (swapped) row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        best = Math.min(best, row[j]);
      }
      if (best > most) return most + 1;
      [beforeLast, last] = [last, row];
    }
    return last[b.length];
  };
})();
