"""Puts the ledgers and the schemas into a checkout, if they are what they should be.

The job that made them ran the code of many libraries. So each line of the ledger of addresses must be a comment that
was there or an address, and no address that was there may be gone; each line of the ledger of reviews must be a field,
a day and a checksum; a schema may hold nothing but what an editor needs to explain fields and offer ids.
"""

import json
import re
import sys
from pathlib import Path

from handed_over import RefusedError, whole

LEDGER = "permalinks.txt"
# What was read at the last review; not every site keeps it.
REVIEWED = "reviewed.txt"
FOLDER = "schema"
_LONGEST = 5_000_000
# A path from the top of the site that ends with a slash, and perhaps an anchor; "./" is the first page.
_SEGMENT = r"\w[\w .,+'()-]*"
_ADDRESS = re.compile(rf"(?:\./|(?:{_SEGMENT}/)+)(?:#[\w.:-]+)?")
_READ = re.compile(r"\w[\w ./+'()-]*#[\w.-]+ \d{4}-\d\d-\d\d [0-9a-f]{12}")
_SCHEMA = re.compile(r"[a-z_]+\.json")
_DRAFT = "http://json-schema.org/draft-07/schema#"
_NAMES = re.compile(r"[\w-]+")
# The keywords that `signpost schema` writes, by what stands after them.
_MAPS = {"properties", "definitions"}
_SUBSCHEMAS = {"additionalProperties", "items", "propertyNames"}
_LISTS = {"allOf", "anyOf", "oneOf"}
_TEXTS = {"description", "format", "pattern", "title", "type"}
_VALUES = {"const", "default", "enum", "required", "uniqueItems"}
_NUMBERS = {"maximum", "maxItems", "maxLength", "minimum", "minItems", "minLength", "minProperties"}


def put(handed: Path, checkout: Path) -> None:
    """Take everything over, or nothing.

    Args:
        handed: the folder with what was made.
        checkout: the repository that it is written into.

    Raises:
        RefusedError: if anything is not what it should be.
    """
    reviewed = {REVIEWED} & {path.name for path in handed.iterdir()}
    known = {LEDGER, FOLDER, *reviewed, *(f"{FOLDER}/{path.name}" for path in (handed / FOLDER).glob("*"))}
    strange = {path.relative_to(handed).as_posix() for path in handed.rglob("*")} - known
    if strange:
        raise RefusedError(f"There is more than was asked for: {sorted(strange)[0]!a}.")
    old = checkout / LEDGER
    texts = {LEDGER: ledger(whole(handed, LEDGER, _LONGEST), old.read_text("utf-8") if old.exists() else "")}
    for name in reviewed:
        texts[name] = reviews(whole(handed, name, _LONGEST))
    for name in sorted(known - {LEDGER, FOLDER, REVIEWED}):
        if not _SCHEMA.fullmatch(name.removeprefix(f"{FOLDER}/")):
            raise RefusedError(f"{name!a} cannot be the name of a schema.")
        texts[name] = schema(whole(handed, name, _LONGEST), name)
    for name, text in texts.items():
        (checkout / name).parent.mkdir(exist_ok=True)
        (checkout / name).write_bytes(text.encode())


def ledger(text: str, before: str) -> str:
    """The ledger as it was handed over.

    Args:
        text: what was handed over.
        before: as it is in the repository; "" where there is none.

    Raises:
        RefusedError: if a line is neither an address nor a comment that was there, or if one that was there is gone.
    """
    *lines, end = text.split("\n")
    old = before.splitlines()
    if end or len(set(lines)) != len(lines):
        raise RefusedError(f"{LEDGER} has a line twice, or does not end with a line.")
    for number, line in enumerate(lines, 1):
        if line not in old and not _ADDRESS.fullmatch(line) and not (not old and line.startswith("# ")):
            raise RefusedError(f"Line {number} of {LEDGER} is no address: {line!a}.")
    gone = [line for line in old if line not in set(lines)]
    if gone:
        raise RefusedError(f"{LEDGER} has lost a line: {gone[0]!a}.")
    return text


def reviews(text: str) -> str:
    """The ledger of reviews as it was handed over.

    Raises:
        RefusedError: if a line is neither a file with a field, a day and a checksum, nor a comment at the top.
    """
    *lines, end = text.split("\n")
    head = next((number for number, line in enumerate(lines) if not line.startswith("# ")), len(lines))
    if end or len(set(lines)) != len(lines):
        raise RefusedError(f"{REVIEWED} has a line twice, or does not end with a line.")
    for number, line in enumerate(lines[head:], head + 1):
        if not _READ.fullmatch(line):
            raise RefusedError(f"Line {number} of {REVIEWED} is no review: {line!a}.")
    return text


def schema(text: str, name: str) -> str:
    """A schema as it was handed over.

    Raises:
        RefusedError: if it is not JSON as it is written by us, or holds anything that is no business of a schema.
    """
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        raise RefusedError(f"{name} is not JSON.") from None
    if text != json.dumps(data, indent=2, ensure_ascii=False) + "\n":
        raise RefusedError(f"{name} is not written as schemas are.")
    if not isinstance(data, dict) or data.pop("$schema", None) != _DRAFT:
        raise RefusedError(f"{name} is no schema.")
    _judge(data, name)
    return text


def _judge(data: object, where: str) -> None:
    """Refuse a part of a schema that could do more than explain a field and offer ids."""
    if isinstance(data, bool):
        return
    if not isinstance(data, dict):
        raise RefusedError(f"{where} is no schema.")
    for key, value in data.items():
        place = f"{where}: {key!a}"
        if key in _MAPS and isinstance(value, dict) and all(map(_NAMES.fullmatch, value)):
            for inner, part in value.items():
                _judge(part, f"{place}: {inner}")
        elif key in _LISTS and isinstance(value, list):
            for part in value:
                _judge(part, place)
        elif key in _SUBSCHEMAS:
            _judge(value, place)
        elif key == "$ref" and isinstance(value, str) and re.fullmatch(r"#/definitions/\w+", value):
            continue
        elif key in _TEXTS | _VALUES and not isinstance(value, dict):
            _words(value, place)
        elif key not in _NUMBERS or not isinstance(value, int):
            raise RefusedError(f"{place} is not expected there.")


def _words(value: object, where: str) -> None:
    """Refuse what an editor would make a link or a picture of, but for the address at which a DOI begins."""
    for word in value if isinstance(value, list) else [value]:
        if isinstance(word, str) and re.search(r"://(?!doi\.org/\.)|\]\(|<(a|img)\b|javascript:|command:", word):
            raise RefusedError(f"{where} holds a link.")
        if not isinstance(word, str | int | bool):
            raise RefusedError(f"{where} is not expected there.")


if __name__ == "__main__":
    try:
        put(Path(sys.argv[1]), Path(sys.argv[2]))
    except RefusedError as refused:
        sys.exit(f"Nothing was written down. {refused}")
