/** Redirects from a former address of a page to the current one, keeping the query and the fragment. */
location.replace(document.querySelector("a").href + location.search + location.hash);
