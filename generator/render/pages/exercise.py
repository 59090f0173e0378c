"""The pages of exercises, with drawings, steps and the plans that use them; and the list of exercises."""

from collections.abc import Iterator
from dataclasses import replace

from generator.core.site import Page
from generator.render.link import Links
from generator.render.pages import entries
from generator.render.pages.figures import frames


def pages(links: Links) -> Iterator[Page]:
    """One page per exercise, and the list of exercises."""
    for page in entries.pages(links, "exercise"):
        exercise = page.view.get("entry")
        if exercise is None:
            yield page
            continue
        related = dict(page.view["related"])
        view = {"frames": frames(links.library, exercise), "plans": related.pop("plan", []), "related": related}
        yield replace(page, view={**page.view, **view})
