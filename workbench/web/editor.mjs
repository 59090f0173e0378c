/** The text editor: CodeMirror with YAML, findings at their lines, and nothing that is not needed. */

import { closeBrackets } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { yaml } from "@codemirror/lang-yaml";
import { HighlightStyle, bracketMatching, indentUnit, syntaxHighlighting } from "@codemirror/language";
import { lintGutter, lintKeymap, setDiagnostics } from "@codemirror/lint";
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search";
import { EditorState } from "@codemirror/state";
import { EditorView, drawSelection, highlightActiveLine, highlightSpecialChars, keymap, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";

const COLOURS = HighlightStyle.define([
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: "var(--wb-key)" },
  { tag: [tags.comment, tags.lineComment], color: "var(--wb-soft)", fontStyle: "italic" },
  { tag: [tags.punctuation, tags.separator, tags.meta], color: "var(--wb-soft)" },
  { tag: [tags.heading], color: "var(--wb-key)", fontWeight: "bold" },
]);
const LOOK = EditorView.theme({
  "&": { height: "100%", backgroundColor: "var(--wb-paper)", color: "var(--wb-ink)", fontSize: "var(--wb-code-size)" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { fontFamily: "var(--md-code-font, ui-monospace, monospace)", lineHeight: "1.55" },
  ".cm-gutters": { backgroundColor: "var(--wb-soft-paper)", color: "var(--wb-soft)", border: "0" },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "var(--wb-active)" },
  ".cm-content": { caretColor: "var(--wb-ink)", padding: "8px 0" },
  ".cm-cursor": { borderLeftColor: "var(--wb-ink)", borderLeftWidth: "2px" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": {
    backgroundColor: "var(--wb-selected)",
  },
  ".cm-lintRange-error": { backgroundImage: "none", textDecoration: "underline wavy var(--wb-red) 1.5px", textUnderlineOffset: "3px" },
  ".cm-lintRange-warning": { backgroundImage: "none", textDecoration: "underline wavy var(--wb-amber) 1.5px", textUnderlineOffset: "3px" },
  ".cm-tooltip": { backgroundColor: "var(--wb-paper)", color: "var(--wb-ink)", border: "1px solid var(--wb-line)", maxWidth: "34rem" },
  ".cm-diagnostic": { padding: "8px 12px", fontFamily: "var(--wb-font)", fontSize: "0.8rem" },
  ".cm-diagnostic-error": { borderLeftColor: "var(--wb-red)" },
  ".cm-diagnostic-warning": { borderLeftColor: "var(--wb-amber)" },
  ".cm-diagnosticAction": { backgroundColor: "var(--wb-strong)", color: "var(--wb-on-strong)", padding: "6px 12px", borderRadius: "6px" },
  ".cm-panels": { backgroundColor: "var(--wb-soft-paper)", color: "var(--wb-ink)" },
  ".cm-panel input, .cm-panel button": { fontSize: "0.8rem" },
});

/**
 * An editor within an element.
 *
 * It stands in a shadow tree: there CodeMirror's style is no `style` element, which the page's policy would forbid.
 *
 * @param place the element that it fills
 * @param changed is told of each new text
 */
export function editorIn(place, changed) {
  const root = place.attachShadow({ mode: "open" });
  const states = new Map();
  let shown = null;
  let quiet = false;
  const view = new EditorView({ root, parent: root });
  view.dom.style.height = "100%";

  const extensions = (file, label) => [
    lineNumbers(),
    highlightSpecialChars(),
    history(),
    drawSelection(),
    EditorView.lineWrapping,
    bracketMatching(),
    closeBrackets(),
    highlightActiveLine(),
    highlightSelectionMatches(),
    search({ top: true }),
    lintGutter(),
    indentUnit.of("  "),
    // Tab goes on to the next control, as everywhere; within a list of lines Ctrl-] and Ctrl-[ indent.
    keymap.of([...defaultKeymap, ...historyKeymap, ...searchKeymap, ...lintKeymap]),
    ...(/\.ya?ml$/.test(file) ? [yaml()] : []),
    syntaxHighlighting(COLOURS),
    LOOK,
    EditorView.contentAttributes.of({ "aria-label": label, tabindex: "0", autocapitalize: "off", autocorrect: "off", spellcheck: "true" }),
    EditorView.updateListener.of((update) => {
      if (update.docChanged && !quiet) changed(shown, textOf(update.state));
    }),
  ];

  return {
    /** Shows a file; what was typed and undone in each is kept. */
    show(file, text, label) {
      if (shown === file && textOf(view.state) === text) return;
      if (shown) states.set(shown, view.state);
      shown = file;
      const kept = states.get(file);
      view.setState(kept && textOf(kept) === text ? kept : EditorState.create({ doc: text, extensions: extensions(file, label) }));
    },
    forget(file) {
      states.delete(file);
      if (shown === file) shown = null;
    },
    /** Marks findings; each has `line`, `column`, `end_line` and `end_column` in characters, and may have an action. */
    mark(findings, correct, label) {
      const doc = view.state.doc;
      const marks = findings.map((finding) => {
        const from = placeOf(doc, finding.line, finding.column);
        const to = Math.max(from, placeOf(doc, finding.end_line, finding.end_column));
        const actions = finding.correction ? [{ name: label, apply: () => correct(finding) }] : [];
        return { from, to, severity: finding.severity, message: `${finding.message} ${finding.help}`, actions };
      });
      view.dispatch(setDiagnostics(view.state, marks));
    },
    /** Puts the cursor at a place, and the place into view. */
    go(line, column) {
      const at = placeOf(view.state.doc, line, column);
      view.dispatch({ selection: { anchor: at }, effects: EditorView.scrollIntoView(at, { y: "center" }) });
      view.focus();
    },
    /** Makes a correction, which can be undone. */
    replace({ line, column, end_line, end_column, text }) {
      const doc = view.state.doc;
      view.dispatch({ changes: { from: placeOf(doc, line, column), to: placeOf(doc, end_line, end_column), insert: text } });
    },
    focus: () => view.focus(),
  };
}

const textOf = (state) => state.doc.toString();

/** From a line and a column in characters to a position, which CodeMirror counts in halves of them. */
function placeOf(doc, line, column) {
  const found = doc.line(Math.min(Math.max(line, 1), doc.lines));
  const before = [...found.text].slice(0, column - 1).join("");
  return found.from + before.length;
}
