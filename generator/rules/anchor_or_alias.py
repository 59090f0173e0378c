"""A YAML anchor (&name) or alias (*name).

They make one part of a file stand in for another, which is easy to overlook when reviewing a change. Write the text out
where it is needed.

Wrong, in content/sources.yml:

    a-study: &study {title: A study of knees, URL: https://example.org/1}

Right, in content/sources.yml:

    a-study: {title: A study of knees, URL: https://example.org/1}
"""

from generator.core.finding import Fault
from generator.core.source import Spot

CODE = "S203"


def fault(at: Spot, sign: str) -> Fault:
    """Report an anchor or alias; `sign` is how it is written."""
    kind = "alias" if sign.startswith("*") else "anchor"
    return Fault(
        CODE,
        at,
        f'"{sign}" is a YAML {kind}, which is not used here.',
        f'Write the text out. If a text starts with "{sign[:1]}", put it in quotes.',
    )
