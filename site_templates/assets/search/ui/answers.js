// What the engine answers, with everything in its place that it may leave out.

// The longest question that is asked; more than that is no question, and would make every address too long.
const LONGEST = 1000;

// An answer as the page shows it: the entity that the question names apart from the other results.
async function asked(text, options = {}) {
  const answer = await BriefingSearch.search(asQuestion(text), options);
  const [first, ...others] = answer.results;
  const named = !options.offset && answer.entities.some((entity) => entity.url === first?.url);
  return { ...answer, entity: named ? first : null, results: named ? others : answer.results };
}

function completed(text, limit) {
  return BriefingSearch.suggest(asQuestion(text), { limit });
}

// Spaces made one, and no longer than a question can be; a half of a character at the cut is left out.
function asQuestion(text) {
  return text.replace(/\s+/gu, " ").trim().slice(0, LONGEST).replace(/[\uD800-\uDBFF]$/u, "");
}

// The words to mark on a result's page: as they stand in the result, and as the question was read.
function wordsToMark(answer, result) {
  const read = answer.words.filter((word) => !word.left && !word.without).flatMap((word) => [word.word, ...word.as.slice(0, 1)]);
  const seen = [...slices(result.title, result.titleMarks), ...slices(result.excerpt, result.marks)];
  return [...seen, ...read].map((word) => word.toLowerCase());
}

function slices(text = "", spans = []) {
  return spans.map(([start, end]) => text.slice(start, end));
}
