// The documents of a segment that match a question, with their scores: BM25F, and more for more of the words.

const COVER = 0.3;

/** How much a term says, by how few documents it stands in. */
function rarity(documents, all) {
  return Math.log(1 + (all - documents + 0.5) / (documents + 0.5));
}

/** What a question finds in one segment: the matching documents' numbers and scores. */
async function matched(segment, clauses, without) {
  const scores = new Float32Array(segment.documents);
  const covered = new Float32Array(segment.documents);
  const dropped = new Uint8Array(segment.documents);
  const total = clauses.reduce((sum, clause) => sum + clause.weight, 0);
  for (const clause of clauses) await gather(segment, clause, scores, covered, dropped);
  for (const clause of without) await drop(segment, clause, dropped);
  const documents = [];
  for (let document = 0; document < scores.length; document++) {
    if (!scores[document] || dropped[document]) continue;
    scores[document] *= 1 + COVER * (covered[document] / total);
    documents.push(document);
  }
  return { documents, scores };
}

/** Adds what the clause says to every document it matches: of several readings of its word, the best counts. */
async function gather(segment, clause, scores, covered, dropped) {
  const best = new Float32Array(scores.length);
  for (const reading of clause.readings.get(segment) ?? []) {
    const found = await postings(segment, reading.term);
    found.documents.forEach((document, at) => {
      if (clause.fields && !(found.fields[at] & clause.fields)) return;
      best[document] = Math.max(best[document], (clause.weight * reading.weight * found.impacts[at]) / 255);
    });
  }
  best.forEach((score, document) => {
    if (score) {
      scores[document] += score;
      covered[document] += clause.weight;
    } else if (clause.required) {
      dropped[document] = 1;
    }
  });
}

async function drop(segment, clause, dropped) {
  for (const reading of clause.readings.get(segment) ?? []) {
    const found = await postings(segment, reading.term);
    found.documents.forEach((document, at) => {
      if (!clause.fields || found.fields[at] & clause.fields) dropped[document] = 1;
    });
  }
}
