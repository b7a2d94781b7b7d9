// The list below the field: completions and names first, then results, then the way to all of them. Each is a link, so
// that it can be opened in another tab as well.

// What to offer for a text: groups of options, each group named for those who do not see the lines between them.
function offered(text, completions, answer) {
  const names = withoutTwins([answer.entity, ...completions.entities].filter(Boolean)).slice(0, 3);
  const known = new Set(names.map((each) => each.url));
  const results = answer.results.filter((each) => !known.has(each.url)).slice(0, 5);
  return [
    ["Complete", completions.completions.slice(0, 3).map((each) => completion(text, each))],
    ["Names", names.map((each) => nameOption(answer, each))],
    ["Results", results.map((each) => resultOption(answer, each))],
    ["More", answer.total ? [everything(text)] : []],
  ].filter(([, options]) => options.length);
}

function withoutTwins(entities) {
  return entities.filter((each, at) => entities.findIndex((other) => other.url === each.url) === at);
}

function option(href, kind, ...content) {
  return element("a", { class: `ba-option ba-option--${kind}`, role: "option", tabindex: "-1", "aria-selected": "false", href }, ...content);
}

// The typed letters stay light, what they would become is dark.
function completion(text, whole) {
  const shared = folded(whole).startsWith(folded(text)) ? text.length : 0;
  const shown = [whole.slice(0, shared), shared < whole.length ? element("b", {}, whole.slice(shared)) : null];
  return option(searchAddress(whole), "word", icon("search"), element("span", {}, ...shown));
}

function nameOption(answer, result) {
  const href = resultAddress(result);
  const kind = element("span", { class: "ba-option__kind" }, kindOf(result));
  const name = element("span", { class: "ba-option__title" }, ...marked(result.title, result.titleMarks));
  return option(href, "name", dot(result), name, kind);
}

function resultOption(answer, result) {
  return option(
    resultAddress(result, wordsToMark(answer, result)),
    "result",
    element("span", { class: "ba-option__title", lang: result.language }, ...marked(result.title, result.titleMarks)),
    element("span", { class: "ba-option__told" }, told(result) || kindOf(result)),
    element("span", { class: "ba-option__excerpt", lang: result.language }, ...marked(result.excerpt ?? "", result.marks)),
  );
}

function everything(text) {
  const shown = asQuestion(text).slice(0, 60);
  return option(searchAddress(asQuestion(text)), "all", element("span", {}, `All results for “${shown}”`), icon("arrow"));
}

function dot(result) {
  return element("span", { class: `ba-dot ba-dot--${result.kind in KINDS ? result.kind : "things"}`, "aria-hidden": "true" });
}
