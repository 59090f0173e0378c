"""The same name twice in one place.

YAML readers keep one of the two and drop the other without a word, so an answer or a whole question
would vanish.

Wrong, in content/sources.yml:

    a-study: {title: A study of knees, URL: https://example.org/1}
    a-study: {title: Another study, URL: https://example.org/2}

Right, in content/sources.yml:

    a-study: {title: A study of knees, URL: https://example.org/1}
"""

from generator.core.finding import Fault
from generator.core.source import Spot

CODE = "S202"


def fault(at: Spot, key: str) -> Fault:
    """`at` is the second of the two."""
    return Fault(
        CODE,
        at,
        f'"{key}" stands here a second time; only one of them can count.',
        "Delete one of the two, or give it another name.",
    )
