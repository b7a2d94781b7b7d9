// The dictionary of a segment: every form of a word that was met there, with its term; and the names of entities.

/** The index of the last key that is not behind the word, at least 0. */
function placed(keys, word) {
  let low = 0;
  let high = keys.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (keys[middle] <= word) low = middle;
    else high = middle;
  }
  return low;
}

/** Texts that were written as what each shares with the one before, and the rest. */
function frontDecoded(shared, rest) {
  const same = numbers(shared);
  let before = "";
  return lines(rest).map((ending, at) => (before = before.slice(0, same[at]) + ending));
}

function asDictionary([shared, rest, terms, documents]) {
  let term = 0;
  return {
    surfaces: frontDecoded(shared, rest),
    terms: Array.from(numbers(terms), (step) => (term += signed(step))),
    documents: numbers(documents),
  };
}

/** The numbers of the shards that may hold words with this beginning, `most` of them at the most. */
function holding(keys, beginning, most) {
  if (!keys.length) return [];
  let first = placed(keys, beginning);
  // The entries of one word may end one shard and begin the next.
  if (first > 0 && keys[first] === beginning) first--;
  const found = [first];
  for (let next = first + 1; found.length < most && next < keys.length && keys[next].startsWith(beginning); next++) {
    found.push(next);
  }
  return found;
}

/** Every entry whose surface begins like this: `{surface, term, documents, shard}`. */
async function entriesFrom(segment, beginning, most = 4) {
  const shards = await Promise.all(
    holding(segment.words, beginning, most).map((number) => shard(segment, `d${number}`, asDictionary)),
  );
  return shards.flatMap((here) => {
    const found = [];
    let at = placed(here.surfaces, beginning);
    while (at > 0 && here.surfaces[at - 1] >= beginning) at--;
    if (here.surfaces[at] < beginning) at++;
    for (; at < here.surfaces.length && here.surfaces[at].startsWith(beginning); at++) {
      found.push({ surface: here.surfaces[at], term: here.terms[at], documents: here.documents[at], shard: here });
    }
    return found;
  });
}

/** The entries of a word that was met in just this form: one, or more where languages differ about its stem. */
async function entries(segment, surface) {
  const keys = segment.words;
  if (!keys.length) return [];
  const last = placed(keys, surface);
  const first = last > 0 && keys[last] === surface ? last - 1 : last;
  const found = [];
  for (let number = first; number <= last; number++) {
    const here = await shard(segment, `d${number}`, asDictionary);
    let at = placed(here.surfaces, surface);
    while (at > 0 && here.surfaces[at - 1] === surface) at--;
    for (; here.surfaces[at] === surface; at++) {
      found.push({ surface, term: here.terms[at], documents: here.documents[at], shard: here });
    }
  }
  return found;
}

/** The forms of an entry's term, as far as they lie in the same shard, which is where nearly all of them do. */
function forms({ term, shard: here }) {
  return here.surfaces.filter((_, at) => here.terms[at] === term);
}

/** The words with this ending, backwards letter by letter as they are kept. */
async function wordsEnding(segment, ending, most = 4) {
  const shards = await Promise.all(
    holding(segment.backwards, ending, most).map((number) =>
      shard(segment, `r${number}`, ([shared, rest]) => frontDecoded(shared, rest)),
    ),
  );
  return shards.flatMap((here) => here.filter((word) => word.startsWith(ending))).map((word) => [...word].reverse().join(""));
}

function asNames([shared, rest, documents, turns, ids, titles, sentences]) {
  const [document, turn, often] = [numbers(documents), numbers(turns), numbers(sentences)];
  const [id, title] = [lines(ids), lines(titles)];
  return frontDecoded(shared, rest).map((key, at) => ({
    key, document: document[at], turn: turn[at], id: id[at], title: title[at], often: often[at],
  }));
}

/** The names of entities that begin like this, each from one of its words on. */
async function namesFrom(segment, beginning, most = 2) {
  const shards = await Promise.all(
    holding(segment.names, beginning, most).map((number) => shard(segment, `n${number}`, asNames)),
  );
  return shards.flat().filter((name) => name.key.startsWith(beginning)).map((name) => ({ ...name, segment }));
}
