/** What a reader can do with a result: print it, copy a link to it, copy a summary to show to a professional. */

/** Draws the square code whose bits are in an element's data. What it leads to, paper says in words as well. */
export function draw(place) {
  const bits = [...atob(place.dataset.code)].map((sign) => sign.charCodeAt().toString(2).padStart(8, 0)).join("");
  const size = Math.sqrt(bits.length) | 0;
  const rows = bits.match(RegExp(`.{${size}}`, "g"));
  const lines = rows.map((row, at) => row.replace(/0+|1+/g, (run, from) => (+run ? `M${from} ${at}.5h${run.length}` : "")));
  place.innerHTML = `<svg class="sp-qr" viewBox="0 0 ${size} ${size}"><path stroke="#000" d="${lines.join("")}"/></svg>`;
}

/**
 * The row of buttons.
 *
 * `words` are those of the page. `link` and `summary` are functions that give the text to copy at the moment it is asked for.
 */
export function tools(make, words, link, summary) {
  // There before it speaks, or screen readers miss it.
  const status = make("p", { class: "sp-status", role: "status" });
  const field = make("textarea", { readonly: "", rows: "4", "aria-label": words.text });
  field.hidden = true;

  const button = (text, act) => {
    const element = make("button", { type: "button" }, text);
    element.addEventListener("click", act);
    return element;
  };

  async function copy(text, done) {
    field.hidden = true;
    status.textContent = "";
    try {
      await navigator.clipboard.writeText(text);
      status.textContent = done;
    } catch {
      // No permission, or a page that is not served securely: then by hand.
      field.hidden = false;
      field.value = text;
      field.select();
      status.textContent = words.byHand;
    }
  }

  return make(
    "div",
    { class: "sp-tools" },
    button(words.print, () => print()),
    button(words.link, () => copy(link(), words.linkCopied)),
    button(words.summary, () => copy(summary(), words.summaryCopied)),
    status,
    field,
  );
}
