// Which number of a row is the reader's own, by what the row says; -1 for none. Only the first such row of a page tells
// whom its numbers are for.
const own = {};

/**
 * Puts the number to call in the reader's own country before the others of a card, and says so where none of them is.
 * The browser knows; nothing is sent.
 */
export function ownFirst() {
  const { timeZone = "" } = Intl.DateTimeFormat().resolvedOptions();
  const here = ({ dataset }) => dataset.zones.split(" ").some((zone) => zone && timeZone.startsWith(zone));
  const spoken = ({ dataset }) => dataset.regions.split(" ").includes(navigator.language.split("-").at(-1));
  for (const row of document.querySelectorAll(".sp-calls > p")) {
    const all = [...row.children];
    const at = (own[row.textContent] ??= all.indexOf(all.find(here) ?? all.find(spoken)));
    row.prepend(all[at] ?? "");
    row.toggleAttribute("data-abroad", at < 0);
  }
}
