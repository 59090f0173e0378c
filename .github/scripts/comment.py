"""Writes the one comment on a proposal and keeps it up to date.

What the first step found was made by the proposal's own code, so it is text from a stranger: its size is limited,
nothing in it is run, and nothing in it becomes a link, a picture, a mention or a tag that could mislead.
"""

import os
import re
import sys
from pathlib import Path

from compared import compared
from github import BOT, GitHub
from handed_over import RefusedError, raw

# By which the comment is found again; the same as in what `signpost diff --format markdown` writes.
MARK = "<!-- signpost diff -->"
_LONGEST_DIFF = 45_000
_LONGEST_CHECK = 12_000


def read(folder: Path, name: str, longest: int) -> str:
    """The beginning of one file of the findings, without what cannot be seen; "" where it is not there.

    Raises:
        RefusedError: if it is no ordinary file.
    """
    text = raw(folder, name, 4 * longest).decode(errors="replace")
    return "".join(char for char in text.expandtabs() if char.isprintable() or char == "\n").strip()


def shortened(text: str, longest: int) -> str:
    """As many whole lines as there is room for."""
    if len(text) <= longest:
        return text
    return text[:longest].rpartition("\n")[0].strip() + "\n\n(and more, left out here)"


def proposal(github: GitHub, said: str, head: str) -> int:
    """The number of the proposal that was looked at.

    Args:
        github: where it is.
        said: the number in the findings, which anybody may have made up.
        head: the commit that GitHub says was looked at.

    Raises:
        RefusedError: if that commit is not the head of an open proposal with this number.
    """
    if not re.fullmatch(r"[1-9][0-9]{0,8}", said):
        raise RefusedError("There is no number of a proposal.")
    found = github.call("GET", f"/pulls/{said}")
    if found["head"]["sha"] != head or found["base"]["repo"]["full_name"] != github.repository:
        raise RefusedError(f"Proposal {said} is not, or no longer, at commit {head}.")
    if found["state"] != "open":
        raise RefusedError(f"Proposal {said} is closed.")
    return int(said)


def preview(github: GitHub, run: str) -> str:
    """Where the built pages can be downloaded; "" where none were built."""
    artifacts = github.call("GET", f"/actions/runs/{run}/artifacts?per_page=100")["artifacts"]
    found = [one["id"] for one in artifacts if one["name"] == "preview" and not one["expired"]]
    server = os.environ.get("GITHUB_SERVER_URL", "https://github.com")
    return f"{server}/{github.repository}/actions/runs/{run}/artifacts/{found[0]}" if found else ""


def body(folder: Path, address: str, head: str) -> str:
    """The whole comment.

    What is ours comes first, so that nothing of a stranger's can hide it.
    """
    diff = read(folder, "diff.md", _LONGEST_DIFF).removeprefix(MARK).strip()
    told = shortened(read(folder, "check.txt", _LONGEST_CHECK), _LONGEST_CHECK)
    status = read(folder, "status", 10)
    verdict = {
        "0": "✅ **The check found no errors.**",
        "1": "❌ **The check found errors.** They are listed at the end, each with what to do.",
    }.get(status, "❌ **The check could not be finished.**")
    look = (
        f"👀 [Download the changed site]({address}), unzip it and open `index.html`. "
        "Pages show the whole guide at once there; the search needs a server."
        if address
        else "👀 The site could not be built, so there is nothing to look at yet."
    )
    parts = [
        MARK,
        verdict,
        look,
        comparison(diff),
        f"<details><summary>What the check says</summary>\n\n{fenced(told)}\n\n</details>",
        # As code: GitHub would make a link of a commit's name.
        f"<sub>For commit <code>{head[:12]}</code>, in the words of the proposed version itself. "
        "Renewed at each change.</sub>",
    ]
    return "\n\n".join(parts)


def comparison(diff: str) -> str:
    """What leads elsewhere: as it was written, where its form is known, else as plain text."""
    if not diff:
        return "The guides could not be compared; the check says why."
    return compared(diff, _LONGEST_DIFF) or (
        "The comparison is written in a form that is not known on the main branch, so it is shown as text.\n\n"
        f"{fenced(shortened(diff, _LONGEST_DIFF))}"
    )


def fenced(text: str) -> str:
    """Any text as a block of code that nothing in it can end."""
    longest = max(map(len, re.findall(r"`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}text\n{text}\n{fence}"


def put(github: GitHub, number: int, text: str) -> None:
    """Write the comment, or write it anew where it is already."""
    for comment in github.all(f"/issues/{number}/comments?"):
        if comment["user"]["login"] == BOT and comment["body"].startswith(MARK):
            github.call("PATCH", f"/issues/comments/{comment['id']}", {"body": text})
            return
    github.call("POST", f"/issues/{number}/comments", {"body": text})


def main(github: GitHub, folder: Path, head: str, run: str) -> None:
    """Comment on the proposal that the findings in `folder` are of."""
    number = proposal(github, read(folder, "number", 20), head)
    put(github, number, body(folder, preview(github, run), head))


if __name__ == "__main__":
    try:
        main(GitHub.of_this_run(), Path(sys.argv[1]), os.environ["HEAD_SHA"], os.environ["RUN_ID"])
    except RefusedError as refused:
        sys.exit(f"No comment was written. {refused}")
