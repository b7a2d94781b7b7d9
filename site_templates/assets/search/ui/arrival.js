// On a page that a reader came to from a result: the words of the question are marked in its text, with a way to go from
// one to the next and to take the marks away.

// More marks than anybody will follow only make a page slow.
const MOST_MARKS = 500;

function markArrival() {
  const page = document.querySelector(".ba-page");
  const given = (new URLSearchParams(location.search).get("h") ?? "").slice(0, CARRIED);
  const words = new Set((given.match(WORD) ?? []).map(folded));
  if (!page || !words.size || document.querySelector(".ba-asking")) return;
  const marks = spoken(page).flatMap(textsOf).flatMap((text) => markWords(text, words)).slice(0, MOST_MARKS);
  if (marks.length) document.body.append(markBar(marks));
}

// What the words were looked for in: the title and the text of an article, and of any other page all of it.
function spoken(page) {
  const text = page.querySelector(".ba-text");
  return text?.firstChild ? [page.querySelector("h1"), page.querySelector(".ba-subtitle"), text].filter(Boolean) : [page];
}

// The texts that are read, not those that serve: no folded tables, no signs behind headings.
function textsOf(part) {
  const serving = "script, style, noscript, svg, details, .headerlink, .md-nav, mark";
  const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT, (text) =>
    text.parentElement.closest(serving) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  const texts = [];
  while (walker.nextNode()) texts.push(walker.currentNode);
  return texts;
}

function markWords(text, words) {
  const places = placesOf(words, text.data);
  if (!places.length) return [];
  const parts = marked(text.data, places).filter((part) => part !== "");
  text.replaceWith(...parts);
  const marks = parts.filter((part) => part instanceof Element);
  marks.forEach((mark) => mark.classList.add("ba-arrived"));
  return marks;
}

// A small bar that stays in view: how many, the one before, the one behind, away with them.
function markBar(marks) {
  const status = element("span", { role: "status" }, counted(marks.length, "marked word"));
  const bar = element("div", { class: "ba-marks", role: "region", "aria-label": "Marked words" }, status);
  let at = -1;
  const go = (step) => {
    at = at < 0 ? first(marks, step) : (at + step + marks.length) % marks.length;
    marks.forEach((mark, index) => mark.classList.toggle("ba-arrived--here", index === at));
    marks[at].scrollIntoView({ block: "center" });
    status.textContent = `${at + 1} of ${marks.length}`;
  };
  bar.append(
    barButton("Word before", () => go(-1), icon("up")),
    barButton("Next word", () => go(1), icon("down")),
    barButton("Take the marks away", () => unmark(bar), icon("close")),
  );
  return bar;
}

function barButton(name, act, picture) {
  const button = element("button", { type: "button", title: name, "aria-label": name }, picture);
  button.addEventListener("click", act);
  return button;
}

// Where to begin: at the first mark that is below the top of the screen, or above it when going back.
function first(marks, step) {
  const below = marks.findIndex((mark) => mark.getBoundingClientRect().top > innerHeight / 4);
  const next = below < 0 ? 0 : below;
  return step > 0 ? next : (next + marks.length - 1) % marks.length;
}

// The address loses the words too, in its place, so that going back still leads to the results.
function unmark(bar) {
  bar.remove();
  for (const mark of document.querySelectorAll("mark.ba-arrived")) {
    const around = mark.parentNode;
    mark.replaceWith(...mark.childNodes);
    around.normalize();
  }
  const address = new URL(location.href);
  address.searchParams.delete("h");
  history.replaceState(history.state, "", address);
}
