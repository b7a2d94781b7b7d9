// What narrows a question, and what is left to narrow it by: values, and how many documents have each.

const KIND_WORDS = {
  article: "articles", person: "people", organization: "organizations", place: "places", initiative: "initiatives",
  event: "events", thing: "things",
};
const MOST_VALUES = 200;

function asColumn([values, counts, which]) {
  const count = numbers(counts);
  const starts = new Uint32Array(count.length + 1);
  count.forEach((each, document) => (starts[document + 1] = starts[document] + each));
  return { values: which.length ? lines(values) : [], starts, which: numbers(which) };
}

const EMPTY = { values: [], starts: null, which: [] };

/** The column of a facet; `year` and `date`, by months, are made of the dates. */
async function column(segment, facet, problems) {
  const dated = facet === "year" || facet === "date";
  if (!dated && facet !== "kind" && !segment.facets.includes(facet)) return EMPTY;
  const found = await spared(shard(segment, dated ? "c-date" : `c-${facet}`, asColumn), problems, EMPTY);
  if (!dated) return found;
  const length = facet === "year" ? 4 : 7;
  return { ...found, values: found.values.map((value) => value.slice(0, length)), dates: found.values };
}

/** Every value a document has. */
function valuesOf({ starts, which }, document) {
  return starts ? which.subarray(starts[document], starts[document + 1]) : [];
}

/** What a question and its options narrow it to: `{facet, fits(value), without}`; every one has to be kept. */
function filters(asked, { kinds, facets, from, to }, problems) {
  const found = asked.facets.map(({ facet, words: wanted, without }) => ({ facet, without, fits: (value) => says(facet, value, wanted) }));
  const chosen = Object.entries({ ...facets, ...(kinds?.length ? { kind: kinds } : {}) });
  for (const [facet, values] of chosen) {
    const wanted = new Set([values].flat().map(String));
    if (wanted.size && (FACETS.includes(facet) || facet === "date")) found.push({ facet, fits: (value) => wanted.has(value) });
  }
  for (const [first, last] of [[asked.from, asked.to], [dated(from, problems), dated(to, problems)]]) {
    // A date known to the month or year is in the range if any of its days is.
    const fits = (_, date) => (!first || `${date}~` >= first) && (!last || date <= `${last}~`);
    if (first || last) found.push({ facet: "date", fits });
  }
  asked.ignored.forEach((date) => dated(date, problems));
  return found;
}

function dated(date, problems) {
  if (!date || PARTIAL_DATE.test(date)) return date;
  problems.add(`“${String(date).slice(0, 40)}” is not a date: write 2015, 2015-05 or 2015-05-07.`);
  return "";
}

/** Whether a value has all these words, the last letters of each aside. */
function says(facet, value, wanted) {
  const known = words(value, true).map((word) => word.surface);
  return wanted.every((word) => {
    const kind = facet === "kind" ? (Object.hasOwn(KIND_WORDS, word) ? KIND_WORDS[word] : word) : word;
    return known.some((each) => each.startsWith(kind));
  });
}

/**
 * The documents with a score that all filters let pass, as numbers in the whole index, and the counts of the values.
 * The values of a facet are counted as if nothing had been chosen of it, since they are what one may choose instead.
 */
async function narrowedTo(segment, scores, chosen, counted, counts, problems) {
  const names = [...new Set([...chosen.map((filter) => filter.facet), ...counted])];
  const columns = new Map(await Promise.all(names.map(async (name) => [name, await column(segment, name, problems)])));
  const tests = chosen.map(({ facet, fits, without }) => {
    const { values, dates } = columns.get(facet);
    return { facet, without, column: columns.get(facet), fitting: values.map((value, at) => fits(value, dates?.[at])) };
  });
  const tallies = counted.map((facet) => ({ facet, column: columns.get(facet), tally: new Uint32Array(columns.get(facet).values.length) }));
  const found = [];
  for (let document = 0; document < scores.length; document++) {
    if (!scores[document]) continue;
    const failed = tests.filter((test) => valuesOf(test.column, document).some((value) => test.fitting[value]) === Boolean(test.without));
    const only = failed[0]?.facet;
    if (!failed.length) found.push(segment.before + document);
    if (failed.some((test) => test.facet !== only)) continue;
    for (const { facet, column: here, tally } of tallies) {
      if (!failed.length || facet === only) for (const value of valuesOf(here, document)) tally[value]++;
    }
  }
  for (const { facet, column: here, tally } of tallies) {
    tally.forEach((count, value) => count && counts.get(facet).set(here.values[value], (counts.get(facet).get(here.values[value]) ?? 0) + count));
  }
  return found;
}

/** The counts as lists: of dates in their order, of all others the most frequent first. */
function listed(counts) {
  const found = {};
  for (const [facet, values] of counts) {
    const list = [...values].map(([value, count]) => ({ value, count }));
    const byValue = (one, other) => (one.value < other.value ? -1 : 1);
    if (facet === "date" || facet === "year") found[facet] = list.sort(byValue);
    else found[facet] = list.sort((one, other) => other.count - one.count || byValue(one, other)).slice(0, MOST_VALUES);
  }
  return found;
}
