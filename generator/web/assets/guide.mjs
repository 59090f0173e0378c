/**
 * Shows a guide one question at a time.
 *
 * The page is the data: each question and each outcome is a heading with its text, and choices are links, complete
 * without this script. The fragment is the reader's position, so Back, Forward, reload and bookmarks work as usual. The
 * answers stay in this tab and are never sent anywhere.
 */
import { answer, before, carried, carrying, clearedBy, firstToAsk, handedOver, mended, reason, seal, stand } from "./journey.mjs";
import { ownFirst } from "./numbers.mjs";
import { draw, tools } from "./result.mjs";

const STORE = "signpost-journey";
const HANDOVER = "signpost-sent";

// If the browser stores nothing, the tab's name carries the answers from page to page. Browsers clear it when the tab
// moves to another site.
const memory = attempt(() => JSON.parse(window.name).signpost, {});
// The step that was focused last.
let focused = "";

/** The result of a function, or a fallback if it returns nothing or throws. */
function attempt(act, otherwise) {
  try {
    return act() ?? otherwise;
  } catch {
    return otherwise;
  }
}

/**
 * Runs a task that the reader need not wait for, after the page was painted; some browsers are never idle, hence the
 * timeout.
 */
const later = (act) => (globalThis.requestIdleCallback ?? setTimeout)(act, { timeout: 200 });

const load = (key, fallback) => memory[key] ?? attempt(() => JSON.parse(sessionStorage.getItem(key)), fallback);

function save(key, value) {
  try {
    sessionStorage.setItem(key, JSON.stringify(value));
    if (!(key in memory)) return;
    delete memory[key];
  } catch {
    memory[key] = value;
  }
  window.name = JSON.stringify({ signpost: memory });
}

/** Reads the sections of the page, each a question or an outcome, and adds a Back link to each. */
function read(title, words) {
  const steps = new Map();
  for (const section of title.parentElement.querySelectorAll(".sp-step")) {
    const heading = section.querySelector("h2");
    section.prepend(make("a", { class: "sp-back", href: "#" }, words.back));
    for (const link of section.querySelectorAll("[data-choice]")) link.target = "_self";
    steps.set(heading.id, {
      id: heading.id,
      section,
      heading,
      ask: text(heading),
      seal: heading.dataset.seal,
      result: heading.classList.contains("sp-result"),
      flags: [...section.querySelectorAll("[data-flag]")].map((flag) => flag.dataset.seal),
    });
  }
  const questions = [...steps.values()].filter((step) => !step.result);
  const gate = questions.filter((step) => step.flags.length);
  // The question after the gate is the target of its last "no", which need not be the first in the file.
  const start = gate.length ? target(gate.at(-1).section.querySelector("[data-choice=no]")) : null;
  const { tree, edition } = title.dataset;
  return { tree, edition, title: document.title, steps, opening: [...gate, steps.get(start) ?? questions[0]] };
}

/** The id that a link leads to. It may contain a stray "%" if somebody copied it badly. */
const target = (link) => attempt(() => decodeURIComponent(link.hash.slice(1)), link.hash.slice(1));

const text = (element) => {
  const copy = element.cloneNode(true);
  copy.querySelectorAll(".headerlink, .sp-hidden, .sp-number, .sp-hint").forEach((part) => part.remove());
  return copy.textContent.trim();
};

function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  // Instant navigation would handle the click and change the address without an event; a target prevents that.
  if (tag === "a") element.target = "_self";
  return element;
}

/** The step with an id or former id. */
const stepOf = (guide, id) => guide.steps.get(document.getElementById(id)?.closest(".sp-step")?.querySelector("h2").id);

/** The id in the address, "" for none. */
function named() {
  const written = target(location);
  return document.getElementById(written) ? written : mended(location.hash).split(/[?&]/)[0];
}

/** Whether this page was newly opened, not reached by Back: then there is no history for the Forward button. */
const cameAnew = () => performance.getEntriesByType("navigation")[0]?.type === "navigate";

function start(title, words) {
  const guide = read(title, words);
  if (!guide.opening[0]) return;
  const rows = make("ol");
  const given = make("span", { class: "sp-count" });
  const trail = make("details", { class: "sp-trail" }, make("summary", { class: "sp-trail__title" }, words.answers, " ", given), rows);
  const notice = make("div", { class: "sp-notice", role: "note" });
  const over = make("a", { class: "sp-over" }, words.over);
  const acts = make("div");
  const after = make("div", { class: "sp-after" }, over);
  [...guide.steps.values()].at(-1).section.after(acts, trail, after);
  title.parentElement.classList.add("sp-running");
  // The theme's table of contents would allow skipping red flags, and takes time to follow each answer.
  for (const contents of document.querySelectorAll(".md-nav--secondary, [for=__toc]")) contents.remove();

  let journey = load(STORE, []);
  let shown = null;
  // The number of answers in the journey before the step shown; -1 for a reader who came midway.
  let answered = 0;

  const firstFor = (cleared) => firstToAsk(guide.opening, cleared);

  function arrive() {
    journey = load(STORE, []);
    const sent = load(HANDOVER, null);
    save(HANDOVER, null);
    if (sent?.tree === guide.tree) {
      enter(sent);
      return;
    }
    const link = carried(location.hash);
    // A foreign link may have a "?" of its own in its fragment.
    if (link.given.some(({ question }) => stepOf(guide, question))) {
      journey = [];
      replay({ ...link, link: true });
      return;
    }
    const id = named();
    const step = stepOf(guide, id);
    // If a step was renamed or removed after the answers were given, they contain its old id.
    const counts = [id, step?.id].map((one) => before(journey, guide.tree, one, (cleared) => firstFor(cleared) === step));
    let count = Math.max(...counts);
    const handed = journey.slice(0, handedOver(journey, guide.tree));
    // If the red flags have changed, another question comes first after a handover.
    if (step && count < 0 && !stand(handed, guide) && !cameAnew()) count = handed.length;
    const past = journey.slice(0, Math.max(0, count));
    if (!stand(past, guide)) {
      askAgain({ given: past, goal: `${guide.tree}#${step?.id}` });
      return;
    }
    if (step) {
      show(step, count);
      return;
    }
    const elsewhere = id && document.getElementById(id);
    if (elsewhere && shown) return;
    // After going back to the beginning, the answers are kept for the Forward button.
    if (!shown && !elsewhere && cameAnew()) save(STORE, (journey = []));
    show(guide.opening[0], 0, !elsewhere && location.hash && "gone");
  }

  /** Continues with a reader whom another guide, or this script itself, has just sent here. */
  function enter(sent) {
    const past = journey.slice(0, handedOver(journey, guide.tree));
    if (!stand(past, guide)) {
      askAgain({ ...sent, given: [...past, ...(sent.given ?? [])] });
    } else if (sent.given) {
      journey = past;
      replay(sent);
    } else {
      const next = firstFor(clearedBy(past));
      name(next);
      show(next, past.length);
    }
  }

  const name = (step) => history.replaceState(history.state, "", `#${step.id}`);

  /**
   * Goes to a step of this page. If the browser followed the link itself, it would look for the target: it may paint
   * the old step once more, and have screen readers read the new one twice. Other listeners for hashchange are notified
   * afterwards.
   */
  function go(id) {
    history.pushState(null, "", `#${id}`);
    arrive();
    later(() => dispatchEvent(new Event("hashchange")));
  }

  /**
   * Replays answers given to an older edition on the current one, from the first answer on. A cached old page could
   * send the reader back and forth: in that case everything is asked again, here.
   */
  function askAgain({ again, ...sent }) {
    const { given } = sent;
    const first = given[0].tree ?? guide.tree;
    if (again || given.some((a) => a.midway)) {
      save(STORE, (journey = []));
      const step = (!again && stepOf(guide, named())) || guide.opening[0];
      name(step);
      show(step, step === guide.opening[0] ? 0 : -1, again && (step.flags.length ? "signs" : "changed"));
    } else if (first === guide.tree) {
      journey = [];
      replay(sent);
    } else {
      save(HANDOVER, { ...sent, tree: first, again: true });
      location.replace(pageOf(first));
    }
  }

  /**
   * Applies answers from a link, or the reader's own, as far as they are valid in this edition. `goal` is the former
   * position of a reader with these answers: "tree#step".
   */
  function replay({ given, whole, link, ...sent }) {
    let step = firstFor(clearedBy(journey));
    let trouble;
    while (!step.result) {
      const at = given.findIndex((a) => (a.tree ?? guide.tree) === guide.tree && stepOf(guide, a.question) === step);
      if (at < 0 && !given.length && !link) break;
      const [said] = at < 0 ? [] : given.splice(at, 1);
      const choices = [...step.section.querySelectorAll("[data-choice]")];
      const wanted = choices.map((choice) => replyTo(step, choice, journey));
      const nth = wanted.findIndex((reply) => reply.choice === said?.choice && reply.seal === said.seal);
      if (nth < 0) {
        trouble = reason(said, wanted, { signs: step.flags.length > 0, link, last: !given.length && !whole });
        break;
      }
      journey = [...journey, { ...wanted[nth], shared: link || said.shared }];
      if (wanted[nth].onward) {
        save(STORE, journey);
        save(HANDOVER, { ...sent, given, whole, link, tree: choices[nth].dataset.tree });
        location.replace(choices[nth].href);
        return;
      }
      step = guide.steps.get(wanted[nth].to);
    }
    save(STORE, journey);
    // All answers are valid, but lead elsewhere than before.
    if (sent.goal && sent.goal !== `${guide.tree}#${step.id}`) trouble ??= step.flags.length ? "signs" : "led";
    name(step);
    show(step, journey.length, trouble);
  }

  function show(step, count, trouble) {
    // Instant navigation may reload a page at the first move within it, and replace it.
    const moved = shown ? shown !== step : focused === `${guide.tree}#${step.id}`;
    const past = count < 0 ? [] : journey.slice(0, count);
    const cleared = clearedBy(past.filter((a) => a.tree !== guide.tree));
    // Not other.section.hidden: assigning an unchanged value makes the browser recompute the styles of all steps.
    for (const other of guide.steps.values()) other.section.toggleAttribute("hidden", other !== step);
    for (const flag of step.section.querySelectorAll("[data-flag]")) {
      flag.closest("li").hidden = cleared.has(flag.dataset.seal);
    }
    for (const heading of step.section.querySelectorAll(".sp-group")) {
      heading.hidden = ![...heading.nextElementSibling.querySelectorAll("[data-flag]")].some((flag) => !flag.closest("li").hidden);
    }
    const midway = count < 0 || past.some((a) => a.midway && a.tree === guide.tree);
    step.section.toggleAttribute("data-midway", midway);
    tell(!midway && (trouble || (past.some((a) => a.shared) && "shared")), step);
    list(past, step);
    finish(step, past, midway);
    shown = step;
    answered = count;
    // Not as classes: with Material's styles, a class change makes the browser recompute everything below the element.
    title.parentElement.toggleAttribute("data-under-way", count !== 0);
    title.parentElement.toggleAttribute("data-at-result", step.result);
    document.title = step === guide.opening[0] && !past.length ? guide.title : `${step.ask} – ${guide.title}`;
    if (moved) focus(step.heading);
  }

  /** Shows what is below the answers: for an outcome, its actions, and the additions of a printed page. */
  function finish(step, past, midway) {
    const sheet = step.section.querySelector(".sp-paper")?.cloneNode(true);
    later(() => sheet?.querySelectorAll("[data-code]").forEach(draw));
    const row = step.result && tools(make, words, () => linkTo(step, past, midway), () => summary(step, past, midway));
    if (step.result || acts.firstElementChild) {
      acts.replaceChildren(row || "");
      after.replaceChildren(over, sheet || "");
    }
  }

  function tell(trouble, step) {
    notice.hidden = !trouble;
    if (!trouble) return;
    notice.replaceChildren(make("p", {}, words[trouble], ...(trouble === "shared" ? [" ", make("a", { href: `#${guide.opening[0].id}` }, words.begin), "."] : [])));
    // Placed below the heading, because the browser scrolls to it: anything above would not be visible. What to do now
    // (the card) comes before the notice about how the reader got here.
    if (trouble !== "gone") (step.section.querySelector(".sp-care") ?? step.heading).after(notice);
    else step.heading.before(notice);
  }

  function list(past, step) {
    trail.hidden = !past.length;
    given.textContent = past.length;
    let href;
    past.forEach((a, at) => {
      href = `${a.tree === guide.tree ? "" : pageOf(a.tree)}#${a.question}`;
      const change = make("a", { href }, words.change, make("span", { class: "sp-hidden" }, `: ${a.ask}`));
      const row = make("li", {}, make("span", { class: "sp-trail__ask" }, a.ask), make("b", {}, a.text), change);
      const old = rows.children[at];
      // Unchanged rows are kept, to avoid a new layout.
      if (!old) rows.append(row);
      else if (!old.isEqualNode(row)) old.replaceWith(row);
    });
    while (rows.children.length > past.length) rows.lastChild.remove();
    over.hidden = !past.length && !step.result;
    over.href = `${past.length && past[0].tree !== guide.tree ? pageOf(past[0].tree) : ""}#`;
    over.onclick = restart(past);
    const back = step.section.firstChild;
    back.hidden = !href;
    if (href) back.href = href;
  }

  const restart = (past) => (event) => {
    save(STORE, (journey = []));
    if (past.length && past[0].tree !== guide.tree) return;
    event.preventDefault();
    go(guide.opening[0].id);
  };

  function choose(event) {
    // The second click of a double click with a mouse was meant for the question before, so it is ignored on any link.
    // Touch may be two quick taps or a tremor: it counts, and the reader is told.
    if (event.detail > 1 && event.pointerType !== "touch" && event.target.closest?.("a")) event.preventDefault();
    const link = event.target.closest?.("a[data-choice]");
    const plainClick = !event.defaultPrevented && event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
    if (!link || !plainClick || !shown?.section.contains(link)) return;
    const count = Math.max(0, answered);
    const past = journey.slice(0, count);
    const given = { ...replyTo(shown, link, past), midway: answered < 0 };
    journey = answer(journey, count, given);
    save(STORE, journey);
    if (link.dataset.tree) {
      save(HANDOVER, { tree: link.dataset.tree });
      return;
    }
    event.preventDefault();
    go(given.to);
    if (event.detail > 1 && notice.hidden) tell("twice", shown);
  }

  /** The answer that a choice gives, after the answers before it. */
  function replyTo(step, link, past) {
    const asked = step.flags.filter((flag) => !clearedBy(past).has(flag));
    const cleared = link.dataset.choice === "no" ? asked : [];
    let to = link.dataset.tree ? `tree:${link.dataset.tree}` : target(link);
    if (cleared.length) {
      // Skip red-flag questions with nothing left to ask.
      const rest = guide.opening.slice(guide.opening.indexOf(step) + 1);
      to = firstToAsk(rest, clearedBy([...past, { cleared }])).id;
    }
    const asking = { tree: guide.tree, edition: guide.edition, question: step.id, ask: step.ask };
    const { choice, edition: onward } = link.dataset;
    return { ...asking, choice, text: text(link), to, onward, seal: seal(step.seal, asked), cleared };
  }

  /** The address of an outcome. It includes the answers, unless the reader skipped some of the questions. */
  function linkTo(step, past, midway) {
    const whole = midway ? [] : past;
    const first = whole[0]?.tree ?? guide.tree;
    const last = first === guide.tree ? step.id : whole.findLast((a) => a.tree === first).question;
    return `${location.origin}${pageOf(first)}${carrying(last, whole)}`;
  }

  /** An outcome as plain text: guide, advice, answers, review date, address. */
  function summary(step, past, midway) {
    const parts = ".sp-care > *, :scope > p:not(:has(.sp-more)), :scope > ul > li, .sp-paper > p";
    const said = [...step.section.querySelectorAll(parts)].map((part) => (part.matches("li") ? "- " : "") + text(part));
    const rows = past.map((a) => `- ${a.ask} ${a.text}`);
    const answers = rows.length ? [words.summaryAnswers, ...rows] : [];
    return [text(title), step.ask, ...said, ...answers, linkTo(step, past, midway)].join("\n");
  }

  /** The page of another guide of this site, derived from the address of this one. */
  function pageOf(tree) {
    const { pathname } = location;
    const at = pathname.lastIndexOf(`/guides/${guide.tree}`) + "/guides/".length;
    return `${pathname.slice(0, at)}${tree}${pathname.slice(at + guide.tree.length)}`;
  }

  function focus(heading) {
    focused = `${guide.tree}#${heading.id}`;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
    // Not to the heading: the guide's title above it may take several lines.
    title.scrollIntoView({ behavior: "instant", block: "start" });
  }

  title.parentElement.addEventListener("click", choose);
  const controller = new AbortController();
  const alive = (act) => (event) => (title.isConnected ? act(event) : controller.abort());
  // Single-letter shortcuts must not open the search while somebody is answering (WCAG 2.1.4). Material listens for
  // some on the window, so this listener must run first; if nothing is focused, key events go to the body.
  const quiet = (event) => {
    const here = event.target === document.body || title.parentElement.contains(event.target);
    const letter = event.key?.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (here && letter && title.isConnected) event.stopPropagation();
  };
  addEventListener("keydown", quiet, { capture: true, signal: controller.signal });
  addEventListener("hashchange", alive((event) => event.isTrusted && arrive()), { signal: controller.signal });
  addEventListener("pageshow", alive((event) => event.persisted && arrive()), { signal: controller.signal });
  arrive();
}

/** Closes the red-flag boxes of a page for a reader who has just answered no to all that a guide asks about. */
function fold() {
  const journey = load(STORE, []);
  const cleared = clearedBy(journey);
  if (journey.some((a) => a.midway || a.shared)) return;
  for (const signs of document.querySelectorAll("details.sp-first")) {
    const asked = [...signs.querySelectorAll("[data-seal]")];
    if (asked.length && asked.every((sign) => cleared.has(sign.dataset.seal))) signs.open = false;
  }
}

/** Starts on a page that is a guide; called again for every page that instant navigation inserts. */
function begin() {
  fold();
  ownFirst();
  const title = document.querySelector("h1.sp-guide");
  const words = document.querySelector("sp-words");
  // Without the texts it is a cached page of an older build: it stays readable as without a script.
  if (words && title && !title.parentElement.classList.contains("sp-running")) start(title, words.dataset);
}

// A custom element is notified at once when it is inserted into the page. With Material's navigation.instant that is
// before Material looks for a table of contents: if it found one, it would replace the reader's position with the
// section scrolled to.
customElements.define("sp-words", class extends HTMLElement {
  connectedCallback() {
    begin();
  }
});
// The script may run before the page is complete: the texts are at its end. Material has its own event for each page,
// including the first.
begin();
addEventListener("DOMContentLoaded", () => globalThis.document$?.subscribe(begin) ?? begin());
