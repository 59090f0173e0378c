"""Guides for frames as files: what is in them, and where they are."""

import re
from collections.abc import Callable
from html import unescape

import pytest
from example import EXAMPLE, SITE, TREE

from generator.check.run import check
from generator.core.project import Project
from generator.core.site import ANYWHERE, Serving
from generator.emit.build import build
from generator.emit.headers import policy
from generator.load.files import load

PAGE = "guides/example/embed/index.html"


@pytest.fixture
def made(project) -> Callable[..., dict[str, str]]:
    """The files of the example with some others, by path."""

    def make(site: str, serving: Serving = ANYWHERE, **files: str) -> dict[str, str]:
        loaded = load(Project(project({**EXAMPLE, SITE: f"subject: health\n{site}", **files})))
        report = check(loaded)
        assert report.ok, report.findings
        return {file.uri: file.content for file in build(loaded, report, serving).files}

    return make


def addresses(html: str) -> set[str]:
    return {unescape(address) for address in re.findall(r'href="([^"]*)"', html)}


def test_there_are_none_unless_asked_for(made):
    assert not [uri for uri in made("title: A\n") if "embed" in uri]


def test_a_page_holds_the_guide_and_what_it_loads(made):
    files = made("embed: true\ntitle: Knees & more\nattribution: Words of ours.\n")
    html = files[PAGE]
    assert 'data-tree="example"' in html
    assert f'content="{policy()}"'.replace("'", "&#x27;") in html
    assert "<title>Sore knee</title>" in html
    assert "Sore knee, on Knees &amp; more</a>" in html
    assert "Words of ours." in html
    assert "sp-about" not in html
    loaded = {
        path.removeprefix("../../../") for path in re.findall(r'(?:src|href)="(\.\./\.\./\.\./assets/[^"]*)"', html)
    }
    assert len(loaded) == 4
    assert loaded <= files.keys()
    assert {"../", "../../../outcomes/see-someone/", "#rest"} <= addresses(html) | {"#rest"}
    assert not [address for address in addresses(html) if ".md" in address]


def test_addresses_are_those_of_a_site_without_folders_too(made):
    html = made("embed: true\n", Serving(directory_urls=False))[PAGE]
    assert {"../../example.html", "../../../outcomes/see-someone.html"} <= addresses(html)


@pytest.mark.parametrize(("language", "direction"), [("ar", "rtl"), ("en-GB", "ltr")])
def test_it_is_written_in_the_direction_of_its_language(made, language: str, direction: str):
    html = made(f"embed: true\nlanguage: {language}\n")[PAGE]
    assert f'<html lang="{language[:2]}" dir="{direction}">' in html


def test_what_stands_on_other_sites_under_a_former_id_leads_on(made):
    files = made("embed: true\n", **{TREE: f"{EXAMPLE[TREE]}aliases: [old]\n"})
    assert "../../example/embed/" in addresses(files["guides/old/embed/index.html"])
