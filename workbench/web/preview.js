/**
 * Shows pages that nobody has published, at addresses of their own: a service worker for the folder beside this file.
 *
 * Within it the whole site stands a second time. For a page it asks the workbench that is open; everything else, and
 * what the workbench does not know, comes from the site itself.
 */

const HOME = new URL("./", location).pathname;
const HERE = `${HOME}preview/`;
const TOP = new URL("../../", location);
const PATIENCE = 20000; // milliseconds

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(clients.claim()));
addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (url.origin !== location.origin || !url.pathname.startsWith(HERE)) return;
  const path = url.pathname.slice(HERE.length);
  const published = new URL(path + url.search, TOP);
  event.respondWith(event.request.mode === "navigate" ? page(path, published) : fetch(published));
});

async function page(path, published) {
  const open = (await clients.matchAll({ type: "window", includeUncontrolled: true })).find(
    (client) => new URL(client.url).pathname === HOME,
  );
  const html = open && (await asked(open, path));
  if (html) return new Response(html, { headers: { "Content-Type": "text/html; charset=utf-8" } });
  // Made anew: a host says of its own pages that no frame may show them.
  const response = await fetch(published);
  return new Response(response.body, { status: response.status, headers: { "Content-Type": response.headers.get("Content-Type") ?? "text/html" } });
}

function asked(client, path) {
  return new Promise((answer) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => answer(data);
    setTimeout(answer, PATIENCE);
    client.postMessage({ page: path }, [port2]);
  });
}
