"""A file that is not saved as UTF-8.

Different programs store letters such as é or ß differently. Only UTF-8 is read, so that they look the same everywhere.
A picture or a document that has the name of a text file cannot be read at all.
"""

from generator.core.finding import Fault
from generator.core.source import Spot

CODE = "S102"
_UTF_16 = frozenset((0x00, 0xFE, 0xFF))


def fault(at: Spot, byte: int, no_text: bool = False) -> Fault:
    """Report a byte that is not UTF-8, or a file that is not text.

    Args:
        at: its location.
        byte: the first invalid byte; 0, 254 or 255 at the beginning means a file in UTF-16.
        no_text: whether the file begins like a picture, an office document or an archive.
    """
    if no_text:
        message = "This is no text file: it begins as a picture, a document of an office program or an archive does."
        return Fault(CODE, at, message, "Write the text in an editor, and save it as plain text in UTF-8.")
    if byte in _UTF_16 and at.line == 1 and at.column <= len(_UTF_16):
        message = 'This file is saved as UTF-16, which Windows calls "Unicode"; only UTF-8 can be read.'
        return Fault(CODE, at, message, 'Save it again: choose "Save as", and there the encoding "UTF-8".')
    return Fault(
        CODE,
        at,
        f"This file is not saved as UTF-8: the character here (byte {byte:#04x}) cannot be read.",
        'Save the file again with the encoding "UTF-8".',
    )
