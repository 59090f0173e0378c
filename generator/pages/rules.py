"""Every rule with its code, from the words at the head of its file."""

from collections.abc import Iterator

from generator.addresses import RULES as HERE
from generator.link import Links
from generator.registry import RULES
from generator.site import Page


def pages(links: Links) -> Iterator[Page]:
    """The one page of rules."""
    yield Page(
        uri=HERE,
        template="rules",
        title="Rules",
        description="What signpost check looks for in every file, why, and how to put it right.",
        source=None,
        view={"rules": list(RULES.values())},
        meta={"search": {"exclude": True}},
    )
