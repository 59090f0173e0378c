/**
 * Shows a guide one question at a time.
 *
 * The page is the data: each question and each result is a heading with its text and its choices as
 * links, complete without this script. The fragment says where the reader is, so Back, Forward, reload
 * and bookmarks do what they always do. The answers stay in this tab and are never sent anywhere.
 */
import { answer, before, carried, carrying, clearedBy, firstToAsk, handedOver, mended, reason, seal, stand } from "./journey.mjs";
import { ownFirst } from "./numbers.mjs";
import { draw, tools } from "./result.mjs";

const STORE = "signpost-journey";
const HANDOVER = "signpost-sent";

// Where the browser stores nothing, the tab's name carries the answers from page to page. A browser clears it when the
// tab goes on to another site.
const memory = attempt(() => JSON.parse(window.name).signpost, {});
// The step that was given the focus last.
let focused = "";

/** What an act gives, or something else where it gives nothing or fails. */
function attempt(act, otherwise) {
  try {
    return act() ?? otherwise;
  } catch {
    return otherwise;
  }
}

/** Does what the reader need not wait for, once the page shows what was done before; some browsers are never idle. */
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

/** Reads what the sections of the page say, each of them a question or a result, and gives each a way back. */
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
  // What follows the gate is where its last "no" leads, which need not be the first written.
  const start = gate.length ? target(gate.at(-1).section.querySelector("[data-choice=no]")) : null;
  const { tree, edition } = title.dataset;
  return { tree, edition, title: document.title, steps, opening: [...gate, steps.get(start) ?? questions[0]] };
}

/** The id that a link leads to. Somebody may have copied it with a stray "%". */
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
  // Instant navigation would take the click and change the address without an event; a target keeps it away.
  if (tag === "a") element.target = "_self";
  return element;
}

/** The step that has an id, or had it once. */
const stepOf = (guide, id) => guide.steps.get(document.getElementById(id)?.closest(".sp-step")?.querySelector("h2").id);

/** The id that the address names, "" for none. */
function named() {
  const written = target(location);
  return document.getElementById(written) ? written : mended(location.hash).split(/[?&]/)[0];
}

/** Whether this page was asked for, and not come back to: then there is nothing for the browser's Forward to find. */
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
  // The theme's list of contents would lead past the warning signs, and follow each answer at some cost.
  for (const contents of document.querySelectorAll(".md-nav--secondary, [for=__toc]")) contents.remove();

  let journey = load(STORE, []);
  let shown = null;
  // How many answers of the journey come before what is shown; -1 for a reader who came midway.
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
    // A link from elsewhere may have a "?" of its own in its fragment.
    if (link.given.some(({ question }) => stepOf(guide, question))) {
      journey = [];
      replay({ ...link, link: true });
      return;
    }
    const id = named();
    const step = stepOf(guide, id);
    // A step that was called otherwise when the answers were given, or is gone, is known to them by its old name.
    const counts = [id, step?.id].map((one) => before(journey, guide.tree, one, (cleared) => firstFor(cleared) === step));
    let count = Math.max(...counts);
    const handed = journey.slice(0, handedOver(journey, guide.tree));
    // With other signs, another question comes first after a handover.
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
    // Back at the beginning, the answers stay, so that the browser's Forward finds them.
    if (!shown && !elsewhere && cameAnew()) save(STORE, (journey = []));
    show(guide.opening[0], 0, !elsewhere && location.hash && "gone");
  }

  /** Goes on with a reader whom another guide has just sent here, or this script itself. */
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
   * Goes to a step of this page. Left to go to the address, the browser looks for its place itself: it may paint the old
   * step once more first, and has screen readers say the new one twice. Others who listen for a new address hear of it
   * after all that, from us.
   */
  function go(id) {
    history.pushState(null, "", `#${id}`);
    arrive();
    later(() => dispatchEvent(new Event("hashchange")));
  }

  /**
   * What was said to an older guide is said once more to the one there is now, from the first answer on. A page that
   * the browser or its host still has from before could send the reader to and fro: then all is asked anew, here.
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
   * Gives answers that came with a link, or were the reader's own, as far as the guide still has them. `goal` is where a
   * reader stood who gave them: "tree#step".
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
    // All of them count, and lead elsewhere than they did.
    if (sent.goal && sent.goal !== `${guide.tree}#${step.id}`) trouble ??= step.flags.length ? "signs" : "led";
    name(step);
    show(step, journey.length, trouble);
  }

  function show(step, count, trouble) {
    // Instant navigation may fetch a page anew at the first move within it, and put another in its place.
    const moved = shown ? shown !== step : focused === `${guide.tree}#${step.id}`;
    const past = count < 0 ? [] : journey.slice(0, count);
    const cleared = clearedBy(past.filter((a) => a.tree !== guide.tree));
    // Not other.section.hidden: to set what is set already has the browser work out the styles of all steps again.
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
    // Not as classes: Material's style has the browser work out all that is below an element when its class changes.
    title.parentElement.toggleAttribute("data-under-way", count !== 0);
    title.parentElement.toggleAttribute("data-at-result", step.result);
    document.title = step === guide.opening[0] && !past.length ? guide.title : `${step.ask} – ${guide.title}`;
    if (moved) focus(step.heading);
  }

  /** What stands below the answers: at a result, what to do with it, and what a printed page says besides. */
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
    // The browser scrolls to the heading that a link names; what is said above it would not be seen.
    // What to do now comes before how the reader got here.
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
      // A row that stays need not be laid out again.
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
    // The second click of a double click, a habit of those with a mouse: it was meant for the question before, whatever
    // link it meets. Of fingers nobody knows whether they are quick or tremble: then it counts, and the reader is told.
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

  /** The answer that a choice of a question gives, after the answers before it. */
  function replyTo(step, link, past) {
    const asked = step.flags.filter((flag) => !clearedBy(past).has(flag));
    const cleared = link.dataset.choice === "no" ? asked : [];
    let to = link.dataset.tree ? `tree:${link.dataset.tree}` : target(link);
    if (cleared.length) {
      // A red-flag question of which nothing is left to ask is passed over.
      const rest = guide.opening.slice(guide.opening.indexOf(step) + 1);
      to = firstToAsk(rest, clearedBy([...past, { cleared }])).id;
    }
    const asking = { tree: guide.tree, edition: guide.edition, question: step.id, ask: step.ask };
    const { choice, edition: onward } = link.dataset;
    return { ...asking, choice, text: text(link), to, onward, seal: seal(step.seal, asked), cleared };
  }

  /** The address of a result. It carries the answers, unless the reader came past some of the questions. */
  function linkTo(step, past, midway) {
    const whole = midway ? [] : past;
    const first = whole[0]?.tree ?? guide.tree;
    const last = first === guide.tree ? step.id : whole.findLast((a) => a.tree === first).question;
    return `${location.origin}${pageOf(first)}${carrying(last, whole)}`;
  }

  /** A result in plain text: guide, advice, answers, day of review, address. */
  function summary(step, past, midway) {
    const parts = ".sp-care > *, :scope > p:not(:has(.sp-more)), :scope > ul > li, .sp-paper > p";
    const said = [...step.section.querySelectorAll(parts)].map((part) => (part.matches("li") ? "- " : "") + text(part));
    const rows = past.map((a) => `- ${a.ask} ${a.text}`);
    const answers = rows.length ? [words.summaryAnswers, ...rows] : [];
    return [text(title), step.ask, ...said, ...answers, linkTo(step, past, midway)].join("\n");
  }

  /** The page of a guide of this site: none knows another's address but by its own. */
  function pageOf(tree) {
    const { pathname } = location;
    const at = pathname.lastIndexOf(`/guides/${guide.tree}`) + "/guides/".length;
    return `${pathname.slice(0, at)}${tree}${pathname.slice(at + guide.tree.length)}`;
  }

  function focus(heading) {
    focused = `${guide.tree}#${heading.id}`;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
    // Not to the heading: the name of the guide above it may take several lines.
    title.scrollIntoView({ behavior: "instant", block: "start" });
  }

  title.parentElement.addEventListener("click", choose);
  const controller = new AbortController();
  const alive = (act) => (event) => (title.isConnected ? act(event) : controller.abort());
  // A single letter must not open the search while somebody is answering (WCAG 2.1.4). Material listens for
  // some on the window, so this must come before it; with nothing focused the letters go to the body.
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

/** Folds the warning signs of a page for a reader who has just answered no to all that a guide asks of them. */
function fold() {
  const journey = load(STORE, []);
  const cleared = clearedBy(journey);
  if (journey.some((a) => a.midway || a.shared)) return;
  for (const signs of document.querySelectorAll("details.sp-first")) {
    const asked = [...signs.querySelectorAll("[data-seal]")];
    if (asked.length && asked.every((sign) => cleared.has(sign.dataset.seal))) signs.open = false;
  }
}

/** Begins on a page that is a guide; called again for every page that instant navigation puts in. */
function begin() {
  fold();
  ownFirst();
  const title = document.querySelector("h1.sp-guide");
  const words = document.querySelector("sp-words");
  // Without them it is the page of an older build, from some store: then it is read as one without a script.
  if (words && title && !title.parentElement.classList.contains("sp-running")) start(title, words.dataset);
}

// An element of its own hears at once when it is put into the page. With Material's navigation.instant that is before
// Material looks for a list of contents: found, it would write the part scrolled to in the place of the reader's.
customElements.define("sp-words", class extends HTMLElement {
  connectedCallback() {
    begin();
  }
});
// A page may have this script run before all of it is there: the words stand at its end. With Material its
// own news of a page comes, of the first one too.
begin();
addEventListener("DOMContentLoaded", () => globalThis.document$?.subscribe(begin) ?? begin());
