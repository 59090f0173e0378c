"""All of ours below one folder of a site: its own home, menu and files at the top stay its own."""

import re
from pathlib import Path

import pytest
from example import EXAMPLE
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

pytestmark = pytest.mark.builds

CONFIG = """\
site_name: E
site_url: https://example.org/docs/
plugins:
  - search
  - signpost: {{prefix: {prefix}}}
theme: {{name: material, font: false}}
strict: true
"""
OURS = {**EXAMPLE, "content/site.yml": "subject: health\ntitle: Help\nheaders: true\noffline: true\n"}
THEIRS = {
    "docs/index.md": "# Our home\n\n[Help](help/index.md), [a guide](help/guides/example.md#rest)\n",
    "docs/guides/index.md": "# Our guides\n",
}


def built(root: Path) -> Path:
    config = load_config(str(root / "mkdocs.yml"))
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    return root / "site"


def menu(page: Path) -> list[str]:
    return re.findall(r'<a href="([^"]*)" class="md-nav__link', page.read_text("utf-8"))


@pytest.mark.parametrize("prefix", ["help", "/help/"])
def test_everything_of_ours_is_below_it(project, prefix: str):
    site = built(project({**OURS, **THEIRS, "mkdocs.yml": CONFIG.format(prefix=prefix)}))
    assert "Our home" in (site / "index.html").read_text("utf-8")
    assert "Our guides" in (site / "guides/index.html").read_text("utf-8")
    top = {path.name for path in site.iterdir()} - {"assets", "search", "404.html", "sitemap.xml", "sitemap.xml.gz"}
    assert top == {"index.html", "guides", "help"}
    assert not (site / "assets/signpost").exists()
    assert {"sw.js", "llms.txt"} <= {path.name for path in (site / "help").iterdir()}
    guide = (site / "help/guides/example/index.html").read_text("utf-8")
    assert 'src="../../assets/signpost/guide.mjs"' in guide
    assert '"https://example.org/docs/help/guides/example/"' in guide
    assert 'content="https://example.org/docs/help/assets/preview/guides/example.png"' in guide
    assert (site / "help/assets/preview/guides/example.png").is_file()


def test_a_menu_that_nobody_wrote_has_our_lists_and_not_our_pages(project):
    site = built(project({**OURS, **THEIRS, "mkdocs.yml": CONFIG.format(prefix="help")}))
    lists = ["help/", "help/guides/", "help/outcomes/", "help/places/", "help/questions/", "help/sources/"]
    assert sorted(set(menu(site / "index.html"))) == sorted({".", "guides/", *lists})


def test_a_menu_that_somebody_wrote_stays_theirs(project):
    nav = "nav: [index.md, guides/index.md, help/guides/example.md]\nvalidation: {nav: {omitted_files: warn}}\n"
    site = built(project({**OURS, **THEIRS, "mkdocs.yml": CONFIG.format(prefix="help") + nav}))
    assert list(dict.fromkeys(menu(site / "index.html"))) == [".", "guides/", "help/guides/example/"]


def test_a_page_of_ours_that_they_have_too_is_told(project, caplog):
    root = project(
        {**OURS, **THEIRS, "docs/help/guides/example.md": "# Mine\n", "mkdocs.yml": CONFIG.format(prefix="help")}
    )
    with pytest.raises(Abort):
        built(root)
    assert '"docs/help/guides/example.md" would be the same page or file as "help/guides/example.md"' in caplog.text


def test_a_first_page_of_their_own_stands_instead_of_ours(project):
    files = {**OURS, **THEIRS, "docs/help/README.md": "# Our help\n", "mkdocs.yml": CONFIG.format(prefix="help")}
    files["docs/index.md"] = "# Our home\n\n[Help](help/README.md)\n"
    assert "Our help" in (built(project(files)) / "help/index.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("prefix", "why"), [("../x", '".." is no name'), ("a b//c", "two slashes"), ("a:b", "may not")]
)
def test_what_is_no_folder_is_refused(project, prefix: str, why: str, caplog):
    root = project({**OURS, **THEIRS, "mkdocs.yml": CONFIG.format(prefix=f"'{prefix}'")})
    with pytest.raises(Abort):
        built(root)
    assert why in caplog.text


def test_their_pages_need_a_folder_of_their_own(project, caplog):
    root = project({**OURS, "mkdocs.yml": f"docs_dir: content\n{CONFIG.format(prefix='help')}"})
    with pytest.raises(Abort):
        built(root)
    assert "Set docs_dir to another folder" in caplog.text


def test_while_nothing_can_be_shown_yet_their_pages_stay(project):
    root = project(
        {**OURS, **THEIRS, "decision_trees/example.yml": "title: [\n", "mkdocs.yml": CONFIG.format(prefix="help")}
    )
    config = load_config(str(root / "mkdocs.yml"), strict=False)
    config.plugins.on_startup(command="serve", dirty=False)
    build(config)
    assert "Our home" in (root / "site/index.html").read_text("utf-8")
