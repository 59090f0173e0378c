"""The table of imports in ARCHITECTURE.md is what the code does.

Its header row is `| module | may import |`. A row names a module or a package of `generator`, relative to
it, and what that may import: other such names, and third-party packages in bold.
"""

import ast
import re
import sys
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = "generator"
# Each of these is known to one module only, so that it could be exchanged for another.
# Each package, and what alone may know it.
KNOWN_TO = {
    "yaml": ["reading.yaml_nodes"],
    "jinja2": ["mkdocs.compiled", "mkdocs.plugin", "render"],
    "mkdocs": ["mkdocs.plugin", "mkdocs.rendered"],
    "pydantic": ["model"],
    "fast_sugiyama": ["drawing.layout"],
    "segno": ["paper"],
    "PIL": ["previews"],
}


@cache
def modules() -> dict[str, Path]:
    """Every module by its name relative to the package; a package is named like its folder."""
    found = {}
    for path in sorted((ROOT / PACKAGE).rglob("*.py")):
        parts = path.relative_to(ROOT / PACKAGE).with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        found[name or "__init__"] = path
    return found


@cache
def imports(name: str) -> dict[str, int]:
    """What a module imports, at its head or within, with the line: names relative to the package, or **other** ones."""
    found = {}
    for node in ast.walk(ast.parse(modules()[name].read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name}: relative import in line {node.lineno}"
            inner = [f"{node.module}.{alias.name}" for alias in node.names]
            names = [full if full.removeprefix(f"{PACKAGE}.") in modules() else node.module for full in inner]
        else:
            continue
        for full in names:
            top, _, rest = full.partition(".")
            if top == PACKAGE:
                found.setdefault(rest or "__init__", node.lineno)
            elif top not in sys.stdlib_module_names:
                found.setdefault(f"**{top}**", node.lineno)
    return found


def table() -> dict[str, set[str]]:
    lines = iter((ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8").splitlines())
    assert any(cells(line) == ["module", "may import"] for line in lines), "no table | module | may import |"
    next(lines)
    rows = {}
    for line in lines:
        if not line.startswith("|"):
            break
        module, allowed = cells(line)
        assert module not in rows, f"two rows for {module}"
        rows[module] = {one for one in re.split(r",\s*", allowed) if one}
    return rows


def cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.replace("`", "").strip().strip("|").split("|")]


def covers(entry: str, name: str) -> bool:
    return name == entry or name.startswith(f"{entry}.")


def row_of(name: str, rows: dict[str, set[str]]) -> str | None:
    """The row for a module: its own, or that of the nearest package around it."""
    return max((row for row in rows if covers(row, name)), key=len, default=None)


@pytest.mark.parametrize("name", modules())
def test_a_module_has_a_row_and_imports_nothing_outside_it(name):
    rows = table()
    row = row_of(name, rows)
    assert row, f"ARCHITECTURE.md has no row for {name}"
    outside = {
        imported: f"line {line}"
        for imported, line in imports(name).items()
        if not covers(row, imported) and not any(covers(entry, imported) for entry in rows[row])
    }
    assert not outside, f"{name} imports what the row of {row} does not allow"


def test_the_table_names_only_modules_that_exist_and_imports_that_are_made():
    rows = table()
    packages = {name.rpartition(".")[0] for name in modules()} - {""}
    assert rows.keys() <= modules().keys() | packages
    for row, allowed in rows.items():
        made = {imported for name in modules() if row_of(name, rows) == row for imported in imports(name)}
        unused = {entry for entry in allowed if not any(covers(entry, imported) for imported in made)}
        assert not unused, f"the row of {row} allows what it does not import"


@pytest.mark.parametrize("package", KNOWN_TO)
def test_nothing_else_knows_it(package):
    assert [name for name in sorted(modules()) if f"**{package}**" in imports(name)] == KNOWN_TO[package]


def test_the_command_and_the_plugin_do_not_know_each_other():
    assert not {"mkdocs.plugin", "**mkdocs**"} & imports("cli").keys()
    assert not {"cli", "**click**"} & imports("mkdocs.plugin").keys()


def test_no_rule_knows_another():
    for name in modules():
        if name.startswith("rules."):
            assert not [imported for imported in imports(name) if imported.startswith("rules")], name
