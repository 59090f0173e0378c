import pytest
from example import CARE_LEVELS, EXAMPLE, SEE_SOMEONE, TAKE_IT_EASY, add, edit

SITE, LEDGER = "content/site.yml", "permalinks.txt"
PUBLISHED = {LEDGER: "outcomes/old/\noutcomes/care-gone/\n"}
BOTH = "aliases: [old, care-gone]\n"
MARKED = "aliases: [▸old, ▸care-gone]\n"


def test_a_published_result_may_not_become_self_care_in_silence(found_at_marks):
    for finding in found_at_marks(add(TAKE_IT_EASY, MARKED) | PUBLISHED):
        assert finding.code == "S907"
        assert "would lead to self-care" in finding.message
        assert "meant_for: [" in finding.help


def test_nor_may_a_page_that_has_moved(found_at_marks):
    moved = "moved:\n  outcomes/old/: ▸outcomes/take-it-easy/\n  outcomes/care-gone/: outcomes/see-someone/\n"
    [finding] = found_at_marks({SITE: moved} | PUBLISHED)
    assert finding.code == "S907"


def test_it_may_where_that_is_meant(found_at_marks):
    assert not found_at_marks(add(TAKE_IT_EASY, BOTH + "meant_for: [old, care-gone]\n") | PUBLISHED)
    moved = {SITE: "moved:\n  outcomes/old/: outcomes/take-it-easy/\n  outcomes/care-gone/: outcomes/see-someone/\n"}
    assert not found_at_marks(add(TAKE_IT_EASY, "meant_for: [old]\n") | moved | PUBLISHED)


def test_it_may_lead_to_somebody(found_at_marks):
    assert not found_at_marks(add(SEE_SOMEONE, BOTH) | PUBLISHED)


def test_what_was_never_published_may_lead_anywhere(found_at_marks):
    assert not found_at_marks(add(TAKE_IT_EASY, BOTH))


@pytest.mark.parametrize(
    ("path", "said"), [(TAKE_IT_EASY, "would lead to self-care"), (SEE_SOMEONE, "would lead to less urgent care")]
)
def test_the_card_of_a_level_may_lead_to_nothing_less_urgent(path, said, found_at_marks):
    [finding] = found_at_marks(add(path, "aliases: [▸care-emergency]\n"))
    assert finding.code == "S907"
    assert said in finding.message
    assert not found_at_marks(add(path, "aliases: [care-emergency]\nmeant_for: [care-emergency]\n"))


def test_a_former_id_of_the_level_is_that_of_its_card_too(found_at_marks):
    files = edit(CARE_LEVELS, "act: Call an ambulance.", "act: Call an ambulance., aliases: [at-once]")
    [finding] = found_at_marks(files | add(SEE_SOMEONE, "aliases: [▸care-at-once]\n"))
    assert finding.code == "S907"


def test_the_card_may_lead_to_something_as_urgent(found_at_marks):
    files = edit(SEE_SOMEONE, "care: soon", "care: emergency")
    assert not found_at_marks({SEE_SOMEONE: files[SEE_SOMEONE] + "aliases: [care-emergency]\n"})


def test_what_is_meant_must_lead_here(found_at_marks):
    files = add(TAKE_IT_EASY, "meant_for: [▸old]\n") | {SITE: "moved: {outcomes/old/: outcomes/see-someone/}\n"}
    [finding] = found_at_marks(files)
    assert finding.code == "S907"
    assert 'No old link to "old" leads here' in finding.message


def test_without_levels_nothing_is_less_urgent(found_at_marks):
    plain = {
        path: "".join(line for line in text.splitlines(True) if not line.startswith(("care:", "places:")))
        for path, text in EXAMPLE.items()
        if path not in (CARE_LEVELS, "decision_trees/red_flags.yml")
    }
    bare = dict.fromkeys((CARE_LEVELS, "decision_trees/red_flags.yml"), "{}\n")
    assert not found_at_marks(plain | bare | {TAKE_IT_EASY: plain[TAKE_IT_EASY] + BOTH} | PUBLISHED)
