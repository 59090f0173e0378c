import pytest
from example import CARE_LEVELS, EXAMPLE, KNEE, SEE_SOMEONE, SOURCES, TAKE_IT_EASY, TREE, WHY_IT_HURTS, add, edit

REST = "    ask: Does it hurt at rest?\n"


def with_aliases(*names: str) -> dict[str, str]:
    """The example whose question has these aliases."""
    return edit(TREE, REST, f"{REST}    aliases: [{', '.join(names)}]\n")


@pytest.mark.parametrize(
    ("files", "why"),
    [
        (add(KNEE, "aliases: [▸elbow]\n"), "the id of a place"),
        (add(KNEE, "aliases: [▸knee]\n"), "the id of a place"),
        (add(KNEE, "aliases: [patella, ▸patella]\n"), "an alias of another place"),
        (add(WHY_IT_HURTS, "aliases: [▸why-it-hurts]\n"), "the id of a reader question"),
        (add(TREE, "aliases: [▸example]\n"), "the id of a tree"),
        (add(TAKE_IT_EASY, "aliases: [▸see-someone]\n"), "the id of an outcome"),
        (add(SEE_SOMEONE, "aliases: [▸care-soon]\n"), "a card that the generator makes"),
        (edit(SOURCES, "knees,", "knees, aliases: [▸a-study],"), "the id of a source"),
        (edit(CARE_LEVELS, "self_care: true", "self_care: true, aliases: [▸soon]"), "the id of a care level"),
        (with_aliases("▸rest"), "the id of a question on the page"),
        (with_aliases("at-rest", "▸at-rest"), "an alias of another question on the page"),
        (with_aliases("▸see-someone"), "the id of a result on the page"),
        (with_aliases("▸red-flags-soon"), "the id of a question on the page"),
        (with_aliases("▸care-soon"), "the id of a result on the page"),
        (with_aliases("▸easy") | add(TAKE_IT_EASY, "aliases: [easy]\n"), "an alias of a result on the page"),
        (add(TAKE_IT_EASY, "aliases: [▸rest]\n"), 'the id of a question on the page of the guide "example"'),
        (add(TAKE_IT_EASY, "aliases: [ease]\n") | add(SEE_SOMEONE, "aliases: [▸ease]\n"), "alias of another outcome"),
    ],
)  # fmt: skip
def test_a_former_id_belongs_to_one_thing_only(files, why, project, checked):
    findings = checked(project(EXAMPLE | {path: text.replace("▸", "") for path, text in files.items()})).findings
    told = [(one.code, one.file, one.line, one.column) for one in findings]
    marked = [
        ("S904", path, number, line.index("▸") + 1)
        for path, text in files.items()
        for number, line in enumerate(text.splitlines(), 1)
        if "▸" in line
    ]
    # Of two that claim the same id, either may be the one that is told.
    assert len(told) == 1
    assert told == marked or "another" in why
    assert why in findings[0].message
    assert "an old link leads to one of them" in findings[0].help


def test_the_same_former_id_may_be_used_in_another_kind_and_in_another_tree(found_at_marks):
    other = EXAMPLE[TREE].replace(REST, f"{REST}    aliases: [at-rest]\n")
    assert not found_at_marks(
        with_aliases("at-rest")
        | {"decision_trees/other.yml": other}
        | add(KNEE, "aliases: [at-rest]\n")
        | add(WHY_IT_HURTS, "aliases: [at-rest]\n")
    )
