// The field in the header: a combobox whose list is renewed with every keystroke, once a frame, and never by an answer
// that came too late.

class Field {
  constructor(form) {
    this.form = form;
    this.input = form.querySelector("input");
    this.list = element("div", { id: "ba-options", role: "listbox", "aria-label": "Suggestions and results" });
    this.note = element("p", { class: "ba-found__note", hidden: true });
    this.panel = element("div", { class: "ba-found", hidden: true }, this.list, this.note);
    this.status = element("p", { class: "ba-unseen", role: "status" });
    this.turn = 0;
    this.active = null;
    form.append(this.panel, this.status);
    this.becomeCombobox();
    this.listen();
  }

  // Said only here: without this script it is a plain field that leads to the search page.
  becomeCombobox() {
    const roles = { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": "ba-options" };
    for (const [name, value] of Object.entries(roles)) this.input.setAttribute(name, value);
  }

  listen() {
    this.input.addEventListener("input", () => this.changed());
    this.input.addEventListener("compositionend", () => this.changed());
    this.input.addEventListener("keydown", (event) => this.pressed(event));
    this.input.addEventListener("focus", () => this.entered());
    this.form.addEventListener("focusout", (event) => this.form.contains(event.relatedTarget) || this.close());
    this.form.addEventListener("submit", (event) => this.submitted(event));
    // The focus stays in the field while an option is pressed, so that the list is still there when it is released.
    this.panel.addEventListener("mousedown", (event) => event.preventDefault());
    this.panel.addEventListener("click", (event) => event.ctrlKey || event.metaKey || event.shiftKey || this.close());
    this.panel.addEventListener("mousemove", (event) => this.choose(event.target.closest("[role=option]"), false));
  }

  entered() {
    BriefingSearch.warm?.();
    if (this.input.value.trim()) this.changed();
  }

  changed() {
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => this.ask());
  }

  async ask() {
    const turn = ++this.turn;
    const text = this.input.value;
    if (!asQuestion(text)) return this.show("", []);
    this.waiting(turn);
    try {
      const [completions, answer] = await Promise.all([completed(text, 3), asked(text, { limit: 8, quick: true })]);
      if (turn === this.turn) this.show(text, offered(text, completions, answer), answer);
    } catch (error) {
      if (turn === this.turn) this.fail(error);
    }
  }

  // A line moves below the field, but only where the answer takes so long that a reader would notice.
  waiting(turn) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.form.classList.toggle("ba-search--waiting", turn === this.turn && this.answered !== turn), 200);
  }

  answer() {
    this.answered = this.turn;
    this.form.classList.remove("ba-search--waiting");
  }

  show(text, groups, answer) {
    this.answer();
    this.choose(null);
    const made = groups.map(([name, options]) => element("div", { class: "ba-group", role: "group", "aria-label": name }, ...options));
    this.list.replaceChildren(...made);
    this.list.querySelectorAll("[role=option]").forEach((each, at) => each.setAttribute("id", `ba-option-${at}`));
    this.tell(asQuestion(text) && !groups.length ? `Nothing fits “${asQuestion(text)}” yet.` : partly(answer));
    this.open(document.activeElement === this.input && (groups.length > 0 || !this.note.hidden));
    this.announce(groups);
  }

  fail(error) {
    this.answer();
    this.list.replaceChildren();
    this.tell(`The search could not be loaded. ${error?.message ?? ""}`);
    this.open(true);
    this.status.textContent = this.note.textContent;
  }

  tell(note) {
    this.note.hidden = !note;
    this.note.textContent = note;
  }

  open(wanted) {
    this.panel.hidden = !wanted;
    this.list.hidden = !this.list.firstChild;
    this.input.setAttribute("aria-expanded", String(wanted && !this.list.hidden));
  }

  close() {
    this.turn += 1;
    this.choose(null);
    this.open(false);
    this.answer();
  }

  // Said when the typing pauses: a reader who listens would otherwise hear every letter's count.
  announce(groups) {
    clearTimeout(this.saying);
    const options = groups.flatMap(([, each]) => each).length;
    const words = options ? `${counted(options, "suggestion")}. Use the arrow keys to choose.` : this.note.textContent;
    this.saying = setTimeout(() => (this.status.textContent = this.panel.hidden ? "" : words), 600);
  }

  pressed(event) {
    const act = { ArrowDown: () => this.move(1), ArrowUp: () => this.move(-1), Enter: () => this.enter(), Escape: () => this.leave() }[event.key];
    // While a word is put together from keystrokes, as Chinese is, the keys belong to that.
    if (!act || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
    if (act() !== false) event.preventDefault();
  }

  // Up and down go around, by way of the field itself.
  move(step) {
    if (this.panel.hidden) return this.input.value.trim() ? this.changed() : false;
    const stops = [null, ...this.list.querySelectorAll("[role=option]")];
    this.choose(stops[(stops.indexOf(this.active) + step + stops.length) % stops.length]);
  }

  choose(chosen, scroll = true) {
    if (chosen === this.active) return;
    this.active?.setAttribute("aria-selected", "false");
    this.active = chosen;
    chosen?.setAttribute("aria-selected", "true");
    if (chosen) this.input.setAttribute("aria-activedescendant", chosen.id);
    else this.input.removeAttribute("aria-activedescendant");
    if (scroll) chosen?.scrollIntoView({ block: "nearest" });
  }

  // The form goes to the search page by itself, where nothing is chosen.
  enter() {
    if (!this.active) return false;
    this.active.click();
  }

  submitted(event) {
    if (!asQuestion(this.input.value)) event.preventDefault();
  }

  leave() {
    this.close();
    this.form.dispatchEvent(new CustomEvent("leave"));
  }

  focus() {
    this.input.focus();
    this.input.select();
  }
}

function partly(answer) {
  return answer?.problems[0] ?? "";
}
