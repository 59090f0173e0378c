"""The JSON protocol between an editor and its session.

Each request has a version: the number of changes made before it. The answer has the same version, so that an editor
that has changed something since can drop it.
"""

import json
from collections.abc import Callable, Mapping
from pathlib import Path

from generator.core.site import Serving
from generator.core.source import SourceFile
from generator.load.yaml_nodes import remember
from workbench.session import NotAFileOfTheProjectError, Session


class Desk:
    """Answers requests one at a time.

    Args:
        folder: the folder to work in, which is written to.
        project: the output of `workbench.pack` for the project, as JSON.
    """

    def __init__(self, folder: str | Path, project: str) -> None:
        root = Path(folder)
        given = json.loads(project)
        # For images and other binary files, empty files are enough.
        _write(root, given["texts"] | dict.fromkeys(given["others"], ""))
        remember({SourceFile(name, given["texts"][name]): value for name, value in given.get("values", {}).items()})
        self._session = Session(root, Serving(given["url"]))
        self._version = 0

    def answer(self, question: str) -> str:
        """The answer to a request.

        Args:
            question: a JSON object with `id`, `version`, `do` and the arguments of that operation.

        Returns:
            a JSON object with the same `id` and `version`, and `answer`; or `dropped`, if a newer request has already
                been made; or `refused`, with the reason.
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
