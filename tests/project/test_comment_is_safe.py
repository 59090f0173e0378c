"""No text of a stranger in the comment on a proposal can link, call somebody, or hide what is ours."""

from pathlib import Path

import pytest
from deep import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from on_github import NASTY, nasty, page, script

github = script("github")
handed_over = script("handed_over")
compared = script("compared").compared
comment = script("comment")

HEAD = "0123456789abcdef0123456789abcdef01234567"
ADDRESS = "https://github.com/legs/site/actions/runs/55/artifacts/8"
ELEMENTS = {
    *("a", "blockquote", "br", "code", "details", "em", "h3", "h4", "li", "p", "pre", "strong", "sub", "summary"),
    *("table", "tbody", "td", "th", "thead", "tr", "ul"),
}
ATTRIBUTES = {"a": {"href"}, "code": {"class"}, "td": {"style"}, "th": {"style"}}
# The parts of a true comparison, so that a false one can begin or go on like it.
TRUE = (
    "### ⚠️ 2 paths in 1 guide now end with less urgent care",
    "> [!WARNING]\n> **Less urgent care than before.** Please check that each is meant.\n>\n> - **2 paths**: 2 in `a`",
    "#### `a`",
    "2 paths before, 2 after.",
    "| Paths | Was | Now | The shortest answers |\n|---:|---|---|---|\n| 1 | `a` | `b` | `c` → **`d`** |",
    "<details><summary>Where they lead (7)</summary>",
    "<details><summary>Drawing of what changed in <code>a &amp; b</code></summary>",
    '```mermaid\nflowchart LR\nn0["a"]\nn0 ==>|"now#58; b"| n1\n```',
    "- A question was `a`, and is `b`.",
    "*A path is one full set of answers, from the first question of a guide to a result.*",
    "### 📖 2 changes of words that readers act on: please read",
    "> [!IMPORTANT]\n> **Words that readers act on changed: please read.**\n>\n> - **`a`** (outcome, `b.yml`)\n"
    ">   - `avoid`: **negation** `not` gone\n>     - was `Do` **`not`** `press`\n>     - now `Do press`",
)
CLOSE = "</details>"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("findings")


def only_ours(folder: Path, diff: str, told: str) -> None:
    """Fails if the comment holds anything live that is not ours, or if a part of ours is hidden."""
    for name, text in {"diff.md": diff, "check.txt": told, "status": "0"}.items():
        (folder / name).write_bytes(text.encode(errors="surrogatepass"))
    shown = page(comment.body(folder, ADDRESS, HEAD))
    assert shown.names <= ELEMENTS
    assert [attributes for name, attributes, _ in shown.elements if name == "a"] == [{"href": ADDRESS}]
    assert all(set(attributes) <= ATTRIBUTES.get(name, set()) for name, attributes, _ in shown.elements)
    assert shown.comments == [" signpost diff "]
    assert shown.live == []
    # What stands in nothing else: first the verdict and the preview, last what the check says and the foot.
    top = [name for name, _, around in shown.elements if not around]
    assert (top[:2], top[-2:]) == (["p", "p"], ["details", "p"])
    assert [around for name, _, around in shown.elements if name == "sub"] == [("p",)]
    words = "".join(shown.words)
    assert words.startswith("\n✅ The check found no errors.\n👀 Download the changed site")
    assert words.endswith("in the words of the proposed version itself. Renewed at each change.\n")


def filled(parts: list[str | None]) -> st.SearchStrategy[str]:
    """True parts as they are, and nasty ones for None."""
    return st.tuples(*(nasty if part is None else st.just(part) for part in parts)).map("\n\n".join)


@pytest.mark.long
@given(diff=st.lists(st.sampled_from([*TRUE, CLOSE, *[None] * 3]), max_size=6).flatmap(filled), told=nasty)
@settings(max_examples=examples(250))
def test_whatever_was_handed_over_nothing_in_it_is_live_and_nothing_of_ours_hidden(folder: Path, diff: str, told: str):
    only_ours(folder, diff, told)


@pytest.mark.long
@given(before=nasty, after=nasty, part=st.sampled_from(TRUE), place=st.integers(0, 200))
@settings(max_examples=examples(250))
def test_nor_where_a_true_part_is_cut_by_something_nasty(folder: Path, before: str, after: str, part: str, place: int):
    only_ours(folder, before + part[:place] + after + part[place:], "")


@pytest.mark.long
@pytest.mark.parametrize("around", ["{}", "`a` {} b", "> {}", "- {}", "#### {}", "<details><summary>{}</summary>"])
def test_nor_by_one_piece_alone(folder: Path, around: str):
    for piece in NASTY:
        only_ours(folder, around.format(piece), piece)
        only_ours(folder, f"{around.format(piece)}\n\n{piece}\n{piece}", around.format(piece))


@pytest.mark.parametrize(
    "piece",
    ["~~~", "````", "> ```", "GH-12", HEAD, HEAD[:7], "&#64;name", "@name", "#12", "[x](y)", "www.a.b", "<b>", "a/b#1"],
)
def test_a_comparison_with_something_else_in_it_is_text(piece: str):
    assert compared(f"{TRUE[0]}\n\n{piece}", 10_000) is None
    assert compared(f"- A question was `a` {piece}", 10_000) is None
    assert compared(f"- A question was `x{piece.replace('`', '')}`", 10_000)


@pytest.mark.parametrize(
    "piece", ["*", "`a` ", "a-", "- ", "\n- a", "> ", "\n> a", "| a ", "a.", "<br>", "1", "<details>"]
)
def test_a_long_text_takes_no_long_time(piece: str):
    for start in ("", "### ✅ ", "- ", "> "):
        assert compared((start + piece * (45_000 // len(piece)) + "\x00"), 45_000) is None


def test_what_is_true_is_shown_as_it_is():
    text = "\n\n".join([*TRUE[:5], TRUE[5], TRUE[4], CLOSE, TRUE[6], TRUE[7], CLOSE, *TRUE[8:]])
    assert compared(text, 10_000) == text


def test_what_is_left_open_is_closed_and_what_has_no_room_is_said():
    assert compared(f"{TRUE[5]}\n\n{TRUE[4]}", 10_000) == f"{TRUE[5]}\n\n{TRUE[4]}\n\n{CLOSE}"
    cut = compared(f"{TRUE[5]}\n\n{TRUE[4]}\n\n{CLOSE}\n\n{TRUE[2]}", len(TRUE[5]) + 20)
    assert cut == f"{TRUE[5]}\n\n{CLOSE}\n\n(and more, left out here)"
    assert compared(CLOSE, 100) is None
    assert compared(f"{TRUE[5]}\n\n{TRUE[5]}", 1000) is None
