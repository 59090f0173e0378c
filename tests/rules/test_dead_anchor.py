import pytest
from example import EXAMPLE, TREE, add

PAGE = "content/about/page.md"
OTHER = {"content/about/other.md": "# Other\n\n## In the night\n\n## Which? {#which}\n\n<a id='raw'></a>\n"}


@pytest.mark.parametrize(
    ("page", "help"),
    [
        ("# A\n\n[a](▸#none)\n", "Name a heading"),
        ("# A page\n\n[a](▸#a-paeg)\n", 'Did you mean "#a-page"?'),
        ("# A\n\n[a](▸other.md#in-the-nite)\n", 'Did you mean "#in-the-night"?'),
        ("# A\n\n[a](▸other.md#In-the-night)\n", 'Did you mean "#in-the-night"?'),
        ("# A\n\n[a](▸../guides/example.md#rets)\n", 'Did you mean "#rest"?'),
        ("# A\n\n[a](▸../guides/example.md#about-this-guide)\n", ""),
        ("# A\n\n[a](▸../sources/index.md#b-study)\n", 'Did you mean "#a-study"?'),
        ("# A\n\n[a](▸../outcomes/see-someone.md#sources)\n", ""),
        ("# A\n\n`## Code`\n\n[a](▸#code)\n", ""),
        ("# A\n\n```\n## Code\n```\n\n[a](▸#code)\n", ""),
        ("# A\n\n<div>\n## No heading\n</div>\n\n[a](▸#no-heading)\n", ""),
    ],
)
def test_a_place_that_is_not_on_the_page_is_told_at_the_address(page, help, found_at_marks):
    [finding] = found_at_marks(OTHER | {PAGE: page})
    assert finding.code == "S413"
    assert "There is no place" in finding.message
    assert help in finding.help


@pytest.mark.parametrize(
    "page",
    [
        "# A\n\n[a](#a) [b](other.md#in-the-night) [c](other.md#which) [d](other.md#raw)\n",
        "# A\n\n[a](../guides/example.md#rest) [b](../guides/example.md#see-someone)\n",
        "# A\n\n[a](../guides/example.md#resting)\n",
        "# A\n\n[a](../guides/example.md#red-flags-soon) [b](../guides/example.md#care-soon)\n",
        "# A\n\n## Twice\n\n## Twice\n\n[a](#twice) [b](#twice_1)\n",
        "# Über `uns` & *co*\n\n[a](#uber-uns-co)\n",
        "# A\n\n## [Words](tree:example) here\n\n[a](#words-here)\n",
        "# A\n\n!!! note\n    ## Within\n\n[a](#within)\n",
        "# A\n\n<div markdown>\n## Within\n</div>\n\n[a](#within)\n",
        "Setext\n======\n\n[a](#setext)\n",
    ],
)
def test_the_places_of_a_page_are_those_that_a_site_builder_makes(page, found_at_marks):
    files = add(TREE, "") | {
        TREE: EXAMPLE[TREE].replace("    ask: Does it", "    aliases: [resting]\n    ask: Does it")
    }
    assert not found_at_marks(OTHER | files | {PAGE: page})


def test_a_heading_that_cites_has_no_place_that_can_be_guessed(found_at_marks):
    [finding] = found_at_marks({PAGE: "# A\n\n## Rest [@a-study]\n\n[a](▸#rest)\n"})
    assert finding.code == "S413"
