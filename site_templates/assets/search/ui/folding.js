// Words compared as a reader compares them: without regard to case, accents and the shape of letters.

function folded(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("ß", "ss");
}

const WORD = /[\p{L}\p{N}\p{M}]+/gu;

// Scripts that put no spaces between words: there, a word is found inside of a run of letters.
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

// Where these folded words stand in the text, as [start, end]; ordered and disjoint.
function placesOf(words, text) {
  return [...text.matchAll(WORD)].flatMap((run) =>
    UNSPACED.test(run[0]) ? inside(words, run) : words.has(folded(run[0])) ? [[run.index, run.index + run[0].length]] : [],
  );
}

// The words inside of a run that has no spaces, the first and longest of those that overlap.
function inside(words, run) {
  const places = [];
  const sought = [...words].filter((word) => UNSPACED.test(word)).sort((one, other) => other.length - one.length);
  for (let at = 0; at < run[0].length; ) {
    const word = sought.find((each) => run[0].startsWith(each, at));
    if (word) places.push([run.index + at, run.index + at + word.length]);
    at += word ? word.length : 1;
  }
  return places;
}
