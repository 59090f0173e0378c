/**
 * A reader's path through the guides, as plain data. Nothing here accesses the page.
 *
 * A journey is the list of answers given so far, oldest first, across guides:
 *   { tree, edition, question, ask, choice, text, to, onward, seal, cleared, midway, shared }
 * `edition` is the version of the guide when the answer was given: it changes with every text and path of the guide and
 * of those that may lead to it. `to` is the target of the answer: "question-or-outcome-id" on the same page, or
 * "tree:id" for another guide, whose edition is then `onward`. `seal` is a checksum of the exact text that was
 * answered; `cleared` holds the seals of the red flags that were answered with no. `midway`: the reader came to this
 * question by a link, skipping those before it. `shared`: the answer came with a link. Answers after the reader's
 * current position stay in the list for the browser's Forward button; a different answer drops them.
 */

/** The number of answers in the journey before this step of a guide; -1 if the journey never reached it. */
export function before(journey, tree, id, isFirst) {
  const answered = journey.findIndex((a) => a.tree === tree && a.question === id);
  if (answered >= 0) return answered;
  const led = journey.findIndex((a) => a.tree === tree && a.to === id);
  if (led >= 0) return led + 1;
  const handed = handedOver(journey, tree);
  if (handed && isFirst(clearedBy(journey.slice(0, handed)))) return handed;
  return isFirst(new Set()) ? 0 : -1;
}

/** The number of answers in the journey up to the handover to a guide; 0 if there was none. */
export function handedOver(journey, tree) {
  return journey.findIndex((a) => a.to === `tree:${tree}`) + 1;
}

/** Whether all answers were given to the current editions of a guide and of those that led to it. */
export function stand(answers, { tree, edition }) {
  return answers.every((a) => (a.tree !== tree || a.edition === edition) && (a.to !== `tree:${tree}` || a.onward === edition));
}

/** The journey after an answer that has `count` answers before it. Repeating the same answer changes nothing. */
export function answer(journey, count, given) {
  const old = journey[count];
  const same = old && ["tree", "edition", "question", "choice", "to", "onward", "seal"].every((part) => old[part] === given[part]);
  // A shared answer becomes the reader's own only when they give it themselves.
  return same && !old.shared ? journey : [...journey.slice(0, count), given];
}

/** The seals of the red flags that some answers cleared. */
export function clearedBy(answers) {
  return new Set(answers.flatMap((a) => a.cleared));
}

/** The first question of a list of { id, flags } that still has something to ask. */
export function firstToAsk(questions, cleared) {
  return questions.find((q) => q.flags.length === 0 || q.flags.some((flag) => !cleared.has(flag)));
}

/**
 * A combined seal for a question and its red flags, independent of their order; as long as the longest of these seals.
 */
export function seal(question, flags) {
  return [question, ...flags].reduce((sum, part) => sum ^ BigInt(`0x${part}`), 0n).toString(36);
}

/**
 * A fragment with answers: "#place?question=choice.seal&question=choice.seal&end". Answers are identified by question
 * id, not by position, and have seals, so that a guide that has changed can tell which answers are still valid. "end"
 * shows that nothing was cut off.
 */
export function carrying(id, answers) {
  const pairs = answers.map((a) => `${a.question}=${a.choice}.${a.seal}`);
  return `#${id}${pairs.length ? `?${pairs.join("&")}&end` : ""}`;
}

/** The answers in a fragment, and whether they are complete. */
export function carried(hash) {
  const parts = mended(hash).split("?")[1]?.split("&") ?? [];
  const given = parts.filter((part) => part.includes("=")).map((part) => {
    const [question, said] = part.split("=");
    const [choice, seal = ""] = said.split(".");
    return { question, choice, seal };
  });
  return { given, whole: parts.includes("end") };
}

/**
 * A fragment without its "#", with the damage by mail programs and forums undone: they encode it, sometimes repeatedly,
 * break its lines, write "&" as in HTML, and include text that follows it.
 */
export function mended(hash) {
  let text = hash.slice(1);
  for (let was; was !== text; ) {
    was = text;
    text = text.replace(/(?:%[0-9a-f]{2})+/gi, decoded).replace(/&(?:amp|#38|#x26);/gi, "&");
  }
  return text.replace(/[^\p{L}\p{M}\p{N}_.:=&?-]+/gu, "").replace(/[^\p{L}\p{M}\p{N}_]+$/u, "");
}

function decoded(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    // Cut off inside a character.
    return "";
  }
}

/**
 * The reason why an answer from a link or an earlier edition is not valid, as the name of a notice.
 *
 * `said` is the answer, if there is one. `wanted` are the answers that would be valid, with current seals. `signs`:
 * whether it is a red-flag question. `link`: whether the answers came with a link. `last`: whether an incomplete link
 * ends here.
 */
export function reason(said, wanted, { signs, link, last }) {
  const written = said && [said.choice, said.seal].filter(Boolean).join(".");
  if (link && last && (!said || wanted.some((reply) => `${reply.choice}.${reply.seal}`.startsWith(written)))) return "cut";
  // Older links had other seals: of 32 bits for red-flag questions, and none for other questions.
  if (link && said && said.seal.length <= (signs ? 7 : 0)) return "old";
  return signs ? "signs" : "changed";
}
