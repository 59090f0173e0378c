"""Keeps one open issue that lists what is due for review, and closes it when nothing is."""

import json
import re
import sys
from datetime import date
from pathlib import Path
from urllib.parse import quote

from github import BOT, GitHub
from handed_over import RefusedError, whole

MARK = "<!-- signpost overdue -->"
TITLE = "Due for review"
_FILE = re.compile(r"[\w./ -]+")
_FIELD = re.compile(r"[\w.-]+")


def told(text: str) -> str:
    """A list to tick off as Markdown; empty where nothing is due.

    Args:
        text: what `signpost overdue --format json` says.

    Raises:
        RefusedError: if it is anything else.
    """
    try:
        data = json.loads(text)
        rows = [(date.fromisoformat(one["reviewed"]), one["file"]) for one in data["overdue"]]
        changed = [
            (date.fromisoformat(one["reviewed"]), one["file"], list(one["fields"])) for one in data.get("changed", [])
        ]
        months = data["months"]
        files = [*(file for _, file in rows), *(file for _, file, _ in changed)]
        fields = [field for _, _, named in changed for field in named]
        if type(months) is not int or not all(map(_FILE.fullmatch, files)) or not all(map(_FIELD.fullmatch, fields)):
            raise ValueError
    except (AttributeError, KeyError, RecursionError, TypeError, ValueError):
        raise RefusedError("What is said to be due is no list of files and dates.") from None
    return "\n\n".join(filter(None, (_due(rows, months), _changed(changed))))


def _due(rows: list[tuple[date, str]], months: int) -> str:
    if not rows:
        return ""
    head = (
        f"Last reviewed more than {months} months ago, the oldest first. Read each against its sources, "
        "update what has changed, and write the day into `reviewed`."
    )
    return "\n".join([head, "", *(f"- [ ] {day}: `{file}`" for day, file in rows)])


def _changed(rows: list[tuple[date, str, list[str]]]) -> str:
    if not rows:
        return ""
    head = "Changed since the last review. Read what is named against its sources, and write the day into `reviewed`."
    named = ((day, file, ", ".join(f"`{field}`" for field in fields)) for day, file, fields in rows)
    return "\n".join([head, "", *(f"- [ ] {day}: `{file}`, {fields}" for day, file, fields in named)])


def remind(github: GitHub, text: str) -> None:
    """Open the issue, write it anew, or close it.

    Args:
        github: where it is.
        text: the list as Markdown; empty where nothing is due.
    """
    issues = (one for one in github.all(f"/issues?state=open&creator={quote(BOT)}&") if "pull_request" not in one)
    number = next((one["number"] for one in issues if (one["body"] or "").startswith(MARK)), None)
    body = f"{MARK}\n{text}"
    if text and number is None:
        github.call("POST", "/issues", {"title": TITLE, "body": body})
    elif text:
        github.call("PATCH", f"/issues/{number}", {"body": body})
    elif number is not None:
        github.call("PATCH", f"/issues/{number}", {"state": "closed"})


if __name__ == "__main__":
    try:
        remind(GitHub.of_this_run(), told(whole(Path(sys.argv[1]), "overdue.json", 1_000_000)))
    except RefusedError as refused:
        sys.exit(f"Nobody was reminded. {refused}")
