// Expansion: which stems of the site a word of the question may stand for, and how surely.
// There is no list of synonyms: every candidate comes from the site's own vocabulary.
(() => {
  "use strict";
  const zoeken = (self.zoeken = self.zoeken || {});

  const SURE = {
    exact: 1,
    verb: 0.8, // gepest -> pesten, belt -> bellen
    prefix: 0.7, // geschenk -> geschenken, relatie -> relatiegeschenk
    suffix: 0.6, // geschenk -> relatiegeschenk
    shortPrefix: 0.4, // app -> appgroep
    tail: 0.45, // dienstauto -> auto
    infix: 0.35, // werk -> nevenwerkzaamheden
    head: 0.3, // dienstauto -> dienst
    oneMistake: 0.9,
    twoMistakes: 0.5,
  };
  const SHORTEST = { prefix: 3, suffix: 4, infix: 5, part: 4 };

  class Candidates extends Map {
    // Keeps the surest reason for each stem.
    add(stem, sureness) {
      if (sureness > (this.get(stem) || 0)) this.set(stem, sureness);
    }
  }

  // Stems that contain the word: at the start, at the end, or in the middle.
  const addLonger = (found, stem, vocabulary) => {
    if (stem.length < SHORTEST.prefix || /^\d/.test(stem)) return;
    for (const other of vocabulary) {
      if (other.length <= stem.length) continue;
      if (other.startsWith(stem)) {
        found.add(other, stem.length > SHORTEST.prefix ? SURE.prefix : SURE.shortPrefix);
      } else if (stem.length >= SHORTEST.suffix && other.length > stem.length + 2 && other.endsWith(stem)) {
        found.add(other, SURE.suffix);
      } else if (stem.length >= SHORTEST.infix && other.includes(stem)) {
        found.add(other, SURE.infix);
      }
    }
  };

  // Head and tail of a compound that the site does not know: the longest of each.
  // The tail tells what kind of thing it is, so it counts for more.
  const addParts = (found, stem, vocabulary) => {
    let head = "";
    let tail = "";
    for (const other of vocabulary) {
      if (other.length < SHORTEST.part || stem.length < other.length + 3) continue;
      if (other.length > tail.length && stem.endsWith(other)) tail = other;
      if (other.length > head.length && stem.startsWith(other)) head = other;
    }
    if (tail) found.add(tail, SURE.tail);
    if (head) found.add(head, SURE.head);
    return head.length + tail.length >= stem.length - 2; // a linking -s- or -en- may lie between
  };

  // Words that look like it, for typing mistakes.
  const addLookalikes = (found, word, stem, index) => {
    const most = word.length >= 8 ? 2 : word.length >= 5 ? 1 : 0;
    if (!most) return;
    const compare = (mine, other, target) => {
      const mistakes = zoeken.mistakes(mine, other, most);
      if (mistakes <= most) found.add(target, mistakes === 1 ? SURE.oneMistake : SURE.twoMistakes);
    };
    for (const other of index.vocabulary) if (other.length >= 4) compare(stem, other, other);
    for (const [other, target] of index.stems) {
      if (other.length >= 4 && index.postings.has(target)) compare(word, other, target);
    }
  };

  // Returns Map(stem -> how surely the word stands for it, 0 to 1).
  zoeken.expand = (index, word) => {
    const found = new Candidates();
    const stem = zoeken.stem(word);
    if (index.postings.has(stem)) found.add(stem, SURE.exact);
    for (const verb of zoeken.verbsOf(word)) {
      if (index.postings.has(verb)) found.add(verb, SURE.verb);
    }
    addLonger(found, stem, index.vocabulary);
    if (found.has(stem)) return found;
    const known = found.size > 0;
    const whole = addParts(found, stem, index.vocabulary);
    if (!known && !whole) addLookalikes(found, word, stem, index);
    return found;
  };
})();
