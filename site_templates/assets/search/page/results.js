// The list of results, and the entity that a question names, before them.

function resultItem(answer, result) {
  const href = resultAddress(result, wordsToMark(answer, result));
  return element("li", { class: "ba-result" },
    element("h3", { lang: result.language }, element("a", { href }, ...marked(result.title || "Untitled", result.titleMarks))),
    element("p", { class: "ba-result__told" }, dot(result), element("span", {}, kindOf(result)), ...withDots(told(result))),
    result.excerpt ? element("p", { class: "ba-result__excerpt", lang: result.language }, ...marked(result.excerpt, result.marks)) : null,
  );
}

function withDots(words) {
  return words ? [" · ", words] : [];
}

// The entity: what it is, in a frame of its kind's color, with the way to the articles that name it.
function entityCard(answer, entity, only) {
  const kind = entity.kind in KINDS ? entity.kind : "things";
  return element("section", { class: `ba-card ba-card--${kind}`, "aria-label": `${kindOf(entity)}: ${entity.title}` },
    element("p", { class: "ba-result__told" }, dot(entity), element("span", {}, kindOf(entity)), ...withDots(told(entity))),
    element("h3", {}, element("a", { href: resultAddress(entity) }, entity.title)),
    entity.excerpt ? element("p", { class: "ba-result__excerpt" }, ...marked(entity.excerpt, entity.marks)) : null,
    only,
  );
}

// The facet and value that keep to the articles that name this entity; null where there is no such facet.
function facetOfEntity(entity) {
  const facets = { people: "person", organizations: "organization", places: "place", initiatives: "initiative", events: "event", things: "thing" };
  return entity.kind in facets ? { name: facets[entity.kind], value: entity.title } : null;
}
