// A question as what it asks for: words, phrases, what must not be there, and what it is narrowed to.

const MOST_WORDS = 48;
const MOST_CHARACTERS = 10000;
const TEXT_FIELDS = { title: 1, name: 2, summary: 4, heading: 8, text: 16 };
const FACETS = [
  "kind", "source", "person", "organization", "place", "initiative", "event", "thing", "topic", "author", "language",
  "rights", "year",
];
const PART = /(?<not>(?<!\S)-)?(?:(?<field>\p{L}+):(?=\S))?(?:["“”„](?<phrase>[^"“”„]*)["“”„]|(?<plain>[^\s"“”„]+))/gu;

/**
 * A question, read. Nothing in it is ever wrong: what has no meaning is words.
 *
 * clauses: [{words: [surface], fields: bits or 0, phrase: boolean}], of which any may match, and phrases must
 * without: the same, of which none may
 * facets:  [{facet, words, without}], the words a value must have
 * from, to: partial dates, from `from:2015` and `to:2016-03`
 * open:    the question ends inside its last word, which more letters may follow
 */
function question(text) {
  const asked = { clauses: [], without: [], facets: [], from: "", to: "", open: /[\p{L}\p{N}\p{M}]$/u.test(text) };
  let left = MOST_WORDS;
  for (const { groups } of String(text).slice(0, MOST_CHARACTERS).matchAll(PART)) {
    const field = groups.field?.toLowerCase();
    const value = groups.phrase ?? groups.plain;
    const found = words(value, true).map((word) => word.surface).slice(0, left);
    if (field === "from" || field === "to") {
      asked[field] = value;
      continue;
    }
    if (FACETS.includes(field) && found.length) {
      asked.facets.push({ facet: field, words: found, without: Boolean(groups.not) });
      continue;
    }
    if (field && !Object.hasOwn(TEXT_FIELDS, field)) add(asked, words(field, true), 0, groups, false);
    left -= found.length;
    add(asked, found.map((surface) => ({ surface })), TEXT_FIELDS[field] ?? 0, groups, groups.phrase !== undefined);
  }
  return asked;
}

function add(asked, found, fields, groups, phrase) {
  const surfaces = found.map((word) => word.surface);
  if (!surfaces.length) return;
  const list = groups.not ? asked.without : asked.clauses;
  const together = phrase && surfaces.length > 1;
  if (together || groups.not) list.push({ words: surfaces, fields, phrase: together });
  else for (const surface of surfaces) list.push({ words: [surface], fields, phrase: false });
}
