// Stands in for the engine, so that a test decides what is answered, how late, and whether at all; notes what was asked.
(() => {
  const standin = (window.standin = { asked: [], answer: {}, suggestions: { completions: [], entities: [] }, wait: () => 0, fail: "" });
  const later = async (text) => {
    await new Promise((go) => setTimeout(go, standin.wait(text)));
    await standin.held; // a promise, where a test says when the answer may come
  };
  const engine = Object.freeze({
    async search(text, options) {
      standin.asked.push([text, options]);
      await later(text);
      if (standin.fail) throw new Error(standin.fail);
      return typeof standin.answer === "function" ? standin.answer(text, options) : standin.answer;
    },
    async suggest() {
      return standin.suggestions;
    },
  });
  Object.defineProperty(window, "BriefingSearch", { get: () => engine, set: () => {} });
})();
