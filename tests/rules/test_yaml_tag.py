import pytest
from example import KNEE


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("title: ▸!important Knee\n", "!important"),
        ("title: ▸!!str twelve\nnames: []\n", "!!str"),
        ("title: Knee\nnames: ▸!!seq [Genu]\n", "!!seq"),
        ("title: Knee\nnames: ▸!!python/object/apply:os.system [exit]\n", "!!python/object/apply:os.system"),
        ("▸!place\ntitle: Knee\n", "!place"),
        ("▸!key title: Knee\n", "!key"),
    ],
)
def test_a_tag_is_told_with_its_name(text, tag, found_at_marks):
    [finding] = found_at_marks({KNEE: text})
    assert finding.code == "S204"
    assert f'"{tag}" is a YAML tag' in finding.message
    assert "quotes" in finding.help


def test_an_exclamation_mark_within_a_text_is_no_tag(found_at_marks):
    assert not found_at_marks({KNEE: 'title: Knee!\nsummary: Stop! Now ! really\nwhat: "!important"\n'})
