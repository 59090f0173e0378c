"""The rooms of the generator stand in the order of ARCHITECTURE.md, and no import leads upwards.

Its table has the header `| room | holds | third party |`. A room may import from the rooms above it in the table and
from itself; rooms of one row may not import one another. A new room fails until it is placed.
"""

import ast
import re
import sys
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "generator"
# Files at the top, which are no rooms.
LOOSE = {"__init__.py", "__main__.py", "py.typed"}
MOST_ROOMS = 14


@cache
def rooms() -> tuple[str, ...]:
    return tuple(sorted(path.name for path in PACKAGE.iterdir() if path.name not in LOOSE | {"__pycache__"}))


@cache
def rows() -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    """Each row of the table, as its rooms and the third-party packages that they may import."""
    lines = iter((ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8").splitlines())
    assert any(cells(line) == ["room", "holds", "third party"] for line in lines), (
        "no table | room | holds | third party |"
    )
    next(lines)
    found = []
    for line in lines:
        if not line.startswith("|"):
            break
        names, _, packages = cells(line)
        found.append((words(names), words(packages)))
    return tuple(found)


def cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.replace("`", "").strip().strip("|").split("|")]


def words(cell: str) -> frozenset[str]:
    return frozenset(one for one in re.split(r",\s*", cell) if one and one != "\u2013")


def imports(path: Path) -> dict[str, int]:
    """What a module imports, at its head or within, with the line: full names."""
    found = {}
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import in line {node.lineno}"
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        else:
            continue
        found.update(dict.fromkeys(names, node.lineno))
    return found


def of_room(room: str) -> dict[str, str]:
    """Everything that a room imports, with one place where it does."""
    return {
        name: f"{path.relative_to(ROOT)}, line {line}"
        for path in sorted((PACKAGE / room).rglob("*.py"))
        for name, line in imports(path).items()
    }


def test_every_room_is_in_the_table_and_nothing_else_stands_at_the_top():
    placed = [room for names, _ in rows() for room in sorted(names)]
    assert sorted(placed) == list(rooms()), "place each room in the table of ARCHITECTURE.md"
    assert len(rooms()) <= MOST_ROOMS
    assert all((PACKAGE / room).is_dir() for room in rooms()), "no loose modules"


@pytest.mark.parametrize("room", rooms())
def test_a_room_imports_only_from_rooms_above_it(room):
    above: set[str] = set()
    for names, _ in rows():
        if room in names:
            break
        above |= names
    allowed = above | {room}
    wrong = {
        name: where
        for name, where in of_room(room).items()
        if name.startswith("generator.") and name != "generator.__version__" and name.split(".")[1] not in allowed
    }
    assert not wrong


@pytest.mark.parametrize("room", rooms())
def test_a_room_knows_the_third_party_packages_that_the_table_names_and_no_others(room):
    named = next(packages for names, packages in rows() if room in names)
    tops = {name.partition(".")[0] for name in of_room(room)} - sys.stdlib_module_names - {"generator"}
    assert tops == named


def test_a_new_room_fails_until_it_is_placed(monkeypatch, tmp_path):
    monkeypatch.setattr(sys.modules[__name__], "rooms", lambda: ("aside",))
    with pytest.raises(AssertionError, match="place each room"):
        test_every_room_is_in_the_table_and_nothing_else_stands_at_the_top()


def test_the_tests_stand_in_rooms_of_the_same_names():
    # What is true of the whole project, and what a browser shows, belongs to no room.
    others = {"browser", "workbench", "project", "article", "golden", "small_site", "figures", "fuzz"}
    folders = {
        path.name for path in (ROOT / "tests").iterdir() if path.is_dir() and not path.name.startswith(("_", "."))
    }
    assert folders - others <= set(rooms())
    assert not list((ROOT / "tests").glob("test_*.py"))
