"""Whatever titles, summaries and choices say, every theme and site builder shows it as words, and nothing happens.

A library of random texts is staged and built with Material, with this site's own templates over it, with both themes
of MkDocs, and with Zensical; each next to a library of plain words, which shows what the theme itself is made of.
"""

import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path
from random import Random

import nasty
import pytest
import yaml
from deep import first_of
from mkdocs.utils.yaml import yaml_load
from nasty import Read, one_line

from generator.analyse.survey import survey
from generator.check.result import Report
from generator.core.library import Library
from generator.core.markup import mentions, plain
from generator.core.site import Serving
from generator.emit.build import build
from generator.emit.folder import stage
from generator.load.files import Loaded

pytestmark = pytest.mark.builds
ROOT = Path(__file__).parents[2]
ADDRESS = "https://site.example/"
CONFIG = """\
site_name: Site
site_url: https://site.example/
docs_dir: docs
site_dir: site
theme: {theme}
plugins: [search]
markdown_extensions: [attr_list, md_in_html, admonition, toc]
"""
THEMES = {
    "material": "{name: material, font: false, features: [navigation.footer, navigation.path, navigation.indexes]}",
    "ours": f"{{name: material, font: false, custom_dir: '{ROOT / 'site_overrides'}'}}",
    "mkdocs": "{name: mkdocs}",
    "readthedocs": "{name: readthedocs}",
    "zensical": "{name: material, font: false, variant: classic}",
}
# What does something, wherever it stands.
LIVE = nasty.each("base embed form frame iframe input link meta object script style textarea title")


def _nasty_library() -> tuple[Library, dict[tuple[str, ...], str]]:
    dice = Random(2026)

    def some_text(key: str) -> str:
        while True:
            text = nasty.text(dice, lines=key not in ("text", "title"))
            # What `check` would tell of is no matter of the theme; nor are files that are not there.
            if (
                "link-kind" not in [one.kind for one in mentions(text)]
                and "relative.txt" not in text
                and "p.png" not in text
            ):
                return text

    return nasty.library(some_text)


def _plain_library() -> Library:
    return nasty.library(lambda _: "Words")[0]


def _built(library: Library, theme: str, folder: Path) -> Path:
    site = build(Loaded((), {}, frozenset(), ()), Report(survey(library), ()), Serving(ADDRESS))
    stage(site, folder / "docs")
    config = CONFIG.replace("{theme}", THEMES[theme])
    if theme == "ours":
        words = yaml_load((ROOT / "mkdocs.yml").read_text("utf-8"))["extra"]["words"]
        config += yaml.safe_dump({"extra": {"words": words}})
    (folder / "mkdocs.yml").write_text(config, "utf-8")
    module = "zensical" if theme == "zensical" else "mkdocs"
    done = subprocess.run(
        [sys.executable, "-m", module, "build"],
        cwd=folder,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "site"


@pytest.fixture(scope="module", params=first_of(THEMES, 3))
def sites(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Library, Path, Path]:
    """The name of a theme, the library of random texts, its site, and that of plain words."""
    theme = request.param
    library, _ = _nasty_library()
    folders = [tmp_path_factory.mktemp(f"{theme}-{name}") for name in ("nasty", "plain")]
    return theme, library, _built(library, theme, folders[0]), _built(_plain_library(), theme, folders[1])


def _pages(site: Path) -> dict[str, Read]:
    found = {path.relative_to(site).as_posix(): path for path in sorted(site.rglob("*.html"))}
    return {name: Read(path.read_text("utf-8")) for name, path in found.items() if not name.startswith("contribute/")}


def test_a_page_has_no_more_live_elements_than_with_plain_words(sites):
    _, _, site, plain_site = sites
    pages, wanted = _pages(site), _pages(plain_site)
    assert pages.keys() == wanted.keys()
    for name, page in pages.items():
        live, live_wanted = (Counter(tag for tag, _ in one.elements if tag in LIVE) for one in (page, wanted[name]))
        assert live == live_wanted, name
        for tag, attributes in page.elements:
            assert not [one for one in attributes if one.startswith("on")], f"{name}: <{tag} {attributes}>"
            assert not attributes.get("href", "").lower().strip().startswith("javascript:"), f"{name}: {attributes}"
        # An attribute that a text has left shows by names of attributes that the theme does not use.
        names, names_wanted = ({one for _, had in read.elements for one in had} for read in (page, wanted[name]))
        assert names - {"start"} <= names_wanted | {"href", "id", "class"}, name


def test_every_choice_is_there_and_says_what_it_says(sites):
    _, library, site, _ = sites
    for id, tree in library.trees.items():
        page = Read((site / f"guides/{id}/index.html").read_text("utf-8"))
        wanted = [one for question in tree.questions.values() for one in question.choices.values()]
        live = [one_line(words) for words, attributes in page.links if "data-choice" in attributes]
        assert live[-len(wanted) :] == [one_line(f"{plain(one.text)} {plain(one.hint)}") for one in wanted]


def test_the_search_knows_words_only(sites):
    theme, _, site, _ = sites
    index = json.loads(
        (site / ("search.json" if theme == "zensical" else "search/search_index.json")).read_text("utf-8")
    )
    entries = index["items" if theme == "zensical" else "docs"]
    assert len(entries) > 20
    for entry in entries:
        for tag, attributes in Read(entry["title"]).elements:
            assert tag in ("code", "em", "strong", "a", "span"), entry["title"]
            assert attributes.keys() <= {"href", "class"}, entry["title"]


def test_structured_data_says_exactly_what_the_page_says(sites):
    theme, library, site, _ = sites
    if theme != "ours":
        return
    for id, tree in library.trees.items():
        html = (site / f"guides/{id}/index.html").read_text("utf-8")
        told = json.loads(html.partition('<script type="application/ld+json">')[2].partition("</script>")[0])
        assert told["@graph"][0]["name"] == plain(tree.title)
        assert told["@graph"][0]["description"] == plain(tree.summary)
