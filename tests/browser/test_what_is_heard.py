"""What a screen reader says of the site, in the words in which it says it, as they are stored.

After a change that is meant, renew the stored ones with SIGNPOST_RENEW_SPOKEN=1 and read them as somebody who sees
nothing of the page.
"""

import json
import os
import re
from pathlib import Path

import pytest
from deep import DEEP
from engines import CHROMIUM, FIREFOX, SCREEN_READER, Engine
from listening import Listener, listening
from once import once

pytestmark = pytest.mark.browser

STORED = Path(__file__).parent / "spoken"
GUIDE = "guides/sit-bone/"
PLAN = "plans/sit-bone-tendon/"
# From the warning signs to a result.
WAY = ("no", "no", "bit-by-bit", "on-the-bone", "load", "only-here")
HEADING = """
  const shown = [...document.querySelectorAll(".sp-step h2")].find((one) => one.checkVisibility()).cloneNode(true);
  shown.querySelector(".headerlink")?.remove();
  return shown.textContent.trim();
"""
PAGES = ["home", "signs", "step", "result", "plan"]
# To read a page out takes ten seconds, so most are read in one of them, and in `make deep` all in both. The signs are
# in both: Orca, which has read nothing yet, may not say what follows on an answer.
OF_FIREFOX, OF_CHROMIUM = ["home", "signs", "plan"], ["signs", "step", "result"]
READ_IN = {FIREFOX: PAGES, CHROMIUM: PAGES} if DEEP else {FIREFOX: OF_FIREFOX, CHROMIUM: OF_CHROMIUM}
# Said with a heading or not, as the browser's news of it come: "clickable", as Material listens to all clicks.
ASIDE = re.compile(r",?( heading level \d)?( clickable)?\.?$")


@pytest.fixture(scope="module", params=READ_IN, ids=lambda engine: engine.name)
def heard(request: pytest.FixtureRequest, address: str, tmp_path_factory: pytest.TempPathFactory) -> dict:
    """What is said of each page in one engine, by the name of what is read; once in a run of the tests."""
    engine: Engine = request.param
    for tool in (engine, SCREEN_READER):
        if tool.missing:
            pytest.fail(tool.missing, pytrace=False)

    def listen(target: Path) -> None:
        with listening(engine, address) as listener:
            target.write_text(json.dumps(_pages(listener, READ_IN[engine])), "utf-8")

    said = once(tmp_path_factory, f"heard-in-{engine.name}", listen)
    return {"engine": engine.name.lower(), **json.loads(said.read_text("utf-8"))}


def _pages(listener: Listener, wanted: list[str]) -> dict[str, list[str]]:
    pages: dict[str, list[str]] = {"answers": []}

    def read(page: str) -> None:
        if page in wanted:
            pages[page] = listener.read() if page == "home" else listener.read_main()

    listener.open("")
    read("home")
    listener.open(GUIDE)
    read("signs")
    for choice in WAY:
        said = listener.press_enter_on(f"a.sp-choice[data-choice={choice}]", lambda said: len(said) > 0)
        heading = listener.driver.execute_script(HEADING)
        pages["answers"] += [f"# {heading}", *(ASIDE.sub("", line) for line in said)]
        if choice == "on-the-bone":
            read("step")
    read("result")
    if "plan" in wanted:
        listener.open(PLAN)
        read("plan")
    return pages


@pytest.mark.parametrize(
    ("heard", "page"),
    [pytest.param(engine, page, id=f"{engine.name}-{page}") for engine, pages in READ_IN.items() for page in pages],
    indirect=["heard"],
)
def test_what_is_said_of_a_page(heard: dict[str, list[str]], page: str):
    file = STORED / f"{heard['engine']}-{page}.txt"
    said = "\n".join([*heard[page], ""])
    if os.environ.get("SIGNPOST_RENEW_SPOKEN"):
        file.parent.mkdir(exist_ok=True)
        file.write_text(said, "utf-8")
    assert said.splitlines() == file.read_text("utf-8").splitlines()


def test_an_answer_is_followed_by_the_heading_of_the_next_step_once(heard: dict[str, list[str]]):
    steps = "\n".join(heard["answers"]).split("# ")[1:]
    assert len(steps) == len(WAY)
    for step in steps:
        heading, *said = step.strip().splitlines()
        assert said == [heading]
