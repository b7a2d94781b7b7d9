// The search page: what is chosen is in the address, what is found is below it, and the one follows the other.

class SearchPage {
  constructor(place) {
    this.form = place.querySelector("form");
    this.field = place.querySelector("input[name=q]");
    this.help = place.querySelector(".ba-help");
    this.outcome = new Outcome(this.acts());
    this.facets = Object.keys(FACETS).map((name) => new Facet(name, (...choice) => this.choose(...choice)));
    this.dates = new Dates((from, to) => this.go({ ...this.search, from, to, shown: STEP }, "push"));
    this.filters = element("details", { class: "ba-filters", hidden: true }, element("summary", {}, "Narrow down"),
      this.dates.fold, ...this.facets.map((facet) => facet.fold));
    place.querySelector(".ba-asked").append(this.filters, this.outcome.place);
    place.append(this.outcome.status);
    this.turn = 0;
    this.listen();
  }

  acts() {
    const go = (change, how = "push") => this.go({ ...this.search, shown: STEP, ...change }, how);
    return {
      title: document.title,
      sort: (sort) => go({ sort }),
      drop: (name, value) => this.away(withChosen(this.search, name, value, false)),
      undate: () => this.away({ ...this.search, from: "", to: "", shown: STEP }),
      unfilter: () => this.away(unfiltered(this.search)),
      turn: () => go({ from: this.search.to, to: this.search.from }),
      ask: (text) => go({ text }),
      again: () => this.ask(),
      more: () => this.more(),
    };
  }

  listen() {
    const wide = matchMedia("(min-width: 60em)");
    const fit = () => (this.filters.open = wide.matches);
    wide.addEventListener("change", fit);
    fit();
    this.field.addEventListener("input", (event) => event.isComposing || this.typed());
    this.field.addEventListener("compositionend", () => this.typed());
    this.field.addEventListener("keydown", (event) => event.key === "Escape" && !event.isComposing && this.field.blur());
    this.form.addEventListener("submit", (event) => this.submitted(event));
    onSearchKey(() => (this.field.focus(), this.field.select()));
    addEventListener("popstate", () => this.arrive());
    // The results are not there yet when the browser would scroll back to where the reader was.
    history.scrollRestoration = "manual";
    addEventListener("pagehide", () => this.keepPlace());
  }

  arrive() {
    this.search = searchOf(location.href);
    this.field.value = this.search.text;
    BriefingSearch.warm?.();
    const y = history.state?.y ?? 0; // who was further down needs all of the page
    return this.ask({ limit: y ? this.search.shown : FIRST }).then(() => scrollTo(0, y)); // before the numbers are there, or it would be late
  }

  typed() {
    this.search = { ...this.search, text: this.field.value, shown: STEP };
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => this.ask({ quick: true }));
    clearTimeout(this.pause);
    this.pause = setTimeout(() => this.go(this.search, "replace"), 250);
  }

  submitted(event) {
    event.preventDefault();
    this.go({ ...this.search, text: this.field.value, shown: STEP }, "push");
  }

  choose(name, value, wanted) {
    this.go(withChosen(this.search, name, value, wanted), "push");
  }

  // What takes a choice away takes itself away, so the focus needs another place.
  async away(search) {
    await this.go(search, "push");
    this.outcome.heading.focus({ preventScroll: true });
  }

  go(search, how) {
    this.stop();
    this.search = search;
    this.field.value = search.text;
    this.remember(how);
    return this.ask();
  }

  stop() {
    cancelAnimationFrame(this.frame);
    clearTimeout(this.pause);
  }

  remember(how) {
    const address = addressOf(this.search);
    if (address === location.href) return;
    this.keepPlace();
    if (how === "push") history.pushState(null, "", address);
    else history.replaceState(history.state, "", address);
  }

  keepPlace() {
    history.replaceState({ y: scrollY }, "");
  }

  // Done when the results are there. How many there are, and of what, takes more of the index, and is told when it is known.
  async ask({ quick = false, limit = this.search.shown } = {}) {
    const turn = ++this.turn;
    if (!isAsked(this.search)) return this.rest();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.outcome.wait(), 300);
    const options = { ...optionsOf(this.search), limit: this.search.shown };
    await this.answer(turn, { ...options, limit, quick: true, open: quick });
    if (turn === this.turn) clearTimeout(this.timer);
    if (turn === this.turn && !quick) this.answer(turn, options);
  }

  async answer(turn, options) {
    try {
      const answer = await asked(this.search.text, options);
      if (turn === this.turn) this.show(answer);
    } catch (error) {
      if (turn === this.turn) this.outcome.fail(error);
    }
  }

  show(answer) {
    this.help.hidden = true;
    this.outcome.show(answer, this.search, (name, value) => this.labelOf(answer, name, value));
    if (answer.exact || answer.total) this.filters.hidden = !answer.total && !isFiltered(this.search);
    if (!answer.exact) return;
    this.dates.show((answer.facets.date ?? []).map(({ value, count }) => [value, count]), this.search);
    for (const facet of this.facets) facet.show(answer.facets[facet.name] ?? [], this.search.facets[facet.name]);
  }

  labelOf(answer, name, value) {
    const facet = this.facets.find((each) => each.name === name);
    const label = (answer.facets[name] ?? []).find((each) => String(each.value) === value)?.label;
    return facet.labelOf(value, label);
  }

  // Nothing is asked: how to ask is shown instead.
  rest() {
    clearTimeout(this.timer);
    this.help.hidden = false;
    this.filters.hidden = true;
    this.outcome.place.hidden = true;
    document.title = this.outcome.acts.title;
  }

  async more() {
    const turn = ++this.turn;
    const offset = this.outcome.shown;
    const answer = await asked(this.search.text, { ...optionsOf(this.search), limit: STEP, offset }).catch((error) => this.outcome.fail(error));
    if (!answer || turn !== this.turn) return;
    this.search = { ...this.search, shown: offset + STEP };
    this.remember("replace");
    this.outcome.append(answer);
  }
}

document.addEventListener("DOMContentLoaded", () => {
  const place = document.querySelector(".ba-asking");
  if (!place || !window.BriefingReader) return;
  place.querySelector(".ba-unloaded").remove();
  const page = new SearchPage(place);
  place.querySelector(".ba-help").append(slashSwitch());
  page.arrive();
  if (!isAsked(page.search)) page.field.focus({ preventScroll: true });
});

// Single letters can be what a voice or a switch sends; who needs to can turn the slash off.
function slashSwitch() {
  const box = element("input", { type: "checkbox", checked: BriefingReader.listensToSlash() });
  box.addEventListener("change", () => BriefingReader.listenToSlash(box.checked));
  return element("p", {}, element("label", { class: "ba-switch" }, box, " The key / goes to the search, from every page."));
}
