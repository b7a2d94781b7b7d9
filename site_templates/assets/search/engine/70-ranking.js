// The documents of a segment that match a question, with their scores: BM25F, and more for more of the words.

const COVER = 0.3; // what a document gains that has all of the question, against one that has next to nothing

/** What a question finds in one segment: a score for each document, 0 for those that do not match. */
async function matched(segment, groups, without, problems) {
  const scores = new Float32Array(segment.documents);
  const covered = new Float32Array(segment.documents);
  const dropped = new Uint8Array(segment.documents);
  const total = groups.reduce((sum, group) => sum + group.weight, 0);
  const each = await Promise.all(groups.map((group) => groupScores(segment, group, dropped, problems)));
  each.forEach((best, number) => {
    for (let document = 0; document < best.length; document++) {
      if (!best[document]) continue;
      scores[document] += best[document];
      covered[document] += groups[number].weight;
    }
  });
  // A question that only says what must not be there finds all the rest.
  if (!groups.length) scores.fill(1);
  for (const clause of without) await drop(segment, clause, dropped, problems);
  for (let document = 0; document < scores.length; document++) {
    if (dropped[document]) scores[document] = 0;
    else if (total) scores[document] *= 1 + COVER * Math.min(1, covered[document] / total);
  }
  return scores;
}

/** The scores of a group: of its words, or of the entity that they name if that says more. */
async function groupScores(segment, group, dropped, problems) {
  const sum = new Float32Array(segment.documents);
  for (const clause of group.clauses) {
    const held = clause.phrase ? await spared(phrased(segment, clause), problems, new Set()) : null;
    for (const word of clause.words) {
      await raise(segment, word.readings.get(segment), word.weight, clause.fields, sum, problems);
    }
    if (!held) continue;
    for (let document = 0; document < sum.length; document++) {
      if (!held.has(document)) [sum[document], dropped[document]] = [0, 1];
    }
  }
  if (!group.names.length) return sum;
  const named = new Float32Array(segment.documents);
  await raise(segment, group.readings.get(segment), group.weight, 0, named, problems);
  return sum.map((score, document) => Math.max(score, named[document]));
}

/** Adds the impacts of a word to the scores; of several readings, the best counts. */
async function raise(segment, readings, weight, fields, scores, problems) {
  const lists = await Promise.all(readings.map((reading) => spared(postings(segment, reading.term), problems, null)));
  const best = lists.length > 1 ? new Float32Array(scores.length) : scores;
  lists.forEach((found, number) => {
    if (!found) return;
    const factor = (weight * readings[number].weight) / 255;
    found.documents.forEach((document, at) => {
      if (fields && !(found.fields[at] & fields)) return;
      const score = factor * found.impacts[at];
      if (best === scores) scores[document] += score;
      else best[document] = Math.max(best[document], score);
    });
  });
  if (best !== scores) best.forEach((score, document) => (scores[document] += score));
}

async function drop(segment, clause, dropped, problems) {
  if (clause.phrase) {
    for (const document of await spared(phrased(segment, clause), problems, [])) dropped[document] = 1;
    return;
  }
  for (const reading of clause.words[0].readings.get(segment)) {
    const found = await spared(postings(segment, reading.term), problems, null);
    found?.documents.forEach((document, at) => {
      if (!clause.fields || found.fields[at] & clause.fields) dropped[document] = 1;
    });
  }
}

/** The numbers that come first by `before(one, other)`, in this order, `most` at the most; each is looked at once. */
function foremost(all, most, before) {
  const found = [];
  for (const number of all) {
    if (found.length === most && !(most && before(number, found[most - 1]))) continue;
    let low = 0;
    let high = found.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (before(number, found[middle])) high = middle;
      else low = middle + 1;
    }
    found.splice(low, 0, number);
    if (found.length > most) found.pop();
  }
  return found;
}
