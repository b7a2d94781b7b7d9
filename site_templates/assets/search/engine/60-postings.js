// The postings of a segment: which documents a term stands in, in which fields, and how much it says of them.

function asPostings([counts, steps, impacts, fields]) {
  const count = numbers(counts);
  const documents = numbers(steps);
  const starts = new Uint32Array(count.length + 1);
  count.forEach((each, term) => {
    const end = (starts[term + 1] = starts[term] + each);
    for (let at = starts[term] + 1; at < end; at++) documents[at] += documents[at - 1];
  });
  return { starts, documents, impacts, fields };
}

/** The entries of a term: the documents in their order, and of each the impact and the fields. */
async function postings(segment, term) {
  const number = placed(segment.terms, term);
  const found = await shard(segment, `p${number}`, asPostings);
  const [begin, end] = [found.starts[term - segment.terms[number]], found.starts[term - segment.terms[number] + 1]];
  return {
    number,
    begin,
    documents: found.documents.subarray(begin, end),
    impacts: found.impacts.subarray(begin, end),
    fields: found.fields.subarray(begin, end),
  };
}

function asPositions([counts, steps]) {
  const count = numbers(counts);
  const starts = new Uint32Array(count.length + 1);
  count.forEach((each, at) => (starts[at + 1] = starts[at] + each));
  return { starts, steps: numbers(steps) };
}

/** Where a word's terms stand: a set of positions for each document. */
async function positions(segment, readings, fields) {
  const found = new Map();
  for (const { term } of readings) {
    const entry = await postings(segment, term);
    const places = await shard(segment, `w${entry.number}`, asPositions);
    entry.documents.forEach((document, at) => {
      if (fields && !(entry.fields[at] & fields)) return;
      if (!found.has(document)) found.set(document, new Set());
      let position = 0;
      for (let next = places.starts[entry.begin + at]; next < places.starts[entry.begin + at + 1]; next++) {
        found.get(document).add((position += places.steps[next]));
      }
    });
  }
  return found;
}

/** The documents of a segment in which the words of a phrase stand one after the other. */
async function phrased(segment, clause) {
  const each = await Promise.all(clause.words.map((word) => positions(segment, word.readings.get(segment), clause.fields)));
  const [first, ...others] = each;
  const found = new Set();
  for (const [document, starts] of first) {
    const rest = others.map((places) => places.get(document));
    if (rest.some((places) => !places)) continue;
    if ([...starts].some((start) => rest.every((places, at) => places.has(start + at + 1)))) found.add(document);
  }
  return found;
}
