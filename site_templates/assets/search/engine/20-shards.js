// Shards come as scripts, since a script is the one thing that a page may load from a server and from a disk alike.

const SCRIPT = document.currentScript.src;
const SITE = new URL("../../", SCRIPT).href;
const SHARDS = new URL("../search/", SCRIPT).href;
const VERSION = 2;
const MOST_KEPT = 1000; // shards, a few dozen kilobytes each

const taken = new Map();
const kept = new Map();
let root = null;

/** What every shard calls: here it is, under its name. */
function take(name, payload) {
  taken.set(name, payload);
}

/** Loads a script and gives what it handed over. Rejects, in words for the reader, where that fails. */
function fetched(name, stamp = "") {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    // The stamp keeps a server's visitors from mixing shards of two builds; a disk has only one.
    script.src = `${SHARDS}${name}.js${stamp && SHARDS.startsWith("http") ? `?${stamp}` : ""}`;
    script.async = true;
    const done = (reason) => {
      script.remove();
      const payload = taken.get(name);
      taken.delete(name);
      if (payload === undefined) reject(new Error(reason));
      else resolve(payload);
    };
    script.onload = () => done(`A part of the search index is damaged: ${name}.js`);
    script.onerror = () => done(`A part of the search index is missing: ${name}.js`);
    document.head.append(script);
  });
}

/** What `decode` makes of a shard's columns; kept, and loaded again where loading failed. */
function shard(segment, part, decode) {
  const name = `${segment.name}/${part}`;
  let found = kept.get(name);
  if (!found) {
    found = fetched(name, segment.stamp).then((payload) => {
      try {
        return decode(unpacked(inflated(unwritten(payload))));
      } catch {
        throw new Error(`A part of the search index is damaged: ${name}.js`);
      }
    });
    found.catch(() => kept.delete(name));
  }
  // What was used last is forgotten last.
  kept.delete(name);
  kept.set(name, found);
  if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value);
  return found;
}

/** The index: its segments, those of articles first and the newest of these first, and how many documents they have. */
function opened() {
  root ??= fetched("index").then((found) => {
    if (found.version !== VERSION) throw new Error("The search index is of another version; reload the page.");
    let before = 0;
    for (const segment of found.segments) {
      segment.before = before;
      before += segment.documents;
      // Of each tier of the postings, the first row of each of its shards.
      segment.tiers = segment.tiers.map((steps) => {
        let first = 0;
        return steps.map((step) => (first += step));
      });
    }
    return { segments: found.segments, documents: before };
  });
  root.catch(() => (root = null));
  return root;
}

/** What a promise gives; where it fails, something else, and the reason among the problems. */
async function spared(promise, problems, otherwise) {
  try {
    return await promise;
  } catch (error) {
    problems.add(error.message);
    return otherwise;
  }
}
