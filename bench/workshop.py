"""Provides what is measured: libraries of several sizes, the real project, and the sites built from them."""

import shutil
from dataclasses import dataclass
from pathlib import Path

from bench import library
from bench.cost import Cost, cost
from generator.emit.browser_files import SCRIPTS, STYLES

ROOT = Path(__file__).parents[1]
_STAGED = """\
INHERIT: ./mkdocs.yml
docs_dir: staged
plugins: [search]
extra_css: [{styles}]
extra_javascript: [{scripts}]
"""
_REAL = ("content", "decision_trees", "site_overrides", "mkdocs.yml", "permalinks.txt")


@dataclass(frozen=True)
class Workshop:
    """A working folder, and whether to use small loads."""

    folder: Path
    quick: bool

    @property
    def sizes(self) -> tuple[int, int, int]:
        """The numbers of guides of the libraries for measuring growth."""
        return (5, 10, 20) if self.quick else (50, 200, 800)

    def library(self, guides: int) -> Path:
        """A generated library."""
        folder = self.folder / f"library-{guides}"
        return folder if folder.exists() else library.write(folder, guides)

    def real(self) -> Path:
        """A copy of this repository's own project."""
        folder = self.folder / "real"
        if folder.exists():
            return folder
        folder.mkdir(parents=True)
        for name in _REAL:
            copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
            copy(ROOT / name, folder / name)
        return folder

    def staged(self, project: Path) -> Path:
        """A project with its pages staged in it, and the configuration to build them without the plugin."""
        cost(["generator", "stage", "staged", "--project", "."], project)
        own = "assets/site.css" if (project / "content/assets/site.css").exists() else ""
        scripts = [f"{{path: {path}, type: module}}" for path in SCRIPTS]
        styles = [*STYLES, *([own] if own else [])]
        config = _STAGED.format(styles=", ".join(styles), scripts=", ".join(scripts))
        (project / "staged.yml").write_text(config)
        return project

    def site(self, project: Path) -> Path:
        """The built site of a project."""
        if not (project / "site-mkdocs").exists():
            build(project)
        return project / "site-mkdocs"


def build(project: Path, config: str = "mkdocs", cache: Path | None = None) -> Cost:
    """Build a site.

    Args:
        project: its folder.
        config: the name of its MkDocs configuration, without ".yml".
        cache: the folder of the plugin's cache; None to disable it.
    """
    target = project / f"site-{config}"
    shutil.rmtree(target, ignore_errors=True)
    environment = {"STRICT": "false", "SIGNPOST_CACHE": str(cache or "")}
    return cost(["mkdocs", "build", "-q", "-f", f"{config}.yml", "-d", target], project, environment)
