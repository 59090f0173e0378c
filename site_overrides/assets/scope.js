/**
 * What Material's scripts take for granted: where the site begins, and four functions that keep a reader's settings
 * under that path. Material writes this into each page, where a Content-Security-Policy would have to allow it.
 */
var __md_scope = new URL("..", document.currentScript.src);
var __md_hash = (text) => [...text].reduce((sum, sign) => (sum << 5) - sum + sign.charCodeAt(0), 0);
var __md_get = (key, store = localStorage, scope = __md_scope) => JSON.parse(store.getItem(`${scope.pathname}.${key}`));
var __md_set = (key, value, store = localStorage, scope = __md_scope) => {
  try {
    store.setItem(`${scope.pathname}.${key}`, JSON.stringify(value));
  } catch {
    // Full, or forbidden: then the setting lasts as long as the page.
  }
};
