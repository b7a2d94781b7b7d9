// The first results without the whole lists: tiers are loaded until nothing in the others could change them.

/** Scores every document, and loads further tiers until the first `most` are certain, and the scores of those `meant`. */
async function certain(index, parts, scores, { most, meant, problems }) {
  for (let changed = parts; ; ) {
    for (const part of changed) scores.set(scored(part), part.segment.before);
    const lists = unsure(index, parts, scores, most, new Set(meant));
    if (!lists.size) return;
    await Promise.all([...lists].map((list) => deepen(list, problems, 1)));
    changed = parts.filter((part) => [...part.lists.values()].some((list) => lists.has(list)));
  }
}

/**
 * The lists whose next tier may change which documents are the first, their order or their scores: those with a
 * document that no loaded tier has, and that would then be among the first, or is already.
 */
function unsure(index, parts, scores, most, meant) {
  const newer = (one, other) => when(index, one) < when(index, other);
  const first = foremost(scores.keys(), most, (one, other) => scores[one] > scores[other] || (scores[one] === scores[other] && newer(one, other)));
  const last = first.at(-1);
  const least = first.length < most ? 0 : scores[last];
  const among = (number, score) => score > least || meant.has(number) || (score === least && (number === last || newer(number, last)));
  const found = new Set();
  for (const part of parts) {
    const open = [...part.lists.values()].filter(bound);
    if (!open.length) continue;
    scored(part, true).forEach((score, document) => {
      if (!score || !among(part.segment.before + document, score)) return;
      for (const list of open) if (!list.seen[document]) found.add(list);
    });
  }
  return found;
}
