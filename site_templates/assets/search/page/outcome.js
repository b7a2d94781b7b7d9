// The part of the page that shows what was found. It is renewed when an answer is there, never emptied before.

class Outcome {
  constructor(acts) {
    this.acts = acts;
    this.heading = element("h2", { class: "ba-summary", tabindex: "-1" });
    this.status = element("p", { class: "ba-unseen", role: "status" });
    this.sort = sortField((sort) => acts.sort(sort));
    this.chips = element("div", { class: "ba-chips", role: "group", "aria-label": "Chosen" });
    this.notes = element("div");
    this.card = element("div");
    this.list = element("ol", { class: "ba-results" });
    this.more = button("More results", () => acts.more(), "ba-more");
    this.place = element("div", { class: "ba-outcome", hidden: true },
      element("div", { class: "ba-summary-line" }, this.heading, this.sort.label),
      this.chips, this.notes, this.card, this.list, this.more);
  }

  show(answer, search, labels) {
    this.answer = answer;
    this.place.hidden = false;
    this.place.classList.remove("ba-outcome--waiting");
    this.sort.select.value = search.sort;
    this.chips.replaceChildren(...chips(search, labels, this.acts));
    this.summarize(answer, search);
    this.sort.label.hidden = answer.exact && answer.total < 2;
    this.showNotes(answer, search);
    put(this.card, answer.entity ? [entityCard(answer, answer.entity, this.only(answer.entity, search))] : []);
    put(this.list, answer.results.map((each) => resultItem(answer, each)));
    this.count(answer);
  }

  // The number is told only when it is the true one; until then the last one stays.
  summarize(answer, search) {
    if (!answer.exact) {
      if (!this.counted && answer.results.length) this.heading.textContent = summaryWords(answer, search);
      return;
    }
    this.counted = true;
    const found = answer.total || answer.entity;
    this.heading.textContent = found ? summaryWords(answer, search) : "No results";
    if (this.status.textContent !== this.heading.textContent) this.status.textContent = this.heading.textContent;
    document.title = [shortened(asQuestion(search.text), 60), this.acts.title].filter(Boolean).join(" - ");
  }

  showNotes(answer, search) {
    const nothing = answer.exact && !answer.total && !answer.entity;
    const notes = nothing
      ? [problemsNote(answer, this.acts.again), emptyNote(answer, search, this.acts)]
      : [problemsNote(answer, this.acts.again), meantNote(answer, search, this.acts.ask), notesList(wordNotes(answer))];
    this.notes.replaceChildren(...notes.filter(Boolean));
  }

  only(entity, search) {
    const facet = facetOfEntity(entity);
    if (!facet) return null;
    const narrowed = { ...unfiltered(search), text: "" };
    return element("p", { class: "ba-card__only" }, element("a", { href: addressOf(withChosen(narrowed, facet.name, facet.value, true)) }, "Only what names it"));
  }

  // How many results are on the page, the entity among them.
  get shown() {
    return this.list.children.length + this.card.children.length;
  }

  // Further results, below those that are there; the focus goes to the first of them.
  append(answer) {
    const items = answer.results.map((each) => resultItem(answer, each));
    this.list.append(...items);
    this.count(answer);
    items[0]?.querySelector("a").focus();
  }

  count(answer) {
    const shown = this.shown;
    const left = answer.total - shown;
    this.more.hidden = left <= 0 || !shown || shown >= MOST_SHOWN;
    this.more.textContent = left > 0 && answer.exact ? `More results (${grouped(left)} more)` : "More results";
  }

  fail(error) {
    this.place.hidden = false;
    this.place.classList.remove("ba-outcome--waiting");
    this.heading.textContent = "No answer";
    this.notes.replaceChildren(brokenNote(error, this.acts.again));
    for (const each of [this.card, this.list, this.chips]) each.replaceChildren();
    this.more.hidden = true;
  }

  // Said only of an answer that lets a reader wait.
  wait() {
    if (this.place.hidden) this.heading.textContent = "Searching …";
    this.place.hidden = false;
    this.place.classList.add("ba-outcome--waiting");
  }
}

// Renews the children, unless they would look the same: a reader may have begun to mark one, or have the focus there.
function put(place, items) {
  const old = [...place.children];
  if (items.length !== old.length || items.some((item, at) => !item.isEqualNode(old[at]))) place.replaceChildren(...items);
}

function sortField(choose) {
  const names = { relevance: "Best match", newest: "Newest first", oldest: "Oldest first" };
  const options = Object.entries(names).map(([value, name]) => element("option", { value }, name));
  const select = element("select", {}, ...options);
  select.addEventListener("change", () => choose(select.value));
  return { select, label: element("label", { class: "ba-sort" }, element("span", { class: "ba-unseen" }, "Order"), select) };
}
