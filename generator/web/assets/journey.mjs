/**
 * A reader's way through the guides, as plain values. Nothing here touches the page.
 *
 * A journey is the list of answers given so far, oldest first, across guides:
 *   { tree, edition, question, ask, choice, text, to, onward, seal, cleared, midway, shared }
 * `edition` is that of the guide when the answer was given: it changes with every word and way of the guide and of those
 * that may lead to it. `to` is where the answer led: "question-or-outcome-id" on the same page, or "tree:id" for another
 * guide, whose edition is then `onward`. `seal` stands for the very words that were answered; `cleared` holds the seals
 * of the red flags that the answer said no to. `midway` says that the reader came to this question by a link, past the
 * ones before it; `shared`, that the answer came with a link. Answers after the reader's present place stay in the list,
 * so that the browser's Forward finds them; a different answer drops them.
 */

/** How many answers of the journey come before this place of a guide; -1 if the journey never came there. */
export function before(journey, tree, id, isFirst) {
  const answered = journey.findIndex((a) => a.tree === tree && a.question === id);
  if (answered >= 0) return answered;
  const led = journey.findIndex((a) => a.tree === tree && a.to === id);
  if (led >= 0) return led + 1;
  const handed = handedOver(journey, tree);
  if (handed && isFirst(clearedBy(journey.slice(0, handed)))) return handed;
  return isFirst(new Set()) ? 0 : -1;
}

/** How many answers of the journey were given up to the handover to a guide; 0 if there was none. */
export function handedOver(journey, tree) {
  return journey.findIndex((a) => a.to === `tree:${tree}`) + 1;
}

/** Whether answers were given to a guide, and to those that led to it, as they are now. */
export function stand(answers, { tree, edition }) {
  return answers.every((a) => (a.tree !== tree || a.edition === edition) && (a.to !== `tree:${tree}` || a.onward === edition));
}

/** The journey after an answer given when `count` answers came before. The same answer again changes nothing. */
export function answer(journey, count, given) {
  const old = journey[count];
  const same = old && ["tree", "edition", "question", "choice", "to", "onward", "seal"].every((part) => old[part] === given[part]);
  // What came with a link is the reader's own only once they have said it themselves.
  return same && !old.shared ? journey : [...journey.slice(0, count), given];
}

/** The red flags that some answers said no to. */
export function clearedBy(answers) {
  return new Set(answers.flatMap((a) => a.cleared));
}

/** From a list of { id, flags }, the first question that still has something to ask. */
export function firstToAsk(questions, cleared) {
  return questions.find((q) => q.flags.length === 0 || q.flags.some((flag) => !cleared.has(flag)));
}

/** One seal for a question and the red flags that it asks, in whatever order: as long as the longest of theirs. */
export function seal(question, flags) {
  return [question, ...flags].reduce((sum, part) => sum ^ BigInt(`0x${part}`), 0n).toString(36);
}

/**
 * A fragment that carries answers: "#place?question=choice.seal&question=choice.seal&end". By the ids of questions,
 * never by position, and sealed, so that a guide which has changed since can tell which answers still mean what they
 * meant. The end shows that nothing was cut off.
 */
export function carrying(id, answers) {
  const pairs = answers.map((a) => `${a.question}=${a.choice}.${a.seal}`);
  return `#${id}${pairs.length ? `?${pairs.join("&")}&end` : ""}`;
}

/** The answers that a fragment carries, and whether they came whole. */
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
 * A fragment, without its "#", as it was before mail programs and forums took hold of it: they encode it, more than
 * once; they break its lines, write "&" as in HTML, and take what stands behind it for a part of it.
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
    // Cut off in the middle of a sign.
    return "";
  }
}

/**
 * Why what was said to a question does not count, as the name of a notice.
 *
 * `said` is the answer, if there is one. `wanted` are the answers that would count, as they are sealed now. `signs` says
 * whether it is a question about warning signs, and `link` whether the answers came with a link; `last`, that this link
 * ends here before its end.
 */
export function reason(said, wanted, { signs, link, last }) {
  const written = said && [said.choice, said.seal].filter(Boolean).join(".");
  if (link && last && (!said || wanted.some((reply) => `${reply.choice}.${reply.seal}`.startsWith(written)))) return "cut";
  // Links were sealed otherwise once: with 32 bits, where they asked for warning signs, and elsewhere not at all.
  if (link && said && said.seal.length <= (signs ? 7 : 0)) return "old";
  return signs ? "signs" : "changed";
}
