import pytest

SITE = "content/site.yml"


@pytest.mark.parametrize(
    ("word", "message", "help"),
    [
        ('asked_about: ▸"Here: {place}"', "{place}", "Did you mean {places}?"),
        ('asked_about: ▸"Here: {zzz}"', "{zzz}", "Use {places}."),
        ("asked_about: ▸Here", "{places} is missing", 'Write it as in "Asked about: {places}."'),
        ('two_authors: ▸"{first}"', "{second} is missing", 'Write it as in "{first} and {second}".'),
        ('tonight: ▸"Now, {name}"', "{name}", "Leave it out: this word has no names in braces."),
        ('▸stages: "{numbr} steps"', "{numbr}", "Did you mean {number}?"),
        ("▸stages: Steps", "{number} is missing", 'Write it as in "{number} stages".'),
        ('stages: {one: "{number} step", other: ▸steps}', "{number} is missing", 'Write it as in "{number} stages".'),
        ('stages: {one: ▸"One {step}", other: "{number} steps"}', "{step}", "Use {number}."),
        ('tested_all: {one: ▸"{number} story", other: "{cases} stories"}', "{number}", "Use {cases}."),
        (
            'tested_counts: {one: ▸"One, {right}, {more}.", other: "{judged}, {right}, {more}, {less}"}',
            "{less} is missing",
            "Write it as in",
        ),
    ],
)
def test_other_names_than_those_of_the_word_are_told(word, message, help, found_at_marks):
    [finding] = found_at_marks({SITE: f"words:\n  {word}\n"})
    assert (finding.code, finding.severity) == ("S309", "error")
    assert message in finding.message
    assert help in finding.help


@pytest.mark.parametrize(
    "word",
    [
        'asked_about: "{places}: here"',
        "tonight: Now",
        'stages: "{number} steps"',
        'stages: {one: One step, other: "{number} steps"}',
        'stages: {one: "{number} krok", few: "{number} kroki", many: "{number} kroków", other: "{number} kroku"}',
        'tonight: "Now { .sp-lead }"',
    ],
)
def test_the_same_names_in_other_words_are_not(word, found_at_marks):
    assert not found_at_marks({SITE: f"words:\n  {word}\n"})


def test_plural_forms_need_one_for_all_other_numbers(found_at_marks):
    [finding] = found_at_marks({SITE: 'words:\n  ▸stages: {one: "{number} step"}\n'})
    assert (finding.code, finding.severity) == ("S302", "error")


def test_a_plural_form_that_no_language_has_is_told(found_at_marks):
    [finding] = found_at_marks({SITE: 'words:\n  stages: {other: "{number} steps", ▸some: steps}\n'})
    assert finding.code == "S301"
