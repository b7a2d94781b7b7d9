// Builds elements. Every text becomes a text node, so that nothing in a question or in the data is ever read as markup.

function element(tag, attributes = {}, ...children) {
  return filled(document.createElement(tag), attributes, children);
}

// The same for pictures, whose elements live in a namespace of their own.
function drawn(tag, attributes = {}, ...children) {
  return filled(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes, children);
}

function filled(made, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined && value !== false) made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== ""));
  return made;
}

// The text as strings and <mark> elements; spans are [start, end] in UTF-16 units, and those that do not fit are left out.
function marked(text, spans = []) {
  const parts = [];
  let at = 0;
  for (const [start, end] of [...spans].sort((one, other) => one[0] - other[0])) {
    if (!(start >= at && end > start && end <= text.length)) continue;
    parts.push(text.slice(at, start), element("mark", {}, text.slice(start, end)));
    at = end;
  }
  return [...parts, text.slice(at)];
}

// A picture from the theme's own set would need markup; these three are lines.
function icon(name) {
  const lines = {
    search: "M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13M15.5 15.5 20 20",
    arrow: "M5 12h14M13 6l6 6-6 6",
    close: "M6 6l12 12M18 6 6 18",
    up: "M6 15l6-6 6 6",
    down: "M6 9l6 6 6-6",
  };
  return drawn("svg", { class: "ba-icon", viewBox: "0 0 24 24", "aria-hidden": "true" }, drawn("path", { d: lines[name] }));
}
