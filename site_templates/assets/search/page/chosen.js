// What is chosen, above the results: each a button that takes it away again.

function chips(search, labels, { drop, undate, unfilter }) {
  const values = Object.entries(search.facets).flatMap(([name, chosen]) => chosen.map((value) => chip(`${FACETS[name]}: ${labels(name, value)}`, () => drop(name, value))));
  const dates = search.from || search.to ? [chip(`Published ${rangeWords(search)}`, undate)] : [];
  const all = [...values, ...dates];
  return [...all, all.length > 1 ? button("Take all away", unfilter) : null].filter(Boolean);
}

function chip(words, act) {
  const made = element("button", { type: "button", class: "ba-chip", "aria-label": `Take away: ${words}` }, element("span", {}, shortened(words, 60)), icon("close"));
  made.addEventListener("click", act);
  return made;
}

function rangeWords({ from, to }) {
  if (from === to) return dated(from);
  return from && to ? `${dated(from)} – ${dated(to)}` : from ? `from ${dated(from)}` : `until ${dated(to)}`;
}
