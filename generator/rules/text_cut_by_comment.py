"""A text for readers that ends where a comment begins.

After a space, "#" begins a comment for whoever reads the file, and readers of the site do not see it. In a text
without quotes that is easily meant otherwise: of `Pain #1 is worse` nothing is shown but "Pain". So no comment may
stand behind such a text. Behind ids, dates and numbers it may, and on a line of its own it always may.

Wrong, in content/places/knee.yml:

    title: Knee
    summary: The place where pain #1 is felt.

Right, in content/places/knee.yml:

    title: Knee
    # The most frequent one.
    summary: "The place where pain #1 is felt."
"""

from generator.core.finding import Fault
from generator.core.source import Spot

CODE = "S206"
_LONGEST = 60


def fault(at: Spot, shown: str) -> Fault:
    """`at` is where the comment begins; `shown` is what is left of the text."""
    end = shown if len(shown) <= _LONGEST else f"…{shown[-_LONGEST:]}"
    left = f'only "{end}"' if end else "nothing"
    return Fault(
        CODE,
        at,
        f'After a space, "#" begins a comment, so readers would see {left}.',
        "Put the whole text in quotes; write a comment of your own on a line of its own.",
    )
