"""QR codes for paper, which open an address on a phone. The only module that imports segno."""

from base64 import b64encode
from functools import lru_cache
from io import BytesIO

import segno


def code(address: str) -> str:
    """The QR code of an address as one line of SVG, to be inlined in a page.

    A separate file would have to be requested, which would reveal the reader's outcome to the server. The page must
    leave a margin of four modules around the code.
    """
    drawing = BytesIO()
    _made(address).save(
        drawing, kind="svg", xmldecl=False, svgns=False, border=0, omitsize=True, svgclass="sp-qr", lineclass=None
    )
    return drawing.getvalue().decode().strip().replace("<svg ", '<svg aria-hidden="true" ', 1)


def code_bits(address: str) -> str:
    """The same code as the bits of its modules, row by row without gaps, in base64: less than half the size of the SVG.

    The guide's script draws it (`result.mjs`) and computes the width of the code from the number of bits.
    """
    bits = "".join(str(int(dark)) for row in _made(address).matrix for dark in row)
    whole = bits.ljust(-(-len(bits) // 8) * 8, "0")
    return b64encode(int(whole, 2).to_bytes(len(whole) // 8, "big")).decode()


# This is nearly all of the work, and many pages may show the code of the same address.
@lru_cache(maxsize=4096)
def _made(address: str) -> segno.QRCode:
    # Error correction level "m" tolerates damage to about a seventh of the code.
    return segno.make_qr(address, error="m")
