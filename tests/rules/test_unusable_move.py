import pytest
from example import KNEE, add

SITE = "content/site.yml"


@pytest.mark.parametrize(
    ("moved", "message", "help"),
    [
        ("▸old: guides/", '"old" is not the address of a page: it does not end with a slash.', "articles/running/"),
        ("▸'old/#part': guides/", '"old/#part" is not the address of a page: it does not end', "without an anchor"),
        ("▸guides/example/: guides/", "is a page, so it cannot lead to another.", "Take the line out."),
        ('▸"x/../../../victim/": guides/', '".." is no name', "permalinks.txt"),
        ('▸"a\\0b/": guides/', "U+0000", "permalinks.txt"),
        (f"▸{'x' * 101}/: guides/", "longer than 100 characters", "permalinks.txt"),
        ("▸/old/: guides/", "begins with a slash", "permalinks.txt"),
        ("▸old//page/: guides/", "two slashes in a row", "permalinks.txt"),
        ("old/: ▸../victim/", '".." is no name', "such as guides/"),
        ("old/: ▸https://example.org/", '":" may not stand in it', "such as guides/"),
        ("old/: ▸guides", "does not end with a slash", 'Did you mean "guides/"?'),
        ("old/: ▸guides/exampel/", 'There is no page "guides/exampel/".', 'Did you mean "guides/example/"?'),
        ("old/: ▸guides/example/#rest", "does not end with a slash", "guides/example/"),
        ("old/: ▸places/patella/", '"places/patella/" is a former address itself.', 'Write "places/knee/"'),
    ],
)
def test_a_move_leads_from_no_page_to_a_page(moved, message, help, found_at_marks):
    files = add(KNEE, "aliases: [patella]\n") | {SITE: f"title: Knees\nmoved:\n  {moved}\n"}
    [finding] = found_at_marks(files)
    assert finding.code == "S905"
    assert message in finding.message
    assert help in finding.help


def test_any_page_may_stand_for_another(found_at_marks):
    assert not found_at_marks(
        {SITE: "moved:\n  old/: ./\n  articles/a b/: guides/\n  outcomes/gone/: places/knee/\n  about/: words/\n"}
        | {"content/words.md": "# Words\n"}
    )
