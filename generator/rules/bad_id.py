"""An id that is too long or contains characters that are not allowed.

Ids become web addresses that people link to. They consist of lower-case letters a to z, digits and hyphens, have at
most 100 characters, and never change once published.

Wrong, in content/sources.yml:

    A_Study: {title: A study of knees, URL: https://example.org/1}

Right, in content/sources.yml:

    a-study: {title: A study of knees, URL: https://example.org/1}
"""

import posixpath

from generator.core.finding import Fault
from generator.core.lookalikes import as_id, holds
from generator.core.project import ID, LONGEST_ID
from generator.core.source import Location, Spot

CODE = "S304"


def fault(at: Location | Spot, id: str, is_file: bool = False) -> Fault:
    """Report an id: a key, or the name of a file without its extension."""
    if len(id) > LONGEST_ID:
        what = "Rename the file to something shorter" if is_file else "Give it a shorter name"
        help = f"{what}, such as where-it-hurts."
        return Fault(CODE, at, f'"{id[:20]}…" cannot be an id: it is longer than {LONGEST_ID} characters.', help)
    better = as_id(id)
    if is_file:
        folder = posixpath.dirname(at.file)
        name = f"{folder}/{better if ID.fullmatch(better) else 'where-it-hurts'}.yml"
        help = f'Rename the file to "{name}".' if ID.fullmatch(better) else f'Rename the file, such as to "{name}".'
    else:
        help = f'Write it as "{better}".' if ID.fullmatch(better) else "Give it a name such as where-it-hurts."
    why = holds(id) or ": only a to z, 0 to 9 and hyphens may be used"
    return Fault(CODE, at, f'"{id}" cannot be an id{why}.', help, better)
