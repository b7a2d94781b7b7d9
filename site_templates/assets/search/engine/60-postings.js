// The postings of a segment: which documents a term stands in, in which fields, and how much it says of them.

const postingShards = new Map();

async function postingShard(segment, number) {
  const name = `${segment.name}/p${number}`;
  if (postingShards.has(name)) return postingShards.get(name);
  const [counts, steps, impacts, fields] = await shard(name);
  const count = numbers(counts);
  const starts = new Uint32Array(count.length + 1);
  count.forEach((each, at) => (starts[at + 1] = starts[at] + each));
  const found = { starts, steps: numbers(steps), impacts, fields };
  postingShards.set(name, found);
  return found;
}

/** The entries of a term: `each(document, impact, fields)` is called for every one, in the order of the documents. */
async function postings(segment, term) {
  const number = placed(segment.terms, term);
  const found = await postingShard(segment, number);
  const at = term - segment.terms[number];
  const begin = found.starts[at];
  const end = found.starts[at + 1];
  const documents = new Uint32Array(end - begin);
  let document = 0;
  for (let index = begin; index < end; index++) documents[index - begin] = document += found.steps[index];
  return { documents, impacts: found.impacts.subarray(begin, end), fields: found.fields.subarray(begin, end) };
}
