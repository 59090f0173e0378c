"""Other words of a site stand on its pages as any text of an author's: marked as they are, and harmless."""

import pytest
from example import EXAMPLE, TREE, WITH_PLAN

from generator.core.project import Project
from generator.core.site import Serving
from generator.emit.build import build
from generator.load.files import load

pytestmark = pytest.mark.usefixtures("few_rules")

SITE = "content/site.yml"
GUIDE = "guides/example.md"


@pytest.fixture
def made(project, checked):
    """The files of the example with some files changed, by path."""

    def made(files):
        folder = project(EXAMPLE | files)
        report = checked(folder)
        assert report.ok, report.findings
        site = build(load(Project(folder)), report, Serving(url="https://example.org/"))
        return {file.uri: file.content for file in site.files}

    return made


def test_a_word_is_markdown_and_no_html(made):
    words = 'words:\n  about_guide: "Of *this* <b>guide</b> {: onclick=x }"\n  whole_link: "All [of](place:knee) it"\n'
    page = made({SITE: words})[GUIDE]
    assert "## Of <em>this</em> &lt;b&gt;guide&lt;/b&gt; &#123;: onclick=x &#125; { .sp-about" in page
    # Within a link there can be no other.
    assert "[All of it](example/whole/index.md)" in page


@pytest.mark.long
def test_what_stands_in_the_place_of_a_name_stays_what_it_is(made):
    words = 'words:\n  whole_lead: "*First* {link} <i>{link}</i> \ue000"\n  whole_answer: "[x](place:knee) *go*"\n'
    page = made({SITE: words})["guides/example/whole/index.md"]
    link = "[x <em>go</em>](../../example.md)"
    assert f"<em>First</em> {link} &lt;i&gt;{link}&lt;/i&gt;" in page


@pytest.mark.long
def test_a_title_with_the_name_of_a_slot_is_a_title(made):
    tree = EXAMPLE[TREE].replace("title: ", "title: '{guide} *x* ", 1).replace("\n", "'\n", 1)
    files = made({TREE: tree})
    page = files["guides/example/whole/index.md"]
    assert "# The whole guide: &#123;guide&#125; <em>x</em>" in page
    assert 'title: "The whole guide: {guide} x' in page


def test_a_site_in_another_language(made):
    site = (
        "language: de\n"
        "words:\n"
        '  reviewed: "Zuletzt geprüft: {day}."\n'
        '  stages: {one: "{number} Abschnitt", other: "{number} Abschnitte"}\n'
        '  moved: "Jetzt hier: {link}"\n'
    )
    files = made(WITH_PLAN | {SITE: site})
    assert "Zuletzt geprüft: 22. November 2026." in files[GUIDE]
    assert '"inLanguage": "de"' in files[GUIDE]


@pytest.mark.long
def test_answers_to_warning_signs_count_for_other_words_of_the_question_only(made):
    def seal(page):
        [heading] = [line for line in page.split("\n") if "#red-flags-" in line and line.startswith("## ")][:1]
        return heading.partition('data-seal="')[2]

    plain, other = made({}), made({SITE: "words: {gate_ask: is any of this so?}\n"})
    assert "is any of this so?" in other[GUIDE]
    assert seal(plain[GUIDE]) != seal(other[GUIDE])
    assert seal(plain[GUIDE]) == seal(made({SITE: 'words: {gate: "Signs: {ask}"}\n'})[GUIDE])


def test_scripts_are_given_the_words_of_the_site(made):
    files = made({SITE: 'offline: true\nlanguage: en\nwords: {guide_back: Zurück, worker_copy: "Von {date}."}\n'})
    assert 'data-back="Zurück"' in files[GUIDE]
    assert '"copy": "Von {date}."' in files["sw.js"]
    assert '"language": "en"' in files["sw.js"]
