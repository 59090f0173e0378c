"""Whatever is saved while `make serve` runs, every request is answered: with the last good pages, the errors above."""

from collections.abc import Iterator

import pytest
from example import EXAMPLE, SEE_SOMEONE, TREE
from test_serve import CONFIG, PAGE, Served, serving

pytestmark = pytest.mark.builds


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The example with its pages in `content/`, served."""
    files = {**EXAMPLE, "mkdocs.yml": f"{CONFIG}docs_dir: content\n", "content/about.md": "# About\n"}
    with serving(tmp_path_factory.mktemp("served"), files) as served:
        yield served


@pytest.mark.parametrize(
    ("path", "text", "code"),
    [
        ("content/guides.md", "# Mine\n", "S906"),
        ("content/guides/example.md", "# Mine\n", "S906"),
        ("content/outcomes/see-someone/index.md", "# Mine\n", "S906"),
        ("content/outcomes/see-someone.md", "# Mine\n", "S105"),
        ("decision_trees/index.yml", EXAMPLE[TREE], "S906"),
        ("content/outcomes/index.yml", EXAMPLE[SEE_SOMEONE], "S906"),
        ("content/sw.js", "", "S906"),
        ("content/site.yml", 'moved: {"x/../../../victim/": "guides/"}\n', "S905"),
        ("content/site.yml", 'moved: {"a\\0b/": "guides/"}\n', "S905"),
        ("content/site.yml", f"moved: {{{'x' * 300}/: guides/}}\n", "S905"),
        ("content/site.yml", "moved: {sw.js/: guides/}\n", "S906"),
        ("content/site.yml", "moved: {404.html/: guides/}\n", "S906"),
    ],
)
def test_an_address_that_cannot_be_is_shown_above_the_last_good_pages(site: Served, path: str, text: str, code: str):
    site.save(path, text)
    page = site.read(PAGE)
    assert f"error {code}" in page
    assert "Does it hurt at rest?" in page
    assert f"error {code}" in site.read("about/")
    site.remove(path)
    assert f"error {code}" not in site.read(PAGE)


def test_a_page_beside_those_of_results_is_a_page(site: Served):
    site.save("content/outcomes/more/index.md", "# More about results\n")
    assert "More about results" in site.read("outcomes/more/")
    site.remove("content/outcomes/more/index.md")


def test_a_picture_that_is_gone_while_something_else_is_wrong_stops_nothing(site: Served):
    site.save("content/a-picture.png", "")
    site.save(TREE, EXAMPLE[TREE].replace("ask:", "aks:"))
    site.remove("content/a-picture.png")
    assert "aks" in site.read(PAGE)
    site.save(TREE, EXAMPLE[TREE])
    assert "aks" not in site.read(PAGE)


def test_an_exception_is_shown_as_errors_are(site: Served, tmp_path):
    # Nothing is known that raises one; so the plugin is asked with a build that does.
    from mkdocs.config import load_config

    from generator.mkdocs import plugin

    (tmp_path / "mkdocs.yml").write_text("site_name: E\nplugins: [signpost]\ntheme: {name: material, font: false}\n")
    (tmp_path / "docs").mkdir()
    config = load_config(str(tmp_path / "mkdocs.yml"))
    config.plugins.on_startup(command="serve", dirty=False)
    config = config.plugins.on_config(config)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(plugin, "load", lambda project: 1 / 0)
        config.plugins.on_pre_build(config=config)
    shown = config.plugins.on_page_content("<p>Last</p>", page=None, config=config, files=None)
    assert "ZeroDivisionError" in shown
    assert shown.endswith("<p>Last</p>")
