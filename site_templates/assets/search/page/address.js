// The search as an address: everything that is chosen stands in the query string, so that a search is a link.

const { element, drawn, marked, icon, dot, KINDS, grouped, counted, dated, told, kindOf } = window.BriefingReader ?? {};
const { asked, asQuestion, wordsToMark, resultAddress, searchAddress, onSite, onSearchKey } = window.BriefingReader ?? {};

// The facets, in the order in which they are shown, with what they are called.
const FACETS = {
  kind: "Kind",
  source: "Source",
  year: "Year",
  person: "Person",
  organization: "Organization",
  place: "Place",
  initiative: "Initiative",
  event: "Event",
  thing: "Thing",
  topic: "Topic",
  author: "Author",
  language: "Language",
};

const SORTS = ["relevance", "newest", "oldest"];

// How many results are shown at first, and how many more at a time.
const STEP = 20;

// How many fill a screen: when the page opens, they are shown before the others are there.
const FIRST = 10;
const MOST_SHOWN = 1000;

// The most values that an address may choose in a facet.
const MOST_VALUES = 100;

function searchOf(address) {
  const given = new URL(address).searchParams;
  const chosen = Object.keys(FACETS).map((name) => [name, [...new Set(given.getAll(name))].slice(0, MOST_VALUES)]);
  const shown = Math.floor(Number(given.get("shown")));
  return {
    text: given.get("q") ?? "",
    facets: Object.fromEntries(chosen),
    from: given.get("from") ?? "",
    to: given.get("to") ?? "",
    sort: SORTS.includes(given.get("sort")) ? given.get("sort") : SORTS[0],
    shown: shown > STEP ? Math.min(shown, MOST_SHOWN) : STEP,
  };
}

function addressOf(search) {
  const address = new URL(searchAddress(asQuestion(search.text)));
  for (const [name, values] of Object.entries(search.facets)) for (const value of values) address.searchParams.append(name, value);
  for (const name of ["from", "to"]) if (search[name]) address.searchParams.set(name, search[name]);
  if (search.sort !== SORTS[0]) address.searchParams.set("sort", search.sort);
  if (search.shown !== STEP) address.searchParams.set("shown", search.shown);
  return address.href;
}

// The search without any choice but its words.
function unfiltered(search) {
  return { ...search, facets: Object.fromEntries(Object.keys(FACETS).map((name) => [name, []])), from: "", to: "", shown: STEP };
}

function isFiltered(search) {
  return Boolean(search.from || search.to || Object.values(search.facets).some((values) => values.length));
}

// Whether there is anything to look for; to order by date with nothing else said is to leaf through everything.
function isAsked(search) {
  return Boolean(asQuestion(search.text)) || isFiltered(search) || search.sort !== SORTS[0];
}

function withChosen(search, name, value, wanted) {
  const others = search.facets[name].filter((each) => each !== value);
  return { ...search, facets: { ...search.facets, [name]: wanted ? [...others, value] : others }, shown: STEP };
}

// What the engine is asked with: dates only as far as they are dates.
function optionsOf(search) {
  const { kind, ...facets } = search.facets;
  const days = { from: isDate(search.from) ? search.from : "", to: isDate(search.to) ? search.to : "" };
  return { kinds: kind, facets, ...days, sort: search.sort };
}

// A year, a month or a day that the calendar has.
function isDate(text) {
  const [, year, month = "01", day = "01"] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text) ?? [];
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(`${year}-${month}-${day}`);
}

// Whether the days end before they begin.
function isTurned({ from, to }) {
  const length = Math.min(from.length, to.length);
  return isDate(from) && isDate(to) && from.slice(0, length) > to.slice(0, length);
}
