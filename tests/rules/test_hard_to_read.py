"""Words that are hard to read: a warning, never an error."""

from example import EXAMPLE, KNEE

HARD = (
    "Patellofemoral articulation symptomatology characteristically deteriorates following prolonged"
    " immobilisation, necessitating individualised rehabilitation programmes incorporating progressive"
    " strengthening interventions alongside comprehensive educational components."
)


def test_an_entry_of_long_words_and_sentences_is_a_warning_at_its_top(project, checked):
    report = checked(project({**EXAMPLE, KNEE: f"# A comment.\ntitle: Knee\nwhat: {HARD}\n"}))
    (finding,) = report.findings
    assert (finding.code, finding.severity) == ("S801", "warning")
    assert (finding.file, finding.line, finding.column) == (KNEE, 2, 1)
    assert "hard to read" in finding.message
    assert "Shorten the sentences" in finding.help


def test_a_warning_stops_nothing(project, checked):
    assert checked(project({**EXAMPLE, KNEE: f"title: Knee\nwhat: {HARD}\n"})).ok


def test_the_same_in_plain_words_is_fine(project, checked):
    plain = "Your knee may get stiff if you keep it still for long. Move it a little each day. Do a bit more each week."
    assert not checked(project({**EXAMPLE, KNEE: f"title: Knee\nwhat: {plain}\n"})).findings


def test_a_few_words_make_no_figure(project, checked):
    few = "Patellofemoral articulation symptomatology"
    assert not checked(project({**EXAMPLE, KNEE: f"title: Knee\nwhat: {few}\n"})).findings


def test_ids_are_no_words(project, checked):
    ids = "[" + ", ".join(f"very-old-name-{letter}" for letter in "abcdefghij") + "]"
    (finding,) = checked(project({**EXAMPLE, KNEE: f"title: Knee\nwhat: {HARD}\naliases: {ids}\n"})).findings
    (without,) = checked(project({**EXAMPLE, KNEE: f"title: Knee\nwhat: {HARD}\n"})).findings
    assert finding.message == without.message
