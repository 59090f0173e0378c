"""Files that MkDocs finds in a folder of its own, beside `content/`."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from example import EXAMPLE
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

CONFIG = "site_name: E\nplugins: [signpost]\ntheme: {name: material, font: false}\n"


def built(root: Path) -> Path:
    config = load_config(str(root / "mkdocs.yml"))
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    return root / "site"


@pytest.fixture
def root(project, few_rules) -> Path:
    return project({**EXAMPLE, "mkdocs.yml": CONFIG, "docs/about.md": "# About\n"})


@pytest.mark.builds
@pytest.mark.parametrize(
    ("path", "other"),
    [
        ("docs/guides/example.md", "guides/example.md"),
        ("docs/guides.md", "guides/index.md"),
        ("docs/sw.js", "sw.js"),
        ("docs/assets/signpost/guide.mjs", "assets/signpost/guide.mjs"),
    ],
)
def test_one_that_would_take_the_place_of_ours_is_told_before_the_last_site_is_touched(path, other, root, caplog):
    good = built(root) / "guides/example/index.html"
    before = good.stat().st_mtime_ns
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text("# Mine\n")
    with pytest.raises(Abort):
        built(root)
    assert f'"{path}" would be the same page or file as "{other}"' in caplog.text
    assert good.stat().st_mtime_ns == before


@pytest.mark.builds
@pytest.mark.parametrize("path", ["docs/index.md", "docs/README.md"])
def test_a_first_page_of_the_site_s_own_stands(path: str, root):
    (root / path).write_text("# Our home\n")
    site = built(root)
    assert "Our home" in (site / "index.html").read_text("utf-8")
    assert "Sore knee" in (site / "guides/index.html").read_text("utf-8")


@pytest.mark.builds
def test_what_may_be_replaced_on_purpose_is_and_the_rest_stands_beside(root):
    files: Mapping[str, str] = {"docs/robots.txt": "# Mine\n", "docs/guides/more.md": "# More\n"}
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text)
    site = built(root)
    assert (site / "robots.txt").read_text() == "# Mine\n"
    assert "More" in (site / "guides/more/index.html").read_text()
    assert (site / "about/index.html").is_file()
