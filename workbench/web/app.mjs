/** The workbench: several files to edit, and beside them what the checker and the renderer make of them. */

import { draftsIn } from "./drafts.mjs";
import { editorIn } from "./editor.mjs";
import { PreviewFrame } from "./frame.mjs";
import { editPage, newPage } from "./propose.mjs";
import { element, fill } from "./html.mjs";

// Milliseconds after a key before the check begins, in which a quick typist presses the next.
const PAUSE = 80;
// Milliseconds without a key before pages are made anew.
const CALM = 600;

const place = document.querySelector("#workbench");
const { top, repository, page } = place.dataset;
const site = new URL(top, location);
const projectAt = new URL("project.json", location.origin + location.pathname).href;
const drafts = draftsIn(storage(), site.pathname);

/** What is open and known; `version` counts changes, so that late answers can be told from others. */
const state = { version: 0, open: [], shown: "", texts: {}, findings: [], ok: true, view: "page", ready: false };
let words = {};
const say = (name, values = {}) => fill(words[name] ?? name, values);
const count = (name, n) => fill(words[name][n === 1 ? 0 : 1], { n });

start();

async function start() {
  let project;
  try {
    project = await (await fetch(projectAt)).json();
  } catch {
    return; // The page says how to edit without it.
  }
  words = project.words;
  document.body.classList.add("wb-page");
  new Workbench(project).begin();
}

class Workbench {
  constructor(project) {
    this.published = project.texts;
    this.checked = project.checked;
    this.pages = project.pages;
    this.kinds = project.kinds;
    this.waiting = new Map();
    this.asked = 0;
    this.draw();
  }

  // The page.

  draw() {
    const button = (name, on, kind = "") => element("button", { type: "button", class: `wb-button ${kind}`, onclick: on }, say(name));
    this.status = element("p", { class: "wb-status", role: "status" });
    this.files = element("div", { class: "wb-files", role: "group", "aria-label": say("open-files") });
    this.proposeButton = button("propose", () => this.propose(), "wb-primary");
    this.bar = element("div", { class: "wb-bar" }, this.files, button("open", () => this.chooseFile()), button("new", () => this.chooseNew()), element("span", { class: "wb-room" }), this.status, this.proposeButton);
    this.editorPlace = element("div", { class: "wb-editor" });
    this.nothing = element("p", { class: "wb-nothing" }, say("choose"));
    this.list = element("section", { class: "wb-findings", "aria-label": say("findings") });
    this.edit = element("div", { class: "wb-edit", id: "wb-edit" }, this.nothing, this.editorPlace, this.list);
    this.frame = new PreviewFrame(say("page-frame"), site, (path) => (state.version ? this.ask("preview", { page: path }) : { shell: path }));
    this.note = element("p", { class: "wb-note" });
    this.changes = element("div", { class: "wb-changes md-typeset", tabindex: "0" });
    this.show = element("div", { class: "wb-show", id: "wb-show" }, this.note, this.frame.element, this.changes);
    this.tabs = element("div", { class: "wb-tabs", role: "tablist", "aria-label": say("views"), onkeydown: (event) => this.turn(event) });
    for (const view of ["edit", "page", "picture", "changes"]) {
      const controls = view === "edit" ? "wb-edit" : "wb-show";
      this.tabs.append(element("button", { type: "button", role: "tab", class: `wb-tab wb-tab-${view}`, "data-view": view, "aria-controls": controls, onclick: () => this.turnTo(view) }, say(`view-${view}`)));
    }
    this.next = button("next", () => this.goNext(), "wb-next");
    this.loading = element("div", { class: "wb-loading", role: "status" }, element("p", {}, say("loading")), (this.phase = element("p", { class: "wb-phase" })));
    place.replaceChildren(this.loading, this.bar, this.tabs, element("div", { class: "wb-halves" }, this.edit, this.show), this.next);
    this.editor = editorIn(this.editorPlace, (file, text) => this.changed(file, text));
    this.dialogs = element("div", {});
    place.append(this.dialogs);
  }

  begin() {
    for (const [file, draft] of Object.entries(drafts.all())) {
      state.texts[file] = draft.text;
      state.open.push(file);
      this.version();
    }
    const wanted = new URLSearchParams(location.hash.slice(1)).get("open");
    if (wanted && this.published[wanted] !== undefined) this.openFile(wanted);
    else if (state.open.length) this.openFile(state.open[0]);
    addEventListener("hashchange", () => {
      const file = new URLSearchParams(location.hash.slice(1)).get("open");
      if (file && this.published[file] !== undefined) this.openFile(file);
    });
    this.turnTo(matchMedia("(max-width: 59.9em)").matches ? "edit" : "page");
    this.render();
    // What is published was checked when it was: that can be read while the checker starts.
    if (!state.version) this.found(this.checked, 0);
    this.worker = new Worker(new URL("./worker.mjs", import.meta.url), { type: "module" });
    this.worker.addEventListener("message", ({ data }) => this.heard(data));
    this.worker.addEventListener("error", () => this.failed("engine"));
    this.worker.postMessage({ project: projectAt });
    for (const [file, text] of Object.entries(state.texts)) this.ask("change", { file, text });
    this.check();
    this.frame.begin();
  }

  // Questions and answers.

  version() {
    state.version += 1;
    this.frame.forget();
  }

  /** The answer to a question; null where something has changed since it was asked. */
  ask(what, about = {}) {
    const id = ++this.asked;
    const question = JSON.stringify({ id, version: state.version, do: what, ...about });
    return new Promise((answered) => {
      this.waiting.set(id, answered);
      this.worker.postMessage({ question });
    });
  }

  heard(data) {
    if (data.phase) return this.entered(data.phase);
    if (data.failed) return this.failed(data.failed);
    if (data.crashed) {
      this.waiting.get(data.crashed)?.(null);
      this.waiting.delete(data.crashed);
      return this.tell(say("crashed"), "error");
    }
    const { id, answer } = JSON.parse(data.answer);
    this.waiting.get(id)?.(answer ?? null);
    this.waiting.delete(id);
  }

  entered(phase) {
    place.dataset.phase = phase;
    if (phase === "ready") {
      this.loading.remove();
      // What makes pages is loaded before somebody waits for it.
      this.ask("preview", { page: "" });
    } else this.phase.textContent = say(`phase-${phase}`);
    performance.mark(`workbench-${phase}`);
  }

  failed(phase) {
    place.dataset.phase = "failed";
    const where = state.shown ? editPage(repository, state.shown) : repository;
    this.loading.replaceChildren(element("p", {}, say("failed", { phase: say(`phase-${phase}`) }), " "), element("a", { href: where, rel: "noopener" }, say("failed-where")));
  }

  tell(text, kind = "") {
    this.status.textContent = text;
    this.status.dataset.kind = kind;
  }

  // Files.

  text(file) {
    return state.texts[file] ?? this.published[file] ?? "";
  }

  isChanged(file) {
    return state.texts[file] !== undefined && state.texts[file] !== this.published[file];
  }

  get changedFiles() {
    return Object.keys(state.texts).filter((file) => this.isChanged(file));
  }

  openFile(file, line = 0, column = 1) {
    if (!state.open.includes(file)) state.open.push(file);
    state.shown = file;
    this.editor.show(file, this.text(file), say("editor", { file }));
    this.mark();
    this.render();
    if (line) this.editor.go(line, column);
    this.showPage();
  }

  changed(file, text) {
    this.version();
    this.proposing = false;
    state.texts[file] = text;
    if (this.isChanged(file)) drafts.keep(file, text, drafts.all()[file]?.from ?? this.published[file] ?? null);
    else this.settled(file);
    this.ask("change", { file, text });
    this.render();
    clearTimeout(this.later);
    clearTimeout(this.pause);
    this.pause = setTimeout(() => this.check(), PAUSE);
  }

  settled(file) {
    drafts.drop(file);
    delete state.texts[file];
  }

  discard(file) {
    if (this.isChanged(file) && !confirm(say("discard-ask", { file }))) return;
    this.version();
    this.settled(file);
    this.editor.forget(file);
    state.open = state.open.filter((one) => one !== file);
    this.ask("close", { file });
    if (state.shown === file) {
      state.shown = "";
      if (state.open.length) this.openFile(state.open[0]);
    }
    this.check();
    this.render();
  }

  // Checking.

  async check() {
    // Until something is changed, the verdict on what is published holds.
    if (state.version) this.tell(say("checking"));
    if (this.checking) {
      this.again = true;
      return;
    }
    this.checking = true;
    this.again = false;
    const version = state.version;
    const begun = performance.now();
    const answer = await this.ask("check");
    this.checking = false;
    if (answer && version === state.version) {
      place.dataset.took = Math.round(performance.now() - begun);
      this.found(answer, version);
    } else if (this.again || version !== state.version) {
      this.check();
    }
  }

  found({ findings, ok }, version) {
    state.findings = findings;
    state.ok = ok;
    if (!state.ready) {
      state.ready = true;
      performance.mark("workbench-verdict");
    }
    place.dataset.checked = version;
    this.mark();
    this.render();
    this.verdict();
    // A verdict on the next key comes before the picture of the last.
    clearTimeout(this.later);
    this.later = setTimeout(() => this.showPage(true), version ? CALM : 0);
    if (this.proposing) this.propose();
  }

  get errors() {
    return state.findings.filter((finding) => finding.severity === "error");
  }

  verdict() {
    const errors = this.errors.length;
    const warnings = state.findings.length - errors;
    const said = [errors ? count("errors", errors) : say("fine"), ...(warnings ? [count("warnings", warnings)] : [])];
    this.tell(said.join(" · "), errors ? "error" : warnings ? "warning" : "fine");
  }

  mark() {
    const here = state.findings.filter((finding) => finding.file === state.shown);
    if (state.shown) this.editor.mark(here, (finding) => this.correct(finding), say("correct"));
  }

  correct(finding) {
    if (finding.file !== state.shown) this.openFile(finding.file);
    this.editor.replace(finding.correction);
    this.editor.focus();
    this.tell(say("corrected"));
  }

  goNext() {
    const order = [...state.findings].sort((one, other) => (other.file === state.shown) - (one.file === state.shown));
    if (!order.length) return;
    this.at = (this.at ?? -1) + 1;
    const finding = order[this.at % order.length];
    this.turnTo("edit");
    this.openFile(finding.file, finding.line, finding.column);
  }

  // What stands on the page.

  render() {
    this.nothing.hidden = Boolean(state.shown);
    this.editorPlace.hidden = !state.shown;
    this.renderFiles();
    this.renderFindings();
    const changed = this.changedFiles.length;
    const errors = this.errors.length;
    this.proposeButton.textContent = !changed ? say("propose-nothing") : errors ? count("propose-errors", errors) : say("propose");
    this.proposeButton.setAttribute("aria-disabled", String(!changed || errors > 0));
    this.next.hidden = !state.findings.length;
  }

  renderFiles() {
    const current = document.activeElement?.closest?.(".wb-file")?.dataset.file;
    this.files.replaceChildren(
      ...state.open.map((file) => {
        const name = file.split("/").pop();
        const mine = state.findings.filter((finding) => finding.file === file);
        const sign = mine.some((finding) => finding.severity === "error") ? "error" : mine.length ? "warning" : "";
        const more = this.isChanged(file) ? ` (${say("changed")})` : "";
        return element(
          "span",
          { class: "wb-file", "data-file": file, "data-sign": sign },
          element("button", { type: "button", class: "wb-file-name", title: file, "aria-pressed": String(file === state.shown), onclick: () => this.openFile(file) }, name, element("span", { class: "wb-dot" }, more)),
          element("button", { type: "button", class: "wb-file-close", "aria-label": `${say(this.isChanged(file) ? "discard" : "close")}: ${name}`, onclick: () => this.discard(file) }, "×"),
        );
      }),
    );
    if (current) this.files.querySelector(`[data-file="${CSS.escape(current)}"] button`)?.focus();
  }

  renderFindings() {
    if (!state.ready) return this.list.replaceChildren();
    const order = [...state.findings].sort((one, other) => (other.file === state.shown) - (one.file === state.shown));
    this.list.replaceChildren(
      element("h2", {}, say("findings")),
      order.length
        ? element("ul", {}, ...order.map((finding) => this.finding(finding)))
        : element("p", { class: "wb-none" }, say("no-findings")),
    );
  }

  finding(finding) {
    const where = finding.file === state.shown ? say("line", { n: finding.line }) : say("elsewhere", { file: finding.file, n: finding.line });
    return element(
      "li",
      { class: `wb-finding wb-${finding.severity}`, "data-code": finding.code },
      element("span", { class: "wb-sign", role: "img", "aria-label": say(finding.severity) }),
      element(
        "div",
        {},
        element("button", { type: "button", class: "wb-where", onclick: () => (this.turnTo("edit"), this.openFile(finding.file, finding.line, finding.column)) }, where),
        " ",
        element("span", { class: "wb-message" }, finding.message),
        " ",
        element("span", { class: "wb-help" }, finding.help),
        ...(finding.correction ? [" ", element("button", { type: "button", class: "wb-correct", onclick: () => this.correct(finding) }, say("correct"))] : []),
      ),
    );
  }

  // Preview, picture, changes.

  turn(event) {
    const tabs = [...this.tabs.children].filter((tab) => tab.offsetParent);
    const at = tabs.indexOf(document.activeElement);
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (at < 0 || !step) return;
    event.preventDefault();
    const tab = tabs[(at + step + tabs.length) % tabs.length];
    this.turnTo(tab.dataset.view);
    tab.focus();
  }

  turnTo(view) {
    if (view === "edit" && !matchMedia("(max-width: 59.9em)").matches) return;
    state.view = view;
    place.dataset.view = view;
    for (const tab of this.tabs.children) {
      const on = tab.dataset.view === view;
      tab.setAttribute("aria-selected", String(on));
      tab.tabIndex = on ? 0 : -1;
    }
    this.showPage();
  }

  async showPage(fresh = false) {
    if (!state.ready || !["page", "picture", "changes"].includes(state.view)) return;
    if (state.view === "changes") return this.showChanges();
    const { shown, view, version } = { ...state };
    this.changes.hidden = true;
    if (!shown) {
      this.frame.hide();
      return this.remark("");
    }
    const paths = state.version ? await this.ask("pages", { file: shown }) : (this.pages[shown] ?? {});
    if (!paths || shown !== state.shown || view !== state.view) return;
    const path = view === "picture" ? paths.picture : paths.page;
    if (!path) {
      this.frame.hide();
      return this.remark(say(view === "picture" ? "no-picture" : "no-page"));
    }
    this.remark(state.ok ? "" : say("not-current"));
    await this.frame.show(path, fresh);
    place.dataset.previewed = version;
  }

  remark(text) {
    this.note.textContent = text;
    this.note.hidden = !text;
  }

  async showChanges() {
    this.frame.hide();
    this.remark("");
    this.changes.hidden = false;
    if (!this.changedFiles.length) return this.changes.replaceChildren(element("p", {}, say("no-changes")));
    const version = state.version;
    const answer = await this.ask("difference");
    if (!answer || version !== state.version) return;
    if (answer.cannot) return this.changes.replaceChildren(element("p", {}, say("cannot-compare")));
    this.changes.innerHTML = answer.html;
    this.changes.prepend(element("p", { class: "wb-intro" }, say("changes-intro")));
    place.dataset.compared = version;
  }

  // Dialogs.

  dialog(title, ...content) {
    const close = element("button", { type: "button", class: "wb-button", onclick: () => dialog.close() }, say("close"));
    const dialog = element("dialog", { class: "wb-dialog", "aria-label": title, onclose: () => dialog.remove() }, element("div", { class: "wb-dialog-head" }, element("h2", {}, title), close), ...content);
    this.dialogs.append(dialog);
    dialog.showModal();
    return dialog;
  }

  chooseFile() {
    const list = element("ul", { class: "wb-list" });
    const find = element("input", { type: "search", class: "wb-input", "aria-label": say("open-find"), placeholder: say("open-find"), oninput: () => show() });
    const dialog = this.dialog(say("open"), find, list);
    const all = Object.keys(this.published).filter((file) => /^(content|decision_trees)\/.*\.(ya?ml|md)$/.test(file)).sort();
    const show = () => {
      const asked = find.value.toLowerCase().split(/\s+/).filter(Boolean);
      const found = all.filter((file) => asked.every((word) => file.toLowerCase().includes(word) || this.published[file].slice(0, 400).toLowerCase().includes(word)));
      list.replaceChildren(
        ...(found.length ? found : [""]).slice(0, 80).map((file) =>
          file
            ? element("li", {}, element("button", { type: "button", class: "wb-choice", onclick: () => (dialog.close(), this.turnTo("edit"), this.openFile(file), this.editor.focus()) }, element("b", {}, file.split("/").pop()), element("span", {}, file.split("/").slice(0, -1).join("/"))))
            : element("li", {}, say("open-none")),
        ),
      );
    };
    show();
    find.focus();
  }

  chooseNew() {
    const kind = element("select", { class: "wb-input" }, ...this.kinds.map((one) => element("option", { value: one }, say(`kind-${one}`))));
    const name = element("input", { class: "wb-input", required: "", autocomplete: "off", autocapitalize: "off", spellcheck: "false" });
    const refused = element("p", { class: "wb-refused", role: "alert" });
    const form = element(
      "form",
      {
        class: "wb-form",
        onsubmit: async (event) => {
          event.preventDefault();
          const answer = await this.ask("begin", { kind: kind.value, name: name.value.trim() });
          if (!answer) return;
          if (answer.refused) {
            refused.textContent = answer.reason ?? say(`new-refused-${answer.refused}`);
            return;
          }
          dialog.close();
          for (const [file, text] of answer.files) this.changed(file, text);
          state.open.push(...answer.files.map(([file]) => file).filter((file) => !state.open.includes(file)));
          this.turnTo("edit");
          this.openFile(answer.files[0][0]);
          this.editor.focus();
        },
      },
      element("label", {}, say("new-kind"), kind),
      element("label", {}, say("new-name"), name),
      refused,
      element("button", { class: "wb-button wb-primary" }, say("new-begin")),
    );
    const dialog = this.dialog(say("new"), form);
  }

  propose() {
    // What has just been typed is checked first.
    this.proposing = this.changedFiles.length > 0 && place.dataset.checked !== String(state.version);
    if (this.proposing) return undefined;
    if (this.proposeButton.getAttribute("aria-disabled") === "true") return this.errors.length ? this.goNext() : undefined;
    const files = this.changedFiles.sort();
    const told = element("p", { class: "wb-told", role: "status" });
    const copy = async (text) => {
      try {
        await navigator.clipboard.writeText(text);
        told.textContent = say("copied");
      } catch {
        told.textContent = say("not-copied");
      }
    };
    const dialog = this.dialog(
      say("propose"),
      element("p", {}, say("propose-intro")),
      ...(files.length > 1 ? [element("p", {}, say("propose-one"))] : []),
      ...files.map((file) => this.proposal(file, copy)),
      element("div", { class: "wb-row" }, element("button", { type: "button", class: "wb-button wb-patch", onclick: async () => copy((await this.ask("patch")) ?? "") }, say("propose-patch"))),
      told,
    );
    dialog.querySelector("a")?.focus();
  }

  proposal(file, copy) {
    const text = this.text(file);
    const isNew = this.published[file] === undefined;
    const made = isNew ? newPage(repository, file, text) : { address: editPage(repository, file), filled: false };
    const what = !isNew ? "propose-edit" : made.filled ? "propose-new" : "propose-new-long";
    const save = element("a", { class: "wb-button", download: file.split("/").pop(), href: URL.createObjectURL(new Blob([text], { type: "text/plain" })) }, say("propose-save"));
    const stale = !isNew && (drafts.all()[file]?.from ?? this.published[file]) !== this.published[file];
    return element(
      "section",
      { class: "wb-proposal", "data-file": file },
      element("h3", {}, file),
      ...(stale ? [element("p", { class: "wb-stale" }, say("published-changed"))] : []),
      element("p", {}, say(`${what}-steps`)),
      element(
        "div",
        { class: "wb-row" },
        element("a", { class: "wb-button wb-primary", href: made.address, target: "_blank", rel: "noopener", onclick: () => void (made.filled || copy(text)) }, say(what)),
        element("button", { type: "button", class: "wb-button wb-copy", onclick: () => copy(text) }, say("propose-copy")),
        save,
      ),
    );
  }
}

/** The browser's store; one that keeps nothing where there is none. */
function storage() {
  try {
    return localStorage;
  } catch {
    return { getItem: () => null, setItem() {}, removeItem() {} };
  }
}
