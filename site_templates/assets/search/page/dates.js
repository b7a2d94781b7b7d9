// The dates: a picture of how many articles there are when, to drag over, and two fields that say the same to the keyboard.

class Dates {
  constructor(choose) {
    this.choose = choose;
    this.picture = drawn("svg", { class: "ba-time", role: "img", preserveAspectRatio: "none" });
    this.said = element("p", { class: "ba-time__said", "aria-hidden": "true" });
    this.from = dateField("From", "ba-from");
    this.to = dateField("To", "ba-to");
    this.wrong = element("p", { class: "ba-wrong", role: "alert" });
    this.form = element("div", { class: "ba-dates__fields" }, this.from.label, this.to.label);
    this.fold = element("fieldset", { class: "ba-dates-of" }, element("legend", {}, "Published"), this.picture, this.said, this.form, this.wrong);
    for (const field of [this.from.input, this.to.input]) field.addEventListener("change", () => this.typed());
    this.drag();
  }

  typed() {
    this.choose(this.from.input.value.trim(), this.to.input.value.trim());
  }

  show(counts, search) {
    const { step, periods } = periodsOf(counts);
    this.step = step;
    this.periods = periods;
    this.search = search;
    this.from.input.value = search.from;
    this.to.input.value = search.to;
    this.complain(search);
    this.draw();
  }

  complain(search) {
    const wrong = [this.from, this.to].filter(({ input }) => input.value && !isDate(input.value));
    for (const { input } of [this.from, this.to]) input.setAttribute("aria-invalid", String(wrong.some((each) => each.input === input)));
    const words = wrong.length ? `“${wrong[0].input.value.slice(0, 30)}” is no date. Write 2015, 2015-05 or 2015-05-07.` : "";
    if (this.wrong.textContent !== words) this.wrong.textContent = words;
  }

  draw() {
    const most = Math.max(1, ...this.periods.map((each) => each.count));
    for (const each of [this.picture, this.said]) each.toggleAttribute("hidden", this.periods.length < 2);
    this.picture.setAttribute("viewBox", `0 0 ${this.periods.length || 1} 100`);
    this.picture.setAttribute("aria-label", this.inWords());
    this.picture.replaceChildren(...this.periods.map((each, at) => bar(each, at, most)));
    this.light(this.chosenBars());
    this.tell(null);
  }

  inWords() {
    if (!this.periods.length) return "No article has a date.";
    const busiest = this.periods.reduce((one, other) => (other.count > one.count ? other : one));
    const [first, last] = [this.periods[0], this.periods.at(-1)].map((each) => periodName(this.step, each.key));
    return `Articles by ${this.step}, ${first} to ${last}; most of them, ${busiest.count}, in ${periodName(this.step, busiest.key)}.`;
  }

  // The bars that the chosen days touch; all where none are chosen.
  chosenBars() {
    const { from, to } = optionsOf(this.search);
    return this.periods.map((each) => (!from || each.to.slice(0, from.length) >= from.slice(0, each.to.length)) && (!to || each.from.slice(0, to.length) <= to));
  }

  light(chosen) {
    [...this.picture.children].forEach((each, at) => each.classList.toggle("ba-time__bar--out", !chosen[at]));
  }

  // The line below the picture: the ends of time, or what is under the pointer.
  tell(words) {
    if (words) return this.said.replaceChildren(element("span", {}, words));
    const ends = this.periods.length > 1 ? [this.periods[0], this.periods.at(-1)] : [];
    this.said.replaceChildren(...ends.map((each) => element("span", {}, periodName(this.step, each.key))));
  }

  drag() {
    let start = null;
    this.picture.addEventListener("pointerdown", (event) => {
      start = this.barAt(event);
      this.picture.setPointerCapture(event.pointerId);
      event.preventDefault();
    });
    this.picture.addEventListener("pointermove", (event) => this.hover(start ?? this.barAt(event), this.barAt(event), start !== null));
    this.picture.addEventListener("pointerup", (event) => {
      if (start === null) return;
      const [one, other] = [start, this.barAt(event)].sort((a, b) => a - b);
      start = null;
      this.choose(this.periods[one].from, this.periods[other].to);
    });
    this.picture.addEventListener("pointercancel", () => ((start = null), this.draw()));
    this.picture.addEventListener("pointerleave", () => start === null && this.tell(null));
  }

  barAt(event) {
    const { left, width } = this.picture.getBoundingClientRect();
    const at = Math.floor(((event.clientX - left) / width) * this.periods.length);
    return Math.max(0, Math.min(this.periods.length - 1, at));
  }

  hover(start, end, dragging) {
    const [one, other] = [Math.min(start, end), Math.max(start, end)];
    if (dragging) this.light(this.periods.map((_, at) => at >= one && at <= other));
    const number = this.periods.slice(one, other + 1).reduce((sum, each) => sum + each.count, 0);
    const [first, last] = [this.periods[one], this.periods[other]].map((each) => periodName(this.step, each.key));
    this.tell(`${first === last ? first : `${first} to ${last}`}: ${counted(number, "article")}`);
  }
}

function bar({ count }, at, most) {
  const height = count ? Math.max(4, (count / most) * 100) : 0;
  // Behind each bar lies an unseen one of full height, so that short ones can be pointed at as well.
  return drawn("g", { class: "ba-time__bar" },
    drawn("rect", { class: "ba-time__back", x: at, y: 0, width: 1, height: 100 }),
    drawn("rect", { x: at + 0.1, y: 100 - height, width: 0.8, height }));
}

function dateField(name, id) {
  const input = element("input", { id, type: "text", inputmode: "numeric", autocomplete: "off", placeholder: "2015-05", maxlength: "10" });
  return { input, label: element("label", { for: id }, element("span", {}, name), input) };
}
