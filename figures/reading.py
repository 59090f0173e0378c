"""Reads the file of poses, and says where it is wrong."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

import yaml
from pydantic import BaseModel, Field, ValidationError

from figures.poses import FRAMES, Exercise

POSES = Path(__file__).with_name("poses.yml")

Spot = tuple[int, int]


class BadPosesError(ValueError):
    """What is wrong in the file: one line each, with file, line and column."""


@dataclass(frozen=True, slots=True)
class Poses:
    """All exercises by their ids, and where each frame stands in the file, as line and column from 1."""

    exercises: dict[str, Exercise]
    spots: dict[tuple[str, str], Spot]


class _File(BaseModel):
    exercises: dict[Annotated[str, Field(pattern=r"^[a-z0-9-]+$")], Exercise]


def read(path: Path = POSES) -> Poses:
    """Read all exercises of a file.

    Raises:
        BadPosesError: where it is no YAML, or a field is missing, unknown, doubled or of the wrong kind.
        OSError: where it cannot be read.
    """
    try:
        return parsed(path.read_text("utf-8"), path.name)
    except UnicodeDecodeError as error:
        raise BadPosesError(f"{path.name}: Byte {error.start + 1} is not UTF-8. Save the file as UTF-8.") from None


def parsed(text: str, name: str) -> Poses:
    """Read all exercises of a text that messages call by a name. Raises as `read` does."""
    try:
        root = _composed(text)
        doubled = [f"{name}:{_at(key)}: “{key.value}” stands here twice. Keep one." for key in _doubled(root)]
        data = yaml.SafeLoader("").construct_document(root) if root else None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f"{name}:{mark.line + 1}:{mark.column + 1}" if mark else name
        problem = getattr(error, "problem", None) or "it cannot be read"
        raise BadPosesError(f"{where}: This is not YAML: {problem}. Mend it here or in the line before.") from None
    if doubled:
        raise BadPosesError("\n".join(doubled))
    try:
        exercises = _File(exercises=data if data is not None else {}).exercises
    except ValidationError as error:
        said = []
        for one in error.errors():
            way, node = _way(root, one["loc"][1:])
            said.append(f"{name}:{_at(node)}: {_words(one, way)}")
        raise BadPosesError("\n".join(dict.fromkeys(said))) from None
    spots = {(id, frame): _spot(_way(root, (id, frame))[1]) for id in exercises for frame in FRAMES}
    return Poses(exercises, spots)


def _composed(text: str) -> yaml.Node | None:
    """The nodes of a text, by libyaml where it is there; what that refuses, PyYAML's own reader has words for."""
    try:
        return yaml.compose(text, getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except yaml.YAMLError:
        return yaml.compose(text, yaml.SafeLoader)


def _doubled(node: yaml.Node | None) -> Iterator[yaml.ScalarNode]:
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            if key.value in seen:
                yield key
            seen.add(key.value)
            yield from _doubled(value)
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            yield from _doubled(value)


def _way(root: yaml.Node | None, keys: tuple[str | int, ...]) -> tuple[list[str], yaml.Node | None]:
    """As many of the keys as lead on in the file, and the key or value at their end."""
    inside = found = root
    went: list[str] = []
    for key in keys:
        pairs = inside.value if isinstance(inside, yaml.MappingNode) else []
        match = next(((name, value) for name, value in pairs if name.value == str(key)), None)
        if match:
            found, inside = match
        elif isinstance(inside, yaml.SequenceNode) and isinstance(key, int) and key < len(inside.value):
            found = inside = inside.value[key]
        else:
            continue
        went.append(str(key + 1) if isinstance(key, int) else str(key))
    return went, found


def _spot(node: yaml.Node | None) -> Spot:
    return (node.start_mark.line + 1, node.start_mark.column + 1) if node is not None else (1, 1)


def _at(node: yaml.Node | None) -> str:
    line, column = _spot(node)
    return f"{line}:{column}"


def _words(error: Mapping[str, Any], way: list[str]) -> str:
    if error["type"] == "extra_forbidden":
        return f"“{error['loc'][-1]}” means nothing here. Take it out, or see in README.md what is meant."
    if error["type"] == "missing":
        return f"“{error['loc'][-1]}” is missing in {' → '.join(way)}. Add it; README.md says what it is for."
    return f"{' → '.join(way)}: {error['msg'].rstrip('.')}. README.md says what is meant."
