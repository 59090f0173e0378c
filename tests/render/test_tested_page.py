"""The pages of cases: each is there once, with where it must end and where it does; its link replays its answers."""

import re
from html import unescape
from pathlib import Path
from random import Random

import pytest
import walker
from behind_the_hash import read, why_dead
from kettles import HANDED, KETTLE, KETTLES, LEVELS, LID, NEW_LID, SIGNS, WHITE, WITHOUT_CASES, kettles

from generator.analyse.guide import guide_questions
from generator.analyse.seals import flag_seal, question_seal
from generator.check.run import check
from generator.core.library import Library
from generator.core.project import Project
from generator.core.site import Site
from generator.emit.build import build
from generator.load.files import load

pytestmark = pytest.mark.usefixtures("few_rules")

GOLDEN = Path(__file__).parents[1] / "golden/everything/input"
PAGE = "about/tested/index.md"
STORY = re.compile(
    r"^- \*\*(?P<title>.*?)\*\* (?P<story>.*) → \[.*?\]\(\.\./\.\./outcomes/(?P<outcome>[^/)]+?)(?:\.md|/index\.md)\)"
    r'(?: \((?P<levels>.*?)\))?\. <a href="(?:\.\./)+guides/(?P<guide>[^/]+)/#(?P<fragment>[^"]*)">',
    re.MULTILINE,
)


def made(folder: Path) -> tuple[Site, Library]:
    loaded = load(Project(folder))
    report = check(loaded)
    assert report.ok, report.findings
    return build(loaded, report), report.survey.library


def page_of(site: Site) -> str:
    [page] = [file.content for file in site.files if file.uri == PAGE]
    return page


def cases_of(site: Site) -> str:
    """The pages of cases of all guides, one after the other."""
    folder = PAGE.removesuffix("index.md")
    return "\n".join(file.content for file in site.files if file.uri.startswith(folder) and file.uri != PAGE)


def stories(page: str) -> list[dict[str, str | None]]:
    found = [story.groupdict() for story in STORY.finditer(page)]
    assert len(found) == len(re.findall("^- ", page, re.MULTILINE))
    return found


def anchors(site: Site, guide: str) -> set[str]:
    [page] = [file.content for file in site.files if file.uri == f"guides/{guide}.md"]
    return set(re.findall(r"\{ #([a-z0-9-]+)", page)) | set(re.findall(r' id="([^"]+)"', page))


def replay(library: Library, guide: str, given: tuple[tuple[str, str, str], ...]) -> walker.End:
    """Answer a guide as a link says, as a reader; each answer must be one to the very words that are asked there."""
    here = walker.begin(library, guide, frozenset())
    for question, choice, seal in given:
        assert isinstance(here, walker.Reader), "answers left over"
        assert seal == sealed(library, here)
        here = dict(walker.answers(library, here))[question, choice]
    assert isinstance(here, walker.End), "the answers end before a result"
    return here


def sealed(library: Library, here: walker.Reader) -> str:
    """The checksum of what is asked of a reader, in digits of 36: of the question and of each sign of it."""
    id = f"red-flags-{here.levels[0]}" if here.levels else here.question
    question = next(one for one in guide_questions(library, here.tree) if one.id == id)
    number = int(question_seal(question), 16)
    if here.levels:
        asked = walker.called_for(library, library.trees[here.tree].places, here.denied)
        for flag in asked:
            if library.red_flags[flag].care == here.levels[0]:
                number ^= int(flag_seal(flag, library.red_flags[flag]), 16)
    digits = ""
    while number:
        number, digit = divmod(number, 36)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[digit] + digits
    return digits or "0"


def holds(site: Site, library: Library) -> None:
    """Everything that must be true of the page of whatever library."""
    told = stories(cases_of(site))
    assert len(told) == len(library.cases)
    left = dict(library.cases)
    for story in told:
        behind = read(unescape(story["fragment"]))
        assert why_dead(unescape(story["fragment"]), anchors(site, story["guide"])) == ""
        answers = [{question: choice} for question, choice, _ in behind.answers]
        alike = [id for id, case in left.items() if (case.guide, case.answers) == (story["guide"], answers)]
        assert alike, story
        # Of several with the same answers, the one with this title.
        id = min(alike, key=lambda id: story["title"] != left[id].title)
        case = left.pop(id)
        end = replay(library, case.guide, behind.answers)
        assert end.outcome == story["outcome"]
        same_guide = end.tree == case.guide and behind.anchor == end.outcome
        assert same_guide or behind.anchor in {question for question, _, _ in behind.answers}
        if library.care_levels:
            reached, _, expected = (story["levels"] or "").partition("; ")
            assert reached == library.care_levels[end.care].title
            wanted = case.expect.levels[0] if case.expect.levels else end.care
            best = library.care_levels[wanted].title
            assert expected == ("" if best == reached else f"expected: {best}")


def table(page: str) -> list[list[str]]:
    """The cells of the table of levels as they are read: without what only gives them a look."""
    rows = re.findall(r"<tr>(.*?)</tr>", page)
    return [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row) for row in rows]


def test_each_case_is_there_once_with_its_levels_and_a_link_that_replays_it(project):
    site, library = made(project(KETTLES))
    holds(site, library)
    assert [(one["title"], one["story"], one["levels"]) for one in stories(cases_of(site))] == [
        ("The lid is open", "The lid springs open as soon as it boils.", "To the shop; expected: Unplug it now"),
        ("White inside", "It takes longer each week, and is white inside.", "Mend it yourself"),
        ("A dead base", "The light stays off, whatever the socket.", "Mend it yourself"),
    ]


def test_so_is_it_in_the_project_with_everything():
    site, library = made(GOLDEN)
    [story] = stories(cases_of(site))
    behind = read(unescape(story["fragment"]))
    assert [{question: choice} for question, choice, _ in behind.answers] == library.cases["slow-wobble"].answers
    assert replay(library, "wobble", behind.answers).outcome == story["outcome"] == behind.anchor


@pytest.mark.parametrize("seed", range(8))
def test_links_of_any_way_replay_it(seed: int, project):
    """Cases made of random ways, each with what its reader must come to."""
    dice = Random(seed)
    library = check(load(Project(project(KETTLES)))).survey.library
    files = {}
    for number in range(12):
        guide = dice.choice(["kettle", "kettle", "base"])
        way, end = dice.choice(list(walker.walk(library, walker.begin(library, guide, frozenset()))))
        steps = "".join(f"  - {{{question}: {choice}}}\n" for question, choice in way)
        expect = dice.choice([f"{{care: {end.care}}}", f"{{outcome: {end.outcome}}}", f"{{care: [shop, {end.care}]}}"])
        files[f"decision_trees/cases/way-{number}.yml"] = (
            f"title: Way {number}\nstory: A story.\nguide: {guide}\nanswers:\n{steps}expect: {expect}\n"
            "reviewed: 2026-11-22\n"
        )
    holds(*made(project(files)))


def test_after_a_handover_the_link_begins_in_the_first_guide(project):
    site, _ = made(project(KETTLES))
    [story] = [one for one in stories(cases_of(site)) if one["title"] == "A dead base"]
    assert story["guide"] == "kettle"
    behind = read(unescape(story["fragment"]))
    assert behind.anchor == "heats"
    assert [question for question, _, _ in behind.answers][3:] == ["red-flags-unplug", "socket"]


def test_cases_stand_below_the_guide_where_they_begin(project):
    own = "title: Wet\nstory: Wet.\nguide: base\nanswers:\n  - {red-flags-unplug: wet-plug}\n"
    site, library = made(project(KETTLES | {HANDED: f"{own}expect: {{care: unplug}}\nreviewed: 2026-11-22\n"}))
    holds(site, library)
    listed = re.findall(r"^- \[(.*)\]\((.*)\) \((\d+)\)$", page_of(site), re.MULTILINE)
    assert listed == [("The base is dead", "base.md", "1"), ("The kettle is slow", "kettle.md", "2")]
    for name, title, those in (
        ("base", "The base is dead", ["Wet"]),
        ("kettle", "The kettle is slow", ["White inside"]),
    ):
        [page] = [file.content for file in site.files if file.uri == f"about/tested/{name}.md"]
        assert f"# The stories: {title}\n" in page
        assert {one["title"] for one in stories(page)} >= set(those)


def test_the_table_says_the_same_as_the_line_above_it(project):
    more = KETTLES[WHITE].replace("[yourself]", "[shop, yourself]")
    files = {f"decision_trees/cases/more-{number}.yml": more for number in range(3)}
    files["decision_trees/cases/less.yml"] = KETTLES[LID].replace("[unplug, shop]", "[yourself, shop]")
    page = page_of(made(project(KETTLES | files))[0])
    # The case that only names a result says nothing of its own about how soon.
    assert (
        "Of 6 stories whose level was set beforehand, 1 end at just that level, 1 at a more urgent one, 4 at a less"
        in page
    )
    assert "\n7 stories, " in page
    head, *rows = table(page)
    assert head == ["Expected", "Unplug it now", "To the shop", "Mend it yourself"]
    assert rows == [
        ["Unplug it now", "0", "1", "0"],
        ["To the shop", "0", "0", "3"],
        ["Mend it yourself", "0", "1", "1"],
    ]
    numbers = [[int(cell) for cell in row[1:]] for row in rows]
    assert sum(map(sum, numbers)) == 6
    assert sum(numbers[n][n] for n in range(3)) == 1


def test_what_colours_a_cell_is_beside_its_number_and_says_nothing_else(project):
    more = KETTLES[WHITE].replace("[yourself]", "[shop, yourself]")
    files = {f"decision_trees/cases/more-{number}.yml": more for number in range(5)}
    page = page_of(made(project(KETTLES | files))[0])
    cells = re.findall(r'<td class="([\w-]+)" data-share="(\d)">(\d+)</td>', page)
    # The fullest cell has the strongest colour, and only those on the diagonal are marked as right.
    filled = [cell for cell in cells if cell[2] != "0"]
    assert filled == [("sp-elsewhere", "1", "1"), ("sp-elsewhere", "4", "5"), ("sp-as-expected", "1", "1")]
    assert {share for _, share, number in cells if number == "0"} == {"0"}


def test_levels_that_no_case_is_about_are_left_out_of_the_table(project):
    page = page_of(made(project(WITHOUT_CASES | {WHITE: KETTLES[WHITE]}))[0])
    assert table(page) == [["Expected", "Mend it yourself"], ["Mend it yourself", "1"]]


def test_the_page_says_what_the_numbers_mean(project):
    page = page_of(made(project(KETTLES))[0])
    assert "A row is the level that a story should end with, a column the level where it ends." in page
    assert "It does not say how often they are right for other people." in page


def test_cases_that_only_name_results_have_no_table(project):
    site, library = made(project(WITHOUT_CASES | {HANDED: KETTLES[HANDED]}))
    holds(site, library)
    assert table(page_of(site)) == []
    assert "sp-matrix" not in page_of(site)


def test_a_library_without_levels_names_the_result_and_no_level(project):
    files = {
        path: "\n".join(line for line in text.split("\n") if not line.startswith("care:"))
        for path, text in KETTLES.items()
        if path not in (LEVELS, SIGNS, LID, NEW_LID, WHITE)
    }
    steps = KETTLES[HANDED].replace("  - {red-flags-unplug: no}\n", "").replace("  - {red-flags-shop: no}\n", "")
    site, library = made(project(files | {HANDED: steps}))
    holds(site, library)
    assert "→ [Use another socket](../../outcomes/other-socket.md). <a href=" in cases_of(site)


def test_what_authors_write_stays_words(project):
    text = (
        KETTLES[WHITE]
        .replace("White inside", "'<b>White</b> | *inside*'")
        .replace("It takes", "<script>x</script> takes")
    )
    page = cases_of(made(project(KETTLES | {WHITE: text}))[0])
    assert "<b>" not in page
    assert "<script>" not in page
    assert len(stories(page)) == 3


def test_a_library_without_cases_has_no_such_page_and_no_link_to_it(project):
    site, _ = made(project(WITHOUT_CASES))
    assert PAGE not in {file.uri for file in site.files}
    # The page of one rule names it, as one that an author may write anew.
    naming = {file.uri for file in site.files if "about/tested" in str(file.content)}
    assert naming <= {"contribute/rules/s906.md"}
    assert not [file.uri for file in site.files if re.search(r"(\(|href=.)[^)\s]*about/tested", str(file.content))]


def test_an_authors_own_page_stands_instead(project):
    own = "# Tested\n\nBy hand.\n"
    site, _ = made(project(KETTLES | {f"content/{PAGE}": own}))
    assert "By hand." in page_of(site)
    assert cases_of(site) == ""


def test_an_answer_in_other_words_changes_the_link(project):
    before = stories(cases_of(made(project(KETTLES))[0]))
    after = stories(cases_of(made(project(kettles(KETTLE, "{text: White,", "{text: Chalky,")))[0]))
    changed = [one["title"] for one, other in zip(before, after, strict=True) if one["fragment"] != other["fragment"]]
    assert changed == ["White inside"]
