/**
 * What Material for MkDocs leaves to be mended for people who use a keyboard or a screen reader: its menu and
 * its search are opened by labels that nobody can tab to, what is closed can be tabbed to all the same, and
 * single letters are shortcuts on every page (WCAG 2.1.1, 2.1.4, 2.4.3, 2.4.11, 4.1.2).
 */

const words = JSON.parse(document.querySelector("meta[name=ab-words]").content);

const menu = {
  toggle: document.querySelector("#__drawer"),
  label: document.querySelector(".md-header__button[for=__drawer]"),
  panel: document.querySelector(".md-sidebar--primary"),
  others: document.querySelectorAll(".md-header, .md-tabs, .md-content, .md-sidebar--secondary, .md-footer, .md-skip"),
  narrow: matchMedia("(max-width: 76.234375em)"),
  name: words.menu,
};
const search = {
  toggle: document.querySelector("#__search"),
  label: document.querySelector(".md-header__button[for=__search]"),
  panel: document.querySelector(".md-search"),
  others: document.querySelectorAll(".md-container, .md-skip"),
  narrow: matchMedia("(max-width: 59.984375em)"),
  name: words.search,
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
    // What was just inert can have the focus only now.
    if (!was && open) panel.querySelector("[name=query], .ab-close")?.focus({ preventScroll: true });
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
  button.textContent = words.close_menu;
  button.addEventListener("click", () => close(menu));
  menu.panel.querySelector(".md-nav--primary")?.prepend(button);
}

/** What is folded up in the menu cannot be tabbed to. */
function foldMenu() {
  for (const toggle of document.querySelectorAll(".md-nav__toggle[id^=__nav]")) {
    const folded = toggle.parentElement.querySelector(":scope > nav");
    const label = toggle.parentElement.querySelector("label.md-nav__link");
    if (!folded || !label) continue;
    const button = document.createElement("button");
    button.id = label.id;
    button.className = label.className;
    const name = folded.querySelector(".md-nav__title").textContent.trim();
    button.setAttribute("aria-label", words.more_in.replace("{name}", name));
    button.append(...label.childNodes);
    button.addEventListener("click", () => toggle.click());
    label.replaceWith(button);
    const tell = () => {
      folded.inert = !toggle.checked;
      button.setAttribute("aria-expanded", toggle.checked);
    };
    toggle.addEventListener("change", tell);
    tell();
  }
}

function nameSearch() {
  if (!search.panel) return;
  // It is a form that is always there, no dialog that opens over the page; the form inside is the landmark.
  search.panel.removeAttribute("role");
  search.panel.querySelector("[role=search]")?.setAttribute("aria-label", words.this_site);
  // Where the findings will be can be scrolled with the keyboard, and so be tabbed to: not before there are any.
  const findings = search.panel.querySelector(".md-search__output");
  const tell = () => findings && (findings.inert = !search.toggle.checked);
  search.toggle.addEventListener("change", tell);
  tell();
}

/** Two radios that name what they would change to are one button that says what is: dark colours, on or off. */
function oneColourButton() {
  const form = document.querySelector("[data-md-component=palette]");
  const inputs = [...(form?.querySelectorAll("input") ?? [])];
  if (inputs.length < 2) return;
  const button = document.createElement("button");
  button.className = "md-header__button md-icon";
  button.setAttribute("aria-label", words.dark);
  const isDark = (element) => element.dataset.mdColorScheme === "slate";
  // Before the first choice none of the two need be checked.
  button.addEventListener("click", () => inputs.find((input) => isDark(input) !== isDark(document.body)).click());
  const tell = () => {
    const dark = isDark(document.body);
    button.setAttribute("aria-pressed", dark);
    const shown = inputs.find((input) => isDark(input) === dark);
    button.replaceChildren(shown.nextElementSibling.querySelector("svg").cloneNode(true));
  };
  new MutationObserver(tell).observe(document.body, { attributeFilter: ["data-md-color-scheme"] });
  tell();
  form.hidden = true;
  form.after(button);
}

/** The sources of each guide are one row, until one of them is asked for. */
function foldSources() {
  const groups = document.querySelectorAll("details.sp-of-guide");
  const open = () => {
    const wanted = document.getElementById(location.hash.slice(1));
    for (const group of groups) group.open = group.contains(wanted);
    wanted?.scrollIntoView();
  };
  if (!groups.length) return;
  open();
  addEventListener("hashchange", open);
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
// Firefox does not scroll to what has the focus within a drawing, nor to what is on the screen in part.
addEventListener("focusin", ({ target }) => {
  const { top, bottom } = target.getBoundingClientRect();
  const inPart = (top < 0 || bottom > innerHeight) && bottom - top < innerHeight;
  if (inPart && target.matches(".md-content a:focus-visible")) scrollBy({ top: top - innerHeight / 2, behavior: "instant" });
});
foldMenu();
mend(menu);
// After it: what is still inert takes no focus.
addCloseButton();
mend(search);
nameSearch();
oneColourButton();
foldSources();
