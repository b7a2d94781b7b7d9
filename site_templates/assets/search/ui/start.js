// Sets the search of the header going, and hands the search page what it shares with it.

window.BriefingReader = {
  ...{ element, drawn, marked, icon, dot, KINDS, grouped, counted, dated, told, kindOf },
  ...{ asked, asQuestion, wordsToMark, resultAddress, searchAddress, onSite, onSearchKey, listensToSlash, listenToSlash },
};

document.addEventListener("DOMContentLoaded", () => {
  markArrival();
  const form = document.querySelector("form.ba-search");
  if (form) startField(form, document.querySelector(".ba-search__open"));
});

function startField(form, opener) {
  const field = new Field(form);
  const sheet = new Sheet(form, opener);
  let before = null;
  onSearchKey(() => {
    if (!form.contains(document.activeElement)) before = document.activeElement;
    if (NARROW.matches) sheet.open();
    field.focus();
  });
  form.addEventListener("leave", () => {
    if (sheet.isOpen) return sheet.close();
    field.input.blur();
    if (before?.isConnected) before.focus({ preventScroll: true });
  });
}
