"""Plain values as a line of JSON: so a helper hands them over, and so they are kept."""

import json


def written(value: object) -> str:
    """A value that was read from a file, on one line."""
    # Nothing that was read from a file is within itself, and to look for that would take a sixth of the time.
    return json.dumps(value, ensure_ascii=False, check_circular=False, separators=(",", ":"))
