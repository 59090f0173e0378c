"""The pages of plans (what to do at once and in stages, with a printable sheet to tick off), and the list of plans."""

from collections.abc import Iterator
from dataclasses import replace

from generator.analyse.warnings_shown import precautions_at, warnings_at
from generator.core.site import Page
from generator.render.link import Links
from generator.render.pages import entries
from generator.render.pages.figures import frames_of

# The number of weeks on the sheet, and the maximum number of exercises that fit on it.
_WEEKS, _MOST = 6, 4

# The print-only style sheet, as a path from the root of the site; the page template or the plugin links to it.
PAPER = "assets/signpost/sheet.css"


def pages(links: Links) -> Iterator[Page]:
    """One page per plan, and the list of plans."""
    library = links.library
    for page in entries.pages(links, "plan"):
        plan = page.view.get("entry")
        if plan is None:
            yield page
            continue
        most = max((len(stage.exercises) for stage in plan.stages), default=0)
        view = {
            "frames": frames_of(library, plan.stages),
            "signs": warnings_at(library, plan.places),
            "precautions": precautions_at(library, plan.places),
            "weeks": range(1, _WEEKS + 1),
            "ticks": range(1, min(max(most, 1), _MOST) + 1),
        }
        yield replace(page, view={**page.view, **view}, meta={**page.meta, "search": {"boost": 4}, "paper": PAPER})
