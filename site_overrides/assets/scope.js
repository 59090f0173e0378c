/**
 * Where a browser keeps nothing (all cookies blocked), it throws at the mere mention of its stores, and Material's scripts
 * would stop there, the search with them. Then they get stores in which there is nothing and to which nothing can be added.
 */
for (const name of ["localStorage", "sessionStorage"]) {
  try {
    window[name].length;
  } catch {
    const empty = {
      getItem: () => null,
      setItem() {
        throw new Error("This browser keeps nothing.");
      },
      removeItem() {},
    };
    Object.defineProperty(window, name, { value: empty });
  }
}

/**
 * What Material's scripts take for granted: where the site begins, and four functions that keep a reader's settings
 * under that path. Material writes this into each page, where a Content-Security-Policy would have to allow it.
 */
var __md_scope = new URL("..", document.currentScript.src);
var __md_hash = (text) => [...text].reduce((sum, sign) => (sum << 5) - sum + sign.charCodeAt(0), 0);
var __md_get = (key, store = localStorage, scope = __md_scope) => JSON.parse(store.getItem(`${scope.pathname}.${key}`));
var __md_set = (key, value, store = localStorage, scope = __md_scope) => {
  try {
    store.setItem(`${scope.pathname}.${key}`, JSON.stringify(value));
  } catch {
    // Full, or forbidden: then the setting lasts as long as the page.
  }
};

/** The colours that a reader chose before, as soon as there is a body to have them and before anything is painted. */
{
  const colors = Object.entries(__md_get("__palette")?.color ?? {});
  const dress = () => {
    for (const [key, value] of document.body ? colors : []) document.body.setAttribute(`data-md-color-${key}`, value);
    return document.body;
  };
  const watch = (_, observer) => dress() && observer.disconnect();
  if (!dress()) new MutationObserver(watch).observe(document.documentElement, { childList: true });
}

// What a link names is shown once the guide's script knows of it, and nothing else before.
if (location.hash) document.documentElement.dataset.linked = "";

/** What is put off until somebody turns to the search; null from then on. */
let untilSought = [];
const whenSought = (act) => (untilSought ? untilSought.push(act) : act());
addEventListener("focusin", (event) => {
  if (!untilSought || !event.target.closest?.(".md-search")) return;
  const acts = untilSought;
  untilSought = null;
  for (const act of acts) act();
});

/**
 * Material asks for the whole search index with every page, the heaviest thing on it, though few readers search.
 * Here the request waits until somebody turns to the search.
 */
{
  const { open, send } = XMLHttpRequest.prototype;
  const asked = new WeakMap();
  XMLHttpRequest.prototype.open = function (method, url, ...others) {
    asked.set(this, String(url));
    return open.call(this, method, url, ...others);
  };
  XMLHttpRequest.prototype.send = function (body) {
    if (asked.get(this)?.endsWith("/search_index.json")) whenSought(() => send.call(this, body));
    else send.call(this, body);
  };
}

/**
 * The worker that searches waits as well; what stands here for it keeps what it is told until then.
 *
 * Material counts one word of several as found. Here every word counts, unless no page has all. First comes a guide of
 * that name, which asks about warning signs itself; then signs that say so; then what else has that name.
 */
{
  const KINDS = ["guides", "questions", "outcomes", "plans", "exercises", "places"];
  const kind = ([{ location }]) => KINDS.indexOf(location.split("/")[0]);
  // Not of one that stands there only for its parts: that has no words.
  const sought = (group) => [...new Set(group.flatMap(({ terms }) => Object.keys(terms)))];
  const whole = (group) => sought(group).every((term) => group.some(({ terms }) => terms[term]));
  const named = (group, of) => {
    const words = ({ title }) => title.replace(/<[^>]*>/g, "").toLowerCase().split(/[^\p{L}\p{N}]+/u);
    return group.some((one) => of(one.location) && sought(group).every((term) => words(one).some((word) => word.startsWith(term))));
  };
  const place = (group) => {
    const page = named(group, (location) => !location.includes("#"));
    if (page && kind(group) === 0) return 0;
    if (named(group, (location) => /^outcomes\/care-.*#/.test(location))) return 1;
    return page ? 2 + ((kind(group) + KINDS.length) % KINDS.length) : 9;
  };
  const ordered = (groups) => {
    const all = groups.filter(whole);
    return (all.length ? all : groups).sort((one, other) => place(one) - place(other));
  };
  const Real = Worker;
  globalThis.Worker = class extends EventTarget {
    constructor(url, options) {
      super();
      if (!/\/workers\/search\.[^/]*$/.test(url)) return new Real(url, options);
      this.told = [];
      whenSought(() => {
        const worker = new Real(url, options);
        worker.addEventListener("message", ({ data }) => {
          if (Array.isArray(data?.data?.items?.[0])) data.data.items = ordered(data.data.items);
          this.dispatchEvent(new MessageEvent("message", { data }));
        });
        for (const message of this.told) worker.postMessage(message);
        this.postMessage = (message) => worker.postMessage(message);
      });
    }

    postMessage(message) {
      this.told.push(message);
    }
  };
}
