// A question's words as terms of the index: what each was met as, or may have been meant as.

// English words that join others and say nothing of what somebody looks for. "Us" is none of them: it may be the U.S.
const FUNCTION = new Set(
  (
    "a about above after again against all also am an and any are as at be because been before being below between both but by " +
    "can cannot could did do does doing down during each either else ever for from further had has have having he her here hers " +
    "him his how however i if in into is it its itself let may me might more most must my neither no nor not of off on once only " +
    "or other ought our ours out over own per same shall she should since so some such than that the their theirs them then " +
    "there these they this those through thus to too under until up upon very was we were what when where whether which while " +
    "who whom whose why will with within without would you your yours"
  ).split(" "),
);
const FREQUENT = 0.5; // of all documents; a word in more than that joins others as well, in a language not told of above
const FEW = 1000; // documents, below which every word is looked up

/** How much a term says, by how few documents it stands in. */
function rarity(documents, all) {
  return Math.log(1 + (all - documents + 0.5) / (documents + 0.5));
}

/**
 * Reads a word: `readings` are its terms in each segment, with what each is worth; `forms` are the forms that show it in
 * a text; `documents` is in how many it stands; `as` are the words it was taken for where it was never met.
 */
async function readWord(index, word, { open, problems, seen }) {
  const same = open ? undefined : seen.get(word.surface);
  if (same) return same.done.then(() => Object.assign(word, { ...same.word, start: word.start, end: word.end }));
  const done = readNewWord(index, word, { open, problems });
  if (!open) seen.set(word.surface, { word, done });
  return done;
}

async function readNewWord(index, word, { open, problems }) {
  Object.assign(word, { readings: new Map(), forms: new Set([word.surface]), documents: 0, as: [] });
  await met(index, word, word.surface, 1, problems);
  if (open) {
    const more = await completions(index.segments, word.surface, 9, problems);
    word.as = more.map(([surface]) => surface).filter((surface) => surface !== word.surface);
    for (const surface of word.as) await met(index, word, surface, word.documents ? 0.4 : 0.8, problems);
  }
  if (word.documents) return;
  const others = unspaced(word.surface)
    ? (await completions(index.segments, word.surface, 9, problems)).map(([surface]) => ({ surface }))
    : await alike(index.segments, word.surface, problems);
  word.as = others.map((other) => other.surface);
  word.mended = others.length > 0 && !unspaced(word.surface) && !goesOn(word.surface, word.as[0]);
  const worth = [1, 0.6, 0.4];
  for (const [at, other] of others.entries()) await met(index, word, other.surface, worth[at] ?? 0.4, problems);
}

/** Whether one of two words is the beginning of the other: then nothing in it was wrong. */
function goesOn(one, other) {
  return one.startsWith(other) || other.startsWith(one);
}

function unspaced(word) {
  return new RegExp(`[${UNSPACED}]`, "u").test(word);
}

/** Adds the terms of a form that was met. */
async function met(index, word, surface, weight, problems) {
  let documents = 0;
  const all = await Promise.all(index.segments.map((segment) => spared(entries(segment, surface), problems, [])));
  index.segments.forEach((segment, at) => {
    const terms = word.readings.get(segment) ?? [];
    for (const entry of all[at]) {
      if (!terms.some((reading) => reading.term === entry.term)) terms.push({ term: entry.term, weight });
      forms(entry).forEach((form) => word.forms.add(form));
    }
    word.readings.set(segment, terms);
    documents += Math.max(0, ...all[at].map((entry) => entry.documents));
  });
  if (all.some((found) => found.length)) word.forms.add(surface);
  word.documents = Math.max(word.documents, documents);
}

/**
 * The names of entities among the question's words, the longest first: each `{first, end, found}`, the range of clauses
 * and the entries of the dictionary of names.
 */
async function namesIn(index, clauses, problems) {
  const spans = [];
  let first = 0;
  while (first < clauses.length) {
    const span = await nameAt(index, clauses, first, problems);
    if (span) spans.push(span);
    first = span ? span.end : first + 1;
  }
  return spans;
}

const LONGEST_NAME = 12; // words, or pairs of characters

// Left out of names, as many leave them out who search for one; the same ones as in generator/search/dictionary.py.
const SMALL = new Set(["a", "an", "and", "at", "for", "in", "of", "on", "the", "to"]);

/** The words of a name as it is looked up. */
function nameKey(surfaces) {
  const large = surfaces.filter((surface) => !SMALL.has(surface));
  return (large.length ? large : surfaces).join(" ");
}

/** The word as it was met, or what it was most likely meant as. */
function likeliest(word) {
  return word.mended ? word.as[0] : word.surface;
}

async function nameAt(index, clauses, first, problems) {
  const free = (clause) => !clause.fields && !clause.phrase;
  let last = first;
  while (last < clauses.length && last - first < LONGEST_NAME && free(clauses[last])) last++;
  if (last === first) return null;
  const parts = clauses.slice(first, last).map((clause) => likeliest(clause.words[0]));
  const start = nameKey(parts).split(" ")[0];
  const lists = await Promise.all(
    index.segments.filter((segment) => segment.names.length).map((segment) => spared(namesFrom(segment, start, 4), problems, [])),
  );
  const whole = lists.flat().filter((name) => name.turn === 0);
  for (let end = last; end > first; end--) {
    const key = nameKey(parts.slice(0, end - first));
    const found = whole.filter((name) => name.key === key);
    if (found.length) return { first, end, found };
  }
  return null;
}

/**
 * The question as groups that add to a document's score, each with what it weighs: words, phrases, and names, which an
 * article may also call by another name.
 */
async function readQuestion(index, asked, { open, problems }) {
  const every = [...asked.clauses, ...asked.without].flatMap((clause) => clause.words);
  const last = asked.clauses.at(-1);
  const typed = open && asked.open && last && !last.phrase ? last.words.at(-1) : null;
  const seen = new Map();
  const early = namesIn(index, asked.clauses, problems);
  await Promise.all(
    every.map((word) => readWord(index, word, { open: word === typed && word.end === asked.text.length, problems, seen })),
  );
  const spans = every.some((word) => word.mended) ? await namesIn(index, asked.clauses, problems) : await early;
  for (const word of every) word.weight = word.documents && rarity(word.documents, index.documents);
  leaveFrequent(index, asked.clauses);
  const groups = [];
  for (let at = 0; at < asked.clauses.length; ) {
    const span = spans.find((each) => each.first === at);
    const clauses = span ? asked.clauses.slice(span.first, span.end) : [asked.clauses[at]];
    groups.push(await grouped(index, clauses, span, problems));
    at += clauses.length;
  }
  return groups.filter((group) => group.weight > 0);
}

/**
 * Marks the words that are left out: those that join others, and those that are in so many documents that they say
 * little. They stay where there are no others.
 */
function leaveFrequent(index, clauses) {
  const single = clauses.filter((clause) => !clause.phrase).map((clause) => clause.words[0]);
  const most = Math.max(FEW, FREQUENT * index.documents);
  const phrases = clauses.length > single.length;
  for (const says of [(word) => word.documents <= most && !FUNCTION.has(word.surface), (word) => !FUNCTION.has(word.surface)]) {
    const telling = single.filter((word) => word.documents && says(word));
    if (!telling.length && !phrases) continue;
    for (const word of single) word.left = word.documents > 0 && !telling.includes(word);
    return;
  }
}

async function grouped(index, clauses, span, problems) {
  const used = clauses.filter((clause) => !clause.words[0].left || clause.phrase);
  const weight = used.flatMap((clause) => clause.words).reduce((sum, word) => sum + word.weight, 0);
  const group = { clauses: used, weight, names: span?.found ?? [], readings: new Map() };
  const ids = [...new Set(group.names.map((name) => name.id))];
  let documents = 0;
  await Promise.all(
    index.segments.map(async (segment) => {
      const found = await Promise.all(ids.map((id) => spared(entries(segment, `@${id}`), problems, [])));
      group.readings.set(segment, found.flat().map((entry) => ({ term: entry.term, weight: 1 })));
      documents += Math.max(0, ...found.flat().map((entry) => entry.documents));
    }),
  );
  // A name in words that no text has weighs what its bearer does.
  if (ids.length && !group.weight) group.weight = rarity(documents, index.documents);
  return group;
}
