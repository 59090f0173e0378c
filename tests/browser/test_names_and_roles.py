"""What assistive technology is told of a guide: names and roles, at each kind of step, as they are stored.

After a change that is meant, renew the stored ones with SIGNPOST_RENEW_NAMES=1 and read the difference.
"""

import os
from pathlib import Path

import pytest
from playwright.sync_api import Page
from reader import Reader
from test_other_projects_work_too import built
from under_policy import until

pytestmark = pytest.mark.browser

STORED = Path(__file__).parent / "names"


def told(page: Page, part: str) -> str:
    return page.locator(part).aria_snapshot()


def test_the_frame_of_every_page(reader: Reader):
    reader.page.goto(f"{reader.address}about/privacy/")
    until(reader.page, "() => document.querySelector('.ab-close')")
    _is_as_stored("frame", told(reader.page, ".md-header") + "\n" + told(reader.page, ".md-footer"))


def test_a_guide_from_its_first_question_to_its_result(page: Page, tmp_path: Path):
    # Not of this site: its words change with every edit, and nobody who edits them should have to renew this.
    with built(tmp_path, "everything") as project:
        reader = Reader(page, project.address)
        seen = reader.open("wobble")
        steps = [told(page, "article")]
        for choice, handover in [("no", None), ("back", "back-wheel"), ("no", None), ("none", None)]:
            seen = reader.choose(choice, handover)
            steps.append(told(page, "article"))
        assert seen.step == "true-the-wheel"
    _is_as_stored("guide", "\n\n# the next step\n\n".join(steps))


def _is_as_stored(name: str, snapshot: str) -> None:
    file = STORED / f"{name}.txt"
    if os.environ.get("SIGNPOST_RENEW_NAMES"):
        file.parent.mkdir(exist_ok=True)
        file.write_text(f"{snapshot}\n", "utf-8")
    assert f"{snapshot}\n" == file.read_text("utf-8")
