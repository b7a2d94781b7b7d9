// The facets: what the results are of, with how many, to choose from. A list is renewed in place, so that the checkbox
// that a reader has just pressed keeps the focus.

// How many values a list shows before it is asked for more, and from how many on it can be searched itself.
const FIRST_VALUES = 6;
const MANY_VALUES = 20;
const OPEN_AT_FIRST = ["kind", "source", "person"];

class Facet {
  constructor(name, choose) {
    this.name = name;
    this.choose = choose;
    this.rows = new Map();
    this.all = false;
    this.list = element("ul", { class: "ba-facet__values" });
    this.sift = element("input", { class: "ba-facet__sift", type: "text", "aria-label": `Find a value of ${FACETS[name]}`, placeholder: "Find", autocomplete: "off", hidden: true });
    this.more = element("button", { class: "ba-quiet-button", type: "button", hidden: true });
    this.fold = element("details", { class: "ba-facet", open: OPEN_AT_FIRST.includes(name), hidden: true },
      element("summary", {}, FACETS[name]), this.sift, this.list, this.more);
    this.more.addEventListener("click", () => this.unfold());
    this.sift.addEventListener("input", () => this.arrange());
  }

  unfold() {
    this.all = !this.all;
    this.arrange();
    // The button may move far down; who pressed it wants to read what is new.
    if (this.all) this.shownRows[FIRST_VALUES]?.querySelector("input").focus();
  }

  show(values, chosen) {
    const known = values.map(({ value, label, count }) => ({ value: String(value), label: this.labelOf(value, label), count }));
    const missing = chosen.filter((value) => !known.some((each) => each.value === value));
    this.values = [...known, ...missing.map((value) => ({ value, label: this.labelOf(value), count: 0 }))];
    this.chosen = new Set(chosen);
    this.fold.hidden = !this.values.length;
    if (chosen.length) this.fold.open = true;
    this.arrange();
  }

  labelOf(value, label = value) {
    return this.name === "kind" ? KINDS[value]?.[1] ?? String(label) : this.name === "language" ? languageName(label) : String(label);
  }

  // The chosen ones stay in sight, however few fit them.
  arrange() {
    const sifted = this.sift.value.trim().toLowerCase();
    const fitting = this.values.filter((each) => each.label.toLowerCase().includes(sifted));
    const few = fitting.filter((each, at) => at < FIRST_VALUES || this.chosen.has(each.value));
    const rows = (this.all || sifted ? fitting : few).map((each) => this.row(each));
    renew(this.list, rows);
    this.shownRows = rows;
    this.sift.hidden = !this.all || this.values.length < MANY_VALUES;
    this.more.hidden = fitting.length <= few.length;
    this.more.textContent = this.all ? "Show fewer" : `Show all ${grouped(this.values.length)}`;
    this.more.setAttribute("aria-expanded", String(this.all));
    this.more.setAttribute("aria-label", `${this.more.textContent}: ${FACETS[this.name]}`);
  }

  row({ value, label, count }) {
    if (!this.rows.has(value)) this.rows.set(value, this.newRow(value, label));
    const row = this.rows.get(value);
    row.querySelector("input").checked = this.chosen.has(value);
    row.querySelector(".ba-count").textContent = grouped(count);
    return row;
  }

  newRow(value, label) {
    const box = element("input", { type: "checkbox" });
    box.addEventListener("change", () => this.choose(this.name, value, box.checked));
    const kind = this.name === "kind" && value in KINDS ? dot({ kind: value }) : null;
    return element("li", {}, element("label", {}, box, kind, element("span", { class: "ba-facet__label" }, label), element("span", { class: "ba-count" })));
  }
}

// The children of an element become these, moving no more than has to move.
function renew(parent, children) {
  const wanted = new Set(children);
  for (const child of [...parent.children]) if (!wanted.has(child)) child.remove();
  children.forEach((child, at) => parent.children[at] === child || parent.insertBefore(child, parent.children[at] ?? null));
}

function languageName(code) {
  try {
    return new Intl.DisplayNames(["en"], { type: "language" }).of(String(code)) ?? String(code);
  } catch {
    return String(code);
  }
}
