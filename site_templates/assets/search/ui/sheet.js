// Where there is no room for the field, the search is a sheet over the whole screen, opened by the lens in the header.

class Sheet {
  constructor(form, opener) {
    this.form = form;
    this.opener = opener;
    this.back = element("button", { class: "ba-search__close", type: "button", "aria-label": "Close the search" }, icon("close"));
    this.back.addEventListener("click", () => this.close());
    form.prepend(this.back);
    opener.addEventListener("click", (event) => this.clicked(event));
    NARROW.addEventListener("change", () => this.close());
    // Back from a page that was opened from here, the sheet is gone.
    addEventListener("pagehide", () => this.close());
    addEventListener("hashchange", () => this.close());
  }

  clicked(event) {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    this.open();
  }

  get isOpen() {
    return this.form.classList.contains("ba-search--sheet");
  }

  open() {
    this.form.classList.add("ba-search--sheet");
    document.documentElement.classList.add("ba-still");
    this.setBehind(true);
    this.form.querySelector("input").focus();
  }

  close() {
    if (!this.isOpen) return;
    this.form.classList.remove("ba-search--sheet");
    document.documentElement.classList.remove("ba-still");
    this.setBehind(false);
    this.opener.focus();
  }

  // All that lies behind the sheet is out of reach for keys and voices.
  setBehind(inert) {
    for (let each = this.form; each !== document.body; each = each.parentElement) {
      for (const other of each.parentElement.children) if (other !== each) other.inert = inert;
    }
  }
}

const NARROW = matchMedia("(max-width: 44.984375em)");
