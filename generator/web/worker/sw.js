/**
 * Keeps the pages of guides and results, so that they can be read where there is no connection.
 *
 * Whoever has a connection always gets what the site says now: the copies are only for when nobody answers. With each
 * build this file changes. The browser then fetches all its pages anew, and only when every one of them has come does
 * the new set replace the old one, whole. Nothing is asked of any other site, and nothing is sent.
 */

const VERSION = "__VERSION__";
const PAGES = __PAGES__;
const FILES = __FILES__;
const TOP = new URL("./", location).pathname;
const STORE = `signpost ${TOP} ${VERSION}`;
const PATIENCE = 4000; // milliseconds, after which a copy is better than waiting
const NAMED_BY_CONTENT = /\.[0-9a-f]{8,}\.(?:min\.)?(?:css|js)$/;

addEventListener("install", (event) => event.waitUntil(keepAll()));
addEventListener("activate", (event) => event.waitUntil(takeOver()));
addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  const ours = url.origin === location.origin && url.pathname.startsWith(TOP);
  // The search reads a large index: it is left to those who have a connection.
  if (event.request.method === "GET" && ours && !url.pathname.includes("/search/")) event.respondWith(answer(event, url));
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
  const kept = () => store.match(url.pathname, { ignoreVary: true });
  if (NAMED_BY_CONTENT.test(url.pathname)) {
    const copy = await kept();
    if (copy) return copy;
  }
  const asked = fetch(event.request).then((response) => {
    // What was led elsewhere cannot stand for the address that was asked for, nor a part for the whole.
    const whole = response.status === 200 && response.type === "basic" && !response.redirected;
    if (whole) event.waitUntil(store.put(url.pathname, response.clone()).catch(() => {}));
    return response;
  });
  event.waitUntil(asked.catch(() => {}));
  try {
    return await Promise.race([asked, late()]);
  } catch (trouble) {
    const copy = await kept();
    if (copy) return copy;
    if (!trouble) return asked; // slow, and nothing else to show
    return event.request.mode === "navigate" ? nothingKept() : Response.error();
  }
}

/** Fails, with nothing to say, when the network has taken too long. */
const late = () => new Promise((_, fail) => setTimeout(fail, PATIENCE));

function nothingKept() {
  const page = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>No connection</title><h1>There is no connection</h1><p>This page is not kept on this device. Try again when you have
a connection, or go to <a href="${TOP}">the first page</a>, which is.</p></html>`;
  return new Response(page, { status: 503, headers: { "Content-Type": "text/html; charset=utf-8" } });
}
