"""Questions and answers as JSON, between an editor and the session that answers it.

Each question says after how many changes it was asked. The answer says so too: whoever has changed something since
drops it.
"""

import json
from collections.abc import Callable, Mapping
from pathlib import Path

from generator.core.site import Serving
from generator.core.source import SourceFile
from generator.load.yaml_nodes import remember
from workbench.session import NotAFileOfTheProjectError, Session


class Desk:
    """Answers one question after the other.

    Args:
        folder: the one to work in, which is written to.
        project: what `workbench.pack` made of the project, as JSON.
    """

    def __init__(self, folder: str | Path, project: str) -> None:
        root = Path(folder)
        given = json.loads(project)
        # Of pictures and the like, only that they are there.
        _write(root, given["texts"] | dict.fromkeys(given["others"], ""))
        remember({SourceFile(name, given["texts"][name]): value for name, value in given.get("values", {}).items()})
        self._session = Session(root, Serving(given["url"]))
        self._version = 0

    def answer(self, question: str) -> str:
        """The answer to a question.

        Args:
            question: a JSON object with `id`, `version`, `do` and what that takes.

        Returns:
            a JSON object with the same `id` and `version`, and `answer`; or `dropped`, where a newer question has
            been asked already; or `refused`, with the reason.
        """
        asked = json.loads(question)
        version = asked["version"]
        head = {"id": asked["id"], "version": version}
        if version < self._version:
            return json.dumps({**head, "dropped": True})
        self._version = version
        try:
            answer = self._ways[asked["do"]](asked)
        except NotAFileOfTheProjectError as reason:
            return json.dumps({**head, "refused": str(reason)})
        return json.dumps({**head, "answer": answer}, ensure_ascii=False)

    @property
    def _ways(self) -> Mapping[str, Callable[[Mapping[str, str]], object]]:
        session = self._session
        return {
            "change": lambda asked: session.change(asked["file"], asked["text"]),
            "close": lambda asked: session.close(asked["file"]),
            "check": lambda _: session.check(),
            "preview": lambda asked: session.preview(asked["page"]),
            "pages": lambda asked: session.pages_of(asked["file"]),
            "difference": lambda _: session.difference(),
            "begin": lambda asked: session.begin(asked["kind"], asked["name"]),
            "patch": lambda _: session.patch(),
        }


def _write(root: Path, texts: Mapping[str, str]) -> None:
    for folder in {path.rpartition("/")[0] for path in texts}:
        (root / folder).mkdir(parents=True, exist_ok=True)
    for path, text in texts.items():
        (root / path).write_bytes(text.encode())
