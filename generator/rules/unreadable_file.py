"""A file that cannot be opened.

A missing permission, a link whose target is gone, or something that is not an ordinary file.
"""

from generator.core.finding import Fault
from generator.core.source import Spot

CODE = "S104"


def fault(at: Spot, reason: str) -> Fault:
    """`reason` says why, as the system gives it."""
    reason = reason[:1].lower() + reason[1:]
    return Fault(CODE, at, f"This file cannot be read: {reason}.", "Put an ordinary, readable file here.")
