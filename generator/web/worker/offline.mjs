/**
 * Has the browser keep the guides, once nothing else is to be done; and lets a reader say no to it.
 *
 * A page may hold an element with `data-offline`: a switch is put there.
 */

const ON = __ON__;
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
  // Never from the browser's own store: a new build must be noticed at once.
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
  const name = () => (button.textContent = wanted() ? "Stop keeping pages on this device" : "Keep pages on this device");
  button.addEventListener("click", async () => {
    const on = !wanted();
    try {
      localStorage.setItem(CHOICE, on ? "on" : "off");
      await (on ? keep() : drop());
      status.textContent = on ? "Pages will be kept." : "Done. Nothing is kept any more.";
    } catch {
      status.textContent = "Your browser did not allow it.";
    }
    name();
  });
  name();
  place.replaceChildren(button, status);
}

/** Says of a copy that it is one: advice may have changed since. */
function tellOfCopy() {
  const title = document.querySelector("article h1");
  if (navigator.onLine || !navigator.serviceWorker.controller || !title) return;
  const notice = document.createElement("p");
  notice.className = "sp-copy";
  notice.textContent = "There is no connection. This is the copy that was kept on your device at your last visit.";
  title.after(notice);
}

if ("serviceWorker" in navigator && "caches" in globalThis) {
  const idle = globalThis.requestIdleCallback ?? ((act) => setTimeout(act, 2000));
  const begin = () => idle(() => (ON && wanted() ? keep() : drop()).catch(() => {}));
  if (document.readyState === "complete") begin();
  else addEventListener("load", begin);
  if (ON) tellOfCopy();
  for (const place of ON ? document.querySelectorAll("[data-offline]") : []) addSwitch(place);
}
