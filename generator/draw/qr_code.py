"""Square codes (QR) for paper, which lead a phone to an address. The only module that imports segno."""

from base64 import b64encode
from functools import lru_cache
from io import BytesIO

import segno


def code(address: str) -> str:
    """The code of an address as SVG on one line, to stand in a page: a file of its own would have to be asked for,
    and that would say which result a reader has come to.

    A page that shows it must leave four of its squares free around it.
    """
    drawing = BytesIO()
    _made(address).save(
        drawing, kind="svg", xmldecl=False, svgns=False, border=0, omitsize=True, svgclass="sp-qr", lineclass=None
    )
    return drawing.getvalue().decode().strip().replace("<svg ", '<svg aria-hidden="true" ', 1)


def code_bits(address: str) -> str:
    """The same code as the bits of its squares, row by row without a gap, in base64: less than half of the drawing.

    The guide's script draws it (`result.mjs`). It finds the width of the code from their number.
    """
    bits = "".join(str(int(dark)) for row in _made(address).matrix for dark in row)
    whole = bits.ljust(-(-len(bits) // 8) * 8, "0")
    return b64encode(int(whole, 2).to_bytes(len(whole) // 8, "big")).decode()


# Nearly all of the work, and many guides and pages may show the code of one address.
@lru_cache(maxsize=4096)
def _made(address: str) -> segno.QRCode:
    # Level "m" still reads with a seventh of it dirty or creased.
    return segno.make_qr(address, error="m")
