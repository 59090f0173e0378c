"""What is left to `make deep`: more random examples, and what `make test` shows once, in each other way as well."""

import os
from collections.abc import Iterable

import pytest

DEEP = bool(os.environ.get("SIGNPOST_DEEP"))


def examples(many: int) -> int:
    """How many random examples a test looks at: so many in `make deep`, else a fifth of them."""
    return many if DEEP else max(many // 5, 1)


def first_of(values: Iterable[object], many: int = 1) -> list[object]:
    """Values for a test to be run with: the first, or the first few; the others in `make deep` only."""
    return [
        value if number < many else pytest.param(value, marks=pytest.mark.deep) for number, value in enumerate(values)
    ]
