/** On the page that stands for a missing one: leads on, or names pages that have words of the address in their names. */

// Some mail programs encode the "#" of a link, once or twice. What stands behind it is no part of the page's address.
const [, page, fragment] = location.pathname.match(/^(.*?)%(?:25)*23(.*)$/) ?? [];
if (page) {
  const meant = new URL(location.origin);
  meant.pathname = page;
  meant.hash = fragment + location.search;
  location.replace(meant);
}

const place = document.querySelector("#perhaps");
const top = new URL("..", import.meta.url);
const asked = readable(location.pathname.slice(top.pathname.length)).toLowerCase();
const DULL = new Set(["html", "index", "guides", "questions", "outcomes", "places", "the", "and", "www", "php"]);
const words = [...new Set(asked.match(/\p{L}{3,}/gu) ?? [])].filter((word) => !DULL.has(word));

function readable(path) {
  try {
    return decodeURIComponent(path);
  } catch {
    return path; // cut off in the middle of a sign
  }
}

/** Every page as [title, address]: the list that is there for machines has both. */
async function pages() {
  const text = await (await fetch(new URL("llms.txt", top))).text();
  return [...text.matchAll(/^- \[(.+)\]\((\S+\/)\):/gm)].map(([, title, address]) => {
    const path = new URL(address, top).pathname;
    return [title, path];
  });
}

/** How many of the words a page has, in its name or its address: whole, as a beginning, or run together ("sitbone"). */
function likeness([title, path]) {
  const together = path.replaceAll("-", "");
  const there = `${title} ${path}`.toLowerCase().match(/\p{L}+/gu) ?? [];
  const close = (word) => there.some((one) => one.startsWith(word) || (one.length > 3 && word.startsWith(one))) || together.includes(word);
  return words.filter(close).length;
}

async function suggest() {
  const said = JSON.parse(document.querySelector("meta[name=ab-words]").content);
  const list = document.createElement("ul");
  const entry = (text, href) => {
    const link = document.createElement("a");
    link.href = href;
    link.textContent = text;
    const item = document.createElement("li");
    item.append(link);
    list.append(item);
  };
  const found = (await pages().catch(() => [])).map((page) => [likeness(page), page]).filter(([score]) => score);
  for (const [, [title, path]] of found.sort(([a], [b]) => b - a).slice(0, 5)) entry(title, path);
  entry(said.search_for.replace("{words}", words.join(" ")), `${top.pathname}?q=${encodeURIComponent(words.join(" "))}`);
  const heading = document.createElement("h2");
  heading.textContent = said.perhaps;
  place.append(heading, list);
}

if (place && words.length) suggest();
