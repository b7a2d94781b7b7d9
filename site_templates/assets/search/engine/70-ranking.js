// The documents of a segment that match a question, with their scores: BM25F, and more for all of the words.

/**
 * What a question finds in one segment: a score for each document, 0 for those that do not match. An entry without
 * fields is a word that only documents like this one have: it raises the score and is no match.
 */
async function matched(segment, groups, without, problems) {
  const scores = new Float32Array(segment.documents);
  const covered = new Float32Array(segment.documents);
  const dropped = new Uint8Array(segment.documents);
  const total = groups.reduce((sum, group) => sum + group.weight, 0);
  const each = await Promise.all(groups.map((group) => groupScores(segment, group, dropped, problems)));
  each.forEach((found, number) => {
    for (let document = 0; document < scores.length; document++) {
      scores[document] += found.scores[document];
      if (found.present[document]) covered[document] += groups[number].weight;
    }
  });
  // A question that only says what must not be there finds all the rest.
  if (!groups.length) scores.fill(1);
  for (const clause of without) await drop(segment, clause, dropped, problems);
  const power = 2 * new Set(groups.flatMap((group) => group.clauses).flatMap((clause) => clause.words.map((word) => word.surface))).size;
  for (let document = 0; document < scores.length; document++) {
    if (dropped[document] || (total && !covered[document])) scores[document] = 0;
    // All of the words are worth double, and it is soon less where some are missing.
    else if (total) scores[document] *= 1 + Math.min(1, covered[document] / total) ** power;
  }
  return scores;
}

/** The scores of a group, of its words, or of the entity that they name if that says more; and where it is present. */
async function groupScores(segment, group, dropped, problems) {
  const scores = new Float32Array(segment.documents);
  const present = new Uint8Array(segment.documents);
  for (const clause of group.clauses) {
    const held = clause.phrase ? await spared(phrased(segment, clause), problems, new Set()) : null;
    for (const word of clause.words) {
      await raise(segment, word.readings.get(segment), word.weight, clause.fields, { scores, present }, problems);
    }
    if (!held) continue;
    for (let document = 0; document < scores.length; document++) {
      if (!held.has(document)) [scores[document], dropped[document]] = [0, 1];
    }
  }
  if (group.names.length) {
    const named = { scores: new Float32Array(segment.documents), present };
    await raise(segment, group.readings.get(segment), group.weight, 0, named, problems);
    named.scores.forEach((score, document) => (scores[document] = Math.max(scores[document], score)));
  }
  return { scores, present };
}

/** Adds the impacts of a word to the scores; of several readings, the best counts. */
async function raise(segment, readings, weight, fields, { scores, present }, problems) {
  const lists = await Promise.all(readings.map((reading) => spared(postings(segment, reading.term), problems, null)));
  const best = lists.length > 1 ? new Float32Array(scores.length) : scores;
  lists.forEach((found, number) => {
    if (!found) return;
    const factor = (weight * readings[number].weight) / 255;
    found.documents.forEach((document, at) => {
      if (fields && !(found.fields[at] & fields)) return;
      if (found.fields[at]) present[document] = 1;
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
      if (found.fields[at] & (clause.fields || 255)) dropped[document] = 1;
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
