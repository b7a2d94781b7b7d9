// What the page, and anybody else, may ask. All of it is described in docs/guide/search.md, "Building on it".

const CLOSE = 0.25; // what a document gains whose best passage has all of the question
const LOOKED_AT = 10; // of the best documents, how many passages are compared; their texts are shown anyway

/**
 * BriefingSearch.search(text, options) → Promise<answer>
 *
 * options: {kinds: [kind], facets: {name: [value]}, from, to: partial dates, sort: "relevance" | "newest" | "oldest",
 *           limit: 10, offset: 0, count: [facet] (all of them), quick: false (the same results, but not all matches are
 *           looked for, and nothing is counted), open: quick (the last word may go on)}
 * answer:  {total, exact, results, facets: {name: [{value, count}]}, entities: [{title, kind, url}],
 *           words: [{word, as: [word], documents, left, without}], corrected: text or "", problems: [text]}
 * result:  {url, title, titleMarks, date, kind, source, language, score, excerpt, marks: [[start, end]], anchor: "P7" or ""}
 *
 * The empty text finds everything, the newest first. A part of the index that cannot be loaded is a problem, and the
 * rest is searched; only where nothing can be loaded the promise is rejected.
 */
async function search(text, options = {}) {
  const { limit = 10, offset = 0, quick = false, open = quick, sort = "relevance" } = options ?? {};
  const problems = new Set();
  const index = await opened();
  const asked = question(String(text ?? ""));
  const chosen = filters(asked, options ?? {}, problems);
  const counted = (options?.count ?? (quick ? [] : [...FACETS, "date"])).filter((facet) => FACETS.includes(facet) || facet === "date");
  // What is needed for certain begins to load before the words are read.
  for (const segment of index.segments) for (const facet of counted) column(segment, facet, problems);
  const groups = await readQuestion(index, asked, { open, problems });
  const order = groups.length && !["newest", "oldest", "date"].includes(sort) ? "relevance" : sort;
  const most = whole(offset) + whole(limit);
  // Then the lists are loaded only as far as the results need them.
  const soon = quick && order === "relevance" && groups.length && !needsAll(asked, groups, chosen, counted);
  const counts = new Map(counted.map((facet) => [facet, new Map()]));
  const scores = new Float32Array(index.documents);
  const found = [];
  const anything = groups.length || chosen.length || asked.without.length || !asked.text.trim();
  if (anything && !unmeant(asked, groups)) {
    const parts = await Promise.all(index.segments.map((segment) => begun(segment, groups, asked.without, problems)));
    if (soon) await certain(index, parts, scores, { most: Math.max(most, LOOKED_AT), meant: meantBy(groups), problems });
    const lists = await Promise.all(
      parts.map(async (part) => {
        if (!soon) {
          await deepened(part, problems);
          scores.set(scored(part), part.segment.before);
        }
        const { before, documents } = part.segment;
        return narrowedTo(part.segment, scores.subarray(before, before + documents), chosen, counted, counts, problems);
      }),
    );
    // One by one: a call takes only so many arguments.
    for (const list of lists) for (const number of list) found.push(number);
  }
  const wanted = wantedForms(groups);
  const shown = await arranged(index, found, scores, groups, wanted, { order, most, problems });
  const results = await Promise.all(
    shown.slice(whole(offset), whole(offset) + whole(limit)).map((number) => result(index, number, scores[number], wanted, problems)),
  );
  return {
    total: found.length,
    exact: !quick,
    results: results.filter(Boolean),
    facets: listed(counts),
    entities: named(groups),
    words: [...told(asked.clauses, false), ...told(asked.without, true)],
    corrected: corrected(asked),
    problems: [...problems],
  };
}

/** What became of each word. */
function told(clauses, without) {
  return clauses
    .flatMap((clause) => clause.words)
    .map(({ surface, as, documents, left }) => ({ word: surface, as, documents, left: Boolean(left), without }));
}

/** Whether every document that matches has to be known, however little the question says of it. */
function needsAll(asked, groups, chosen, counted) {
  return chosen.length || counted.length || asked.without.length || groups.some((group) => group.clauses.some((clause) => clause.phrase));
}

/** Whether words were asked for, and none of them is anywhere. */
function unmeant(asked, groups) {
  return asked.clauses.length > 0 && !groups.length;
}

function whole(number) {
  return Math.max(0, Math.min(10000, Math.floor(Number(number)) || 0));
}

/** The numbers of the documents in the order asked for, as many as are needed. */
async function arranged(index, found, scores, groups, wanted, { order, most, problems }) {
  const newer = (one, other) => when(index, one) - when(index, other) < 0;
  if (order === "oldest") return foremost(found, most, (one, other) => since(index, one) < since(index, other));
  if (order !== "relevance") return foremost(found, most, newer);
  const better = (one, other) => scores[one] > scores[other] || (scores[one] === scores[other] && newer(one, other));
  const best = foremost(found, Math.max(most, LOOKED_AT), better);
  if (wanted.size > 1) await bringClose(index, best.slice(0, LOOKED_AT), scores, groups, wanted, problems);
  return meantFirst(best.sort((one, other) => (better(one, other) ? -1 : 1)), found, groups);
}

/** A number that is the smaller the newer the document is: what has no date comes last. */
function when(index, number) {
  const segment = segmentOf(index, number);
  const at = number - segment.before;
  return at < segment.undated ? index.documents + number : segment.before + segment.documents - at;
}

/** A number that is the smaller the older the document is: what has no date comes last, too. */
function since(index, number) {
  const place = when(index, number);
  return place > index.documents ? place : -place;
}

function segmentOf(index, number) {
  return index.segments.findLast((segment) => segment.before <= number);
}

/** Raises the scores of documents in which one passage has much of the question. */
async function bringClose(index, numbers, scores, groups, wanted, problems) {
  const total = groups.reduce((sum, group) => sum + group.weight, 0);
  await Promise.all(
    numbers.map(async (number) => {
      const segment = segmentOf(index, number);
      const found = await spared(documentAt(segment, number - segment.before), problems, null);
      if (!found) return;
      const { score } = bestPassage([["", found.title], ...found.blocks], wanted);
      scores[number] *= 1 + CLOSE * Math.min(1, Math.max(0, score) / total);
    }),
  );
}

/** The documents of an entity that the whole question names. */
function meantBy(groups) {
  const names = groups.length === 1 ? groups[0].names : [];
  return [...new Set(names.map((name) => name.segment.before + name.document))];
}

/** The documents, those of an entity first that the whole question names. */
function meantFirst(ordered, found, groups) {
  const passing = new Set(found);
  const meant = meantBy(groups).filter((number) => passing.has(number));
  return [...meant, ...ordered.filter((number) => !meant.includes(number))];
}

async function result(index, number, score, wanted, problems) {
  const segment = segmentOf(index, number);
  const found = await spared(documentAt(segment, number - segment.before), problems, null);
  if (!found) return null;
  const { url, kind, date, title, source, language, blocks } = found;
  const passage = excerpt(bestPassage(blocks, wanted), wanted);
  return { url: SITE + url, title, titleMarks: marked(title, wanted), date, kind, source, language, score, ...passage };
}

/** The entities that the question names. */
function named(groups) {
  const found = new Map(groups.flatMap((group) => group.names).map((name) => [name.id, entity(name)]));
  return [...found.values()];
}

function entity({ id, title }) {
  return { title, kind: id.split("/")[0], url: `${SITE}archive/entities/${id}.html` };
}

/** The question with the words mended that were never met; nothing where all were. */
function corrected({ text, clauses }) {
  const mended = clauses.flatMap((clause) => clause.words).filter((word) => word.mended);
  let end = text.length;
  let found = "";
  for (const word of mended.sort((one, other) => other.start - one.start)) {
    found = word.as[0] + text.slice(word.end, end) + found;
    end = word.start;
  }
  return mended.length ? text.slice(0, end) + found : "";
}

/** BriefingSearch.suggest(text) → Promise<{completions: [text], entities: [{title, kind, url}]}> for a question as it is typed. */
async function suggest(text, { limit = 6 } = {}) {
  const problems = new Set();
  const index = await opened();
  const typed = String(text ?? "").slice(-MOST_CHARACTERS);
  const all = words(typed, true);
  const last = all.at(-1);
  if (!last || last.end !== typed.length) return { completions: [], entities: [] };
  const more = await completions(index.segments, last.surface, whole(limit) + 1, problems);
  const beginning = typed.slice(0, last.start);
  return {
    completions: more.filter(([surface]) => surface !== last.surface && !surface.startsWith("@")).map(([surface]) => beginning + surface).slice(0, whole(limit)),
    entities: (await namesOf(index, all.map((word) => word.surface), problems)).slice(0, whole(limit)).map(entity),
  };
}

/** The entities that are named by what was typed, or by its last words, the best known first. */
async function namesOf(index, surfaces, problems) {
  for (let first = Math.max(0, surfaces.length - LONGEST_NAME); first < surfaces.length; first++) {
    const typed = nameKey(surfaces.slice(first));
    const lists = await Promise.all(index.segments.map((segment) => spared(namesFrom(segment, typed), problems, [])));
    const found = lists.flat().sort((one, other) => other.often - one.often || one.turn - other.turn || one.key.length - other.key.length);
    if (found.length) return [...new Map(found.map((name) => [name.id, name])).values()];
  }
  return [];
}

/** BriefingSearch.histogram(text, options) → Promise<[{value: "2015-05", count}]>: the matches by month. */
async function histogram(text, options = {}) {
  const { facets } = await search(text, { ...options, limit: 0, count: ["date"] });
  return facets.date;
}

/** BriefingSearch.warm() begins to load what every question needs, for when somebody is about to ask one. */
function warm() {
  opened().catch(() => {}); // whoever asks is told
}

window.BriefingSearch = Object.freeze({ search, suggest, histogram, warm, take });
