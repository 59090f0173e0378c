"""A few cases of the fuzzing that `python -m tests.fuzz` goes on with, always the same; and that it finds faults."""

from pathlib import Path

import pytest
from fuzz.cases import run
from fuzz.held import BrokenPromiseError, built, is_green
from fuzz.seeds import seeds

from generator.check.result import Report

pytestmark = pytest.mark.builds
CASES = range(1, 5)
ABOUT = "content/about/more.md"


def test_what_the_check_calls_green_is_built_with_every_choice_on_its_page(tmp_path: Path):
    results = {number: run(number, tmp_path / "project") for number in CASES}
    assert {number: result.broken for number, result in results.items() if result.broken} == {}
    assert sum(result.green for result in results.values()) >= len(CASES) // 2
    assert sum(result.looked_at for result in results.values()) > 400
    assert sum(result.refused for result in results.values()) > 5


@pytest.mark.parametrize(
    ("path", "content", "what"),
    [
        (ABOUT, b"# More\n\n[a](none.md)\n", "none.md"),
        (ABOUT, b"# More\n\n![a](none.png)\n", "none.png"),
        (ABOUT, b"# More\n\n[a](#none)\n", "#none"),
        (ABOUT, b"# More\n\n[a](http://[::1)\n", "Invalid IPv6"),
        (ABOUT, b"# More\n\n<a href='none.md'>a</a>\n", "none.md"),
        ("content/guides.md", b"# Mine\n", "lacks its words"),
    ],
)
def test_it_would_find_what_a_check_without_rules_lets_pass(path, content, what, tmp_path, monkeypatch):
    files = {**seeds()["the example"], path: content}
    assert not is_green(files, tmp_path / "project")
    monkeypatch.setattr(Report, "ok", property(lambda report: True))
    with pytest.raises(BrokenPromiseError, match=f"green, but.*({what})"):
        built(files, tmp_path / "project")


def test_its_seeds_are_green_or_known_not_to_be(tmp_path: Path):
    green = {name for name, files in seeds().items() if is_green(files, tmp_path / "project")}
    assert green == {"the example", "golden everything", "golden plain"}
