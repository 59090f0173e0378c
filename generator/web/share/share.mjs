/**
 * Passing a page on, at its foot. While a guide runs, it is the question or result shown that is passed on: its
 * address only, never the answers.
 *
 * An element with `data-share="below"` stays below it; a page with `data-share="none"` in it has nothing to share.
 */

const WORDS = __WORDS__;
const STYLE = __STYLE__;

const make = (tag, attributes = {}, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
};
const meta = (name) => document.querySelector(`meta[property="og:${name}"]`)?.content ?? "";
const escaped = (text) => text.replace(/[\\[\]*_`]/g, "\\$&");
const bare = (text) => text.replace(/\[/g, "(").replace(/\]/g, ")");
const FORMS = {
  [WORDS.link]: ({ url }) => url,
  [WORDS.markdown]: ({ title, text, url }) => `[${escaped(title)}](${url})\n\n${escaped(text)}`,
  [WORDS.bbcode]: ({ title, text, url }) => `[url=${url}]${bare(title)}[/url]\n${bare(text)}`,
};

const shown = () => document.querySelector(".sp-running .sp-step:not([hidden]) :is(h2.sp-question, h2.sp-result)");

function shared() {
  const heading = shown();
  const words = heading?.cloneNode(true);
  for (const part of words?.querySelectorAll(".headerlink") ?? []) part.remove();
  const title = [words?.textContent.trim(), meta("title")].filter(Boolean).join(" – ");
  return { title, text: meta("description"), url: location.origin + location.pathname + (heading ? `#${heading.id}` : "") };
}

function control() {
  // There before it speaks.
  const status = make("p", { role: "status" });
  const field = make("textarea", { readonly: "", rows: "4", "aria-label": WORDS.text });
  field.hidden = true;
  const name = make("summary");
  const button = (label, act) => {
    const element = make("button", { type: "button" }, label);
    element.addEventListener("click", act);
    return element;
  };
  const copy = (form) => async () => {
    const text = form(shared());
    field.hidden = true;
    status.textContent = "";
    try {
      await navigator.clipboard.writeText(text);
      status.textContent = WORDS.copied;
    } catch {
      field.hidden = false;
      field.value = text;
      field.select();
      status.textContent = WORDS["by-hand"];
    }
  };
  const buttons = Object.entries(FORMS).map(([label, form]) => button(label, copy(form)));
  // Closing the sheet is no fault.
  if (navigator.share) buttons.push(button(WORDS.more, () => navigator.share(shared()).catch(() => {})));
  const tell = () => {
    const step = shown();
    const said = step?.matches(".sp-result") ? WORDS.result : step ? WORDS.question : WORDS.page;
    // Said or hidden once more, it would be laid out again.
    if (name.textContent !== said) name.textContent = said;
    if (status.textContent) status.textContent = "";
    if (!field.hidden) field.hidden = true;
  };
  tell();
  // The guide's script hears of both too, and comes first.
  for (const event of ["hashchange", "load"]) addEventListener(event, () => setTimeout(tell));
  return make("details", { class: "sp-share" }, name, make("div", { class: "sp-share__row" }, ...buttons), status, field);
}

// In Material, and in other themes. Without the tags for forums a page is none of ours.
const article = document.querySelector("article.md-content__inner") ?? document.querySelector("[role=main], main");
const foot = article?.querySelector(":scope > [data-share=below]");
if (meta("title") && !article?.querySelector("[data-share=none]")) {
  if (foot) foot.before(control());
  else article?.append(control());
  // Not a file of its own, for which every page would wait before it is shown.
  const style = new CSSStyleSheet();
  style.replaceSync(STYLE);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, style];
}
