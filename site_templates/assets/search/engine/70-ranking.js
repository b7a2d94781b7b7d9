// The documents of a segment that match a question, with their scores: BM25F, and more for all of the words.

/**
 * What a question needs of a segment: the `lists` of its terms, their first tiers loaded; and for each of its phrases,
 * once `deepened` has found them, the documents that have it.
 */
async function begun(segment, groups, without, problems) {
  const clauses = [...groups.flatMap((group) => group.clauses), ...without];
  const readings = clauses.flatMap((clause) => clause.words.flatMap((word) => word.readings.get(segment)));
  const terms = new Set([...readings, ...groups.flatMap((group) => group.readings.get(segment))].map((reading) => reading.term));
  const lists = await Promise.all([...terms].map(async (term) => [term, await listOf(segment, term, problems)]));
  return { segment, groups, without, clauses, lists: new Map(lists), phrases: new Map() };
}

/** Loads all that is left of the lists, and finds the phrases. */
async function deepened(part, problems) {
  await Promise.all([...part.lists.values()].map((list) => deepen(list, problems)));
  const phrases = part.clauses.filter((clause) => clause.phrase);
  const found = await Promise.all(phrases.map((clause) => spared(phrased(part, clause), problems, new Set())));
  phrases.forEach((clause, at) => part.phrases.set(clause, found[at]));
}

/**
 * A score for each document, 0 for those that do not match. An entry without fields is a word that only documents like
 * this one have: it raises the score and is no match. With `most`, the greatest score that the document may have once
 * all tiers are loaded.
 */
function scored(part, most = false) {
  const { segment, groups, without } = part;
  const scores = new Float32Array(segment.documents);
  const covered = new Float32Array(segment.documents);
  const dropped = new Uint8Array(segment.documents);
  const total = groups.reduce((sum, group) => sum + group.weight, 0);
  for (const group of groups) {
    const found = groupScores(part, group, dropped, most);
    for (let document = 0; document < scores.length; document++) {
      scores[document] += found.scores[document];
      if (found.present[document]) covered[document] += group.weight;
    }
  }
  // A question that only says what must not be there finds all the rest.
  if (!groups.length) scores.fill(1);
  for (const clause of without) drop(part, clause, dropped);
  const power = 2 * new Set(groups.flatMap((group) => group.clauses).flatMap((clause) => clause.words.map((word) => word.surface))).size;
  for (let document = 0; document < scores.length; document++) {
    if (dropped[document] || (total && !covered[document])) scores[document] = 0;
    // All of the words are worth double, and it is soon less where some are missing.
    else if (total) scores[document] *= 1 + Math.min(1, covered[document] / total) ** power;
  }
  return scores;
}

/** The scores of a group, of its words, or of the entity that they name if that says more; and where it is present. */
function groupScores(part, group, dropped, most) {
  const scores = new Float32Array(part.segment.documents);
  const present = new Uint8Array(part.segment.documents);
  for (const clause of group.clauses) {
    for (const word of clause.words) {
      raise(part, word.readings.get(part.segment), word.weight, clause.fields, { scores, present }, most);
    }
    const held = part.phrases.get(clause);
    if (!held) continue;
    for (let document = 0; document < scores.length; document++) {
      if (!held.has(document)) [scores[document], dropped[document]] = [0, 1];
    }
  }
  if (group.names.length) {
    const named = { scores: new Float32Array(part.segment.documents), present };
    raise(part, group.readings.get(part.segment), group.weight, 0, named, most);
    named.scores.forEach((score, document) => (scores[document] = Math.max(scores[document], score)));
  }
  return { scores, present };
}

/** Adds the impacts of a word to the scores; of several readings, the best counts. */
function raise({ lists }, readings, weight, fields, { scores, present }, most) {
  const best = readings.length > 1 || most ? new Float32Array(scores.length) : null;
  for (const reading of readings) {
    const list = lists.get(reading.term);
    const factor = (weight * reading.weight) / 255;
    for (const { documents, impacts, fields: standsIn } of list.loaded) {
      for (let at = 0; at < documents.length; at++) {
        const document = documents[at];
        if (fields && !(standsIn[at] & fields)) continue;
        if (standsIn[at]) present[document] = 1;
        // Rounded as the array of the best would round it, so that a score never depends on the way.
        const score = Math.fround(factor * impacts[at]);
        if (!best) scores[document] += score;
        else if (score > best[document]) best[document] = score;
      }
    }
    if (most && bound(list)) raiseUnseen(list, factor * bound(list), best, present);
  }
  best?.forEach((score, document) => (scores[document] += score));
}

/** Gives the documents that no loaded tier has what they may have at the most. */
function raiseUnseen(list, score, best, present) {
  for (let document = 0; document < best.length; document++) {
    if (list.seen[document]) continue;
    present[document] = 1;
    best[document] = Math.max(best[document], score);
  }
}

function drop({ segment, lists, phrases }, clause, dropped) {
  if (clause.phrase) {
    for (const document of phrases.get(clause)) dropped[document] = 1;
    return;
  }
  for (const reading of clause.words[0].readings.get(segment)) {
    for (const { documents, fields } of lists.get(reading.term).loaded) {
      documents.forEach((document, at) => {
        if (fields[at] & (clause.fields || 255)) dropped[document] = 1;
      });
    }
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
