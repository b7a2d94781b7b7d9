// Words that were never met, read as words that were: completed, with another ending, or with an error mended.

/**
 * How many letters have to be changed, added, left out or exchanged with their neighbor to make one word the other;
 * anything above `most` is `most + 1`.
 */
function distance(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before = [];
  let last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let row = 1; row <= one.length; row++) {
    const here = [row];
    for (let column = 1; column <= other.length; column++) {
      const same = one[row - 1] === other[column - 1];
      here[column] = Math.min(last[column] + 1, here[column - 1] + 1, last[column - 1] + (same ? 0 : 1));
      const exchanged = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      if (exchanged) here[column] = Math.min(here[column], before[column - 2] + 1);
    }
    if (Math.min(...here) > most) return most + 1;
    before = last;
    last = here;
  }
  return last[other.length];
}

/** How many letters two words begin with in common. */
function common(one, other) {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  return at;
}

/** Adds up, by surface, in how many documents of all segments each of the entries stands. */
function tallied(lists) {
  const found = new Map();
  for (const entry of lists.flat()) {
    found.set(entry.surface, (found.get(entry.surface) ?? 0) + entry.documents);
  }
  return found;
}

/** The most common words that begin with what was typed. */
async function completions(segments, beginning, most, problems) {
  const lists = segments.map((segment) => spared(entriesFrom(segment, beginning, 2), problems, []));
  const found = tallied(await Promise.all(lists));
  return [...found].sort((one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1)).slice(0, most);
}

/**
 * The words that a word never met may stand for, the likeliest first: those that a single error makes of it, in a long
 * word two; else those that begin alike and end otherwise.
 */
async function alike(segments, word, problems) {
  const letters = [...word];
  if (letters.length < 3 || /\p{N}/u.test(word)) return [];
  const half = letters.length >> 1;
  const beginning = letters.slice(0, half).join("");
  const ending = letters.slice(half).reverse().join("");
  const nearest = (list) => Promise.all(segments.map((segment) => spared(list(segment), problems, [])));
  // An error on the border of the halves moves it, so the beginning may be one letter shorter.
  const [first, last] = await Promise.all([
    nearest((segment) => entriesFrom(segment, beginning, 6)),
    nearest((segment) => wordsEnding(segment, ending.slice(0, Math.max(1, ending.length - 1)))),
  ]);
  const most = letters.length > 7 ? 2 : 1;
  const begun = tallied(first);
  const ended = [...new Set(last.flat())].filter((other) => !begun.has(other) && distance(word, other, most) <= most);
  const met = tallied(await nearest((segment) => Promise.all(ended.slice(0, 40).map((each) => entries(segment, each))).then((all) => all.flat())));
  const near = [...begun, ...met]
    .map(([surface, documents]) => ({ surface, documents, distance: distance(word, surface, most) }))
    .filter((each) => each.distance <= most);
  if (near.length) return near.sort((one, other) => likelihood(other) - likelihood(one)).slice(0, 3);
  const stem = Math.max(4, Math.ceil(letters.length * 0.6));
  return [...begun]
    .map(([surface, documents]) => ({ surface, documents, distance: surface.length - common(word, surface), shared: common(word, surface) }))
    .filter((each) => each.shared >= stem && each.distance <= 5)
    .sort((one, other) => other.shared - one.shared || other.documents - one.documents)
    .slice(0, 3);
}

/** One error is far likelier than two; of equal ones, the commoner word is meant. */
function likelihood({ distance: errors, documents }) {
  return Math.log(1 + documents) - 6 * errors;
}
