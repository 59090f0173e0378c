/**
 * Keeps the pages of guides and outcomes for reading offline.
 *
 * Readers with a connection always get the current version of the site: copies are used only if the network fails. This
 * file changes with each build. The browser then downloads all its pages again, and only when all of them have arrived
 * does the new set replace the old one as a whole. A copy is marked as a copy. No request goes to another site, and
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
  // Search and workbench need large files, so they are not available offline.
  if (event.request.method === "GET" && ours && !LARGE.test(url.pathname)) event.respondWith(answer(event, url));
});

/** Downloads the set of pages. With data saving enabled, only visited pages are kept. */
async function keepAll() {
  const store = await caches.open(STORE);
  if (!navigator.connection?.saveData) {
    const fresh = (path) => new Request(path, { cache: "no-cache" });
    const parts = await partsOf(await fetch(fresh(PAGES[0])));
    await store.addAll([...new Set([...PAGES, ...FILES, ...parts].map((path) => new URL(path, location).href))].map(fresh));
  }
  await skipWaiting();
}

/** The styles and scripts that a page uses: the names of the theme's files are unknown when this file is generated. */
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
  // Without storage, the site must still work.
  if (!store) return fetch(event.request);
  const kept = async () => (await store.match(url.pathname, { ignoreVary: true })) ?? (await slashed(store, url));
  // A copied page needs its own styles and scripts: newer ones may not fit, and would take as long to time out.
  const part = event.request.destination && event.request.mode !== "navigate";
  if (NAMED_BY_CONTENT.test(url.pathname) || (part && givenCopies.has(event.clientId))) {
    const copy = await kept();
    if (copy) return copy;
  }
  // Revalidate with the server, whatever caching the host allows.
  const asked = fetch(event.request, { cache: "no-cache" }).then((response) => {
    // Do not store a redirected response under the requested address, nor a partial one.
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
    // The server is slow or failing, and there is no copy.
    return asked.catch(() => (event.request.mode === "navigate" ? nothingKept() : Response.error()));
  }
}

/** Redirects to a stored page if only the final slash of the address is missing, as a host would. */
async function slashed(store, { pathname, search }) {
  return (await store.match(`${pathname}/`, { ignoreVary: true })) && Response.redirect(`${pathname}/${search}`);
}

/** Rejects when the network takes too long. */
const late = () => new Promise((_, fail) => setTimeout(fail, PATIENCE));

const isPage = (copy) => copy.headers.get("Content-Type")?.startsWith("text/html");

/** Adds a notice to a page that it is a copy, with its date: advice may have changed since. */
async function told(copy) {
  const headers = new Headers(copy.headers);
  for (const name of ["Content-Length", "Content-Encoding"]) headers.delete(name);
  const day = new Date(headers.get("Date") ?? NaN);
  const words = isNaN(day)
    ? WORDS["copy-undated"]
    : WORDS.copy.replace("{date}", day.toLocaleDateString(WORDS.language, { dateStyle: "long" }));
  const notice = `<p class="sp-copy" role="note">${navigator.onLine ? WORDS.silent : WORDS.offline} ${words}</p>`;
  const page = await copy.text();
  // After the title, or at the end of a page without one.
  return new Response(page.replace(/<\/h1>|<\/body>|$/, (end) => (end === "</h1>" ? end + notice : notice + end)), { headers });
}

function nothingKept() {
  const page = `<!doctype html><html lang="${WORDS.language}" dir="${WORDS.direction}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${WORDS["nothing-title"]}</title><h1>${WORDS["nothing-heading"]}</h1><p>${WORDS.nothing.replace("{link}", `<a href="${TOP}">${WORDS["first-page"]}</a>`)}</p></html>`;
  return new Response(page, { status: 503, headers: { "Content-Type": "text/html; charset=utf-8" } });
}
