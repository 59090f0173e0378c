"""Every word that readers see, and no author wrote, is in the file of words: none stands in code or in a template.

Projects whose authors write in Greek letters are built with other words for all of those in the file. Whatever is
Latin in what readers see of them is a word that stands somewhere else.
"""

import ast
import json
import re
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import markdown as python_markdown
import pytest
from deep import first_of
from example import EXAMPLE
from jinja2 import ChoiceLoader, DictLoader, nodes
from other_letters import in_other_words

from generator.check.run import check
from generator.core.kinds import WITH_PAGES
from generator.core.page_words import ENGLISH
from generator.core.project import Project
from generator.core.site import OutputFile, Serving
from generator.core.word_file import english, read
from generator.draw import preview
from generator.draw.chart import chart
from generator.draw.flowchart import as_dot, as_mermaid
from generator.emit.build import build
from generator.load.files import Loaded, load
from generator.render import markdown, page_templates, robots
from generator.render.front_matter import harmless
from generator.render.script_words import script_words
from generator.rules.register import RULES

ROOT = Path(__file__).parents[2]
GOLDEN = ROOT / "tests/golden"
PROJECTS = ("everything", "plain", "example", "this site")
EXTENSIONS = ["attr_list", "md_in_html", "admonition", "tables"]
HERE = "https://example.org/"
LATIN = re.compile(r"[A-Za-z]{2,}")
# Sources name theirs without the scheme.
ADDRESS = re.compile(r"(?:https?://\S+|\b(?:[\w-]+\.)+[a-z]{2,}(?:/\S*)?)")
# Attributes that readers see or hear; those of `sp-words` are said by the script.
SEEN = frozenset(("alt", "aria-label", "title", "placeholder"))
# In data for programs: what holds words.
SAID = frozenset(("title", "summary", "ask", "why", "text", "notice", "act", "label", "name", "description", "alt"))


class Shown(HTMLParser):
    """All that a reader of a page sees or hears."""

    def __init__(self, html: str):
        super().__init__(convert_charrefs=True)
        self.said: list[str] = []
        self._code = 0
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._code += tag in ("code", "script", "style")
        of_script = tag == "sp-words"
        self.said += [value for name, value in attrs if value and (name in SEEN or (of_script and name != "class"))]

    def handle_endtag(self, tag: str) -> None:
        self._code -= tag in ("code", "script", "style")

    def handle_data(self, data: str) -> None:
        if not self._code:
            self.said.append(data)


def sources(name: str, folder) -> Loaded:
    roots = {"example": lambda: folder(EXAMPLE), "this site": lambda: ROOT}
    return load(Project(roots.get(name, lambda: GOLDEN / name / "input")()))


@cache
def figures(loaded_figures: tuple[str, ...]) -> frozenset[str]:
    """The words in the names of drawings, which stand below them."""
    return frozenset(word.lower() for name in loaded_figures for word in LATIN.findall(name))


def built(loaded: Loaded, **options) -> tuple[OutputFile, ...]:
    loaded = in_other_words(loaded, **options)
    report = check(loaded)
    assert report.ok, report.findings
    return build(loaded, report, Serving(url=HERE)).files


def said(file: OutputFile) -> Iterator[str]:
    """What a file of the site says to readers, or to programs that answer them."""
    if not isinstance(file.content, str):
        return
    name = file.uri.rpartition("/")[2]
    match name.rpartition(".")[2]:
        case "md":
            yield from _page(_without_rules(file.content) if "contribute/rules" in file.uri else file.content)
        case "html":
            yield from Shown(file.content).said
        case "json" if name == "guide.json":
            yield from _data(json.loads(file.content))
        case "js" | "mjs":
            yield from _script(file.content)
        case "css":
            yield from re.findall(r'content:\s*("[^"]*")', file.content)
        case "txt" if name == robots.ROBOTS:
            yield re.sub(r"^(User-agent|Allow|Sitemap):", "", file.content, flags=re.MULTILINE)
        case "txt":
            yield re.sub(r"\]\([^)]*\)|`[^`]*`", "", file.content)


def _page(text: str) -> Iterator[str]:
    front, body = text.removeprefix("---\n").split("\n---\n", 1)
    for line in front.splitlines():
        key, value = line.split(": ", 1)
        if key in ("title", "description"):
            yield json.loads(value)
        elif key in ("json_ld", "image"):
            yield from _data(json.loads(value))
    yield from Shown(python_markdown.Markdown(extensions=EXTENSIONS).convert(body)).said


def _without_rules(page: str) -> str:
    """The page of a rule, or the list of them, without what the rules themselves say of them."""
    own = {line.strip() for rule in RULES.values() for line in rule.doc.splitlines()}
    front, body = page.split("\n---\n", 1)
    lines = [line for line in body.split("\n") if line.strip() not in own - {""} and not line.startswith("```")]
    page = "\n".join([front, "---", *lines])
    for rule in RULES.values():
        first = rule.doc.strip().splitlines()[0]
        for said in (first, harmless(first), f"{rule.code} {rule.name}"):
            page = page.replace(said, "").replace(json.dumps(said, ensure_ascii=False)[1:-1], "")
    return page.replace("signpost check", "")


def _data(value: object, key: str = "") -> Iterator[str]:
    if isinstance(value, dict):
        for name, item in value.items():
            yield from _data(item, name)
    elif isinstance(value, list):
        for item in value:
            yield from _data(item, key)
    elif isinstance(value, str) and key in SAID:
        yield value


def _script(text: str) -> Iterator[str]:
    """The words that a script was given, and whatever else in it looks like them: letters, a space, letters."""
    for words in re.findall(r"const WORDS = (\{.*?\});", text):
        said = {key: value for key, value in json.loads(words).items() if key not in ("language", "direction")}
        # The script itself puts something in the place of a name in braces.
        yield from (re.sub(r"\{[a-z]+\}", "", value) for value in said.values())
        text = text.replace(words, "")
    for literal in re.findall(r'"[^"\n]*"', text):
        if re.search(r"[A-Za-z]{2,}[,.:!?]? [A-Za-z]", literal) and not _is_selector(literal):
            yield literal


def _is_selector(literal: str) -> bool:
    return bool(
        re.search(r"[.#>\[\]=;]", literal) or re.fullmatch(r'"[a-z]+(?:-[a-z]+)+(?: [a-z]+(?:-[a-z]+)+)*"', literal)
    )


def latin(texts: Iterator[str], allowed: frozenset[str] = frozenset()) -> list[str]:
    """The texts in which there is more than addresses and numbers of one letter."""
    return [text for text in texts if any(word.lower() not in allowed for word in LATIN.findall(ADDRESS.sub("", text)))]


def of_pages(loaded: Loaded, files: tuple[OutputFile, ...]) -> dict[str, list[str]]:
    """What is Latin in each file of a site but its authors' own pages; the names of drawings stand below them."""
    names = tuple(source.path.rpartition("/")[2] for source in loaded.files if source.path.endswith(".svg"))
    own = {source.path.removeprefix("content/") for source in loaded.files if source.path.endswith(".md")}
    found = {file.uri: latin(said(file), figures(names)) for file in files if file.uri not in own}
    return {uri: texts for uri, texts in found.items() if texts}


@pytest.fixture
def drawn(monkeypatch) -> list[str]:
    """The words that are drawn into pictures of links, in the place of the pictures."""
    words: list[str] = []
    monkeypatch.setattr(preview._Sheet, "write", lambda self, said, *_, **__: words.append(said))
    return words


# This site is made by the same templates as the project that has every field.
@pytest.mark.long
@pytest.mark.parametrize("name", first_of(PROJECTS, 3))
def test_nothing_that_readers_see_is_latin(name: str, project, drawn):
    loaded = sources(name, project)
    assert of_pages(loaded, built(loaded)) == {}
    assert drawn
    assert latin(iter(drawn)) == []


@pytest.mark.long
@pytest.mark.parametrize("name", PROJECTS)
def test_nor_is_anything_in_drawings_for_other_programs(name: str, project):
    library = check(in_other_words(sources(name, project))).survey.library
    for tree in library.trees:
        drawing = chart(library, tree)
        labels = re.findall(r'"([^"]*)"', as_mermaid(drawing))
        labels += re.findall(r'label="([^"]*)"', as_dot(drawing))
        assert labels
        assert latin(iter(re.sub(r"#\w+;", "", label) for label in labels)) == []


def other_template(monkeypatch, name: str, old: str, new: str) -> None:
    """Another text in the place of one in a template."""
    text = (Path(markdown.__file__).parent / "templates" / name).read_text("utf-8")
    assert old in text
    environment = page_templates._environment.__wrapped__(None, ())
    environment.loader = ChoiceLoader([DictLoader({name: text.replace(old, new)}), environment.loader])
    monkeypatch.setattr(page_templates, "_environment", lambda *_: environment)


@pytest.mark.long
@pytest.mark.parametrize(
    ("template", "old", "new", "page"),
    [
        ("place.md.jinja", "{{ t.strong(t.inline(w.also_called)) }}", "**Also called:**", "places/front-wheel.md"),
        ("_parts.md.jinja", 'role="img" aria-label="', 'role="img" aria-label="Drawing: ', "exercises/turn.md"),
        ("guide.md.jinja", "w.get_help_if", '"Get help if:"', "guides/wobble.md"),
        ("tested.md.jinja", "t.inline(w.tested_cases)", "t.plain('The stories')", "about/tested/index.md"),
        ("rules.md.jinja", "{{ t.inline(w.rules_title) }}", "Rules", "contribute/rules.md"),
    ],
)
def test_a_word_in_a_template_is_found(template, old, new, page, project, drawn, monkeypatch):
    other_template(monkeypatch, template, old, new)
    loaded = sources("everything", project)
    assert page in of_pages(loaded, built(loaded))


@pytest.mark.long
@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("tree_many", "guides/index.md"),
        ("gate_why", "guides/wobble.md"),
        ("picture_signs", "guides/wobble/whole/index.md"),
        ("stages", "outcomes/true-the-wheel.md"),
        ("guide_back", "guides/wobble.md"),
        ("sources_about", "sources/index.md"),
        ("llms_use", "llms.txt"),
        ("llms_data", "llms.txt"),
        ("offline_keep", "assets/signpost/offline.mjs"),
        ("with_mark", "places/front-wheel.md"),
    ],
)
def test_a_word_that_is_not_put_in_another_s_place_is_found(name, file, project, drawn):
    loaded = sources("everything", project)
    assert file in of_pages(loaded, built(loaded, without=[name]))


@pytest.mark.long
def test_a_word_in_a_picture_of_a_link_is_found(project, drawn):
    built(sources("everything", project), without=["preview_note"])
    assert set(latin(iter(drawn))) == {"Not a diagnosis"}


# What no project here comes to is held to the templates themselves.
TEMPLATES = sorted((Path(markdown.__file__).parent / "templates").iterdir())
# Names that Jinja puts together: classes and attributes.
_FOR_PROGRAMS = re.compile(r"\s*\.?sp-|\s*\{|data-|[#.]?[a-z]+$")


def template_words(text: str) -> list[str]:
    """What a template says itself: letters outside of tags, lists of attributes and targets of links."""
    parsed = page_templates._environment(None, ()).parse(text)
    data = "\0".join(part.data for part in parsed.find_all(nodes.TemplateData))
    for other in (r"<[^<>]*>", r"\{[^{}\n]*\}", r"\(#\w+\)", r'[\w-]+="[^"]*"?', r"[\w-]*sp-[\w-]+[^<>\0]*"):
        data = re.sub(other, " ", data)
    found = LATIN.findall(data)
    for said in parsed.find_all((nodes.Output, nodes.CondExpr, nodes.Concat, nodes.Or)):
        found += [
            part.value
            for part in said.iter_child_nodes()
            if isinstance(part, nodes.Const)
            and isinstance(part.value, str)
            and LATIN.search(part.value)
            and not _FOR_PROGRAMS.match(part.value)
        ]
    return found


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_no_template_has_words_of_its_own(path: Path):
    assert template_words(path.read_text("utf-8")) == []


@pytest.mark.parametrize(
    "text",
    [
        "## Related { data-search-exclude }",
        "<p>Related</p>",
        "{{ ' and how soon' if levels }}",
        "{{ words.title or 'Guides' }}",
        "{{ ' and ' ~ number }}",
        "[See all](#sooner){ .sp-more }",
        "{% if plan %}Follow it{% endif %}",
    ],
)
def test_such_words_are_found(text: str):
    assert template_words(text)


GENERATOR = ROOT / "generator"
MODULES = sorted(
    path.relative_to(GENERATOR).as_posix()
    for path in (
        *(GENERATOR / "render").rglob("*.py"),
        *(GENERATOR / "draw").rglob("*.py"),
        *(GENERATOR / "emit").glob("[bo]*.py"),
        GENERATOR / "analyse/guide.py",
    )
)
# What looks like words, and is a name that programs know, or is written so in a bibliography.
_NAMES = {
    *("WebPage", "MedicalWebPage", "WebSite", "Question", "Answer", "ScholarlyArticle", "CreativeWork"),
    *(
        "ListItem",
        "BreadcrumbList",
        "et al.",
        "User-agent: *\nAllow: /\n",
        "\nSitemap: ",
        "flowchart TD",
        "signpost check",
    ),
    *("SourceSerifPro-Semibold.ttf", "sp-chart__step sp-chart__step--"),
}


def module_words(text: str) -> list[str]:
    """Strings of a module that look like words: two with a space between, or one with a capital."""
    parsed = ast.parse(text)
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef)
    notes = {
        id(part.body[0].value)
        for part in ast.walk(parsed)
        if isinstance(part, documented) and isinstance(part.body[0], ast.Expr)
    }
    typed = [getattr(part, name, None) for part in ast.walk(parsed) for name in ("annotation", "returns")]
    notes |= {id(part) for one in typed if one for part in ast.walk(one)}
    # What an exception says is for whoever runs the site, not for its readers.
    calls = (part for part in ast.walk(parsed) if isinstance(part, ast.Call) and isinstance(part.func, ast.Name))
    notes |= {id(part) for call in calls if call.func.id.endswith("Error") for part in ast.walk(call)}
    strings = (part for part in ast.walk(parsed) if isinstance(part, ast.Constant) and id(part) not in notes)
    texts = (string.value for string in strings if isinstance(string.value, str))
    like_words = re.compile(r"[A-Za-z]{2,}[,.:]? [A-Za-z]{2,}|^\s*[A-Z][a-z]+")
    return [text for text in texts if like_words.search(re.sub(r"<[^<>]*>?", "", text)) and text not in _NAMES]


@pytest.mark.parametrize("path", MODULES)
def test_no_module_that_makes_pages_has_words_of_its_own(path: str):
    assert module_words((GENERATOR / path).read_text("utf-8")) == []


@pytest.mark.parametrize(
    "text",
    [
        'note = "Not a diagnosis" if levels else ""',
        'title = plain(title) or "Home"',
        'name = f"{drawing} with a mark at: {place}"',
        'page = "<p>This page has moved</p>"',
    ],
)
def test_such_strings_are_found(text: str):
    assert module_words(text)


def test_every_word_of_the_file_is_asked_for_and_no_other():
    package = ROOT / "generator"
    texts = [path.read_text("utf-8") for path in (*package.rglob("*.py"), *package.rglob("*.jinja"))]
    asked = {name for text in texts for name in re.findall(r"\b(?:w|words|site)\.(?=([a-z_]+))", text)}
    asked |= {name for text in texts for name in re.findall(r'"(llms_[a-z]+)"', text)}
    asked |= {f"{kind}_{what}" for kind in WITH_PAGES for what in ("one", "many", "all", "more", "about")}
    words = english().words
    assert set(words) - asked - set(english().group("script")) == set()
    known = {one for text in texts for one in re.findall(r"\bw\.([a-z_]+)", text)}
    assert known <= set(words)


def test_the_words_of_a_script_are_those_that_it_asks_for():
    web = ROOT / "generator/web"
    text = "".join(
        path.read_text("utf-8") for path in (*web.glob("assets/*.mjs"), *web.glob("worker/*"), *web.glob("share/*"))
    )
    guide = set(script_words(ENGLISH, "guide")) - {"summary-copied-care"}
    others = {key for part in ("share", "offline", "worker") for key in script_words(ENGLISH, part)}
    for key in guide:
        name = re.sub("-(.)", lambda letter: letter[1].upper(), key)
        assert re.search(rf"words\.{name}\b|[\"']{name}[\"']", text), key
    for key in others:
        assert f"WORDS.{key}" in text or f'WORDS["{key}"]' in text, key


def test_each_word_says_where_it_is_seen():
    for word in english().words.values():
        assert word.where
        assert not word.where.endswith(".")


@pytest.mark.parametrize(
    "text",
    [
        '[a.x]\ntext = "X"\nwhere = "Y"\n[b.x]\ntext = "X"\nwhere = "Y"\n',
        '[a.x]\none = "X"\nwhere = "Y"\n',
        '[a.x]\nwhere = "Y"\n',
        '[a.x]\ntext = "X"\nother = "X"\nwhere = "Y"\n',
    ],
)
def test_a_file_with_a_word_twice_or_without_a_text_is_refused(text: str):
    with pytest.raises(ValueError, match="x"):
        read(f'language = "en"\n{text}')
