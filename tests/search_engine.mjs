// The engine's parts against what Python says, run by tests/test_search_engine.py: node --test with $FIXTURES.

import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import test from "node:test";
import zlib from "node:zlib";

import { page } from "./search_page.mjs";

const given = JSON.parse(fs.readFileSync(path.join(process.env.FIXTURES, "fixtures.json"), "utf8"));
const shown = [
  "unwritten", "inflated", "unpacked", "numbers", "signed", "lines", "fold", "words", "question", "distance", "foremost",
  "marked", "excerpt", "bestPassage", "placed", "rarity", "beginning", "PASSAGE",
];

const engine = page(given.site, shown);

test("bytes come back from a script's string", async () => {
  for (const { literal, hex } of given.strings) {
    const bytes = engine.unwritten(new Function(`return ${literal}`)());
    assert.equal(Buffer.from(bytes).toString("hex"), hex);
  }
});

test("numbers come back from varints, with their signs", () => {
  const bytes = Uint8Array.from(Buffer.from(given.varints.hex, "hex"));
  assert.deepEqual([...engine.numbers(bytes)], given.varints.numbers);
  assert.deepEqual([0, 1, 2, 3, 4].map(engine.signed), [0, -1, 1, -2, 2]);
});

test("a deflated stream comes back, whatever its blocks, and a damaged one is noticed", () => {
  const texts = ["", "a", "lantern ".repeat(9000), Array.from({ length: 70000 }, (_, at) => (at * at) % 251).join("")];
  for (const text of texts) {
    for (const settings of [{ level: 9 }, { level: 0 }, { strategy: zlib.constants.Z_FIXED }, { level: 1 }]) {
      const data = zlib.deflateRawSync(Buffer.from(text), settings);
      assert.equal(Buffer.from(engine.inflated(data)).toString(), text);
      assert.throws(() => engine.inflated(data.subarray(0, data.length >> 1)));
    }
  }
  assert.throws(() => engine.inflated(Uint8Array.from([7, 255, 255])));
});

test("a column that is cut off is noticed", () => {
  assert.throws(() => engine.unpacked(Uint8Array.from([3, 65, 66])));
});

test("words are split and folded as Python does", () => {
  for (const { text, words, whole } of given.texts) {
    assert.deepEqual(engine.words(text).map((word) => word.surface), words, text);
    assert.deepEqual(engine.words(text, true).map((word) => word.surface), whole, text);
  }
});

test("every word stands where it says", () => {
  for (const { text } of given.texts) {
    for (const word of engine.words(text)) assert.equal(engine.fold(text.slice(word.start, word.end)), word.surface);
  }
});

test("a question is read", () => {
  const read = (text) => engine.question(text);
  const surfaces = (clauses) => clauses.map((clause) => clause.words.map((word) => word.surface));
  assert.deepEqual(surfaces(read("harbor pact").clauses), [["harbor"], ["pact"]]);
  assert.deepEqual(surfaces(read('“harbor pact" ferry').clauses), [["harbor", "pact"], ["ferry"]]);
  assert.deepEqual(surfaces(read("ferry -harbor").without), [["harbor"]]);
  assert.deepEqual(surfaces(read("well-known").clauses), [["well"], ["known"]]);
  assert.equal(read("title:harbor").clauses[0].fields, 1);
  assert.deepEqual(read('person:"Mira Norvald" -kind:place').facets, [
    { facet: "person", words: ["mira", "norvald"], without: false },
    { facet: "kind", words: ["place"], without: true },
  ]);
  assert.deepEqual([read("from:2015 to:2016-03").from, read("to:2016-03").to], ["2015", "2016-03"]);
  assert.deepEqual(surfaces(read("other:harbor").clauses), [["other"], ["harbor"]]);
  assert.deepEqual(surfaces(read('lone " quote').clauses), [["lone"], ["quote"]]);
  assert.equal(read("word ".repeat(500)).clauses.length, 80);
});

test("errors are counted", () => {
  assert.equal(engine.distance("harbor", "harbor", 2), 0);
  assert.equal(engine.distance("harbro", "harbor", 2), 1);
  assert.equal(engine.distance("hrbor", "harbor", 2), 1);
  assert.equal(engine.distance("kitten", "sitting", 3), 3);
  assert.equal(engine.distance("kitten", "sitting", 2), 3);
});

test("the foremost are those that sorting puts first", () => {
  const all = Array.from({ length: 200 }, (_, at) => (at * 7919) % 211);
  const before = (one, other) => one > other;
  assert.deepEqual(engine.foremost(all, 10, before), [...all].sort((one, other) => other - one).slice(0, 10));
  assert.deepEqual(engine.foremost(all, 0, before), []);
});

test("a passage is cut at words and holds its marks", () => {
  const text = `${"Nothing of note happened there. ".repeat(20)}A ferry met the harbor pact at last. ${"Then it was calm. ".repeat(20)}`;
  const wanted = new Map([["ferry", { group: 0, weight: 2 }], ["harbor", { group: 1, weight: 2 }]]);
  const found = engine.excerpt(engine.bestPassage([["P1", "Calm."], ["P2", text]], wanted), wanted);
  assert.equal(found.anchor, "P2");
  assert.match(found.excerpt, /^… A ferry met/);
  assert.deepEqual(found.marks.map(([start, end]) => found.excerpt.slice(start, end)), ["ferry", "harbor"]);
});

// --- the whole way ------------------------------------------------------------------------------------------------

for (const { text, options, ids, total } of given.questions) {
  test(`“${text}” finds what it should`, async () => {
    const answer = await engine.BriefingSearch.search(text, { limit: 50, ...options });
    assert.deepEqual(answer.problems, []);
    const found = answer.results.map((result) => result.url.replace(/.*\/archive\//, ""));
    if (ids) assert.deepEqual(found.toSorted(), ids.toSorted());
    if (total !== undefined) assert.equal(answer.total, total);
  });
}

test("BM25F as Python computes it ranks single words", async () => {
  for (const { word, order } of given.ranked) {
    const answer = await engine.BriefingSearch.search(word, { limit: 5, quick: true });
    const scores = answer.results.map((result) => result.score);
    assert.deepEqual(scores, scores.toSorted((one, other) => other - one));
    assert.equal(answer.results[0].url.replace(/.*\/archive\//, ""), order[0], word);
  }
});

test("what is missing or cut off is named, and the rest is searched", async () => {
  for (const name of fs.readdirSync(given.broken)) {
    const { BriefingSearch } = page(path.join(given.broken, name));
    const phrase = name.includes("-w0-0.js-"); // positions, which nothing else needs
    const answer = await BriefingSearch.search(phrase ? '"lantern route"' : "lantern", { limit: 50 });
    assert.ok(answer.problems.length > 0, name);
    assert.ok(answer.problems.every((problem) => /^A part of the search index is (missing|damaged): /.test(problem)), name);
    assert.ok(answer.total > 0, name);
  }
});

test("an index that is not there is said to be missing", async () => {
  const { BriefingSearch } = page(path.join(given.site, "nowhere"));
  await assert.rejects(BriefingSearch.search("lantern"), /missing/);
});
