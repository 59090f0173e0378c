import json
import re

import pytest

from generator.render.head import About, with_tags

ABOUT = About("A title", "A site", "https://example.org/a/", "en-GB")
IMAGE = {"url": "https://example.org/a.png", "width": 1200, "height": 630, "alt": "Words"}
FIELDS = {"description": "What it is.", "image": IMAGE, "json_ld": {"@type": "WebPage", "name": "</script><b>"}}
PAGE = "<html><head><title>T</title></head><body>B</body></html>"


def tags(html: str) -> dict[str, str]:
    return dict(re.findall(r'<meta (?:name|property)="([^"]*)" content="([^"]*)">', html))


def test_a_page_without_tags_gets_them_all_at_the_end_of_its_head():
    html = with_tags(PAGE, FIELDS, ABOUT)
    assert tags(html) == {
        "description": "What it is.",
        "og:type": "article",
        "og:locale": "en_GB",
        "og:site_name": "A site",
        "og:title": "A title",
        "og:description": "What it is.",
        "og:url": "https://example.org/a/",
        "og:image": IMAGE["url"],
        "og:image:width": "1200",
        "og:image:height": "630",
        "og:image:alt": "Words",
        "twitter:card": "summary_large_image",
    }
    assert html.startswith("<html><head><title>T</title><meta")
    assert html.endswith("</script>\n</head><body>B</body></html>")


def test_data_for_programs_cannot_end_its_script():
    html = with_tags(PAGE, FIELDS, ABOUT)
    [data] = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html)
    assert json.loads(data) == FIELDS["json_ld"]


def test_what_a_theme_writes_is_left_alone():
    html = with_tags(PAGE, FIELDS, ABOUT)
    assert with_tags(html, {**FIELDS, "description": "Another."}, ABOUT) == html


@pytest.mark.parametrize("there", ["<meta property=og:title content=x>", "<meta content='x' property='og:title'/>"])
def test_tags_of_a_theme_are_known_however_they_are_written(there: str):
    html = with_tags(PAGE.replace("<title>", f"{there}<title>"), FIELDS, ABOUT)
    assert "og:image" not in html
    assert "ld+json" in html


def test_without_an_address_nothing_names_one():
    html = with_tags(PAGE, {}, About("A <b>", 'A "site"', "", "el", home=True))
    assert tags(html) == {
        "og:type": "website",
        # The land where most people speak the language.
        "og:locale": "el_GR",
        "og:site_name": "A &quot;site&quot;",
        "og:title": "A &lt;b&gt;",
        "twitter:card": "summary",
    }


def test_what_is_no_whole_page_stays_as_it_is():
    assert with_tags("<p>part</p>", FIELDS, ABOUT) == "<p>part</p>"
