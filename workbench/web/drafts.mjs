/** Texts that somebody has begun, kept in this browser until thrown away. Nothing of them is sent anywhere. */

/**
 * @param store such as `localStorage`; may refuse, as some browsers do
 * @param top the site's path, so that two sites on one host do not meet
 */
export function draftsIn(store, top) {
  const key = `signpost workbench ${top}`;
  const read = () => {
    try {
      return JSON.parse(store.getItem(key) ?? "{}");
    } catch {
      return {};
    }
  };
  const write = (drafts) => {
    try {
      if (Object.keys(drafts).length) store.setItem(key, JSON.stringify(drafts));
      else store.removeItem(key);
    } catch {
      // Full, or forbidden: the text is still in the editor.
    }
  };
  return {
    /** All drafts, by file: the text, and the published text that it began from. */
    all: read,
    keep: (file, text, from) => write({ ...read(), [file]: { text, from } }),
    drop(file) {
      const { [file]: _, ...rest } = read();
      write(rest);
    },
  };
}
