/** Leads on from a former address of a page to its present one, with the query and the anchor that came with it. */
location.replace(document.querySelector("a").href + location.search + location.hash);
