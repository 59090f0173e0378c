"""The control that passes a page on: where a site wants it, in the words of its language, in any theme."""

import json
import re

import pytest
from example import EXAMPLE, SITE
from mkdocs.commands.build import build as build_site
from mkdocs.config import load_config

from generator.check.run import check
from generator.core.project import Project
from generator.core.word_file import words_in
from generator.emit.build import build
from generator.emit.share import SCRIPT
from generator.load.files import load


def files(root) -> dict[str, str | bytes]:
    loaded = load(Project(root))
    return {file.uri: file.content for file in build(loaded, check(loaded)).files}


def test_a_site_that_does_not_want_it_has_none_of_it(project):
    assert SCRIPT not in files(project(EXAMPLE))


@pytest.mark.parametrize("language", ["en", "de", "ar"])
def test_it_speaks_as_the_site_does(language: str, project):
    made = files(project({**EXAMPLE, SITE: f"subject: health\nshare: true\nlanguage: {language}\n"}))
    words = words_in(language).words
    for name in ("share_page", "share_link", "share_by_hand"):
        assert words[name].text in made[SCRIPT]
    assert not re.search(r"__[A-Z]+__|/\*", made[SCRIPT])
    # Its style is in it, and has a beginning and an end of lines, and no left or right.
    style = re.search(r'const STYLE = (".*?");$', made[SCRIPT], re.MULTILINE)
    assert ".sp-share" in json.loads(style[1])
    assert not re.search(r"\b(left|right)\b", json.loads(style[1]))


@pytest.mark.builds
@pytest.mark.parametrize("theme", ["{name: material, font: false}", "{name: mkdocs}"])
def test_the_plugin_brings_it_to_any_theme(theme: str, project, few_rules):
    config = f"site_name: E\ndocs_dir: content\nplugins: [{{signpost: {{prefix: ''}}}}]\ntheme: {theme}\n"
    root = project({**EXAMPLE, SITE: "subject: health\nshare: true\n", "mkdocs.yml": config})
    found = load_config(str(root / "mkdocs.yml"), strict=True)
    found.plugins.on_startup(command="build", dirty=False)
    build_site(found)
    html = (root / "site/guides/example/index.html").read_text("utf-8")
    assert html.count(f"../../{SCRIPT}") == 1
    assert (root / "site" / SCRIPT).is_file()
    # What it passes on, and where it puts itself.
    assert 'property="og:title"' in html
    assert re.search(r'<article class="md-content__inner|role="main"|<main', html)
