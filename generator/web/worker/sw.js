/**
 * Keeps the pages of guides and results, so that they can be read where there is no connection.
 *
 * Whoever has a connection always gets what the site says now: the copies are only for when nobody answers. With each
 * build this file changes. The browser then fetches all its pages anew, and only when every one of them has come does
 * the new set replace the old one, whole. A copy that is given out says so. Nothing is asked of any other site, and
 * nothing is sent.
 */

const VERSION = "__VERSION__";
const PAGES = __PAGES__;
const FILES = __FILES__;
const WORDS = __WORDS__; // as HTML
const TOP = new URL("./", location).pathname;
const STORE = `signpost ${TOP} ${VERSION}`;
const PATIENCE = 4000; // milliseconds, after which a copy is better than waiting
const givenCopies = new Set(); // the ids of those whose page is a copy
const LARGE = /\/(?:search|workbench)\//;
const NAMED_BY_CONTENT = /\.[0-9a-f]{8,}\.(?:min\.)?(?:css|js)$/;

addEventListener("install", (event) => event.waitUntil(keepAll()));
addEventListener("activate", (event) => event.waitUntil(takeOver()));
addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  const ours = url.origin === location.origin && url.pathname.startsWith(TOP);
  // The search reads a large index, and an editor whole programs: they are left to those who have a connection.
  if (event.request.method === "GET" && ours && !LARGE.test(url.pathname)) event.respondWith(answer(event, url));
});

/** Fetches the set of pages. Who asked to save data keeps only what they visit. */
async function keepAll() {
  const store = await caches.open(STORE);
  if (!navigator.connection?.saveData) {
    const fresh = (path) => new Request(path, { cache: "no-cache" });
    const parts = await partsOf(await fetch(fresh(PAGES[0])));
    await store.addAll([...new Set([...PAGES, ...FILES, ...parts].map((path) => new URL(path, location).href))].map(fresh));
  }
  await skipWaiting();
}

/** The styles and scripts that a page names: the theme's names for them are not known when this file is made. */
async function partsOf(page) {
  const text = await page.text();
  return [...text.matchAll(/(?:href|src)="?([^"\s>]+\.(?:css|m?js|svg|png|ico))"?/g)]
    .map(([, path]) => new URL(path, new URL(PAGES[0], location)))
    .filter((url) => url.origin === location.origin)
    .map((url) => url.href);
}

async function takeOver() {
  for (const name of await caches.keys()) {
    if (name.startsWith(`signpost ${TOP} `) && name !== STORE) await caches.delete(name);
  }
  await clients.claim();
}

async function answer(event, url) {
  const store = await caches.open(STORE).catch(() => null);
  // A browser that cannot keep anything must still show the site.
  if (!store) return fetch(event.request);
  const kept = async () => (await store.match(url.pathname, { ignoreVary: true })) ?? (await slashed(store, url));
  // Styles and scripts go with their page: those of a newer one may not fit, and would be waited for as long.
  const part = event.request.destination && event.request.mode !== "navigate";
  if (NAMED_BY_CONTENT.test(url.pathname) || (part && givenCopies.has(event.clientId))) {
    const copy = await kept();
    if (copy) return copy;
  }
  // Whatever its host lets the browser keep: what the site says now is asked for.
  const asked = fetch(event.request, { cache: "no-cache" }).then((response) => {
    // What was led elsewhere cannot stand for the address that was asked for, nor a part for the whole.
    const whole = response.status === 200 && response.type === "basic" && !response.redirected;
    if (whole) event.waitUntil(store.put(url.pathname, response.clone()).catch(() => {}));
    return response;
  });
  event.waitUntil(asked.catch(() => {}));
  const sound = asked.then((response) => (response.status < 500 ? response : Promise.reject(response)));
  try {
    return await Promise.race([sound, late()]);
  } catch {
    const copy = await kept();
    if (event.resultingClientId) givenCopies.add(event.resultingClientId);
    if (copy) return isPage(copy) ? told(copy) : copy;
    // Slow, or out of order, and nothing else to show.
    return asked.catch(() => (event.request.mode === "navigate" ? nothingKept() : Response.error()));
  }
}

/** Leads on to the page that is kept where an address lacks its last slash, as its host would. */
async function slashed(store, { pathname, search }) {
  return (await store.match(`${pathname}/`, { ignoreVary: true })) && Response.redirect(`${pathname}/${search}`);
}

/** Fails when the network has taken too long. */
const late = () => new Promise((_, fail) => setTimeout(fail, PATIENCE));

const isPage = (copy) => copy.headers.get("Content-Type")?.startsWith("text/html");

/** A page that says of itself that it is a copy, and from when: advice may have changed since. */
async function told(copy) {
  const headers = new Headers(copy.headers);
  for (const name of ["Content-Length", "Content-Encoding"]) headers.delete(name);
  const day = new Date(headers.get("Date") ?? NaN);
  const words = isNaN(day)
    ? WORDS["copy-undated"]
    : WORDS.copy.replace("{date}", day.toLocaleDateString(WORDS.language, { dateStyle: "long" }));
  const notice = `<p class="sp-copy" role="note">${navigator.onLine ? WORDS.silent : WORDS.offline} ${words}</p>`;
  const page = await copy.text();
  // Below the title, or at the end of what has none.
  return new Response(page.replace(/<\/h1>|<\/body>|$/, (end) => (end === "</h1>" ? end + notice : notice + end)), { headers });
}

function nothingKept() {
  const page = `<!doctype html><html lang="${WORDS.language}" dir="${WORDS.direction}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${WORDS["nothing-title"]}</title><h1>${WORDS["nothing-heading"]}</h1><p>${WORDS.nothing.replace("{link}", `<a href="${TOP}">${WORDS["first-page"]}</a>`)}</p></html>`;
  return new Response(page, { status: 503, headers: { "Content-Type": "text/html; charset=utf-8" } });
}
