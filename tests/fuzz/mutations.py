"""Changes to a project: pieces that have meant something to somebody's parser, put where authors write."""

import json
from collections.abc import Callable
from random import Random

import yaml

from fuzz.seeds import Files
from generator.core.text import is_blank

# In texts and on pages.
PIECES = [
    "[x](tree:example)", "[x](outcome:see-someone)", "[x](page:about/index.md)", "[x](source:a-study)", "[@a-study]",
    "[x](tree:none)", "[x](../guides/example/)", "[x](about/index.md)", "[x](index.md)", "[x](more.md)", "[x](more)",
    "[x](../pictures/a.png)", "![x](../pictures/a.png)", "![x](none.png)", "![x](https://example.org/a.png)",
    "[x](#who)", "[x](#rest)", "[x](#none)", "[x](#)", "[x](/)", "[x](/guides/)", "[x](.)", "[x](..)", "[x]()",
    "[x](http://[::1)", "[x](http://[::1]/)", "[x](www.nhs.uk)", "[x](//example.org)", "[x](?a=b)", "[x](more.md?a#b)",
    "[x](<more.md>)", "[x](<a b.md>)", "[x](a b.md)", "[x](more.md 'title')", '[x](more.md "ti"tle")', "[x](mo\\re.md)",
    "[x](more\\.md)", "[x](m&#111;re.md)", "[x](more%2Emd)", "[x](%)", "[x](a@b.org)", "<a@b.org>", "<https://e.org>",
    "<mailto:a@b.org>", "<more.md>", "[x][ref]", "[ref]", "[x][]", "[x][none]", "[ref]: none.md", "[ref]: more.md 'a'",
    "\n\n[ref]: none.md\n\n", "[[x](more.md)](index.md)", "[![x](../pictures/a.png)](more.md)", "[x](more.md){#who}",
    "[x\\](more.md)", "\\[x](none.md)", "`[x](none.md)`", "``[x](none.md)`", "[x `](none.md) y`", "[x](java\tscript:1)",
    "\n\n    [x](none.md)\n\n", "\n\n- a\n\n      [x](none.md)\n\n", "\n```\n[x](none.md)\n",
    "\n~~~\n[x](none.md)\n~~~\n",
    "\n> [x](none.md)\n", "\n!!! note\n    [x](none.md)\n", "\n# Who\n", "\n## Who\n", "\n# \n", "\n## Who {#what}\n",
    "\n## Über [@a-study]\n", "\nWho\n---\n", "\n---\n", "\n---\ntitle: x\n---\n", "Note: rest\n", "title: x\n",
    "\ttab",
    '<a href="none.md">x</a>', '<a href="more.md">x</a>', '<a id="who">', '<img src="none.png">', "<b", "<!-- a", "-->",
    "<div markdown>\n[x](none.md)\n</div>", "<script>1</script>", "&lt;a href=none&gt;", "&amp;", "&#91;x](none.md)",
    "**", "*", "_", "`", "``", "\\", "\\\\", "]", "[", "](", "![", "{", "}", "{#a}", "{: .b }", "{{ x }}", "{% x %}",
    "<", ">", "|", "\n\n", "\r\n", "\r", "\n", " ", "\u00a0", "\u200b", "\u2028", "\ufeff", "\0", "\x1b[31m", "\x85",
    "é", "e\u0301", "膝", "😀", "\ud7ff", "C#", "#", "##", "# x #", "1. a", "1986.", "- a", "+", "=", "===", "***",
    "***x",
    "*[x]: y", "[^1]", "[^1]: y", ": x", "$x$", "==x==", "~~x~~", "++x++", "--", "...", '"x"', "'x'", "://", "x:y",
]  # fmt: skip
FRONT = [
    "title: x", "title: ''", 'title: "<img src=x onerror=1>"', "title: no", "title: 1", "title: [a]", "title: {a: b}",
    "title: 'a: \"b\"'", "title: |\n  a\n  b", "description: ''", "description: 2026-01-01", "description: \"a\\nb\"",
    "template: none.html", "template: main.html", "icon: none", "hide: toc", "hide: [toc, navigation]", "search: x",
    "search: {exclude: true}", "search: {boost: 2}", "search: {boost: x}", "search:", "tags: a", "tags: [a]",
    "status: x",
    "reviewed: 2026-01-01", "reviewed: x", "author: A", "image: x", "json_ld: x", "source_file: x", "a: &b", "a: *b",
    "a: !!python/object:x y", "title: a: b", "title: 'a", "- a", "x", "", "# x", "\t", "---", "...",
    "title: x\ntitle: y",
]  # fmt: skip
IDS = [
    "index",
    "readme",
    "README",
    "whole",
    "care-soon",
    "sources",
    "404",
    "0",
    "-",
    "x" * 100,
    "x" * 120,
    "A",
    "é",
    "a b",
]
NAMES = [
    "content/index.md", "content/README.md", "content/guides.md", "content/guides/index.md", "content/guides/more.md",
    "content/guides/example.md", "content/guides/example/whole.md", "content/outcomes/more.md", "content/faq/more.md",
    "content/questions/more.md", "content/places/knee.md", "content/sources/index.md", "content/sources.md",
    "content/about.md", "content/About/index.md", "content/about/README.md", "content/about/INDEX.md", "content/a b.md",
    "content/é.md", "content/a#b.md", "content/a%20b.md", "content/a?.md", "content/.a.md", "content/a.md/b.md",
    "content/404.md", "content/404.html", "content/sw.js", "content/robots.txt", "content/llms.txt", "content/_headers",
    "content/sitemap.xml", "content/search/search_index.json", "content/assets/signpost/guide.mjs",
    "content/x.markdown",
    "content/assets/preview/site.png", "content/contribute/rules.md", "content/contribute/rules/s101.md",
    "content/x.MD",
    "content/templates/x.md", "content/figures/x.md", "content/figures/x.svg", "content/x.svg", "content/x.html",
    "content/guides/example/guide.json", "content/guides/example/index.html", "content/old/index.html",
    "content/old.md",
    "decision_trees/x.md", "decision_trees/x.yaml", "decision_trees/index.yml", "content/outcomes/index.yml",
]  # fmt: skip
MOVED = [
    "old/", "older/", "./", "../x/", "x/../../y/", "sw.js/", "404.html/", "guides/", "guides/old/",
    "guides/example/whole/",
    "a//b/", "a\0/", "x" * 300 + "/", "a b/", "é/", "Guides/", "assets/signpost/guide.mjs/", "about/", "/a/", "a",
    "%20/",
]  # fmt: skip
TARGETS = ["guides/", "guides/example/", "./", "about/", "old/", "../x/", "none/", "guides/example/#rest"]
# Answers as bytes.
ENDINGS = [b"\r\n", b"\r", b"\n\n", b"\n\x0c"]

Mutation = Callable[[Random, Files], None]


def mutate(random: Random, files: Files) -> None:
    """Change a project in one way."""
    ways: list[tuple[Mutation, int]] = [
        (_text_of_page, 6),
        (_front_matter, 3),
        (_value, 8),
        (_new_page, 3),
        (_id, 1),
        (_moved, 1),
        (_alias, 1),
        (_lines, 1),
        (_bytes, 1),
        (_gone, 1),
    ]
    random.choices([way for way, _ in ways], [weight for _, weight in ways])[0](random, files)


def piece(random: Random) -> str:
    """Some pieces in a row."""
    return "".join(random.choice(PIECES) for _ in range(random.choice([1, 1, 1, 2, 3])))


def page(random: Random) -> str:
    """The text of a whole page."""
    front = ""
    if random.random() < 0.4:
        front = "\n".join(["---", *random.sample(FRONT, random.randint(0, 3)), "---", ""])
    parts = ["# Page", *(f"Words {piece(random)} and words." for _ in range(random.randint(0, 3)))]
    return front + "\n\n".join(parts) + "\n"


def _pages(files: Files) -> list[str]:
    return sorted(path for path in files if path.endswith(".md"))


def _spliced(random: Random, text: str, new: str) -> str:
    at = random.randint(0, len(text))
    return text[:at] + new + text[at + random.choice([0, 0, 0, 1, 5]) :]


def _text_of_page(random: Random, files: Files) -> None:
    if paths := _pages(files):
        path = random.choice(paths)
        files[path] = _spliced(random, files[path].decode(errors="replace"), piece(random)).encode()


def _front_matter(random: Random, files: Files) -> None:
    if paths := _pages(files):
        path = random.choice(paths)
        text = files[path].decode(errors="replace")
        line = random.choice(FRONT)
        if text.startswith("---\n"):
            files[path] = text.replace("---\n", f"---\n{line}\n", 1).encode()
        else:
            files[path] = f"---\n{line}\n---\n{text}".encode()


def _value(random: Random, files: Files) -> None:
    """One text somewhere in a YAML file; what is written is JSON, which is YAML as well."""
    paths = sorted(path for path in files if path.endswith(".yml"))
    path = random.choice(paths)
    try:
        data = yaml.load(files[path], Loader=yaml.BaseLoader)
    except (yaml.YAMLError, UnicodeDecodeError):
        return
    places = list(_texts(data, ()))
    if not places:
        return
    # Mostly in words, seldom in an id, a date or a switch.
    words = [place for place in places if " " in _at(data, place)] or places
    place = random.choice(words if random.random() < 0.85 else places)
    owner = _at(data, place[:-1])
    new = random.choice([_spliced(random, owner[place[-1]], piece(random)), piece(random)])
    if is_blank(new):
        return
    owner[place[-1]] = new
    files[path] = json.dumps(_typed(data), ensure_ascii=False, indent=1).encode(errors="surrogatepass")


def _texts(value: object, path: tuple) -> object:
    if isinstance(value, str):
        yield path
    elif isinstance(value, dict):
        for key in value:
            yield from _texts(value[key], (*path, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _texts(item, (*path, index))


def _at(data: object, path: tuple) -> object:
    for step in path:
        data = data[step]
    return data


def _typed(value: object) -> object:
    """Switches and numbers as such again; everything was read as text."""
    if isinstance(value, dict):
        return {key: _typed(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_typed(item) for item in value]
    if value in ("true", "false"):
        return value == "true"
    return int(value) if isinstance(value, str) and value.isascii() and value.isdigit() and value[0] != "0" else value


def _new_page(random: Random, files: Files) -> None:
    files[random.choice(NAMES)] = page(random).encode(errors="surrogatepass")


def _id(random: Random, files: Files) -> None:
    """Another name for an entry, wherever its old one is a word of its own."""
    paths = sorted(path for path in files if path.endswith(".yml") and path.count("/") > path.startswith("content"))
    if not paths:
        return
    path = random.choice(paths)
    folder, _, name = path.rpartition("/")
    old, new = name.removesuffix(".yml"), random.choice(IDS)
    files[f"{folder}/{new}.yml"] = files.pop(path)
    for other in files:
        for before in (b": ", b"[", b", ", b":", b'"'):
            files[other] = files[other].replace(before + old.encode(), before + new.encode())


def _moved(random: Random, files: Files) -> None:
    moved = {random.choice(MOVED): random.choice(TARGETS) for _ in range(random.randint(1, 2))}
    files["content/site.yml"] = json.dumps({"title": "Knees", "moved": moved}).encode()


def _alias(random: Random, files: Files) -> None:
    paths = sorted(path for path in files if path.endswith(".yml") and b"aliases" not in files[path])
    if paths:
        path = random.choice(paths)
        files[path] += f"\naliases: {json.dumps([random.choice([*IDS, 'old', 'former'])])}\n".encode()


def _lines(random: Random, files: Files) -> None:
    path = random.choice(sorted(files))
    lines = files[path].splitlines(keepends=True)
    if lines:
        at = random.randrange(len(lines))
        lines[at : at + 1] = random.choice([[], [lines[at]] * 2, [b" " + lines[at]], [lines[at].lstrip()]])
        files[path] = b"".join(lines)


def _bytes(random: Random, files: Files) -> None:
    path = random.choice(sorted(files))
    text = files[path].decode(errors="replace")
    match random.randrange(5):
        case 0:
            files[path] = files[path].replace(b"\n", random.choice(ENDINGS))
        case 1:
            files[path] = text.encode(random.choice(["utf-16", "utf-8-sig", "utf-16-le"]))
        case 2:
            files[path] = files[path][: random.randint(0, len(files[path]))]
        case 3:
            files[path] = b""
        case _:
            files[path] += bytes([random.randrange(256)])


def _gone(random: Random, files: Files) -> None:
    del files[random.choice(sorted(files))]
