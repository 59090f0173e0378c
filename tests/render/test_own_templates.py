"""A site may have templates of its own: they come before ours, may use ours, and tell where they are wrong."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from example import EXAMPLE

from generator.cli.main import main

pytestmark = pytest.mark.usefixtures("few_rules")

OWN = "site_overrides/pages/outcome.md.jinja"
PAGE = "outcomes/take-it-easy.md"


def stage(root: Path, *options: str) -> Result:
    return CliRunner().invoke(
        main, ["stage", str(root / "out"), "--project", str(root), *options], catch_exceptions=False
    )


def staged(root: Path, *options: str) -> str:
    assert stage(root, *options).exit_code == 0
    return (root / "out" / PAGE).read_text("utf-8")


@pytest.mark.long
def test_it_stands_in_the_place_of_ours_and_has_all_that_a_page_has(project):
    text = staged(project({**EXAMPLE, OWN: "# {{ t.inline(outcome.title) }}\n\n{{ t.inline(w.sooner) }}\n"}))
    assert text.endswith("---\n\n# Take it easy\n\nGet help sooner if\n")
    assert "title:" in text


@pytest.mark.long
def test_it_may_add_to_ours(project):
    without = staged(project(EXAMPLE))
    ours = '{% include "signpost/outcome.md.jinja" %}\n\nCome by on Mondays.\n'
    assert staged(project({OWN: ours})) == f"{without}\nCome by on Mondays.\n"


@pytest.mark.long
def test_it_may_use_parts_of_ours_and_of_its_own(project):
    parts = "{% macro greeting() %}Hello.{% endmacro %}"
    own = (
        '{% import "_parts.md.jinja" as part with context %}{% import "_mine.md.jinja" as mine %}\n'
        "# {{ t.inline(outcome.title) }}\n\n{{ mine.greeting() }}\n\n{{ part.bullets(outcome.get_help_if) }}\n"
    )
    text = staged(project({**EXAMPLE, OWN: own, "site_overrides/pages/_mine.md.jinja": parts}))
    assert text.endswith("# Take it easy\n\nHello.\n\n- It is no better after 2 weeks\n")


@pytest.mark.long
def test_one_that_is_new_or_gone_is_seen_at_once(project):
    root = project(EXAMPLE)
    ours = staged(root)
    project({OWN: "# First\n"})
    assert staged(root).endswith("# First\n")
    project({OWN: "# Second\n"})
    assert staged(root).endswith("# Second\n")
    (root / OWN).unlink()
    assert staged(root) == ours


@pytest.mark.long
def test_the_folder_can_be_named(project):
    root = project({**EXAMPLE, "look/pages/outcome.md.jinja": "# Mine\n"})
    assert staged(root, "--overrides", str(root / "look")).endswith("# Mine\n")


@pytest.mark.long
@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("# One\n{% if %}\n", 2, "Expected an expression"),
        ("# One\n\n{{ outcome.titel }}\n", 3, "has no attribute 'titel'"),
        ("{{ nothing }}\n", 1, "'nothing' is undefined"),
        ("# One\n{% include 'none.md.jinja' %}\n", 2, "none.md.jinja"),
        ("# One\n{{ 1 / 0 }}\n", 2, "division by zero"),
        ("# One\n{{ t.inline(3) }}\n", 2, ""),
        ("# One\n{% include 'outcome.md.jinja' %}\n", 2, "recursion"),
    ],
)
def test_what_is_wrong_is_told_with_its_line_and_nothing_is_written(project, text, line, says):
    root = project({**EXAMPLE, OWN: text})
    result = stage(root)
    assert result.exit_code == 1
    assert f"{root.resolve() / OWN}:{line}:1  This template cannot be used: " in result.output
    assert says in result.output
    assert "Traceback" not in result.output
    assert not (root / "out").exists()


def test_a_part_of_ours_without_what_others_use_of_it_is_told(project):
    root = project({**EXAMPLE, "site_overrides/pages/_parts.md.jinja": "{% macro card() %}{% endmacro %}\n"})
    result = stage(root)
    assert result.exit_code == 1
    assert "This template cannot be used: " in result.output
    assert f"Compare those in {root.resolve()}/site_overrides/pages with " in result.output


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda path: path.write_bytes(b"# One\n\xff\n"), ":2:1  This is no text in UTF-8."),
        (lambda path: path.mkdir(), ":1:1  This cannot be read: "),
    ],
    ids=["not UTF-8", "a folder"],
)
def test_what_is_no_text_is_told(project, make, says):
    root = project(EXAMPLE)
    (root / OWN).parent.mkdir(parents=True)
    make(root / OWN)
    result = stage(root)
    assert result.exit_code == 1
    assert f"{root.resolve() / OWN}{says}" in result.output


def test_a_name_of_none_of_ours_is_refused_with_a_guess(project):
    root = project({**EXAMPLE, "site_overrides/pages/outcom.md.jinja": "# One\n"})
    result = stage(root)
    assert result.exit_code == 1
    assert "There is no template of this name to stand in the place of, in " in result.output
    assert 'Did you mean "outcome.md.jinja"?' in result.output
