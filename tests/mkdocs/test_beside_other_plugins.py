"""Signpost beside the plugins and themes that sites of MkDocs have, listed before them or after: each builds strict.

They stand together in few sites, as many as get on with each other; README says what each of them needs.
"""

import os
import re
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from example import EXAMPLE, TREE
from mkdocs.commands.build import build
from mkdocs.config import load_config

# What others' code warns of is theirs.
pytestmark = [pytest.mark.builds, pytest.mark.filterwarnings("ignore")]

OLD, NEW = "2020-02-03T12:00:00+0000", "2021-04-05T12:00:00+0000"
LIBRARY = {
    **EXAMPLE,
    TREE: EXAMPLE[TREE].replace("Does it hurt at rest?", "'Does it hurt at {{ rest }}, or {# so #}?'"),
    "content/site.yml": "subject: health\ntitle: Help\n",
}
PAGE = "# About\n\nWords, and [the guide](GUIDE).\n"


@dataclass(frozen=True)
class Site:
    """A site that is already there.

    Attributes:
        plugins: of the site, each as it stands in mkdocs.yml.
        files: of the site besides the library; GUIDE stands for the way to the guide.
        docs: the folder of its pages; where it is `content`, ours stand among them.
        last: plugins that must be the last of all.
    """

    plugins: tuple[str, ...]
    files: Mapping[str, str]
    docs: str = "docs"
    theme: str = "{name: material, font: false}"
    last: tuple[str, ...] = ()


AMONG = Site(
    (
        "blog",
        "tags",
        "awesome-nav",
        "macros",
        "glightbox",
        "git-revision-date-localized: {enable_parallel_processing: false, type: iso_date}",
        "gen-files: {scripts: [generate.py]}",
        "redirects: {redirect_maps: {old.md: about.md, old-guide.md: guides/example.md}}",
        "privacy: {assets_exclude: ['unpkg.com/*']}",
        "mkdocstrings: {handlers: {python: {paths: [.]}}}",
    ),
    {
        "content/.nav.yml": "nav: [index.md, guides, '*']\n",
        "content/index.md": "---\ntitle: Our home\n---\n# Our home\n\nSee [the guide](tree:example).\n",
        "content/about.md": PAGE.replace("GUIDE", "guides/example.md").replace("Words", "{{ 1 + 1 }} words"),
        "content/tagged.md": "---\ntags: [a]\n---\n# Tagged\n",
        "content/api.md": "# API\n\n::: module\n",
        "content/blog/index.md": "# Blog\n",
        "content/blog/posts/one.md": "---\ndate: 2026-01-02\ncategories: [News]\n---\n# One\n\n"
        "[First](tree:example).\n\n<!-- more -->\n\nSee [the guide](tree:example).\n",
        "module.py": '"""A module."""\n\n\ndef f() -> int:\n    """A function."""\n    return 1\n',
        "generate.py": "import mkdocs_gen_files\nwith mkdocs_gen_files.open('made.md', 'w') as f:\n"
        "    print('# Made\\n\\n[The guide](guides/example.md)', file=f)\n",
    },
    docs="content",
)
BELOW = Site(
    (
        "i18n: {docs_structure: suffix, languages: [{locale: en, default: true, name: E}, {locale: fr, name: F}]}",
        "git-authors",
        "section-index",
    ),
    {
        "docs/index.md": "# Our home\n",
        "docs/guides/index.md": "# Our own guides\n",
        "docs/about.md": PAGE.replace("GUIDE", "help/guides/example.md"),
        "docs/about.fr.md": PAGE.replace("GUIDE", "help/guides/example.md").replace("About", "À propos"),
        "content/more.md": "# More\n\nSee [the guide](tree:example).\n",
    },
    last=("print-site",),
)
OF_MKDOCS = Site(
    ("literate-nav", "redirects: {redirect_maps: {old.md: help/guides/example.md}}"),
    {
        "docs/index.md": "# Our home\n",
        "docs/about.md": PAGE.replace("GUIDE", "help/guides/example.md"),
        "docs/SUMMARY.md": "* [Home](index.md)\n* [About](about.md)\n* [Help](help/index.md)\n",
    },
    theme="{name: mkdocs}",
)
OF_READTHEDOCS = Site((), {path: text for path, text in OF_MKDOCS.files.items() if "SUMMARY" not in path},
                      theme="{name: readthedocs}")  # fmt: skip


@pytest.fixture(params=["before", "behind"])
def order(request: pytest.FixtureRequest) -> str:
    """Where Signpost is listed."""
    return request.param


@pytest.fixture
def built(project, order: str, monkeypatch: pytest.MonkeyPatch):
    """Builds a site, strict, from a repository in which the library is older than the rest, and gives its pages."""

    def make(site: Site):
        ours = "signpost" if site.docs == "content" else "signpost: {prefix: help/}"
        plugins = [ours, *site.plugins] if order == "before" else [*site.plugins, ours]
        listed = "".join(f"  - {plugin}\n" for plugin in ("search", *plugins, *site.last))
        config = (
            f"site_name: E\nsite_url: https://example.org/\ndocs_dir: {site.docs}\ntheme: {site.theme}\n"
            f"plugins:\n{listed}strict: true\n"
        )
        root = project(LIBRARY)
        _commit(root, OLD)
        project({"mkdocs.yml": config, **site.files})
        _commit(root, NEW)
        monkeypatch.chdir(root)
        monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
        loaded = load_config(str(root / "mkdocs.yml"))
        loaded.plugins.on_startup(command="build", dirty=False)
        build(loaded)
        return lambda page: (root / "site" / page).read_text("utf-8")

    return make


def _commit(root: Path, day: str) -> None:
    told = {"GIT_AUTHOR_DATE": day, "GIT_COMMITTER_DATE": day, "GIT_CONFIG_GLOBAL": os.devnull}
    for command in (("init", "--quiet"), ("add", "--all"), ("commit", "--quiet", "--message", "Words")):
        git = ["git", "-c", "user.name=Ann", "-c", "user.email=ann@example.org", *command]
        subprocess.run(git, cwd=root, check=True, env={**os.environ, **told})


def head_of(page: str) -> str:
    return page.partition("<body")[0]


def test_among_the_pages_of_a_site_with_a_blog(built):
    page = built(AMONG)
    assert "Our home" in page("index.html")
    assert "guides/example/" in page("index.html")
    assert "2 words" in page("about/index.html")
    # Braces in a guide are words, whoever reads the page.
    assert "{{ rest }}, or {# so #}?" in page("guides/example/index.html")
    assert "2021-04-05" in page("about/index.html")
    assert "2020-02-03" in page("guides/example/index.html")
    assert "guides/example/" in page("blog/2026/01/02/one/index.html")
    assert 'href="../guides/example/">First' in page("blog/index.html")
    assert "guides/example/" in page("made/index.html")
    assert "guides/example/" in page("old-guide/index.html")
    for uri in ("guides/example/index.html", "about/index.html"):
        assert head_of(page(uri)).count("og:image:alt") == 1
    assert "contribute" not in page("sitemap.xml")


def test_below_a_folder_of_a_site_in_two_languages(built):
    page = built(BELOW)
    assert "Our home" in page("index.html")
    assert "Our own guides" in page("guides/index.html")
    assert "Sore knee" in page("help/index.html")
    for language in ("", "fr/"):
        assert 'href="../help/guides/example/"' in page(f"{language}about/index.html")
        assert 'data-tree="example"' in page(f"{language}help/guides/example/index.html")
        assert 'href="../guides/example/"' in page(f"{language}help/more/index.html")
    assert "À propos" in page("fr/about/index.html")
    assert 'lang="fr"' in page("fr/help/guides/example/index.html")
    assert "ann@example.org" in page("help/guides/example/index.html")
    assert "Our own guides" in page("print_page/index.html")


@pytest.mark.parametrize("site", [OF_MKDOCS, OF_READTHEDOCS], ids=["mkdocs", "readthedocs"])
def test_in_other_themes(site: Site, built):
    page = built(site)
    guide = page("help/guides/example/index.html")
    assert 'data-tree="example"' in guide
    assert re.search(r'<script[^>]*src="\.\./\.\./assets/signpost/guide\.mjs"', guide)
    assert '<meta property="og:title" content="Sore knee">' in head_of(guide)
    assert "application/ld+json" in head_of(guide)
    assert 'href="help/"' in page("index.html")
    assert "og:title" not in page("about/index.html")
