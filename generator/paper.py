"""Square codes (QR) for paper: they lead a phone to the page of a result. The only module that imports segno."""

from collections.abc import Iterator
from functools import lru_cache
from io import BytesIO

import segno

from generator.link import Links, code_of
from generator.site import OutputFile, Serving


def codes(links: Links, serving: Serving) -> Iterator[OutputFile]:
    """One drawing an outcome; none where the site's address is not known."""
    if not serving.url:
        return
    for id in links.outcomes:
        address = serving.url + serving.path(links.address("outcome", id))
        yield OutputFile(code_of(id), _code(address))


# Somebody who edits builds the site again and again, and each of these takes milliseconds.
@lru_cache(maxsize=1000)
def _code(address: str) -> str:
    drawing = BytesIO()
    # Level "m" still reads with a seventh of it dirty or creased; a border of 4 is what readers expect.
    segno.make_qr(address, error="m").save(drawing, kind="svg", xmldecl=False, border=4, omitsize=True)
    return drawing.getvalue().decode()
