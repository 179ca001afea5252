// Expansion: which stems of the site a word of the question may stand for, and how surely.
// There is no list of synonyms: every candidate comes from the site's own vocabulary.
(() => {
  "use strict";
  const zoeken = self.Zoeken;

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

  // Stems that contain the word: at the start, at the end, or in the middle. They are sought in one
  // long text with a stem per line, which is much faster than looking at every stem.
  const addLonger = (found, stem, lines) => {
    if (stem.length < SHORTEST.prefix || /^\d/.test(stem)) return;
    for (let at = lines.indexOf(stem); at >= 0; ) {
      const start = lines.lastIndexOf("\n", at) + 1;
      const end = lines.indexOf("\n", at);
      const other = lines.slice(start, end);
      if (start === at && other !== stem) {
        found.add(other, stem.length > SHORTEST.prefix ? SURE.prefix : SURE.shortPrefix);
      } else if (stem.length >= SHORTEST.suffix && other.length > stem.length + 2 && other.endsWith(stem)) {
        found.add(other, SURE.suffix);
      } else if (stem.length >= SHORTEST.infix && other !== stem) {
        found.add(other, SURE.infix);
      }
      at = lines.indexOf(stem, end);
    }
  };

  // Head and tail of a compound that the site does not know: the longest of each.
  // The tail tells what kind of thing it is, so it counts for more.
  const addParts = (found, stem, postings) => {
    let head = "";
    let tail = "";
    for (let length = SHORTEST.part; length <= stem.length - 3; length++) {
      if (postings.has(stem.slice(0, length))) head = stem.slice(0, length);
      if (postings.has(stem.slice(-length))) tail = stem.slice(-length);
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
    for (const [other, target] of index.wordsOfLength(stem.length, word.length, most)) {
      if (other[0] !== word[0] && other[1] !== word[1]) continue; // few mistakes spoil both
      compare(word, other, target);
      compare(stem, target, target);
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
    addLonger(found, stem, index.lines);
    if (found.has(stem)) return found;
    const known = found.size > 0;
    const whole = addParts(found, stem, index.postings);
    if (!known && !whole) addLookalikes(found, word, stem, index);
    return found;
  };
})();
