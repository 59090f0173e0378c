/** The preview: pages as they will be published, in a frame in which one can go on. */

import { element } from "./html.mjs";

// What keeps pages for those without a connection, and tells of it; a page that nobody has published is not kept.
const NOT_HERE = 'script[src*="offline.mjs"]';

export class PreviewFrame {
  /**
   * @param title what the frame is called
   * @param site the address of the site's top
   * @param ask for the path of a page its title and HTML, and in `shell` the published page to put them into; that alone
   *   where nothing has changed; null where there is no such page
   */
  constructor(title, site, ask) {
    this.site = site;
    this.ask = ask;
    this.element = element("iframe", { class: "wb-frame", title, hidden: "" });
    this.home = new URL("./", location.origin + location.pathname);
    this.path = null;
    this.known = new Map();
    this.begun = new Promise((ready) => (this.isReady = ready));
  }

  async begin() {
    navigator.serviceWorker?.addEventListener("message", async ({ data, ports }) => {
      if (ports[0] && data.page !== undefined) ports[0].postMessage(await this.page(data.page));
    });
    navigator.serviceWorker?.startMessages();
    try {
      const kept = await navigator.serviceWorker.register(new URL("preview.js", this.home), { scope: new URL("preview/", this.home).pathname });
      const worker = kept.installing ?? kept.waiting ?? kept.active;
      if (worker.state !== "activated") await new Promise((done) => worker.addEventListener("statechange", () => worker.state === "activated" && done()));
      this.isReady(true);
    } catch {
      this.isReady(false);
    }
  }

  hide() {
    this.element.hidden = true;
    this.path = null;
  }

  /** Shows a page; where it is shown already, anew and at the same place, but only where it says something else now. */
  async show(path, fresh) {
    const walks = await this.begun;
    this.element.hidden = false;
    if (this.path === path && !fresh) return;
    const html = await this.page(path);
    if (this.path === path && this.html === html) return;
    const again = this.path === path;
    [this.path, this.html] = [path, html];
    // Without a worker between, the page can be read, but not walked.
    if (!walks) this.element.srcdoc = html ?? "";
    // A frame that is still on its way would load nothing anew.
    else if (again && this.element.contentWindow.location.href !== "about:blank") this.element.contentWindow.location.reload();
    else this.element.src = new URL(`preview/${path}`, this.home);
  }

  /** A whole page as it is now, made once however often it is asked for; null where there is no such page. */
  page(path) {
    if (!this.known.has(path)) this.known.set(path, this.made(path));
    return this.known.get(path);
  }

  /** Something has changed: pages are made anew. */
  forget() {
    this.known.clear();
  }

  /** What the site says around a page, and in it what its text is now. */
  async made(path) {
    const made = await this.ask(path);
    if (!made) return null;
    const shell = await this.shell(made.shell);
    const article = shell?.querySelector("article");
    if (!article) return null;
    if (made.html !== undefined) {
      if (made.shell !== path) rebase(shell, new URL(`preview/${made.shell}`, this.home));
      const after = [...article.querySelectorAll(":scope > .ab-edit")];
      article.innerHTML = made.html;
      article.append(...after);
      shell.title = shell.title.includes(" - ") ? `${made.title} - ${shell.title.split(" - ").pop()}` : shell.title;
    }
    for (const script of shell.querySelectorAll(NOT_HERE)) script.remove();
    return `<!doctype html>\n${shell.documentElement.outerHTML}`;
  }

  /** A published page, of which everything but its text is shown. */
  async shell(path) {
    const response = await fetch(new URL(path, this.site));
    return response.ok ? new DOMParser().parseFromString(await response.text(), "text/html") : null;
  }
}

/** Has a page lead where it led, wherever it stands now: it was read at `base`. */
function rebase(shell, base) {
  for (const name of ["href", "src"]) {
    for (const one of shell.querySelectorAll(`[${name}]:not([${name}^="#"])`)) one.setAttribute(name, new URL(one.getAttribute(name), base));
  }
}
