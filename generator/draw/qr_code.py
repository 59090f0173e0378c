"""Square codes (QR) for paper, which lead a phone to an address. The only module that imports segno."""

from functools import lru_cache
from io import BytesIO

import segno


@lru_cache(maxsize=4096)
def code(address: str) -> str:
    """The code of an address as SVG on one line, to stand in a page: a file of its own would have to be asked for,
    and that would say which result a reader has come to.

    Drawn once for each address, although many guides may lead to it. A page that shows it must leave four of its
    squares free around it.
    """
    drawing = BytesIO()
    # Level "m" still reads with a seventh of it dirty or creased.
    made = segno.make_qr(address, error="m")
    made.save(
        drawing, kind="svg", xmldecl=False, svgns=False, border=0, omitsize=True, svgclass="sp-qr", lineclass=None
    )
    return drawing.getvalue().decode().strip().replace("<svg ", '<svg aria-hidden="true" ', 1)
