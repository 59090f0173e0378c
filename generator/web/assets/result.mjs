/** Actions on an outcome: print it, copy a link to it, copy a summary to show to a professional. */

/** Draws the QR code whose bits are in an element's data. On paper, its address is also printed as text. */
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
 * `words` are the texts of the page. `link` and `summary` are functions that return the text to copy when a button is
 * pressed.
 */
export function tools(make, words, link, summary) {
  // Present before it gets any text, otherwise screen readers miss the text.
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
      // No permission, or an insecure connection: show the text for copying by hand.
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
