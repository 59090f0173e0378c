"""A build that need not render every page again makes the same site as one that does."""

import logging
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from example import EXAMPLE, TREE
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort
from mkdocs.structure.pages import Page

from generator.core.cache import FOLDER

pytestmark = [pytest.mark.builds, pytest.mark.usefixtures("few_rules")]

CONFIG = "site_name: Example\ndocs_dir: content\nplugins: [signpost]\ntheme: {name: mkdocs}\n"
PROJECT = {**EXAMPLE, "mkdocs.yml": CONFIG, "content/about.md": "# About\n\nSee [the guide](guides/example.md).\n"}
GUIDE = "guides/example.md"
Write = Callable[[Mapping[str, str]], Path]


@pytest.fixture(autouse=True)
def cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache of this test's own."""
    folder = tmp_path_factory.mktemp("cache")
    monkeypatch.setenv(FOLDER, str(folder))
    # MkDocs writes the time of the build into the first page.
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    return folder


@pytest.fixture
def rendered(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The pages that MkDocs has turned into HTML, by path."""
    pages: list[str] = []
    render = Page.render
    monkeypatch.setattr(Page, "render", lambda page, *rest: pages.append(page.file.src_uri) or render(page, *rest))
    return pages


def built(folder: Path, strict: bool = True) -> dict[str, bytes]:
    """Every file of the site, by path."""
    config = load_config(str(folder / "mkdocs.yml"), strict=strict, site_dir=str(folder / "site"))
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    files = {path.relative_to(folder / "site").as_posix(): path for path in (folder / "site").rglob("*")}
    return {uri: path.read_bytes() for uri, path in files.items() if path.is_file()}


def built_anew(folder: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, bytes]:
    with monkeypatch.context() as forgetful:
        forgetful.setenv(FOLDER, "")
        return built(folder)


def test_the_second_build_renders_nothing_and_is_the_same(project: Write, rendered: list[str]):
    folder = project(PROJECT)
    first = built(folder)
    assert GUIDE in rendered and "about.md" in rendered
    rendered.clear()
    assert built(folder) == first
    assert rendered == []


def test_after_an_edit_only_what_it_changes_is_rendered(
    project: Write, rendered: list[str], monkeypatch: pytest.MonkeyPatch
):
    folder = project(PROJECT)
    built(folder)
    rendered.clear()
    project({TREE: EXAMPLE[TREE].replace("at rest", "at night")})
    site = built(folder)
    assert GUIDE in rendered and "about.md" not in rendered
    assert b"at night" in site["guides/example/index.html"]
    assert site == built_anew(folder, monkeypatch)


@pytest.mark.parametrize(
    "change",
    [
        {"content/another.md": "# Another\n\nSee [the guide](guides/example.md).\n"},
        {"mkdocs.yml": f"{CONFIG}use_directory_urls: false\n"},
        {"mkdocs.yml": f"{CONFIG}markdown_extensions: [toc: {{permalink: true}}]\n"},
        {"mkdocs.yml": f"{CONFIG}markdown_extensions: [nl2br]\n"},
        {"content/about.md": "# About\n\nSee [the first page](index.md).\n", "content/index.md": "# First\n"},
    ],
    ids=["another page", "no folders", "a setting", "an extension", "the first page"],
)
def test_whatever_changes_the_site_is_what_it_would_be_without_a_cache(
    project: Write, change: dict[str, str], monkeypatch: pytest.MonkeyPatch
):
    folder = project(PROJECT)
    before = built(folder)
    project(change)
    assert built(folder) == built_anew(folder, monkeypatch) != before


def test_going_back_is_the_same_as_never_having_gone(project: Write, rendered: list[str]):
    folder = project(PROJECT)
    first = built(folder)
    project({TREE: EXAMPLE[TREE].replace("at rest", "at night")})
    built(folder)
    project({TREE: EXAMPLE[TREE]})
    rendered.clear()
    assert built(folder) == first
    assert rendered == []


def test_a_link_that_leads_nowhere_is_told_in_every_build(project: Write, caplog: pytest.LogCaptureFixture):
    folder = project({**PROJECT, "content/about.md": "# About\n\n[Nothing](nothing.md)\n"})
    for _ in range(2):
        caplog.clear()
        with caplog.at_level(logging.INFO), pytest.raises(Abort):
            built(folder)
        assert "nothing.md" in caplog.text


def test_a_part_that_is_not_there_any_more_is_told_though_the_page_with_the_link_is_kept(
    project: Write, caplog: pytest.LogCaptureFixture
):
    pages = {"content/about.md": "# About\n\n[A part](other.md#part)\n", "content/other.md": "# Other\n\n## Part\n"}
    folder = project({**PROJECT, **pages})
    with caplog.at_level(logging.INFO):
        built(folder)
        project({"content/other.md": "# Other\n\n## Another\n"})
        with pytest.raises(Abort):
            built(folder)
    assert 'There is no place "#part" on the page "other.md".' in caplog.text


def test_what_an_extension_reads_from_elsewhere_is_seen(project: Write, rendered: list[str]):
    config = f"{CONFIG}markdown_extensions: [pymdownx.snippets: {{base_path: ['{{folder}}']}}]\n"
    folder = project({**PROJECT, "content/about.md": "# About\n\n--8<-- 'words.txt'\n", "words.txt": "First words.\n"})
    project({"mkdocs.yml": config.replace("{folder}", str(folder))})
    assert b"First words." in built(folder)["about/index.html"]
    project({"words.txt": "Other words.\n"})
    assert b"Other words." in built(folder)["about/index.html"]


def test_a_function_of_materials_among_the_settings_is_known(project: Write, rendered: list[str]):
    emoji = "{emoji_index: !!python/name:material.extensions.emoji.twemoji }"
    folder = project({**PROJECT, "mkdocs.yml": f"{CONFIG}markdown_extensions: [pymdownx.emoji: {emoji}]\n"})
    first = built(folder)
    rendered.clear()
    assert built(folder) == first
    assert rendered == []


def test_a_function_of_the_sites_own_is_asked_every_time(project: Write, rendered: list[str]):
    own = "def slug(text, separator):\n    return 'first'\n"
    config = f"{CONFIG}markdown_extensions: [toc: {{slugify: !!python/name:own_slugs.slug }}]\nhooks: [own_slugs.py]\n"
    folder = project({**PROJECT, "mkdocs.yml": config, "own_slugs.py": own})
    sys.path.insert(0, str(folder))
    try:
        built(folder)
        rendered.clear()
        built(folder)
    finally:
        sys.path.remove(str(folder))
    assert GUIDE in rendered


def test_an_extension_that_another_plugin_brings_is_asked_every_time(project: Write, rendered: list[str]):
    hook = (
        "from markdown.extensions.nl2br import Nl2BrExtension\n"
        "def on_config(config):\n    config.markdown_extensions.append(Nl2BrExtension())\n    return config\n"
    )
    folder = project({**PROJECT, "mkdocs.yml": f"{CONFIG}hooks: [brings.py]\n", "brings.py": hook})
    built(folder)
    rendered.clear()
    built(folder)
    assert GUIDE in rendered


def test_what_another_plugin_makes_of_a_page_is_seen(project: Write):
    hook = "def on_page_markdown(markdown, **_):\n    return markdown.replace('About', '{}')\n"
    folder = project({**PROJECT, "mkdocs.yml": f"{CONFIG}hooks: [hook.py]\n", "hook.py": hook.format("First")})
    assert b"<h1" in built(folder)["about/index.html"]
    assert b"First" in built(folder)["about/index.html"]
    # Of another name: MkDocs reads a hook once in a process.
    project({"mkdocs.yml": f"{CONFIG}hooks: [other.py]\n", "other.py": hook.format("Second")})
    assert b"Second" in built(folder)["about/index.html"]


def test_a_false_entry_is_not_believed(project: Write, cache: Path, monkeypatch: pytest.MonkeyPatch):
    folder = project(PROJECT)
    first = built(folder)
    for file in (cache / "page").iterdir():
        checksum, _, html = file.read_bytes().partition(b"\n")
        file.write_bytes(checksum + b"\n" + html.replace(b"Does it hurt", b"Is it fun"))
    assert built(folder) == first
