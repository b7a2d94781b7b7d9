// What a result shows: its title and the passage that answers best, with the words that match.

const PASSAGE = 240; // characters
const SHORT = 60; // characters of a heading or a remark, which says less than a sentence with the same words
const LONGEST_TEXT = 200000; // characters of a document that are searched for the passage
const GROUP = 4;

function asGroup([text]) {
  return JSON.parse(new TextDecoder().decode(text)).map(([url, kind, date, title, source, language, blocks]) => ({
    url, kind, date, title, source, language, blocks,
  }));
}

/** A document as its result needs it. */
async function documentAt(segment, number) {
  const group = await shard(segment, `t${Math.floor(number / GROUP)}`, asGroup);
  return group[number % GROUP];
}

/** The forms that show the question in a text, each with the number of its group and what it weighs. */
function wantedForms(groups) {
  const wanted = new Map();
  const put = (form, number, weight) => {
    if (!wanted.has(form)) wanted.set(form, { group: number, weight });
  };
  groups.forEach((group, number) => {
    for (const word of group.clauses.flatMap((clause) => clause.words)) {
      for (const form of word.forms) put(form, `${number} ${word.surface}`, word.weight);
    }
  });
  groups.forEach((group, number) => {
    for (const name of group.names) {
      const own = words(name.title);
      for (const word of own) put(word.surface, `${number} ${word.surface}`, group.weight / own.length);
    }
  });
  return wanted;
}

/** The spans of a text that match, joined where they touch. */
function marked(text, wanted) {
  const spans = [];
  for (const word of words(text)) {
    if (!wanted.has(word.surface)) continue;
    const last = spans.at(-1);
    if (last && word.start <= last[1]) last[1] = Math.max(last[1], word.end);
    else spans.push([word.start, word.end]);
  }
  return spans;
}

const split = new WeakMap();

/** The words of a block; they are asked for with every letter that somebody types. */
function wordsOf(block) {
  if (!split.has(block)) split.set(block, words(block[1].slice(0, LONGEST_TEXT)));
  return split.get(block);
}

/** The passage that holds the most of the question: `{score, anchor, text, start}`. */
function bestPassage(blocks, wanted) {
  let best = { score: -1, anchor: blocks[0]?.[0] ?? "", text: blocks[0]?.[1] ?? "", start: 0 };
  let read = 0;
  for (const block of blocks) {
    const [anchor, text] = block;
    if ((read += text.length) > LONGEST_TEXT && best.score >= 0) break;
    const found = wordsOf(block).filter((word) => wanted.has(word.surface));
    found.forEach(({ start }, first) => {
      const seen = new Set();
      let score = 0;
      for (let next = first; next < found.length && found[next].end - start <= PASSAGE; next++) {
        const { group, weight } = wanted.get(found[next].surface);
        score += seen.has(group) ? weight / 20 : weight;
        seen.add(group);
      }
      if (text.length < SHORT) score /= 2;
      if (score > best.score) best = { score, anchor, text, start };
    });
  }
  return best;
}

/** The passage around what was found, from the beginning of its sentence or at least of a word. */
function excerpt({ anchor, text, start }, wanted) {
  const begin = beginning(text, start);
  let end = Math.min(text.length, begin + PASSAGE);
  if (end < text.length) end = Math.max(text.lastIndexOf(" ", end), begin + PASSAGE / 2);
  const shown = `${begin > 0 ? "… " : ""}${text.slice(begin, end).trim()}${end < text.length ? " …" : ""}`;
  return { anchor, excerpt: shown, marks: marked(shown, wanted) };
}

function beginning(text, start) {
  const before = text.slice(Math.max(0, start - PASSAGE / 2), start);
  const sentence = Math.max(...[". ", "! ", "? ", "。", "！", "？"].map((end) => before.lastIndexOf(end) + (before.includes(end) ? end.length : 1)));
  if (sentence > 0) return start - before.length + sentence;
  if (before.length === start) return 0;
  const space = before.indexOf(" ", before.length / 2);
  return space < 0 ? start : start - before.length + space + 1;
}
