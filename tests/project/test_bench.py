"""`make bench` measures what it says. How fast anything is, is not tested: that depends on the machine."""

import json
import math
import subprocess
import sys
from pathlib import Path

import pytest

from bench.cost import Cost
from bench.growth import grown, growth_figures
from generator.check.run import check
from generator.core.project import Project
from generator.load.files import load

pytestmark = pytest.mark.builds

ROOT = Path(__file__).parents[2]
FIGURES = [
    "check-to-imports",
    "check-to-compose",
    "deep-proof",
    "check-time-growth",
    "check-memory-growth",
    "build-time-growth",
    "build-memory-growth",
    "plugin-cold",
    "plugin-warm",
    "own-files",
    "first-view",
    "first-view-growth",
    "first-view-of-lists",
    "largest-paint",
    "paint-to-page",
    "layout-shift",
    "interaction",
    "next-question",
    "search",
    "workbench-first",
    "workbench-again",
    "workbench-start-first",
    "workbench-start-again",
    "workbench-key",
]


def bench(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", *arguments], cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False
    )


def test_a_quick_run_has_a_row_for_every_figure(tmp_path):
    done = bench("bench", "--quick", "--only", "checking", "--to", str(tmp_path / "bench.json"))
    assert done.returncode == 0, done.stderr
    figures = json.loads((tmp_path / "bench.json").read_text(encoding="utf-8"))["figures"]
    assert [figure["name"] for figure in figures] == FIGURES
    for figure in figures:
        assert figure["reach"]
        assert figure["note"]
        assert (figure["value"] is None) == (figure["ok"] is None) == ("not measured" in figure["note"])
    assert [figure["name"] for figure in figures if figure["value"] is not None] == FIGURES[:5]
    assert "2^60" in done.stdout


class _Sizes:
    """As much of a workshop as growth asks for."""

    sizes = (10, 100, 1000)

    def library(self, guides: int) -> Path:
        return Path(str(guides))


@pytest.mark.parametrize(
    ("costs", "exponent"),
    [
        ((1.0, 10.0, 100.0), 1.0),
        ((1.0, 10.0, 1001.0), 2.0),
        # A busy machine: what is larger may happen to have cost less, or just as much.
        ((5.0, 4.0, 6.0), None),
        ((5.0, 6.0, 4.0), None),
        ((5.0, 4.0, 3.0), None),
        ((5.0, 5.0, 5.0), 0.0),
    ],
)
def test_growth_is_a_number_whatever_was_measured(costs: tuple[float, ...], exponent: float | None):
    measured = dict(zip(_Sizes.sizes, costs, strict=True))

    def measure(folder: Path) -> Cost:
        cost = measured[int(folder.name)]
        return Cost(cost, cost, "")

    for figure in grown(growth_figures("check", "checking"), _Sizes(), measure):
        assert math.isfinite(figure.value)
        assert exponent is None or figure.value == pytest.approx(exponent, abs=0.05)


def test_the_docs_tell_of_every_figure():
    told = (ROOT / "docs/performance.md").read_text(encoding="utf-8")
    assert [name for name in FIGURES if f"`{name}`" not in told] == []


def test_the_library_to_measure_has_no_fault_and_is_the_same_every_time(tmp_path):
    for folder in ("one", "other"):
        assert bench("bench.library", str(tmp_path / folder), "12").returncode == 0
    report = check(load(Project(tmp_path / "one")))
    assert not report.findings
    assert len(report.survey.library.trees) == 12
    assert all(len(tree.questions) == 20 for tree in report.survey.library.trees.values())
    names = sorted(path.relative_to(tmp_path / "one") for path in (tmp_path / "one").rglob("*") if path.is_file())
    assert all((tmp_path / "one" / name).read_bytes() == (tmp_path / "other" / name).read_bytes() for name in names)
