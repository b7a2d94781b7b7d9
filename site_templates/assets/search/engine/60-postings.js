// The postings of a segment: which documents a term stands in, in which fields, and how much it says of them. A term of
// many documents has them in tiers, those that it says most of first.

const TOGETHER = 4; // shards whose positions share a shard

function asPostings([counts, steps, impacts, fields, ...later]) {
  const count = numbers(counts);
  const documents = numbers(steps);
  const starts = new Uint32Array(count.length + 1);
  count.forEach((each, row) => {
    const end = (starts[row + 1] = starts[row] + each);
    for (let at = starts[row] + 1; at < end; at++) documents[at] += documents[at - 1];
  });
  return { starts, documents, impacts, fields, later: asLater(later) };
}

/** By term, counted in its shard, the tiers behind the first: of each its row there, and its greatest impact. */
function asLater(columns) {
  const found = new Map();
  for (let at = 0; at < columns.length; at += 2) {
    const [row, ...steps] = numbers(columns[at]);
    let term = 0;
    steps.forEach((step, number) => {
      term += step;
      if (!found.has(term)) found.set(term, []);
      found.get(term).push({ tier: at / 2 + 1, row: row + number, bound: columns[at + 1][number] });
    });
  }
  return found;
}

/** The entries of a row of a tier: the documents in their order, and of each the impact and the fields. */
async function entriesOf(segment, tier, row) {
  const firsts = segment.tiers[tier];
  const number = placed(firsts, row);
  const found = await shard(segment, `p${tier}-${number}`, asPostings);
  const at = row - firsts[number];
  const [begin, end] = [found.starts[at] ?? 0, found.starts[at + 1] ?? 0];
  return {
    tier,
    number,
    begin,
    documents: found.documents.subarray(begin, end),
    impacts: found.impacts.subarray(begin, end),
    fields: found.fields.subarray(begin, end),
    later: found.later.get(at) ?? [],
  };
}

/** The list of a term, its first tier loaded: `loaded` are the tiers that are, `later` those that are not. */
async function listOf(segment, term, problems) {
  const list = { segment, loaded: [], later: [], seen: null };
  const first = await spared(entriesOf(segment, 0, term), problems, null);
  if (!first) return list;
  list.later = [...first.later];
  if (list.later.length) list.seen = new Uint8Array(segment.documents);
  addTier(list, first);
  return list;
}

function addTier(list, entries) {
  list.loaded.push(entries);
  if (list.seen) for (const document of entries.documents) list.seen[document] = 1;
}

/** The greatest impact that an entry may have which is not loaded; 0 where all are. */
function bound(list) {
  return list.later[0]?.bound ?? 0;
}

/** Loads so many more tiers of a list. */
async function deepen(list, problems, most = Infinity) {
  const next = list.later.slice(0, most);
  const found = await Promise.all(next.map(({ tier, row }) => spared(entriesOf(list.segment, tier, row), problems, null)));
  list.later = list.later.slice(next.length);
  for (const entries of found) if (entries) addTier(list, entries);
}

function asPositions([lengths, counts, steps]) {
  const count = numbers(counts);
  const firsts = [0];
  for (const length of numbers(lengths)) firsts.push(firsts.at(-1) + length);
  const starts = new Uint32Array(count.length + 1);
  count.forEach((each, at) => (starts[at + 1] = starts[at] + each));
  return { firsts, starts, steps: numbers(steps) };
}

/** Where the terms of these lists stand: a set of positions for each document. */
async function positions(segment, lists, fields) {
  const found = new Map();
  for (const entries of lists.flatMap((list) => list.loaded)) {
    const places = await shard(segment, `w${entries.tier}-${Math.floor(entries.number / TOGETHER)}`, asPositions);
    const first = places.firsts[entries.number % TOGETHER] + entries.begin;
    entries.documents.forEach((document, at) => {
      if (fields && !(entries.fields[at] & fields)) return;
      if (!found.has(document)) found.set(document, new Set());
      let position = 0;
      for (let next = places.starts[first + at]; next < places.starts[first + at + 1]; next++) {
        found.get(document).add((position += places.steps[next]));
      }
    });
  }
  return found;
}

/** The documents of a segment in which the words of a phrase stand one after the other. */
async function phrased({ segment, lists }, clause) {
  const listsOfWord = (word) => word.readings.get(segment).map((reading) => lists.get(reading.term));
  const each = await Promise.all(clause.words.map((word) => positions(segment, listsOfWord(word), clause.fields)));
  const [first, ...others] = each;
  const found = new Set();
  for (const [document, starts] of first) {
    const rest = others.map((places) => places.get(document));
    if (rest.some((places) => !places)) continue;
    if ([...starts].some((start) => rest.every((places, at) => places.has(start + at + 1)))) found.add(document);
  }
  return found;
}
