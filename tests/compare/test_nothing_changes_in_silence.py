"""Nothing that an author can write changes in silence: order, numbers behind buttons, switches, translations, files.

Each row leaves every answer where it led and every word of the original as it was.
"""

import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from worded import CALF, LEG, LEVELS, PRECAUTIONS, SITE, SORE, WORDED

from generator.cli.main import main
from generator.core.kinds import KINDS
from generator.core.kinds.kind import Day, Entry, FieldOf, FormerIds, QuestionId, RefersTo, fields_of
from generator.core.page_fields import PageFields
from generator.core.settings import SiteSettings

GERMAN = "content/translations/de/"
BUTTON = '"Call an ambulance now: [999](tel:999)."'
NUMBERS = f'{BUTTON}, numbers: [{{number: "999", place: UK, regions: [GB], time_zones: [Europe/London]}}]'
LEVEL_IN_GERMAN = """\
now:
  title: {from: Get help now, to: Jetzt Hilfe holen}
  act: {from: "Call an ambulance now: [999](tel:999).", to: "Jetzt den Rettungsdienst rufen: [999](tel:999)."}
"""
# What there is besides: buttons, a language in which the site is published, a place on a figure, settings, a style.
MORE = {
    LEVELS: WORDED[LEVELS].replace(BUTTON, NUMBERS),
    CALF: WORDED[CALF] + "marker: {figure: back, x: 10, y: 376}\n",
    SITE: WORDED.get(SITE, "") + "languages: [de]\ncases_for_each_choice: true\nrequire: {outcome: [avoid]}\n",
    "content/figures/back.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 400"></svg>\n',
    f"{GERMAN}decision_trees/care_levels.yml": LEVEL_IN_GERMAN,
    "site_overrides/site.css": "p { color: black }\n",
    "permalinks.txt": "./\nguides/leg/\noutcomes/clot/\n",
    "reviewed.txt": "# Nothing yet.\n",
    "mkdocs.yml": "site_name: Legs\ntheme: {name: material, language: en}\n",
}
BEFORE = WORDED | MORE


def git(folder: Path, *arguments: str) -> None:
    who = [
        "-c",
        "user.name=A",
        "-c",
        "user.email=a@example.org",
        "-c",
        "commit.gpgsign=false",
        "-c",
        "core.autocrlf=false",
    ]
    subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True)


def write(folder: Path, files: dict[str, str]) -> None:
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8", newline="")


@pytest.fixture(scope="module")
def committed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("project")
    write(folder, BEFORE)
    git(folder, "init", "--quiet", "--initial-branch=main")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--no-verify", "-m", "first")
    return folder


@pytest.fixture
def told(committed: Path) -> Iterator[Callable[..., str]]:
    """What is said of a change on disk since the commit, without line breaks; files without a text are deleted."""

    def diff(changes: dict[str, str | None], code: int = 1) -> str:
        write(committed, {path: text for path, text in changes.items() if text is not None})
        for path in (path for path, text in changes.items() if text is None):
            (committed / path).unlink()
        done = CliRunner().invoke(main, ["diff", "HEAD", "--project", str(committed), "--fail-on-words"])
        assert done.exit_code == code, done.output
        return " ".join(done.stdout.split())

    yield diff
    git(committed, "checkout", "--quiet", "--force", ".")
    git(committed, "clean", "--quiet", "--force", "-d")


def edited(path: str, old: str, new: str) -> dict[str, str]:
    assert BEFORE[path].count(old) == 1, (path, old)
    return {path: BEFORE[path].replace(old, new)}


def test_a_clean_project_has_nothing_to_tell(told):
    assert told({}, 0) == "✓ No answer leads elsewhere"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (edited(LEVELS, 'number: "999"', 'number: "111"'), 'number 1, number: number "999" → "111" was [-999-]'),
        (edited(LEVELS, "regions: [GB]", "regions: [XX]"), "number 1, regions was [-GB-] now {+XX+}"),
        (edited(LEVELS, "Europe/London", "America/New_York"), "number 1, time_zones was [-Europe/London-]"),
        (edited(CALF, "y: 376", "y: 60"), 'marker, y: number "376" → "60"'),
        (edited(SITE, "cases_for_each_choice: true\n", ""), "cases_for_each_choice was [-true-] now {+false+}"),
        (edited(SITE, "require: {outcome: [avoid]}\n", ""), "require: gone was [-outcome: avoid-]"),
        (edited(SITE, "languages: [de]\n", ""), "languages: gone was [-de-]"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_values_that_only_the_program_reads_are_compared(change, said, told):
    assert said in told(change)


def test_answers_in_another_order_are_told(told):
    lines = BEFORE[LEG].splitlines(keepends=True)
    at = next(number for number, line in enumerate(lines) if line.strip().startswith("snap:"))
    end = next(number for number in range(at + 1, len(lines)) if not lines[number].startswith("        "))
    assert end > at
    moved = [*lines[:at], *lines[end : end + 1], *lines[at:end], *lines[end + 1 :]]
    text = told({LEG: "".join(moved)})
    assert "WORDS THAT READERS ACT ON: PLEASE READ" in text
    assert 'In the guide "Calf pain": the answer' in text
    assert "now comes" in text


def test_precautions_in_another_order_are_told(told):
    first, second = BEFORE[PRECAUTIONS].splitlines(keepends=True)
    assert 'The precaution "you are pregnant" now comes first.' in told({PRECAUTIONS: second + first})


def test_words_of_a_translation_are_compared_where_the_site_is_published_in_it(told):
    path = f"{GERMAN}decision_trees/care_levels.yml"
    text = told(edited(path, "rufen: [999](tel:999)", "rufen: [111](tel:111)"))
    assert (
        'Jetzt Hilfe holen (care level, content/translations/de/decision_trees/care_levels.yml) act: number "999"'
        in text
    )
    assert "{+Zwei Wochen warten+}" in told(edited(path, "to: Jetzt Hilfe holen", "to: Zwei Wochen warten"))


def test_a_change_of_the_original_is_not_told_once_more_for_each_language(told):
    text = told(edited(SORE, "Keep moving gently.", "Keep moving."))
    assert text.startswith("● 1 change of words that readers act on: please read")


def test_a_text_that_is_not_translated_anew_is_told_as_stale_alone(told):
    text = told(edited(LEVELS, "title: Get help now", "title: Get help today"))
    assert text.startswith("● 1 change of words that readers act on: please read")
    assert 'Stale in the translation into "de"' in text


@pytest.mark.parametrize("change", [edited("permalinks.txt", "outcomes/clot/\n", ""), {"permalinks.txt": None}])
def test_an_address_that_the_ledger_loses_is_told(change, told):
    assert "The ledger of published addresses has lost" in told(change)


def test_a_published_link_that_dies_is_told_from_a_revision_as_from_a_folder(committed, tmp_path, told):
    renamed = {path: text.replace("clot", "vein") for path, text in BEFORE.items() if "clot" in text and path != CALF}
    renamed |= {"content/outcomes/clot.yml": None, "content/outcomes/vein.yml": BEFORE["content/outcomes/clot.yml"]}
    write(tmp_path, BEFORE)
    text = told(renamed)
    assert '"outcomes/clot/" showed' in text
    arguments = ["diff", str(tmp_path), "--project", str(committed)]
    assert '"outcomes/clot/" showed' in " ".join(CliRunner().invoke(main, arguments).stdout.split())


def test_other_files_that_differ_are_named(told):
    changes = {
        "site_overrides/site.css": ".sp-first { display: none }\n",
        "content/figures/back.svg": BEFORE["content/figures/back.svg"].replace("400", "500"),
        "mkdocs.yml": BEFORE["mkdocs.yml"].replace("Legs", "Arms"),
        "reviewed.txt": None,
        "content/photo.png": "no picture",
    }
    assert told(changes, 0) == (
        "✓ No answer leads elsewhere; other files changed OTHER FILES Also changed, and not compared here: "
        "content/figures/back.svg, content/photo.png, mkdocs.yml, reviewed.txt, site_overrides/site.css."
    )


def test_line_ends_of_windows_are_no_change_of_a_file(told):
    style = "site_overrides/site.css"
    assert told({style: BEFORE[style].replace("\n", "\r\n")}, 0) == "✓ No answer leads elsewhere"


def test_the_language_of_the_theme_is_that_of_each_revision(told, committed):
    # In German the words on pages differ; between two versions in German nothing does.
    said = told({"mkdocs.yml": BEFORE["mkdocs.yml"].replace("language: en", "language: de")})
    assert "language" in said
    git(committed, "commit", "--quiet", "--no-verify", "--all", "-m", "German")
    try:
        assert told({}, 0) == "✓ No answer leads elsewhere"
    finally:
        git(committed, "reset", "--quiet", "--hard", "HEAD~1")


# What is compared by what it does, so that its change is told where answers lead, what is asked and what holds a case.
BY_WHAT_IT_DOES = {"Choice.unsure", "Case.answers", "CareLevel.card", "CareLevel.self_care"}


def fields(model: type[Entry]) -> Iterator[tuple[type[Entry], FieldOf]]:
    for one in fields_of(model):
        yield model, one
        if one.part is not None:
            yield from fields(one.part)


@pytest.mark.parametrize("model", [*(kind.model for kind in KINDS.values()), SiteSettings, PageFields])
def test_every_field_is_compared_but_for_those_that_are_told_by_what_they_do(model):
    for owner, one in fields(model):
        if one.part is None and one.compared is None:
            named = isinstance(one.role, RefersTo) and one.role.by in ("answer", "care", "case", "choice", "sign")
            ways = named or isinstance(one.role, QuestionId | FormerIds | Day)
            assert ways or f"{owner.__name__}.{one.name}" in BY_WHAT_IT_DOES, one
