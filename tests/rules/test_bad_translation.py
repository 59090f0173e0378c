import pytest
from example import CARE_LEVELS, EXAMPLE, KNEE, RED_FLAGS, SITE, TREE

from generator.core.project import CONTENT
from generator.core.translation import translation_of

GUIDE = translation_of(TREE, "de")


def test_a_text_and_its_translation_are_no_fault(found_at_marks):
    files = {
        GUIDE: """\
title: {from: Sore knee, to: Schmerzen am Knie}
questions:
  rest:
    ask: {from: Does it hurt at rest?, to: Tut es in Ruhe weh?, note: Not at night.}
    choices: {a-lot: {text: {from: A lot, to: ''}}}
""",
        translation_of(RED_FLAGS, "de"): "swelling: {text: {from: Old words, was: Older words, to: Alte Worte}}\n",
        translation_of(f"{CONTENT}/language.yml", "de"): "machine: true\nmenu: {Home: Start}\n",
        translation_of(SITE, "de"): "",
    }
    assert not found_at_marks(files)


@pytest.mark.parametrize(
    ("text", "message", "help"),
    [
        (
            "questions: {rest: {choices: {a-lot: {▸outcome: take-it-easy}}}}",
            '"outcome" is not a text',
            "Delete this line",
        ),
        ("▸start: rest", '"start" is not a text', "Delete this line"),
        ("▸places: [knee]", '"places" is not a text', "Delete this line"),
        ("questions: {▸rset: {ask: {from: X, to: Y}}}", 'has no text at "rset"', '"rest"'),
        (
            "questions: {rest: {choices: {▸a-litle: {text: {from: X, to: Y}}}}}",
            'has no text at "a-litle"',
            '"a-little"',
        ),
        ("questions: {rest: {▸why: {from: X, to: Y}}}", 'has no text at "why"', "ask"),
        ("▸colour: red", 'has no text at "colour"', "questions"),
        ("title: ▸Schmerzen am Knie", "a translation is a pair", "from"),
        ("questions: ▸Fragen", "group of texts belongs", "rest"),
    ],
)
def test_what_belongs_nowhere_is_told_where_it_stands(text, message, help, found_at_marks):
    [finding] = found_at_marks({GUIDE: f"{text}\n"})
    assert (finding.code, finding.severity) == ("S314", "error")
    assert message in finding.message
    assert help in finding.help


@pytest.mark.parametrize(
    ("path", "near"),
    [
        ("content/translations/de/decision_trees/exmaple.yml", TREE),
        ("content/translations/de/places/kneee.yml", KNEE),
        ("content/translations/de/content/places/knee.yml", KNEE),
    ],
)
def test_a_file_that_translates_nothing_is_told_with_what_may_be_meant(path, near, found_at_marks):
    [finding] = found_at_marks({path: "▸title: {from: X, to: Y}\n"})
    assert finding.code == "S314"
    assert near in finding.help


def test_so_is_a_page_that_translates_none(found_at_marks):
    files = {"content/about.md": "# About\n", "content/translations/de/abuot.md": "▸# Über\n"}
    [finding] = found_at_marks(files)
    assert "content/about.md" in finding.help


def test_a_translation_names_what_its_original_does(found_at_marks):
    original = EXAMPLE[KNEE].replace(
        "title: Knee", "title: Knee\nwhat: It bends [@a-study]. See [why](faq:why-it-hurts)."
    )
    translated = translation_of(KNEE, "de")
    said = "It bends [@a-study]. See [why](faq:why-it-hurts)."
    right = f'what: {{from: "{said}", to: "Siehe [warum](faq:why-it-hurts). Es beugt sich [@a-study]."}}\n'
    assert not found_at_marks({KNEE: original, translated: right})
    fewer = f'what: {{from: "{said}", to: ▸"Siehe [warum](faq:why-it-hurts). Es beugt sich."}}\n'
    [finding] = found_at_marks({KNEE: original, translated: fewer})
    assert "[@a-study]" in finding.message
    other = f'what: {{from: "{said}", to: ▸"Siehe [warum](tree:example). Es beugt sich [@a-study]."}}\n'
    [finding] = found_at_marks({KNEE: original, translated: other})
    assert finding.message == "The original names faq:why-it-hurts here, and this names tree:example instead."
    assert finding.help == "Write faq:why-it-hurts: ids are the same in every language."
    more = (
        f'what: {{from: "{said}", to: ▸"Es beugt sich [@a-study]. [Warum](faq:why-it-hurts), [wo](tree:example)."}}\n'
    )
    [finding] = found_at_marks({KNEE: original, translated: more})
    assert finding.message == "The original does not name tree:example here."
    # What is not shown is held to nothing.
    assert not found_at_marks({KNEE: original, translated: other.replace("▸", "").replace("It bends", "It bent", 1)})


def test_a_word_of_the_site_keeps_its_names_in_braces(found_at_marks):
    files = {
        SITE: "subject: health\nwords: {asked_about: 'Here: {places}'}\n",
        translation_of(SITE, "de"): "words: {asked_about: {from: 'Here: {places}', to: ▸'Hier: {orte}'}}\n",
    }
    [finding] = found_at_marks(files)
    assert "braces" in finding.message


def test_a_folder_is_named_for_a_language(found_at_marks):
    [finding] = found_at_marks({translation_of(TREE, "german"): "▸title: {from: Sore knee, to: Knie}\n"})
    assert '"german"' in finding.message


@pytest.mark.parametrize(
    ("folder", "message", "help"),
    [
        (
            "DE",
            'The folder "DE" must be called "de", as this language is in web pages.',
            "Move its files to content/translations/de/.",
        ),
        (
            "pt-br",
            'The folder "pt-br" must be called "pt-BR", as this language is in web pages.',
            "Move its files to content/translations/pt-BR/.",
        ),
        *(
            (
                own,
                f'The site itself is in the language "{own}", so this is no translation of it.',
                f"Delete the folder content/translations/{own}, or name it for another language.",
            )
            for own in ("en", "en-GB")
        ),
    ],
)
def test_a_folder_has_the_usual_name_of_another_language(folder, message, help, found_at_marks):
    right = "title: {from: Sore knee, to: Knie}\n"
    [finding] = found_at_marks({GUIDE: right, translation_of(TREE, folder): f"▸{right}"})
    assert (finding.code, finding.message, finding.help) == ("S314", message, help)


@pytest.mark.parametrize("folder", ["en-US", "zh-Hans", "sr-Latn-RS", "de-AT"])
def test_other_names_of_languages_are_no_fault(folder, found_at_marks):
    assert not found_at_marks({translation_of(TREE, folder): "title: {from: Sore knee, to: Knie}\n"})


@pytest.mark.parametrize(
    ("said", "help"),
    [
        ("Ruf [111](tel:111) an.", "Link to tel:999."),
        ("Ruf an.", "Link to tel:999."),
        ("Ruf [999](tel:999) oder [112](tel:112) an.", "Link to tel:999."),
    ],
)
def test_a_translation_dials_what_the_original_dials(said, help, found_at_marks):
    original = EXAMPLE[CARE_LEVELS].replace("act: Make an appointment.", 'act: "Call [999](tel:999)."')
    german = translation_of(CARE_LEVELS, "de")
    text = f'soon: {{act: {{from: "Call [999](tel:999).", to: ▸"{said}"}}}}\n'
    [finding] = found_at_marks({CARE_LEVELS: original, german: text})
    assert (finding.code, finding.message, finding.help) == (
        "S314", "The numbers to call are not those of the original.", help
    )  # fmt: skip
    right = text.replace("▸", "").replace(said, "Ruf [999](tel:999) an.")
    assert not found_at_marks({CARE_LEVELS: original, german: right})


def test_a_language_in_which_nothing_is_written_cannot_be_published(found_at_marks):
    [finding] = found_at_marks({SITE: "subject: health\nlanguages: [▸de]\n"})
    assert "signpost translate de" in finding.help


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("title: {from: Sore knee, ▸too: Knie}", "S301"),
        ("title: {from: Sore knee, to: ▸[Knie]}", "S303"),
        ("title: {from: Sore knee, to: Knie}\n▸title: {from: Sore knee, to: Knie}", "S202"),
        ("title: {from: Sore knee, to: Knie", "S201"),
    ],
)
def test_the_usual_faults_are_told_as_everywhere(text, code, project, checked):
    found = checked(project({**EXAMPLE, GUIDE: text.replace("▸", "") + "\n"})).findings
    assert [(one.code, one.file) for one in found] == [(code, GUIDE)]


def test_nothing_follows_from_an_original_that_cannot_be_read(project, checked):
    files = {TREE: "title: [\n", GUIDE: "title: {from: Sore knee, to: Knie}\n", translation_of(CARE_LEVELS, "de"): ""}
    assert "S314" not in {one.code for one in checked(project({**EXAMPLE, **files})).findings}
