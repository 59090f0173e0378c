"""A text for readers that is cut off by a comment.

After a space, "#" begins a comment, which is not shown on the site. In a text without quotes, this is easily a mistake:
of `Pain #1 is worse`, only "Pain" is shown. So no comment may follow such a text on the same line. A comment may follow
ids, dates and numbers, and is always allowed on a line of its own.

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
    """Report a comment that cuts off a text: `at` is where it begins, `shown` is what is left of the text."""
    end = shown if len(shown) <= _LONGEST else f"…{shown[-_LONGEST:]}"
    left = f'only "{end}"' if end else "nothing"
    return Fault(
        CODE,
        at,
        f'After a space, "#" begins a comment, so readers would see {left}.',
        "Put the whole text in quotes; write a comment of your own on a line of its own.",
    )
