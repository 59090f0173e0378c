/**
 * A search field above a long list that hides items without all of its words. Without this script the whole list is
 * shown.
 *
 * The label, and the message if nothing is left, are in the element's attributes.
 */

const folded = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

customElements.define(
  "sp-filter",
  class extends HTMLElement {
    connectedCallback() {
      if (this.firstChild) return;
      const label = document.createElement("label");
      const field = document.createElement("input");
      const told = document.createElement("span");
      field.type = "search";
      field.autocomplete = "off";
      told.role = "status";
      label.append(this.dataset.label, " ", field);
      this.append(label, " ", told);
      const top = this.closest("p, div:not(.sp-list)") ?? this;
      const rows = [...top.parentElement.querySelectorAll(".sp-list li")].map((row) => [row, folded(row.textContent)]);
      const groups = [...top.parentElement.querySelectorAll(".sp-list")];
      field.addEventListener("input", () => {
        const words = folded(field.value).split(/\s+/).filter(Boolean);
        for (const [row, text] of rows) row.hidden = !words.every((word) => text.includes(word));
        for (const list of groups) {
          const empty = !list.querySelector("li:not([hidden])");
          list.hidden = empty;
          if (list.previousElementSibling?.matches("h2")) list.previousElementSibling.hidden = empty;
        }
        const none = rows.every(([row]) => row.hidden);
        told.textContent = none ? this.dataset.none : "";
      });
    }
  },
);
