// Keys that lead to the search from anywhere: Ctrl-K or Cmd-K, and a slash where no text is being written. A reader whose
// voice or switches send single letters can turn the slash off, on the search page.

const SLASH_OFF = "briefing-no-slash";

function listensToSlash() {
  try {
    return localStorage.getItem(SLASH_OFF) === null;
  } catch {
    return true;
  }
}

function listenToSlash(wanted) {
  try {
    if (wanted) localStorage.removeItem(SLASH_OFF);
    else localStorage.setItem(SLASH_OFF, "1");
  } catch {
    // A reader who keeps no data keeps no choice either.
  }
}

function asksForSearch(event) {
  if (event.altKey || event.isComposing) return false;
  if (event.ctrlKey || event.metaKey) return !event.shiftKey && event.key.toLowerCase() === "k";
  return event.key === "/" && !isWriting(event.target) && listensToSlash();
}

function isWriting(target) {
  return target.isContentEditable || target.matches?.("textarea, select, input:not([type=checkbox], [type=radio], [type=button])");
}

// Calls `go` whenever the reader asks for the search.
function onSearchKey(go) {
  document.addEventListener("keydown", (event) => {
    if (!asksForSearch(event)) return;
    event.preventDefault();
    event.stopPropagation();
    go();
  }, true);
}
