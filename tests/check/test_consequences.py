"""What only follows from another fault is left out; whether there is a fault never changes by that."""

import pytest
from broken_site import SITE, TENDON, TREE, text
from deep import examples
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.check import run as stage
from generator.core.project import Project
from generator.load.files import load

WORDS = ["foot-landing", "how-it-began", "possible-tear", "tendon-pain", "unsure", "question", "outcome", "choices"]


@pytest.fixture(scope="module")
def reports_of(tmp_path_factory):
    """Checks the small site with one tree and one result changed, as it is told and with nothing left out."""
    folder = tmp_path_factory.mktemp("site")
    for path in SITE.rglob("*.*"):
        file = folder / path.relative_to(SITE)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(path.read_bytes())

    def reports(tree: str, result: str):
        (folder / TREE).write_text(tree, "utf-8")
        (folder / TENDON).write_text(result, "utf-8")
        loaded = load(Project(folder))
        told = stage.check(loaded)
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(stage, "without_follow_up_faults", lambda faults, library, sources: faults)
            everything = stage.check(loaded)
        return told, everything

    return reports


@st.composite
def changed(draw: st.DrawFn, path: str) -> str:
    """A file with some lines lost or doubled, and some words in the place of others."""
    lines = text(path).splitlines(keepends=True)
    for _ in range(draw(st.integers(0, 3))):
        place = draw(st.integers(0, len(lines) - 1))
        match draw(st.sampled_from(["lose", "double", "swap", "slip"])):
            case "lose":
                lines[place : place + 1] = [] if len(lines) > 1 else lines
            case "double":
                lines.insert(place, lines[place])
            case "swap":
                old, new = draw(st.sampled_from(WORDS)), draw(st.sampled_from(WORDS))
                lines[place] = lines[place].replace(old, new)
            case "slip":
                old = draw(st.sampled_from(WORDS))
                lines[place] = lines[place].replace(old, old[:-2] + old[-1])
    return "".join(lines)


@pytest.mark.long
@settings(max_examples=examples(100))
@given(tree=changed(TREE), result=changed(TENDON))
def test_a_library_passes_only_if_nothing_at_all_is_wrong_with_it(reports_of, tree, result):
    told, everything = reports_of(tree, result)
    assert told.ok == everything.ok
    assert set(told.findings) <= set(everything.findings)
    assert bool(told.findings) == bool(everything.findings)


def test_what_is_wrong_besides_a_slip_is_told_in_the_same_run(reports_of):
    alone = "  alone:\n    ask: Where?\n    choices:\n      a: {text: A, outcome: possible-tear}\n"
    alone += "      b: {text: B, outcome: tendon-pain}\n"
    alone += "      c: {text: I do not know, unsure: true, outcome: possible-tear}\n"
    tree = text(TREE).replace("question: foot-landing", "question: foot-landng") + alone
    told, everything = reports_of(tree, text(TENDON))
    assert [(one.code, one.line) for one in told.findings] == [("S401", 17), ("S501", 35)]
    assert [one.code for one in everything.findings] == ["S401", "S501", "S501"]
