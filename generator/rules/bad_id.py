"""An id with characters that do not belong in an address.

Ids become web addresses that people link to. They are made of lower-case letters a to z, digits and
hyphens, are no longer than 100 characters, and never change once published.

Wrong, in content/sources.yml:

    A_Study: {title: A study of knees, URL: https://example.org/1}

Right, in content/sources.yml:

    a-study: {title: A study of knees, URL: https://example.org/1}
"""

import re
import unicodedata

from generator.core.finding import Fault
from generator.core.project import ID, LONGEST_ID
from generator.core.source import Location, Spot

CODE = "S304"


def fault(at: Location | Spot, id: str) -> Fault:
    """`id` is a key or the name of a file."""
    if len(id) > LONGEST_ID:
        help = "Give it a shorter name, such as where-it-hurts."
        return Fault(CODE, at, f'"{id[:20]}…" cannot be an id: it is longer than {LONGEST_ID} characters.', help)
    plain = unicodedata.normalize("NFKD", id).encode("ascii", "ignore").decode().lower()
    better = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    help = f'Write it as "{better}".' if ID.fullmatch(better) else "Give it a name such as where-it-hurts."
    return Fault(CODE, at, f'"{id}" cannot be an id: only a to z, 0 to 9 and hyphens may be used.', help)
