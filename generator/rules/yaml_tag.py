"""A YAML tag (!name).

Tags make YAML parsers treat a value in special ways, some of them unsafe. None is needed here.

Wrong, in content/sources.yml:

    a-study: {title: !important A study of knees, URL: https://example.org/1}

Right, in content/sources.yml:

    a-study: {title: A study of knees, URL: https://example.org/1}
"""

from generator.core.finding import Fault
from generator.core.source import Spot

CODE = "S204"


def fault(at: Spot, tag: str) -> Fault:
    """Report a tag; `tag` is how it is written."""
    return Fault(
        CODE,
        at,
        f'"{tag}" is a YAML tag, which is not used here.',
        'Remove it. If a text starts with "!", put it in quotes.',
    )
