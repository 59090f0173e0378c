/**
 * Passing a page on, at its foot. While a guide runs, it is the question or result shown that is passed on: its
 * address only, never the answers.
 */

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
  "Copy link": ({ url }) => url,
  "Copy as Markdown": ({ title, text, url }) => `[${escaped(title)}](${url})\n\n${escaped(text)}`,
  "Copy as BBCode": ({ title, text, url }) => `[url=${url}]${bare(title)}[/url]\n${bare(text)}`,
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
  const field = make("textarea", { readonly: "", rows: "4", "aria-label": "Text to copy" });
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
      status.textContent = "Copied.";
    } catch {
      field.hidden = false;
      field.value = text;
      field.select();
      status.textContent = "Your browser does not let this page copy. Copy the marked text yourself.";
    }
  };
  const buttons = Object.entries(FORMS).map(([label, form]) => button(label, copy(form)));
  // Closing the sheet is no fault.
  if (navigator.share) buttons.push(button("Share…", () => navigator.share(shared()).catch(() => {})));
  const tell = () => {
    const step = shown();
    const said = `Share this ${step?.matches(".sp-result") ? "result" : step ? "question" : "page"}`;
    // Said or hidden once more, it would be laid out again.
    if (name.textContent !== said) name.textContent = said;
    if (status.textContent) status.textContent = "";
    if (!field.hidden) field.hidden = true;
  };
  tell();
  // The guide's script hears of both too, and comes first.
  for (const event of ["hashchange", "load"]) addEventListener(event, () => setTimeout(tell));
  return make("details", { class: "ab-share" }, name, make("div", { class: "ab-share__row" }, ...buttons), status, field);
}

// A missing page has nothing to share.
const article = document.querySelector("article.md-content__inner:not(:has(#not-here))");
const foot = article?.querySelector(":scope > .ab-edit");
if (foot) foot.before(control());
else article?.append(control());
