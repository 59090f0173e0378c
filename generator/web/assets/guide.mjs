/**
 * Shows a guide one question at a time.
 *
 * The page is the data: each question and each result is a heading with its text and its choices as
 * links, complete without this script. The fragment says where the reader is, so Back, Forward, reload
 * and bookmarks do what they always do. The answers stay in this tab and are never sent anywhere.
 */
import { answer, before, carried, carrying, clearedBy, firstToAsk, seal } from "./journey.mjs";
import { tools } from "./result.mjs";

const STORE = "signpost-journey";
const HANDOVER = "signpost-handover";

let memory = {}; // what the browser would not store

function load(key, fallback) {
  if (key in memory) return memory[key];
  try {
    return JSON.parse(sessionStorage.getItem(key)) ?? fallback;
  } catch {
    return fallback;
  }
}

function save(key, value) {
  try {
    sessionStorage.setItem(key, JSON.stringify(value));
    delete memory[key];
  } catch {
    // The journey then lasts as long as the page.
    memory[key] = value;
  }
}

/** Wraps each question and result of the page in a section, and reads what the sections say. */
function read(title) {
  const steps = new Map();
  for (const heading of title.parentElement.querySelectorAll("h2.sp-question, h2.sp-result")) {
    const section = make("section", { class: "sp-step" });
    heading.before(section);
    while (section.nextSibling && (section.nextSibling === heading || section.nextSibling.nodeName !== "H2")) {
      section.append(section.nextSibling);
    }
    section.prepend(make("a", { class: "sp-back", href: "#" }, "Back"));
    for (const link of section.querySelectorAll("[data-choice]")) link.target = "_self";
    steps.set(heading.id, {
      id: heading.id,
      section,
      heading,
      ask: words(heading),
      result: heading.classList.contains("sp-result"),
      flags: [...section.querySelectorAll("[data-flag]")].map((flag) => flag.dataset.flag),
    });
  }
  const questions = [...steps.values()].filter((step) => !step.result);
  const gate = questions.filter((step) => step.flags.length);
  // What follows the gate is where its last "no" leads, which need not be the first written.
  const start = gate.length ? target(gate.at(-1).section.querySelector("[data-choice=no]")) : null;
  return { tree: title.dataset.tree, title: document.title, steps, opening: [...gate, steps.get(start) ?? questions[0]] };
}

function target(link) {
  try {
    return decodeURIComponent(link.hash.slice(1));
  } catch {
    return link.hash.slice(1); // A stray "%" in a link that somebody copied.
  }
}

const words = (element) => {
  const copy = element.cloneNode(true);
  copy.querySelectorAll(".headerlink, .sp-hidden").forEach((part) => part.remove());
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

/** Where the address points: a step of the guide, nowhere (null), or something else on the page (undefined). */
function place(guide) {
  const id = target(location).split("?")[0];
  if (!id) return null;
  const element = document.getElementById(id);
  const section = element?.closest(".sp-step");
  if (section) return [...guide.steps.values()].find((step) => step.section === section);
  return element ? undefined : null;
}

/** Whether this page was asked for, and not come back to: then there is nothing for the browser's Forward to find. */
const cameAnew = () => performance.getEntriesByType("navigation")[0]?.type === "navigate";

function start(title) {
  const guide = read(title);
  if (!guide.opening[0]) return;
  const rows = make("ol");
  const heading = make("h2", { class: "sp-trail__title" }, "Your answers");
  const trail = make("aside", { class: "sp-trail", "aria-label": "Your answers" }, heading, rows);
  const notice = make("div", { class: "sp-notice", role: "note" });
  const over = make("a", { class: "sp-over" }, "Start again");
  const after = make("div", { class: "sp-after" }, over);
  [...guide.steps.values()].at(-1).section.after(trail, after);
  title.parentElement.classList.add("sp-running");
  // The theme's list of contents would lead past the warning signs, and follow each answer at some cost.
  for (const contents of document.querySelectorAll(".md-nav--secondary, [for=__toc]")) contents.remove();

  let journey = load(STORE, []);
  let shown = null;
  let answered = 0; // how many answers of the journey come before what is shown; -1 for a reader who came midway
  let done = null; // the address of a step that an answer has shown already

  const firstFor = (cleared) => firstToAsk(guide.opening, cleared);

  function arrive() {
    done = null;
    journey = load(STORE, []);
    const given = carried(location.hash);
    // A link from elsewhere may have a "?" of its own in its fragment.
    if (given.some(([question]) => document.getElementById(question)?.closest(".sp-step"))) {
      replay(given);
      return;
    }
    const step = place(guide);
    if (step) {
      show(step, before(journey, guide.tree, step.id, (cleared) => firstFor(cleared) === step));
      return;
    }
    if (step === undefined && shown) return;
    const trouble = step === null && location.hash && "gone";
    if (shown) {
      // Back at the beginning. The answers stay, so that the browser's Forward finds them.
      show(guide.opening[0], 0, trouble);
      return;
    }
    // No place named: a reader handed over by another guide goes on, everybody else begins.
    const handed = handedOver();
    if (!handed && step === null && cameAnew()) save(STORE, (journey = []));
    const next = firstFor(clearedBy(journey.slice(0, handed)));
    if (handed) name(next);
    show(next, handed, !handed && trouble);
  }

  /** How many answers a reader has given whom another guide has just sent here; 0 for everybody else. */
  function handedOver() {
    const sent = load(HANDOVER, null) === guide.tree;
    save(HANDOVER, null);
    return sent ? journey.findIndex((a) => a.to === `tree:${guide.tree}`) + 1 : 0;
  }

  const name = (step) => history.replaceState(history.state, "", `#${step.id}`);

  /** Gives the answers that came with a link, as far as the guide still has them. */
  function replay(given) {
    journey = journey.slice(0, handedOver());
    let step = firstFor(clearedBy(journey));
    let trouble;
    while (!step.result) {
      const at = given.findIndex(([question]) => document.getElementById(question)?.closest(".sp-step") === step.section);
      const [choice, sealed] = at < 0 ? [""] : given.splice(at, 1)[0][1].split(".");
      const link = choice && step.section.querySelector(`[data-choice="${CSS.escape(choice)}"]`);
      const reply = link && replyTo(step, link, journey);
      if (!reply || (reply.cleared.length && seal(reply.cleared) !== sealed)) {
        trouble = "changed";
        break;
      }
      journey = [...journey, { ...reply, shared: true }];
      save(STORE, journey);
      if (link.dataset.tree) {
        save(HANDOVER, link.dataset.tree);
        location.replace(`${link.href}#?${given.map((pair) => pair.join("=")).join("&")}`);
        return;
      }
      step = guide.steps.get(reply.to);
    }
    save(STORE, journey);
    name(step);
    show(step, journey.length, trouble);
  }

  function show(step, count, trouble) {
    const moved = shown !== null && shown !== step;
    const past = count < 0 ? [] : journey.slice(0, count);
    const cleared = clearedBy(past.filter((a) => a.tree !== guide.tree));
    // Not other.section.hidden: to set what is set already has the browser work out the styles of all steps again.
    for (const other of guide.steps.values()) other.section.toggleAttribute("hidden", other !== step);
    for (const flag of step.section.querySelectorAll("[data-flag]")) {
      flag.closest("li").hidden = cleared.has(flag.dataset.flag);
    }
    const midway = count < 0 || past.some((a) => a.midway && a.tree === guide.tree);
    tell(midway ? "midway" : trouble || (past.some((a) => a.shared) && "shared"), step);
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
    const row = step.result && tools(make, () => linkTo(step, past, midway), () => summary(step, past, midway));
    if (step.result || after.children[1]) after.replaceChildren(...[row, over, sheet].filter(Boolean));
  }

  function tell(trouble, step) {
    const begin = make("a", { href: `#${guide.opening[0].id}` }, "Start with the first question");
    const text = {
      midway: `You have come to the middle of this guide by a link. ${guide.opening.length > 1 ? "Its first questions check for warning signs. " : ""}`,
      gone: "The part of this guide that your link named is gone.",
      changed: "This guide has changed since your link was made. Please answer from here on.",
      twice: "Two taps answered two questions. Go back if you have not read both.",
      shared: "These answers came with a link. If they are not yours: ",
    }[trouble];
    notice.hidden = !text;
    if (!text) return;
    notice.replaceChildren(make("p", {}, text, ...(/midway|shared/.test(trouble) ? [begin, "."] : [])));
    // The browser scrolls to the heading that a link names; what is said above it would not be seen.
    // What to do now comes before how the reader got here.
    if (trouble !== "gone") (step.section.querySelector(".sp-care") ?? step.heading).after(notice);
    else step.heading.before(notice);
  }

  function list(past, step) {
    trail.hidden = !past.length;
    let href;
    past.forEach((a, at) => {
      href = `${a.tree === guide.tree ? "" : a.page}#${a.question}`;
      const change = make("a", { href }, "Change", make("span", { class: "sp-hidden" }, `: ${a.ask}`));
      const row = make("li", {}, make("span", { class: "sp-trail__ask" }, a.ask), make("b", {}, a.text), change);
      const old = rows.children[at];
      // A row that stays need not be laid out again.
      if (!old) rows.append(row);
      else if (!old.isEqualNode(row)) old.replaceWith(row);
    });
    while (rows.children.length > past.length) rows.lastChild.remove();
    over.hidden = !past.length && !step.result;
    over.href = `${past.length && past[0].tree !== guide.tree ? past[0].page : ""}#`;
    over.onclick = restart(past);
    const back = step.section.firstChild;
    back.hidden = !href;
    if (href) back.href = href;
  }

  const restart = (past) => (event) => {
    save(STORE, (journey = []));
    if (past.length && past[0].tree !== guide.tree) return;
    event.preventDefault();
    const opening = `#${guide.opening[0].id}`;
    if (location.hash === opening) arrive();
    else location.hash = opening;
  };

  function choose(event) {
    const link = event.target.closest?.("a[data-choice]");
    const plainClick = !event.defaultPrevented && event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
    if (!link || !plainClick || !shown?.section.contains(link)) return;
    // The second click of a double click, a habit of those with a mouse: it was meant for the question before. Of
    // fingers nobody knows whether they are quick or tremble: then it counts, and the reader is told.
    if (event.detail > 1 && event.pointerType !== "touch") return event.preventDefault();
    const count = Math.max(0, answered);
    const past = journey.slice(0, count);
    const given = { ...replyTo(shown, link, past), midway: answered < 0 };
    journey = answer(journey, count, given);
    save(STORE, journey);
    if (link.dataset.tree) {
      save(HANDOVER, link.dataset.tree);
      return;
    }
    // Left to follow the link, the browser may paint the old question once more first. Set like this, the address is
    // there at once, and those who listen for a new one still hear of it, as they would not of history.pushState.
    event.preventDefault();
    location.hash = given.to;
    arrive();
    done = location.hash;
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
    const asking = { tree: guide.tree, page: location.pathname, question: step.id, ask: step.ask };
    return { ...asking, choice: link.dataset.choice, text: words(link), to, cleared };
  }

  /** The address of a result. It carries the answers, unless the reader came past some of the questions. */
  function linkTo(step, past, midway) {
    const whole = midway ? [] : past;
    const first = whole[0]?.tree ?? guide.tree;
    const last = first === guide.tree ? step.id : whole.findLast((a) => a.tree === first).question;
    return `${location.origin}${whole[0]?.page ?? location.pathname}${carrying(last, whole)}`;
  }

  /** A result in plain text: guide, advice, answers, day of review, address. */
  function summary(step, past, midway) {
    const parts = ".sp-care > *, :scope > p:not(:has(.sp-more)), :scope > ul > li, .sp-paper > p";
    const said = [...step.section.querySelectorAll(parts)].map((part) => (part.matches("li") ? "- " : "") + words(part));
    const rows = past.map((a) => `- ${a.ask} ${a.text}`);
    const answers = rows.length ? ["Answers:", ...rows] : [];
    return [words(title), step.ask, ...said, ...answers, linkTo(step, past, midway)].join("\n");
  }

  function focus(heading) {
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
    heading.scrollIntoView({ behavior: "instant", block: "start" });
  }

  title.parentElement.addEventListener("click", choose);
  const controller = new AbortController();
  const alive = (act) => () => (title.isConnected ? act() : controller.abort());
  // A single letter must not open the search while somebody is answering (WCAG 2.1.4). Material listens for
  // some on the window, so this must come before it; with nothing focused the letters go to the body.
  const quiet = (event) => {
    const here = event.target === document.body || title.parentElement.contains(event.target);
    const letter = event.key?.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (here && letter && title.isConnected) event.stopPropagation();
  };
  addEventListener("keydown", quiet, { capture: true, signal: controller.signal });
  addEventListener("hashchange", alive(() => location.hash === done || arrive()), { signal: controller.signal });
  addEventListener("pageshow", (event) => event.persisted && alive(arrive)(), { signal: controller.signal });
  arrive();
}

/** Folds the warning signs on a result's page for a reader who has just answered no to them all on the way there. */
function fold() {
  const signs = document.querySelector("details.sp-first");
  const journey = load(STORE, []);
  const came = signs && journey.at(-1)?.to === signs.dataset.outcome;
  if (came && !journey.some((a) => a.midway || a.shared)) signs.open = false;
}

/** Begins on a page that is a guide; called again for every page that instant navigation puts in. */
function begin() {
  fold();
  const title = document.querySelector("h1.sp-guide");
  if (!title || title.parentElement.classList.contains("sp-running")) return;
  start(title);
}

begin();
// Material's, where there is Material.
globalThis.document$?.subscribe(begin);
