// BriefingSearch.search(text, options) → Promise<{total, facets, results}>; see docs/guide/search.md, "Building on it".

/** The clauses with their readings in every segment, and what each weighs by how rare it is in the whole archive. */
async function read(segments, clauses) {
  const all = segments.reduce((sum, segment) => sum + segment.documents, 0);
  const flat = clauses.flatMap((clause) =>
    clause.words.map((surface) => ({ surface, fields: clause.fields, required: clause.phrase, readings: new Map() })),
  );
  await Promise.all(
    flat.map(async (clause) => {
      clause.forms = new Set([clause.surface]);
      let documents = 0;
      await Promise.all(
        segments.map(async (segment) => {
          const found = await entries(segment, clause.surface);
          documents += Math.max(0, ...found.map((entry) => entry.documents));
          clause.readings.set(segment, found.map((entry) => ({ term: entry.term, weight: 1 })));
          found.forEach((entry) => entry.forms.forEach((form) => clause.forms.add(form)));
        }),
      );
      clause.documents = documents;
      clause.weight = rarity(documents, all);
    }),
  );
  return flat;
}

async function search(text, options = {}) {
  const { limit = 10, offset = 0 } = options;
  const problems = [];
  const asked = question(text);
  const segments = await opened();
  const [clauses, without] = await Promise.all([read(segments, asked.clauses), read(segments, asked.without)]);
  const found = [];
  await Promise.all(
    segments.map(async (segment, rank) => {
      const { documents, scores } = await matched(segment, clauses, without);
      for (const document of documents) found.push({ segment, rank, document, score: scores[document] });
    }),
  );
  found.sort((one, other) => other.score - one.score || one.rank - other.rank || other.document - one.document);
  const wanted = new Map();
  clauses.forEach((clause, number) => clause.forms.forEach((form) => wanted.set(form, { clause: number, weight: clause.weight })));
  const results = await Promise.all(found.slice(offset, offset + limit).map((each) => result(each, wanted)));
  return { total: found.length, exact: true, facets: {}, results, problems };
}

async function result({ segment, document, score }, wanted) {
  const { url, kind, date, title, blocks } = await documentAt(segment, document);
  const passage = excerpt(blocks, wanted);
  return { url: SITE + url, title, titleMarks: marked(title, wanted), date, kind, score, ...passage };
}

window.BriefingSearch = Object.freeze({ search, take });
