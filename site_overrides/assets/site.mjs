/**
 * What Material for MkDocs leaves to be mended for people who use a keyboard or a screen reader: its menu and
 * its search are opened by labels that nobody can tab to, what is closed can be tabbed to all the same, and
 * single letters are shortcuts on every page (WCAG 2.1.1, 2.1.4, 2.4.3, 2.4.11, 4.1.2).
 */

const menu = {
  toggle: document.querySelector("#__drawer"),
  label: document.querySelector(".md-header__button[for=__drawer]"),
  panel: document.querySelector(".md-sidebar--primary"),
  others: document.querySelectorAll(".md-header, .md-tabs, .md-content, .md-sidebar--secondary, .md-footer, .md-skip"),
  narrow: matchMedia("(max-width: 76.234375em)"),
  name: "Menu",
};
const search = {
  toggle: document.querySelector("#__search"),
  label: document.querySelector(".md-header__button[for=__search]"),
  panel: document.querySelector(".md-search"),
  others: document.querySelectorAll(".md-container, .md-skip"),
  narrow: matchMedia("(max-width: 59.984375em)"),
  name: "Search",
};

function mend({ toggle, label, panel, others, narrow, name }) {
  if (!toggle || !label || !panel) return;
  const button = document.createElement("button");
  button.className = label.className;
  button.setAttribute("aria-label", name);
  button.append(...label.childNodes);
  label.replaceWith(button);
  button.addEventListener("click", () => toggle.click());
  let was = false;

  function tell() {
    const open = toggle.checked;
    button.setAttribute("aria-expanded", open);
    button.hidden = !narrow.matches;
    panel.inert = narrow.matches && !open;
    for (const other of others) other.inert = narrow.matches && open;
    if (was && !open && narrow.matches) button.focus({ preventScroll: true });
    was = open;
  }

  toggle.addEventListener("change", tell);
  narrow.addEventListener("change", tell);
  tell();
}

function close({ toggle }) {
  if (toggle?.checked) toggle.click();
}

/** A way out of the menu that can be tabbed to and heard. */
function addCloseButton() {
  if (!menu.panel) return;
  const button = document.createElement("button");
  button.className = "ab-close";
  button.textContent = "Close menu";
  button.addEventListener("click", () => close(menu));
  menu.panel.querySelector(".md-nav--primary")?.prepend(button);
  menu.toggle.addEventListener("change", () => menu.toggle.checked && button.focus({ preventScroll: true }));
}

function nameSearch() {
  if (!search.panel) return;
  // It is a form that is always there, no dialog that opens over the page; the form inside is the landmark.
  search.panel.removeAttribute("role");
  search.panel.querySelector("[role=search]")?.setAttribute("aria-label", "This site");
}

addEventListener("keydown", (event) => {
  if (event.key === "Escape") close(menu);
});
// Before Material hears of it, on every page.
addEventListener(
  "keydown",
  (event) => {
    const letter = event.key?.length === 1 && event.key !== " " && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (letter && !event.target.closest?.("input, textarea, select, [contenteditable]")) event.stopPropagation();
  },
  { capture: true },
);
mend(menu);
// After it: what is still inert takes no focus.
addCloseButton();
mend(search);
nameSearch();
