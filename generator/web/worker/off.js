/** Stands where a worker was that kept pages: takes itself and all it kept out of the browsers that still have it. */
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
