// Addresses on this site. They are made from where this script lies, which is known on a server and on a disk alike.

const ROOT = new URL("../../", document.currentScript.src).href;

// The longest list of words that an address carries along to be marked.
const CARRIED = 200;

// A path of this site as an address; anything that would lead elsewhere leads to the first page.
function onSite(path) {
  const address = new URL(String(path), ROOT);
  return address.href.startsWith(ROOT) ? address : new URL("index.html", ROOT);
}

// A result's page, at the paragraph that the excerpt is from, with the words that are to be marked there.
function resultAddress(result, words = []) {
  const address = onSite(result.url);
  const carried = [...new Set(words)].join(" ").slice(0, CARRIED);
  if (carried) address.searchParams.set("h", carried);
  address.hash = result.anchor ?? "";
  return address.href;
}

function searchAddress(text) {
  const address = onSite("archive/search.html");
  if (text) address.searchParams.set("q", text);
  return address.href;
}
