// Shards come as scripts, since a script is the one thing that a page may load from a server and from a disk alike.

const SCRIPT = document.currentScript.src;
const SITE = new URL("../../", SCRIPT).href;
const SHARDS = new URL("../search/", SCRIPT).href;
const VERSION = 1;

const taken = new Map();
const loading = new Map();
let root = null;

/** What every shard calls: here it is, under its name. */
function take(name, payload) {
  taken.set(name, payload);
}

/** Loads a script and gives what it handed over. Rejects, in words for the reader, where that fails. */
function fetched(name) {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = `${SHARDS}${name}.js`;
    script.async = true;
    const done = (reason) => {
      script.remove();
      const payload = taken.get(name);
      taken.delete(name);
      if (payload === undefined) reject(new Error(reason));
      else resolve(payload);
    };
    script.onload = () => done(`a part of the search index is damaged (${name})`);
    script.onerror = () => done(`a part of the search index is missing (${name})`);
    document.head.append(script);
  });
}

/** The columns of a shard; loaded once, and again where loading failed. */
function shard(name) {
  if (!loading.has(name)) {
    const columns = fetched(name).then(async (payload) => {
      try {
        return unpacked(await inflated(unwritten(payload)));
      } catch {
        throw new Error(`a part of the search index is damaged (${name})`);
      }
    });
    columns.catch(() => loading.delete(name));
    loading.set(name, columns);
  }
  return loading.get(name);
}

/** What the index consists of: its segments, those of articles first and the newest of these first. */
function opened() {
  root ??= fetched("index").then((found) => {
    if (found.version !== VERSION) throw new Error("the search index is of another version; reload the page");
    return found.segments;
  });
  root.catch(() => (root = null));
  return root;
}
