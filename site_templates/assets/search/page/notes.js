// What is said around the results: how the question was read, what was meant, what could not be loaded, and where to go
// when nothing fits.

function button(words, act, style = "ba-quiet-button") {
  const made = element("button", { type: "button", class: style }, words);
  made.addEventListener("click", act);
  return made;
}

// "34 results for “belt road”".
function summaryWords(answer, search) {
  const number = answer.exact ? counted(answer.total, "result") : "Results";
  const text = asQuestion(search.text);
  return text ? `${number} for “${shortened(text, 80)}”` : number;
}

function shortened(text, limit) {
  return text.length > limit ? `${text.slice(0, limit - 1).trimEnd()}…` : text;
}

// A question as the archive would write it, as a link that asks it.
function meantNote(answer, search, ask) {
  if (!answer.corrected) return null;
  const link = element("a", { href: addressOf({ ...search, text: answer.corrected }) }, answer.corrected);
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    ask(answer.corrected);
  });
  return element("p", { class: "ba-meant" }, "Did you mean ", link, "? This is what it finds.");
}

// What a reader should know of the words: which were taken as others, and which are nowhere.
function wordNotes(answer) {
  return answer.words.map((word) => wordNote(word, answer.corrected)).filter(Boolean).slice(0, 8);
}

// A word that was mended is told of already, in the question that was meant.
function wordNote(word, mended) {
  if (word.left || word.without || (mended && word.as.length)) return null;
  const text = `“${shortened(word.word, 40)}”`;
  if (word.as.length) return `${text} is nowhere in the archive; it was read as ${quoted(word.as)}.`;
  return word.documents === 0 ? `${text} is nowhere in the archive.` : null;
}

function quoted(words) {
  return words.slice(0, 3).map((each) => `“${each}”`).join(" or ");
}

function notesList(notes) {
  return notes.length ? element("ul", { class: "ba-notes" }, ...notes.map((each) => element("li", {}, each))) : null;
}

// What went wrong, in the engine's words; a part of the index that is missing can be asked for again.
function problemsNote(answer, again) {
  if (!answer.problems.length) return null;
  const missing = answer.problems.some((each) => each.includes("search index"));
  const words = missing ? "There may be more than is shown here: " : "";
  const told = answer.problems.slice(0, 3).map((each) => shortened(each, 120)).join("; ");
  return element("p", { class: "ba-failed", role: "alert" }, `${words}${told} `, missing ? button("Try again", again) : null);
}

function brokenNote(error, again) {
  const words = `The search could not be loaded${error?.message ? `: ${shortened(error.message, 200)}` : ""}. The pages themselves are all there. `;
  return element("div", {}, element("p", { class: "ba-failed", role: "alert" }, words, button("Try again", again)), waysIn());
}

// Nothing fits: why, as far as it is known, and what may help.
function emptyNote(answer, search, { unfilter, turn, ask }) {
  const advice = [
    isTurned(search) ? element("p", {}, `The dates end (${dated(search.to)}) before they begin (${dated(search.from)}). `, button("Turn them around", turn)) : null,
    isFiltered(search) ? element("p", {}, "Only what is chosen beside this was looked through. ", button("Search everything", unfilter)) : null,
  ];
  return element("div", { class: "ba-empty" },
    meantNote(answer, search, ask),
    readTable(answer),
    ...advice,
    waysIn(),
  );
}

// How every word was read and how often it is there, so that one sees which to change.
function readTable(answer) {
  const rows = answer.words.slice(0, 12).map((word) =>
    element("tr", {},
      element("th", { scope: "row" }, shortened(word.word, 40)),
      element("td", {}, readAs(word)),
      element("td", {}, word.documents === undefined ? "" : word.documents ? counted(word.documents, "page") : "nowhere")),
  );
  if (!rows.length) return null;
  const head = element("tr", {}, ...["Asked", "Read as", "In the archive"].map((name) => element("th", { scope: "col" }, name)));
  return element("table", { class: "ba-read" }, element("caption", { class: "ba-unseen" }, "How the question was read"), element("thead", {}, head), element("tbody", {}, ...rows));
}

function readAs(word) {
  if (word.left) return "too common to tell pages apart";
  const forms = word.as.slice(0, 4).join(", ") || (word.documents === 0 ? "–" : word.word);
  return word.without ? `must not be there: ${forms}` : forms;
}

// The ways in that the page has for those without JavaScript serve here as well.
function waysIn() {
  const ways = [["All articles", "archive/browse/index.html"], ["The timeline", "archive/timeline/index.html"], ["People", "archive/entities/people/index.html"], ["Organizations", "archive/entities/organizations/index.html"], ["Places", "archive/entities/places/index.html"]];
  const links = ways.map(([name, path]) => element("li", {}, element("a", { href: onSite(path).href }, name)));
  return element("div", { class: "ba-empty__ways" }, element("p", {}, "Or look around:"), element("ul", {}, ...links));
}
