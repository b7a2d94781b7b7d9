// Texts as words, by the rules of generator/search/words.py.

const LONGEST = 64;
const UNSPACED =
  "\\u0e00-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff\\u3005-\\u3007\\u3040-\\u30ff\\u31f0-\\u31ff\\u3400-\\u4dbf\\u4e00-\\u9fff" +
  "\\uac00-\\ud7af\\uf900-\\ufaff\\uff66-\\uff9d\\u{20000}-\\u{3ffff}";
const WORD = new RegExp(
  "(?<![\\p{L}\\p{N}\\p{M}])(?:\\p{L}\\.){2,}|" +
    `(?<run>[${UNSPACED}][${UNSPACED}\\p{M}]*)|` +
    "[\\p{L}\\p{N}\\p{M}]+?(?=[" + UNSPACED + "])|" +
    "[\\p{L}\\p{N}\\p{M}]+(?:['’]s(?![\\p{L}\\p{N}\\p{M}]))?",
  "gu",
);
const CLUSTER = /.\p{M}*/gsu;
const SILENT = /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0640\u064b-\u065f\u0670]/g;
const LETTERS = {
  ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ð: "d", ł: "l", ħ: "h", ı: "i", þ: "th", ς: "σ",
  أ: "ا", إ: "ا", آ: "ا", ى: "ي", ۀ: "ه", ک: "ك", ی: "ي",
};
const ASCII = /^[\x00-\x7f]*$/;
const SPECIAL = new RegExp(`[${Object.keys(LETTERS).join("")}]`, "g");

/** The word without what readers do not type: case, accents, the dots of an acronym, a possessive ending. */
function fold(word) {
  const bare = word.replace(/['’]s$/, "").replaceAll(".", "");
  if (ASCII.test(bare)) return bare.toLowerCase().slice(0, LONGEST);
  const spread = bare.normalize("NFKC").toLowerCase().normalize("NFD").replace(SILENT, "");
  return [...spread.normalize("NFC").replace(SPECIAL, (letter) => LETTERS[letter])].slice(0, LONGEST).join("");
}

/**
 * The words of a text, folded, each with where it stands. Where a script writes no spaces, every two neighboring
 * characters are a word, and the last one alone unless `whole` says to leave out what only completes others.
 */
function words(text, whole = false) {
  const found = [];
  const put = (written, start) => {
    const surface = fold(written);
    if (surface) found.push({ surface, start, end: start + written.length });
  };
  for (const match of text.matchAll(WORD)) {
    if (match.groups.run === undefined) put(match[0], match.index);
    else pairs(match[0], match.index, whole, put);
  }
  return found;
}

function pairs(run, start, whole, put) {
  const clusters = run.match(CLUSTER);
  let at = start;
  clusters.forEach((cluster, index) => {
    const next = clusters[index + 1] ?? "";
    if (next || !whole || clusters.length === 1) put(cluster + next, at);
    at += cluster.length;
  });
}
