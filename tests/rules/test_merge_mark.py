import pytest
from example import KNEE, TREE, add

BOTH = "<<<<<<< HEAD\nIt bends.\n=======\nIt turns.\n>>>>>>> mine\n"


@pytest.mark.parametrize(
    "files",
    [
        {KNEE: "title: Knee\n▸<<<<<<< HEAD\nsummary: a\n=======\nsummary: b\n>>>>>>> mine\n"},
        {KNEE: "title: Knee\nwhat: |\n  ▸" + BOTH.replace("\n", "\n  ").rstrip(" ")},
        {KNEE: "title: Knee\r\nwhat: >-\r\n  ▸<<<<<<< HEAD\r\n  a\r\n  =======\r\n  b\r\n  >>>>>>> mine\r\n"},
        {KNEE: "title: Knee\nwhat: |\n  ▸<<<<<<<\n  It bends.\n  >>>>>>>\n"},
        {"content/about/index.md": f"# About\n\n▸{BOTH}"},
        {"content/about/index.md": "---\n▸<<<<<<< HEAD\ntitle: a\n=======\ntitle: b\n>>>>>>> mine\n---\n# About\n"},
        {"permalinks.txt": "▸<<<<<<< HEAD\n./\n=======\n>>>>>>> mine\n"},
        add(TREE, "▸<<<<<<< HEAD\n=======\n  more: {}\n>>>>>>> mine\n"),
    ],
)
def test_a_merge_is_told_once_at_its_first_mark_wherever_it_stands(files, found_at_marks):
    [finding] = found_at_marks(files)
    assert finding.code == "S208"
    assert "two versions" in finding.message
    assert '"<<<<<<<"' in finding.help


@pytest.mark.parametrize(
    "text",
    [
        "# About\n\nA heading\n=======\n",
        "# About\n\nGit writes <<<<<<< and ======= and >>>>>>> into a file.\n",
        "# About\n\n<<<<<<< alone\n",
        "# About\n\n<<<<<<<<< nine\n=======\n",
    ],
)
def test_signs_that_mark_no_merge_are_none(text, found_at_marks):
    assert not found_at_marks({"content/about/index.md": text})
