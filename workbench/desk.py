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
        for name, text in given["texts"].items():
            _write(root / name, text)
        # Of pictures and the like, only that they are there.
        for name in given["others"]:
            _write(root / name, "")
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


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())
