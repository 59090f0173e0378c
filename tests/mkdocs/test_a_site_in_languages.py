"""A site in several languages: a build of MkDocs for each, that knows of the others."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from example import EXAMPLE, SITE, TREE
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from generator.core.source import SourceFile
from generator.core.translation import checksum, translation_of
from generator.core.word_file import words_in

pytestmark = pytest.mark.builds

NAV = """\
nav:
  - Home: index.md
  - All guides: guides/index.md
  - More:
      - content.md
      - About us: about.md
"""
CONFIG = "site_name: Knees\nsite_url: https://example.org/help/\ndocs_dir: content\nplugins: [signpost]\n"
MATERIAL = "theme: {name: material, font: false}\n"
ABOUT = "---\ntitle: About us\n---\n# About us\n\nSee [the guide](tree:example).\n"
DE = {
    translation_of(TREE, "de"): "title: {from: Sore knee, to: Schmerzen am Knie}\n",
    translation_of(SITE, "de"): "title: {from: Knees, to: Knie}\n",
    "content/translations/de/language.yml": "menu: {More: Mehr, About us: Über uns}\n",
    "content/translations/de/about.md": f"---\ntranslates: {checksum(SourceFile('', ABOUT))}\ntitle: Über uns\n---\n"
    "# Über uns\n\nSiehe [den Wegweiser](tree:example).\n",
}
FILES = {
    **EXAMPLE,
    SITE: "subject: health\ntitle: Knees\nlanguages: [de]\n",
    "content/about.md": ABOUT,
    "content/content.md": "# Content\n",
    "mkdocs.yml": CONFIG + NAV + MATERIAL,
    **DE,
}


def built(root: Path) -> Path:
    config = load_config(str(root / "mkdocs.yml"), strict=True)
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    return root / "site"


def text(site: Path, path: str) -> str:
    return (site / path).read_text("utf-8")


@pytest.fixture
def site(project, few_rules) -> Path:
    return built(project(FILES))


def alternates(html: str) -> Mapping[str, str]:
    return dict(re.findall(r'<link rel="alternate " hreflang="([^"]*)" href="([^"]*)">', html))


def test_each_page_knows_itself_in_every_language(site: Path):
    for page in ("guides/example/", "about/", ""):
        wanted = {
            "en-GB": f"https://example.org/help/{page}",
            "de": f"https://example.org/help/de/{page}",
            "x-default": f"https://example.org/help/{page}",
        }
        for folder in ("", "de/"):
            html = text(site, f"{folder}{page}index.html")
            assert alternates(html) == wanted
            assert html.count('hreflang="de"') == 2  # the other is in the menu of languages
            assert "#signpost-in" not in html
    assert '<a href="../../../guides/example/" hreflang="en-GB"' in text(site, "de/guides/example/index.html")
    assert '<a href="../" hreflang="en-GB"' in text(site, "de/index.html")
    assert '<a href="./" hreflang="en-GB"' in text(site, "index.html")
    assert '<a href="/help/de/" hreflang="de"' in text(site, "404.html")
    assert '<a href="/help/" hreflang="en-GB"' in text(site, "de/404.html")


def test_it_is_in_its_language_from_end_to_end(site: Path):
    html = text(site, "de/guides/example/index.html")
    assert '<html lang="de"' in html
    assert 'content="de_DE"' in html
    assert '"inLanguage": "de"' in html
    assert "<h1" in html
    assert "Schmerzen am Knie" in html
    assert "Does it hurt at rest? (Englisch)" in html
    assert words_in("de").words["gate_no"].text in html
    assert '<link rel="canonical" href="https://example.org/help/de/guides/example/">' in html
    assert "<title>Knie</title>" in text(site, "de/index.html")
    assert 'og:locale" content="en_GB"' in text(site, "guides/example/index.html")


def test_its_menu_is_too(site: Path):
    html = text(site, "de/guides/example/index.html")
    menu = html[html.index('class="md-nav md-nav--primary"') :]
    shown = re.findall(r'<span class="md-ellipsis">\s*(.*?)\s*</span>', menu, re.DOTALL)
    shown = [re.sub(r"<[^>]*>", "", one).strip() for one in shown]
    assert list(dict.fromkeys(shown))[:5] == ["Startseite", "Wegweiser", "Mehr", "Content", "Über uns"]


def test_pages_of_authors_are_those_that_are_translated_as_they_are_now(site: Path, project, few_rules):
    html = text(site, "de/about/index.html")
    assert "Siehe" in html
    assert 'href="../guides/example/"' in html
    assert "About us" in text(site, "about/index.html")
    stale = built(project({**FILES, "content/about.md": ABOUT.replace("See", "Now see")}))
    assert "Now see" in text(stale, "de/about/index.html")


def test_what_is_for_the_top_of_a_host_is_there_alone(site: Path):
    assert text(site, "robots.txt").endswith(
        "Sitemap: https://example.org/help/sitemap.xml\nSitemap: https://example.org/help/de/sitemap.xml\n"
    )
    assert not (site / "de/robots.txt").exists()
    assert "https://example.org/help/de/guides/example/" in text(site, "de/sitemap.xml")
    assert not (site / "translations").exists()


def test_a_language_that_is_not_named_is_not_published(project, few_rules):
    site = built(project({**FILES, SITE: "subject: health\ntitle: Knees\n"}))
    assert not (site / "de").exists()
    assert "hreflang" not in text(site, "guides/example/index.html")


def test_the_pages_of_a_site_of_its_own_are_never_overwritten(project, few_rules, caplog):
    with pytest.raises(Abort):
        built(project({**FILES, "content/de/ours.md": "# Ours\n"}))
    assert 'pages of its own in "de/"' in caplog.text


def test_a_theme_without_words_of_the_language_is_told(project, few_rules, caplog):
    other = {path.replace("/de/", "/ga/"): text for path, text in DE.items()}
    files = {path: text for path, text in FILES.items() if path not in DE}
    with pytest.raises(Abort):
        built(project({**files, **other, SITE: "subject: health\ntitle: Knees\nlanguages: [ga]\n"}))
    assert '"ga"' in caplog.text


def test_mkdocs_own_themes_speak_it_too(project, few_rules):
    site = built(project({**FILES, "mkdocs.yml": CONFIG + "theme: {name: mkdocs}\n"}))
    assert '<html lang="de"' in text(site, "de/guides/example/index.html")
    assert alternates(text(site, "guides/example/index.html"))["de"] == "https://example.org/help/de/guides/example/"


def test_it_stands_below_a_prefix_and_beside_other_pages(project, few_rules):
    config = "site_name: Ours\nplugins: [search, {signpost: {prefix: help/}}]\n" + MATERIAL
    site = built(project({**FILES, "mkdocs.yml": config, "docs/index.md": "# Our home\n"}))
    html = text(site, "de/help/guides/example/index.html")
    assert "Schmerzen am Knie" in html
    assert '<a href="../../../../help/guides/example/" hreflang="en-GB"' in html
    assert alternates(html)["en-GB"] == "../../../../help/guides/example/"
    assert "Our home" in text(site, "de/index.html")


def test_a_theme_may_speak_another_language_from_the_beginning(project, few_rules):
    config = (
        "site_name: Knie\ndocs_dir: content\nplugins: [signpost]\ntheme: {name: material, font: false, language: ar}\n"
    )
    site = built(project({**EXAMPLE, "mkdocs.yml": config}))
    html = text(site, "guides/example/index.html")
    assert 'dir="rtl"' in html
    assert words_in("ar").words["gate_no"].text in html
    assert '"inLanguage": "ar"' in html


def test_a_menu_of_languages_that_the_site_has_stays(project, few_rules):
    extra = "extra: {alternate: [{name: Other, link: https://other.example/, lang: nl}]}\n"
    html = text(built(project({**FILES, "mkdocs.yml": CONFIG + NAV + MATERIAL + extra})), "guides/example/index.html")
    assert 'href="https://other.example/" hreflang="nl"' in html
    assert alternates(html).keys() == {"en-GB", "de", "x-default"}
