/**
 * A reader's way through the guides, as plain values. Nothing here touches the page.
 *
 * A journey is the list of answers given so far, oldest first, across guides:
 *   { tree, page, question, ask, choice, text, to, cleared, midway, shared }
 * `to` is where the answer led: "question-or-outcome-id" on the same page, or "tree:id" for another guide.
 * `cleared` holds the red flags that the answer said no to. `midway` says that the reader came to this
 * question by a link, past the ones before it; `shared`, that the answer came with a link. Answers after the reader's present place stay in the
 * list, so that the browser's Forward finds them; a different answer drops them.
 */

/** How many answers of the journey come before this place of a guide; -1 if the journey never came there. */
export function before(journey, tree, id, isFirst) {
  const answered = journey.findIndex((a) => a.tree === tree && a.question === id);
  if (answered >= 0) return answered;
  const led = journey.findIndex((a) => a.tree === tree && a.to === id);
  if (led >= 0) return led + 1;
  const handed = journey.findIndex((a) => a.to === `tree:${tree}`);
  if (handed >= 0 && isFirst(clearedBy(journey.slice(0, handed + 1)))) return handed + 1;
  return isFirst(new Set()) ? 0 : -1;
}

/** The journey after an answer given when `count` answers came before. The same answer again changes nothing. */
export function answer(journey, count, given) {
  const old = journey[count];
  const same = old && old.tree === given.tree && old.question === given.question && old.choice === given.choice;
  // What came with a link is the reader's own only once they have said it themselves.
  return same && old.to === given.to && !old.shared ? journey : [...journey.slice(0, count), given];
}

/** The red flags that some answers said no to. */
export function clearedBy(answers) {
  return new Set(answers.flatMap((a) => a.cleared));
}

/** From a list of { id, flags }, the first question that still has something to ask. */
export function firstToAsk(questions, cleared) {
  return questions.find((q) => q.flags.length === 0 || q.flags.some((flag) => !cleared.has(flag)));
}

/**
 * A fragment that carries answers: "#place?question=choice&question=choice". By the ids of questions, never by
 * position, so that a guide which has changed since can tell which answers still mean what they meant.
 */
export function carrying(id, answers) {
  const pairs = answers.map((a) => `${a.question}=${a.choice}${a.cleared.length ? `.${seal(a.cleared)}` : ""}`);
  return `#${id}${pairs.length ? "?" : ""}${pairs.join("&")}`;
}

/** The answers that a fragment carries, as [question, choice]. */
export function carried(hash) {
  const pairs = hash.split("?")[1]?.split("&") ?? [];
  return pairs.map((pair) => [...pair.split("="), ""].slice(0, 2));
}

/** A short sign for a set of red flags. A "no" that came with a link counts only where the same ones are asked. */
export function seal(flags) {
  let sum = 0x811c9dc5; // FNV-1a
  for (const sign of flags.join()) sum = Math.imul(sum ^ sign.charCodeAt(0), 0x01000193);
  return (sum >>> 0).toString(36);
}
