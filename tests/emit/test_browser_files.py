"""What browsers get of our scripts and styles: the same, without the notes in them."""

import re
from pathlib import Path

import pytest

from generator.emit.browser_files import browser_files, minified_css, without_comments

GENERATOR = Path(__file__).parents[2] / "generator" / "web"
SOURCES = sorted(
    path
    for folder in ("assets", "worker")
    for path in (GENERATOR / folder).iterdir()
    if path.suffix in (".mjs", ".js", ".css")
)
# A text, a comment, or a regular expression, as far as our own files have them.
PIECE = re.compile(
    r"""
    (?P<comment> //[^\n]* | /\*.*?\*/ )
    | (?P<text> "(?:\\.|[^"\\\n])*" | '(?:\\.|[^'\\\n])*' | `(?:\\.|[^`\\])*` )
    | (?P<regex> (?<=[(,=:\[!&|?;]) [ ]? /(?![/*])(?:\\.|\[[^\]\n]*\]|[^/\\\n])+/ )
    """,
    re.VERBOSE | re.DOTALL,
)

sources = pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)


@sources
def test_no_line_within_a_text_looks_like_a_comment_and_no_code_follows_one(path: Path):
    text = path.read_text("utf-8")
    for piece in PIECE.finditer(text):
        if piece["text"]:
            assert not [line for line in piece["text"].splitlines()[1:] if line.strip().startswith(("//", "/*"))]
        if piece["comment"] and piece["comment"].startswith("/*"):
            begins = not text[: piece.start()].rpartition("\n")[2].strip()
            ends = not text[piece.end() :].partition("\n")[0].strip()
            assert "\n" not in piece["comment"] or (begins and ends), piece["comment"]
            assert ends or not begins, piece["comment"]


@sources
def test_nothing_but_whole_lines_of_comment_and_blanks_is_gone(path: Path):
    text = path.read_text("utf-8")
    served = without_comments(text)
    code = PIECE.sub(lambda piece: "" if piece["comment"] else piece[0], text)
    served_code = PIECE.sub(lambda piece: "" if piece["comment"] else piece[0], served)
    lines = [line.strip() for line in code.splitlines() if line.strip()]
    assert [line.strip() for line in served_code.splitlines() if line.strip()] == lines


@sources
def test_no_line_of_comment_is_served(path: Path):
    lines = without_comments(path.read_text("utf-8")).splitlines()
    assert not [line for line in lines if line.startswith(("/*", "//", "* "))]
    assert all(line == line.strip() != "" for line in lines)


def test_a_line_that_only_looks_like_a_comment_stays():
    script = 'const a = "// no"; // yes\n  // gone\n/* gone\n   gone */\n/** gone */\n\n  b(/\\/\\*/);\n'
    assert without_comments(script) == 'const a = "// no"; // yes\nb(/\\/\\*/);\n'


def test_every_file_is_served_by_its_name_and_the_guides_script_as_one():
    names = {path.name for path in (GENERATOR / "assets").iterdir()} - {"journey.mjs", "numbers.mjs", "result.mjs"}
    served = {file.uri: file.content for file in browser_files()}
    assert set(served) == {f"assets/signpost/{name}" for name in names}
    script = served["assets/signpost/guide.mjs"]
    assert not re.findall(r"^import\b", script, re.MULTILINE)
    sources = "".join((GENERATOR / f"assets/{name}.mjs").read_text("utf-8") for name in ("journey", "result", "guide"))
    named = re.findall(r"^(?:export )?(?:async )?(?:function|const|let|class) (\w+)", sources, re.MULTILINE)
    assert len(named) > 20
    assert all(re.search(rf"\b{name}\b", script) for name in named)
    assert sorted(set(named)) == sorted(named)


def test_a_style_loses_only_what_means_nothing():
    style = '@media (min-width: 0.5em) {\n.a > .b, .c :is(i) {\nmargin: 0 10.5rem 0.2rem;\ncontent: "" / "";\n}\n}\n'
    assert minified_css(style) == ('@media (min-width:.5em){.a>.b,.c :is(i){margin:0 10.5rem .2rem;content:"" / ""}}')


@pytest.mark.parametrize("path", sorted((GENERATOR / "assets").glob("*.css")), ids=lambda path: path.name)
def test_no_text_in_a_style_holds_what_is_taken_out(path: Path):
    for text in re.findall(r'"[^"]*"', without_comments(path.read_text("utf-8"))):
        assert not re.search(r"[{};,>]|: |\b0\.\d", text), text
