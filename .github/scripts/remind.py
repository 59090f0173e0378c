"""Keeps one open issue that lists what is due for review, and closes it when nothing is."""

import sys
from pathlib import Path
from urllib.parse import quote

from github import BOT, GitHub

MARK = "<!-- signpost overdue -->"
TITLE = "Due for review"


def remind(github: GitHub, told: str) -> None:
    """Open the issue, write it anew, or close it.

    Args:
        github: where it is.
        told: the list as Markdown; empty where nothing is due.
    """
    issues = (one for one in github.all(f"/issues?state=open&creator={quote(BOT)}&") if "pull_request" not in one)
    number = next((one["number"] for one in issues if (one["body"] or "").startswith(MARK)), None)
    text = f"{MARK}\n{told.strip()}"
    if told.strip() and number is None:
        github.call("POST", "/issues", {"title": TITLE, "body": text})
    elif told.strip():
        github.call("PATCH", f"/issues/{number}", {"body": text})
    elif number is not None:
        github.call("PATCH", f"/issues/{number}", {"state": "closed"})


if __name__ == "__main__":
    remind(GitHub.of_this_run(), Path(sys.argv[1]).read_text("utf-8"))
