// The engine on lists in tiers against whole lists, run by tests/test_search_tiers.py: node --test with $FIXTURES.

import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import test from "node:test";

import { page } from "./search_page.mjs";

const given = JSON.parse(fs.readFileSync(path.join(process.env.FIXTURES, "fixtures.json"), "utf8"));
const tiered = page(given.tiered);
const whole = page(given.whole);

/** What the page shows of an answer. */
function shown({ results, entities }) {
  const told = results.map(({ url, score, excerpt, anchor }) => [url.replace(/.*\/archive\//, ""), score, excerpt, anchor]);
  return { told, entities: entities.map((entity) => entity.title) };
}

const laterTier = (name) => /\/p[1-9]\d*-\d+\.js$/.test(name);

test("a quick answer has the results of a full one, with their ranks and scores", async () => {
  for (const text of given.questions) {
    for (const options of [{ limit: 10 }, { limit: 3 }, { limit: 5, offset: 9 }]) {
      const quick = await tiered.BriefingSearch.search(text, { ...options, quick: true, open: false });
      const full = await whole.BriefingSearch.search(text, options);
      assert.deepEqual(shown(quick), shown(full), `${text} ${JSON.stringify(options)}`);
      assert.equal(quick.exact, false);
      assert.ok(quick.total <= full.total && quick.total >= quick.results.length, text);
    }
  }
});

test("while somebody types, results are those of whole lists, too", async () => {
  for (const text of given.questions.slice(0, 60)) {
    const typed = text.slice(0, -1);
    const [quick, full] = await Promise.all([tiered, whole].map((each) => each.BriefingSearch.search(typed, { quick: true })));
    assert.deepEqual(shown(quick), shown(full), typed);
  }
});

test("a full answer is the same from tiers, with total and facets", async () => {
  const narrowed = [`"${given.frequent} morish"`, `${given.frequent} -morish`, "lantern from:2000", "title:lantern"];
  for (const text of [...given.questions.slice(0, 40), ...narrowed]) {
    for (const sort of ["relevance", "oldest"]) {
      const [one, other] = await Promise.all([tiered, whole].map((each) => each.BriefingSearch.search(text, { sort })));
      assert.deepEqual(shown(one), shown(other), text);
      assert.deepEqual([one.total, one.facets, one.exact], [other.total, other.facets, true], text);
    }
  }
});

test("a frequent word costs its first tiers until all of its documents are asked for", async () => {
  const fresh = page(given.tiered);
  const quick = await fresh.BriefingSearch.search(given.frequent, { quick: true, open: false, limit: 3 });
  assert.equal(quick.results.length, 3);
  assert.ok(fresh.loaded.some((name) => /\/p0-\d+\.js$/.test(name)));
  assert.deepEqual(fresh.loaded.filter(laterTier), []);
  const full = await fresh.BriefingSearch.search(given.frequent);
  assert.ok(fresh.loaded.some(laterTier));
  assert.ok(full.total > quick.total);
});

test("where later tiers are missing, that is said, and the first is searched", async () => {
  for (const options of [{}, { quick: true, limit: 50 }]) {
    const answer = await page(given.missing).BriefingSearch.search("lantern morish", options);
    assert.ok(answer.problems.length > 0);
    assert.ok(answer.problems.every((problem) => /^A part of the search index is missing: \w+\/p[12]-\d+\.js$/.test(problem)));
    assert.ok(answer.total > 0 && answer.results.length >= 10);
  }
});
