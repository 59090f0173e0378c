/**
 * Makes the browser keep the guides for offline use, once it is idle, and lets a reader turn that off.
 *
 * The switch is placed into elements with `data-offline`.
 */

const ON = __ON__;
const WORDS = __WORDS__;
const TOP = new URL("../../", import.meta.url);
const CHOICE = `signpost ${TOP.pathname} offline`;

const wanted = () => {
  try {
    return localStorage.getItem(CHOICE) !== "off";
  } catch {
    return true;
  }
};

async function keep() {
  // Never from the HTTP cache: a new build must be noticed at once.
  await navigator.serviceWorker.register(new URL("sw.js", TOP), { scope: TOP.pathname, updateViaCache: "none" });
}

async function drop() {
  const registration = await navigator.serviceWorker.getRegistration(TOP);
  if (registration?.scope === TOP.href) await registration.unregister();
  for (const name of await caches.keys()) if (name.startsWith(`signpost ${TOP.pathname} `)) await caches.delete(name);
}

function addSwitch(place) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "sp-switch md-button";
  const status = document.createElement("p");
  status.role = "status";
  const name = () => (button.textContent = wanted() ? WORDS.stop : WORDS.keep);
  button.addEventListener("click", async () => {
    const on = !wanted();
    try {
      localStorage.setItem(CHOICE, on ? "on" : "off");
      await (on ? keep() : drop());
      status.textContent = on ? WORDS.kept : WORDS.dropped;
    } catch {
      status.textContent = WORDS.refused;
    }
    name();
  });
  name();
  place.replaceChildren(button, status);
}

if ("serviceWorker" in navigator && "caches" in globalThis) {
  const idle = globalThis.requestIdleCallback ?? ((act) => setTimeout(act, 2000));
  const begin = () => idle(() => (ON && wanted() ? keep() : drop()).catch(() => {}));
  if (document.readyState === "complete") begin();
  else addEventListener("load", begin);
  for (const place of ON ? document.querySelectorAll("[data-offline]") : []) addSwitch(place);
}
