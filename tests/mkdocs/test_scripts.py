"""The scripts that the plugin has each page load."""

from pathlib import Path

import pytest
from example import EXAMPLE
from mkdocs.config import load_config

GUIDE, OFFLINE = "assets/signpost/guide.mjs", "assets/signpost/offline.mjs"
CONFIG = "site_name: Example\ndocs_dir: content\nplugins: [signpost]\n"
NAMED = f"{CONFIG}extra_javascript: [{{path: {OFFLINE}, type: module}}, mine.js]\n"


def scripts(root: Path, command: str = "build") -> list[tuple[str, str]]:
    """Each script of the site when its pages are made, with its type."""
    config = load_config(str(root / "mkdocs.yml"))
    config.plugins.on_startup(command=command, dirty=False)
    config = config.plugins.on_config(config)
    config.plugins.on_pre_build(config=config)
    return [(str(script), getattr(script, "type", "")) for script in config.extra_javascript]


@pytest.mark.parametrize(
    ("config", "offline", "expected"),
    [
        (CONFIG, "true", [(GUIDE, "module"), (OFFLINE, "module")]),
        (CONFIG, "false", [(GUIDE, "module")]),
        (NAMED, "true", [(OFFLINE, "module"), ("mine.js", ""), (GUIDE, "module")]),
    ],
    ids=["kept", "not kept", "named by the site"],
)
def test_what_keeps_pages_is_loaded_where_they_are_kept(project, config: str, offline: str, expected: list):
    root = project({**EXAMPLE, "mkdocs.yml": config, "content/site.yml": f"title: Example\noffline: {offline}\n"})
    assert scripts(root) == expected


def test_it_is_loaded_once_however_often_pages_are_made(project):
    root = project({**EXAMPLE, "mkdocs.yml": CONFIG, "content/site.yml": "title: Example\noffline: true\n"})
    config = load_config(str(root / "mkdocs.yml"))
    config.plugins.on_startup(command="serve", dirty=False)
    for _ in range(2):
        config = config.plugins.on_config(config)
        config.plugins.on_pre_build(config=config)
    assert [str(script) for script in config.extra_javascript].count(OFFLINE) == 1
