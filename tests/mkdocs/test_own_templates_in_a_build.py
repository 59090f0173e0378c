"""The plugin takes a site's own templates from the theme's folder of overrides, and keeps the last good site."""

from pathlib import Path

import pytest
from example import EXAMPLE
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

pytestmark = [pytest.mark.builds, pytest.mark.usefixtures("few_rules")]

CONFIG = "site_name: Example\ndocs_dir: content\nplugins: [signpost]\ntheme: {name: mkdocs, custom_dir: look}\n"
OWN = "look/pages/outcome.md.jinja"


def built(folder: Path) -> str:
    config = load_config(str(folder / "mkdocs.yml"), strict=True, site_dir=str(folder / "site"))
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    return (folder / "site/outcomes/take-it-easy/index.html").read_text("utf-8")


def test_it_is_used_and_a_wrong_one_leaves_the_last_good_site(project, caplog):
    folder = project({**EXAMPLE, "mkdocs.yml": CONFIG, OWN: "# Mine\n\n{{ t.inline(outcome.title) }}, and rest.\n"})
    good = built(folder)
    assert "Take it easy, and rest." in good
    project({OWN: "# Mine\n\n{{ outcome.titel }}\n"})
    with pytest.raises(Abort):
        built(folder)
    assert "outcome.md.jinja:3:1  This template cannot be used" in caplog.text
    assert (folder / "site/outcomes/take-it-easy/index.html").read_text("utf-8") == good
