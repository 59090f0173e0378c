/**
 * Replaces a service worker that kept pages: removes itself and everything it stored from the browsers that still have
 * it.
 */
addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) =>
  event.waitUntil(
    (async () => {
      const top = new URL("./", location).pathname;
      for (const name of await caches.keys()) if (name.startsWith(`signpost ${top} `)) await caches.delete(name);
      await registration.unregister();
    })(),
  ),
);
