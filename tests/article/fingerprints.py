"""Fingerprints of texts that must not appear here, so that they can be looked for without being kept.

`runs.txt` holds one for every run of eight words of the article, `names.txt` one for every name of its
readers. To renew: `python tests/article/fingerprints.py ARTICLE NAMES`, both plain text, one name a line.
"""

import re
import sys
import unicodedata
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

RUN = 8
_DIGITS = 12  # of hexadecimal: a chance hit in a site of 100,000 words is one in a million
_HERE = Path(__file__).parent


def words(text: str) -> list[str]:
    """The words of a text in lower case, without accents and punctuation; a hyphen or apostrophe ends no word."""
    text = re.sub(r"[\u2012-\u2015]", " ", text)
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.findall(r"[a-z0-9]+", re.sub(r"(?<=\w)['-](?=\w)", "", plain))


def runs(text: str) -> Iterator[str]:
    """Every run of eight words."""
    found = words(text)
    return (" ".join(found[start : start + RUN]) for start in range(len(found) - RUN + 1))


def fingerprint(text: str) -> str:
    """The beginning of a SHA-256, in hexadecimal."""
    return sha256(text.encode()).hexdigest()[:_DIGITS]


def read(name: str) -> frozenset[str]:
    """The fingerprints of a file beside this one."""
    return frozenset((_HERE / name).read_text("ascii").split())


def _renew(article: str, names: str) -> None:
    for name, found in {"runs.txt": runs(article), "names.txt": (word for word in words(names))}.items():
        (_HERE / name).write_text("\n".join(sorted({fingerprint(one) for one in found})) + "\n", "ascii")


if __name__ == "__main__":
    _renew(*(Path(path).read_text("utf-8") for path in sys.argv[1:3]))
