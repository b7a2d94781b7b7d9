// The engine as a page of a folder has it, for the tests that Node runs.

import fs from "node:fs";

const parts = new URL("../site_templates/assets/search/engine/", import.meta.url);

/** A page of the folder: what the engine shows to everybody, those of its own functions, and what it `loaded`. */
export function page(folder, shown = []) {
  const window = {};
  const loaded = [];
  const run = (name, script) => {
    let text;
    try {
      text = fs.readFileSync(name, "latin1");
    } catch {
      return script.onerror();
    }
    try {
      new Function("BriefingSearch", text)(window.BriefingSearch);
    } catch {
      // A script with an error in it is loaded all the same.
    }
    script.onload();
  };
  const document = {
    currentScript: { src: `file://${folder}/archive/assets/search.js` },
    createElement: () => ({ remove() {} }),
    head: {
      append: (script) => {
        const name = decodeURIComponent(new URL(script.src).pathname);
        loaded.push(name);
        setImmediate(() => run(name, script));
      },
    },
  };
  const names = fs.readdirSync(parts).filter((name) => name.endsWith(".js")).sort();
  const code = names.map((name) => fs.readFileSync(new URL(name, parts), "utf8")).join("\n");
  const inside = new Function("window", "document", `"use strict";\n${code}\nreturn { ${shown.join(", ")} };`);
  return { ...inside(window, document), BriefingSearch: window.BriefingSearch, loaded };
}
