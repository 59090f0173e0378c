"""How many random examples a test looks at: a fifth in `make test`, all of them in `make deep`."""

import os

DEEP = bool(os.environ.get("SIGNPOST_DEEP"))


def examples(many: int) -> int:
    """So many in `make deep`, else a fifth of them."""
    return many if DEEP else max(many // 5, 1)
