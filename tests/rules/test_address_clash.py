import pytest
from example import CARE_LEVELS, EXAMPLE, KNEE, RED_FLAGS, SEE_SOMEONE, TREE, WHY_IT_HURTS, add

SITE = "content/site.yml"
PAGE = "▸# Mine\n"


@pytest.mark.parametrize(
    ("path", "other"),
    [
        ("content/guides.md", "the list of guides"),
        ("content/guides/index.md", "the list of guides"),
        ("content/guides/README.md", "the list of guides"),
        ("content/outcomes/index.md", "the list of results"),
        ("content/questions/index.md", "the list of questions"),
        ("content/places.md", "the list of places"),
        ("content/sources/index.md", "the list of sources"),
        ("content/contribute/rules.md", "the list of rules"),
        ("content/README.md", "the first page"),
        ("content/guides/example.md", f'the tree "example" ({TREE})'),
        ("content/guides/example/index.md", f'the tree "example" ({TREE})'),
        ("content/guides/example/whole.md", "the picture of"),
        ("content/guides/example/guide.json", "the data of"),
        ("content/outcomes/see-someone/index.md", f'the outcome "see-someone" ({SEE_SOMEONE})'),
        ("content/outcomes/care-soon/index.md", 'the outcome "care-soon"'),
        ("content/questions/why-it-hurts/index.md", f'the reader question "why-it-hurts" ({WHY_IT_HURTS})'),
        ("content/places/knee/index.md", f'the place "knee" ({KNEE})'),
        ("content/sw.js", "without a connection"),
        ("content/sitemap.xml", "site builders"),
        ("content/404.html", "site builders"),
        ("content/assets/preview/site.png", "the picture that is shown"),
        ("content/assets/preview/guides/example.png", "the picture that is shown"),
        ("content/assets/signpost/guide.mjs", "Signpost keeps"),
        ("content/assets/signpost/mine.css", "Signpost keeps"),
        ("content/contribute/rules/s101.md", "Signpost's rules"),
        ("content/templates/mine.md", "leave out"),
    ],
)
def test_what_would_take_the_place_of_something_is_told_at_its_file_with_the_other_one(path, other, found_at_marks):
    [finding] = found_at_marks({SITE: "rule_pages: true\n", path: PAGE})
    assert finding.code == "S906"
    assert path in finding.message
    assert other in finding.message


@pytest.mark.parametrize(
    "path",
    [
        "content/index.md",
        "content/about/tested/index.md",
        "content/robots.txt",
        "content/llms.txt",
        "content/_headers",
        "content/contribute/rules.md",
        "content/contribute/rules/s101.md",
        "content/guides/beside.md",
        "content/questions/how.md",
        "content/about/README.md",
        "content/about/index.md",
        "content/assets/preview/mine.png",
        "content/sources.md/picture.png",
    ],
)
def test_what_has_an_address_of_its_own_or_may_be_replaced_is_no_fault(path, found_at_marks):
    assert not found_at_marks({path: "# Mine\n", SITE: "title: Knees\nheaders: true\n"})


@pytest.mark.parametrize(
    ("first", "second", "message"),
    [
        ("content/about.md", "content/about/index.md", '"about/" would be both'),
        ("content/a/README.md", "content/a/index.md", '"a/" would be both'),
        ("content/About.md", "content/about.md", "On Windows and macOS"),
        ("content/About/x.md", "content/about/y.md", 'On Windows and macOS, "about/"'),
        ("content/p/Ä.png", "content/p/ä.png", "On Windows and macOS"),
        ("content/about.html", "content/about.md", '"about.html" would be both'),
        ("content/a.md", "content/a/index.html/b.png", "both a file and a folder"),
        ("content/a", "content/a.md", "both a file and a folder"),
    ],
)
def test_two_files_of_an_author_clash_as_well(first, second, message, found_at_marks):
    [finding] = found_at_marks({first: "# First\n", second: "▸# Second\n"})
    assert finding.code == "S906"
    assert message in finding.message
    assert first in finding.message


@pytest.mark.parametrize(
    "path", [TREE.replace("example", "index"), SEE_SOMEONE.replace("see-someone", "index"), "content/faq/index.yml"]
)
def test_index_is_the_id_of_nothing(path, found_at_marks):
    kind = {"decision_trees": TREE, "content/outcomes": SEE_SOMEONE, "content/faq": WHY_IT_HURTS}[
        path.rpartition("/")[0]
    ]
    text = EXAMPLE[kind].replace("title: Sore knee", "title: Sorer knee")
    files = {path: f"▸{text}"}
    if kind == SEE_SOMEONE:
        files |= add(TREE, "      unsure: {text: I am not sure, unsure: true, outcome: index}\n")
    [finding] = found_at_marks(files)
    assert finding.code == "S906"
    assert "the list of" in finding.message
    assert "another id" in finding.help


def test_nor_is_it_that_of_a_place(found_at_marks):
    [finding] = found_at_marks({"content/places/index.yml": "▸title: Index\n"})
    assert "the list of places" in finding.message


def test_a_question_of_a_tree_may_be_called_so_for_it_is_an_anchor(found_at_marks):
    assert not found_at_marks({TREE: EXAMPLE[TREE].replace("rest:", "index:").replace("start: rest", "start: index")})


@pytest.mark.parametrize(
    ("files", "message"),
    [
        (add(TREE, "aliases: [▸old]\n") | {"content/guides/old.md": "# Old\n"}, "a former address of the tree"),
        (add(KNEE, "aliases: [▸index]\n"), "a former address of the place"),
        (add(SEE_SOMEONE, "aliases: [▸index]\n"), "the list of results"),
        ({SITE: "moved:\n  ▸sw.js/: guides/\n"}, "both a file and a folder"),
        ({SITE: "moved:\n  ▸404.html/: guides/\n"}, "both a file and a folder"),
        ({SITE: "moved:\n  ▸assets/signpost/guide.mjs/: guides/\n"}, "Signpost keeps"),
        ({SITE: "rule_pages: true\nmoved:\n  ▸contribute/rules/s999/: guides/\n"}, "Signpost's rules"),
        ({SITE: "moved:\n  ▸Guides/: guides/\n"}, "On Windows and macOS"),
        ({SITE: "moved:\n  ▸pictures/: guides/\n", "content/pictures/index.html": ""}, "content/pictures/index.html"),
    ],
)
def test_a_former_address_clashes_where_it_is_written(files, message, found_at_marks):
    [finding] = found_at_marks(files)
    assert finding.code == "S906"
    assert message in finding.message


def test_an_alias_that_is_an_id_is_told_once(found_at_marks):
    [finding] = found_at_marks(add(KNEE, "aliases: [▸elbow]\n"))
    assert finding.code == "S904"


def test_a_level_of_care_has_a_card_at_an_address(found_at_marks):
    files = add(CARE_LEVELS, "later: {title: Later, card: non-urgent, act: Go later.}\n")
    files |= add(RED_FLAGS, "itch: {text: It itches, care: later, places: [knee], sources: [a-study]}\n")
    [finding] = found_at_marks(files | {"content/outcomes/care-later/index.md": PAGE})
    assert finding.code == "S906"
