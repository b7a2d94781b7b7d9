// What a result shows: its title and the passage that answers best, with the words that match.

const PASSAGE = 240;
const GROUP = 4;
const groups = new Map();

/** A document as its result needs it. */
async function documentAt(segment, number) {
  const name = `${segment.name}/t${Math.floor(number / GROUP)}`;
  if (!groups.has(name)) {
    const [text] = await shard(name);
    groups.set(name, JSON.parse(new TextDecoder().decode(text)));
  }
  const [url, kind, date, title, names, blocks] = groups.get(name)[number % GROUP];
  return { url, kind, date, title, names, blocks };
}

/** The spans of a text that match, joined where they touch. `wanted` maps the forms of words to what they weigh. */
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

/** The passage of the blocks that holds the most of the question, where it stands, and its marks. */
function excerpt(blocks, wanted) {
  let best = { score: -1, anchor: "", text: "", start: 0, end: 0 };
  for (const [anchor, text] of blocks) {
    const found = words(text).filter((word) => wanted.has(word.surface));
    for (let first = 0; first < Math.max(1, found.length); first++) {
      const start = found[first]?.start ?? 0;
      const seen = new Set();
      let score = 0;
      for (let next = first; next < found.length && found[next].end - start <= PASSAGE; next++) {
        const { clause, weight } = wanted.get(found[next].surface);
        score += seen.has(clause) ? weight / 20 : weight;
        seen.add(clause);
      }
      if (score > best.score) best = { score, anchor, text, start, end: found[first]?.end ?? 0 };
    }
  }
  return cut(best, wanted);
}

/** The passage around what was found, from the beginning of a sentence or at least of a word. */
function cut({ anchor, text, start }, wanted) {
  const before = text.slice(Math.max(0, start - 100), start);
  const sentence = Math.max(before.lastIndexOf(". ") + 2, before.lastIndexOf("。") + 1);
  let begin = sentence > 1 ? start - before.length + sentence : start - before.length;
  if (begin > 0 && sentence <= 1) begin = text.indexOf(" ", begin) < start && text.indexOf(" ", begin) >= 0 ? text.indexOf(" ", begin) + 1 : begin;
  let end = Math.min(text.length, begin + PASSAGE);
  if (end < text.length) end = Math.max(text.lastIndexOf(" ", end), begin + PASSAGE / 2);
  const shown = `${begin > 0 ? "… " : ""}${text.slice(begin, end).trim()}${end < text.length ? " …" : ""}`;
  return { anchor, excerpt: shown, marks: marked(shown, wanted) };
}
