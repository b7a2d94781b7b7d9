// A question as what it asks for: words, phrases, what must not be there, and what it is narrowed to.

const MOST_WORDS = 80;
const MOST_CHARACTERS = 10000;
const TEXT_FIELDS = { title: 1, name: 2, summary: 4, heading: 8, text: 16 };
const FACETS = [
  "kind", "year", "source", "person", "organization", "place", "initiative", "event", "thing", "topic", "author",
  "language", "rights",
];
const PART = /(?<not>(?<!\S)-)?(?:(?<field>\p{L}{2,20}):(?=\S))?(?:["“”„](?<phrase>[^"“”„]*)["“”„]|(?<plain>[^\s"“”„]+))/dgu;
const PARTIAL_DATE = /^\d{4}(-\d\d(-\d\d)?)?$/;

/**
 * A question, read. Nothing in it is ever wrong: what has no meaning is words.
 *
 * clauses: [{words: [{surface, start, end}], fields, phrase}]: any may match, a phrase must; `fields` are bits, 0 is all
 * without: the same, of which none may match
 * facets:  [{facet, words, without}]: the words that a value must have
 * from, to: partial dates; `ignored` are those that are none
 * open:    the question ends inside a word, which more letters may follow
 */
function question(text) {
  const asked = {
    text, clauses: [], without: [], facets: [], from: "", to: "", ignored: [], open: /[\p{L}\p{N}\p{M}]$/u.test(text),
  };
  for (const { groups, indices } of text.slice(0, MOST_CHARACTERS).matchAll(PART)) {
    const value = groups.phrase ?? groups.plain;
    const [start] = indices.groups.phrase ?? indices.groups.plain;
    if (narrowed(asked, groups, value)) continue;
    if (groups.field && !Object.hasOwn(TEXT_FIELDS, groups.field.toLowerCase())) {
      add(asked, placedWords(groups.field, indices.groups.field[0]), 0, false, groups.not);
    }
    const fields = TEXT_FIELDS[groups.field?.toLowerCase()] ?? 0;
    add(asked, placedWords(value, start), fields, groups.phrase !== undefined, groups.not);
  }
  return asked;
}

/** The words of a part of the question, with where they stand in the whole. */
function placedWords(text, offset) {
  return words(text, true).map((word) => ({ surface: word.surface, start: word.start + offset, end: word.end + offset }));
}

/** Whether the part narrows the question, and so is no word of it. */
function narrowed(asked, groups, value) {
  const field = groups.field?.toLowerCase();
  if (field === "from" || field === "to") {
    if (PARTIAL_DATE.test(value)) asked[field] = value;
    else asked.ignored.push(value);
    return true;
  }
  const found = FACETS.includes(field) ? words(value, true).map((word) => word.surface) : [];
  if (found.length) asked.facets.push({ facet: field, words: found, without: Boolean(groups.not) });
  return found.length > 0;
}

function add(asked, found, fields, quoted, not) {
  const list = not ? asked.without : asked.clauses;
  const left = MOST_WORDS - asked.clauses.reduce((sum, clause) => sum + clause.words.length, asked.without.length);
  const taken = found.slice(0, Math.max(0, left));
  const phrase = quoted && taken.length > 1;
  if (phrase) list.push({ words: taken, fields, phrase });
  else for (const word of taken) list.push({ words: [word], fields, phrase: false });
}
