"""GitHub's interface for programs, as far as the workflows need it. Standard library only: nothing is installed."""

import json
import os
from collections.abc import Iterator
from typing import Any
from urllib.request import Request, urlopen

BOT = "github-actions[bot]"
_PATIENCE = 30  # seconds
_MOST_PAGES = 20


class GitHub:
    """One repository, as the token's owner may see and change it."""

    def __init__(self, url: str, repository: str, token: str) -> None:
        self.repository = repository
        self._top = f"{url}/repos/{repository}"
        self._token = token

    @classmethod
    def of_this_run(cls) -> "GitHub":
        """The repository whose workflow is running."""
        return cls(os.environ["GITHUB_API_URL"], os.environ["GITHUB_REPOSITORY"], os.environ["GITHUB_TOKEN"])

    def call(self, method: str, path: str, data: dict[str, Any] | None = None) -> Any:  # noqa: ANN401 - JSON
        """One request; `path` is below the repository.

        Raises:
            HTTPError: where GitHub refuses.
        """
        request = Request(
            self._top + path,
            method=method,
            data=None if data is None else json.dumps(data).encode(),
            headers={
                "Accept": "application/vnd.github+json",
                "Authorization": f"Bearer {self._token}",
                "X-GitHub-Api-Version": "2022-11-28",
            },
        )
        with urlopen(request, timeout=_PATIENCE) as answer:
            return json.load(answer)

    def all(self, path: str) -> Iterator[dict[str, Any]]:
        """Everything of a list that comes in pages; `path` ends with a question mark or an ampersand."""
        for page in range(1, _MOST_PAGES + 1):
            rows = self.call("GET", f"{path}per_page=100&page={page}")
            yield from rows
            if len(rows) < 100:
                return
