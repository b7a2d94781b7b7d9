// The dictionary of a segment: every form of a word that was met there, with its term.

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

const dictionaries = new Map();

/** A shard of the dictionary: the surfaces in order, and of each its term, that term's documents and its own count. */
async function dictionary(segment, number) {
  const name = `${segment.name}/d${number}`;
  if (dictionaries.has(name)) return dictionaries.get(name);
  const [shared, rest, terms, documents, counts] = await shard(name);
  const same = numbers(shared);
  let before = "";
  const surfaces = lines(rest).map((ending, at) => (before = before.slice(0, same[at]) + ending));
  let term = 0;
  const found = {
    surfaces,
    terms: numbers(terms).map((step) => (term += signed(step))),
    documents: numbers(documents),
    counts: numbers(counts),
  };
  dictionaries.set(name, found);
  return found;
}

/** The entries of a word that was met in just this form: usually one, more where languages differ about its stem. */
async function entries(segment, surface) {
  // The entries of one word may end one shard and begin the next.
  const last = placed(segment.words, surface);
  const first = last && segment.words[last] === surface ? last - 1 : last;
  const found = [];
  for (let number = first; number <= last; number++) {
    const shard = await dictionary(segment, number);
    let at = placed(shard.surfaces, surface);
    while (at > 0 && shard.surfaces[at - 1] === surface) at--;
    for (; shard.surfaces[at] === surface; at++) {
      found.push({ surface, term: shard.terms[at], documents: shard.documents[at], forms: forms(shard, shard.terms[at]) });
    }
  }
  return found;
}

/** The other forms of a term in this shard, which is where nearly all of them are. */
function forms(shard, term) {
  const found = [];
  shard.terms.forEach((each, at) => each === term && found.push(shard.surfaces[at]));
  return found;
}
