"""JSON Schema of every kind of file, for editors: fields with their descriptions, and the existing ids.

Generated from the models and from what a library requires in addition. An editor with these schemas reports the same as
`check` does within one file; only `check` can report what depends on several files.
"""

import json
from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath
from typing import Any

from generator.analyse.gate import card_outcomes
from generator.core.kinds import KINDS, kind_of
from generator.core.kinds.kind import (
    EVERYWHERE,
    Day,
    Entry,
    FieldOf,
    FormerIds,
    Kind,
    QuestionId,
    RefersTo,
    Register,
    fields_of,
    parts_of,
)
from generator.core.kinds.source import BibliographicSource
from generator.core.kinds.tree import TARGETS, Choice
from generator.core.library import Library
from generator.core.project import ID
from generator.core.settings import SiteSettings
from generator.core.subject import required_fields

FOLDER = "schema"
DIALECT = "http://json-schema.org/draft-07/schema#"
_PATTERN = f"^{ID.pattern}$"
_DAY = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
Schema = dict[str, Any]


def schemas(library: Library) -> dict[str, str]:
    """The schema of each kind of file, as text, by its file name in the folder `schema`."""
    made = {f"{schema_name(kind)}.json": _text(_schema(kind, library)) for kind in KINDS.values()}
    return made | {"site.json": _text(_head("site") | _inlined(SiteSettings, library))}


def schema_name(kind: Kind) -> str:
    """The name of the schema for a kind's files: the kind's name, or that of its register file."""
    return PurePosixPath(kind.home.path).stem if isinstance(kind.home, Register) else kind.name


def schema_of(path: str) -> str | None:
    """The name of the schema for a file of the project; None if it is not one of our YAML files."""
    found = kind_of(path)
    if found is None:
        return None
    return schema_name(KINDS[found[0]]) if found[0] in KINDS else "site"


def schema_line(path: str) -> str:
    """The first line of a YAML file of the project, which tells an editor its schema."""
    return f"# yaml-language-server: $schema={'../' * path.count('/')}{FOLDER}/{schema_of(path)}.json\n"


def _text(schema: Schema) -> str:
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def _head(name: str) -> Schema:
    return {"$schema": DIALECT, "title": f"signpost: {name}"}


def _schema(kind: Kind, library: Library) -> Schema:
    entry = _inlined(kind.model, library, kind)
    if isinstance(kind.home, Register):
        inner = entry.pop("definitions", {})
        inner[kind.model.__name__] = entry
        entry = {
            "description": f"{_first_line(kind.model)} Each has its own id as its key.",
            "type": "object",
            "propertyNames": _id(),
            "minProperties": 1,
            "additionalProperties": {"$ref": f"#/definitions/{kind.model.__name__}"},
            "definitions": inner,
        }
    return _head(schema_name(kind)) | entry


def _inlined(model: type[Entry], library: Library, kind: Kind | None = None) -> Schema:
    """One entry, with its nested models as definitions."""
    raw = model.model_json_schema(ref_template="#/definitions/{model}")
    models = {part.__name__: part for part in parts_of(model).values()}
    inner = {name: _of_model(models[name], one, library) for name, one in sorted(raw.pop("$defs", {}).items())}
    entry = _of_model(model, raw, library, kind)
    return entry | ({"definitions": inner} if inner else {})


def _of_model(model: type[Entry], raw: Schema, library: Library, kind: Kind | None = None) -> Schema:
    """One model: its fields, the required ones, and what rules require within one file."""
    required = _required(model, library, kind)
    fields = {
        one.key: _field(one, raw["properties"][one.key], library, one.name in required) for one in fields_of(model)
    }
    made: Schema = {"description": _first_line(model), "type": "object", "properties": fields}
    if required:
        made["required"] = [one.key for one in fields_of(model) if one.name in required]
    if model is Choice:
        made["oneOf"] = [{"required": [target]} for target in TARGETS]
    if model is BibliographicSource:
        fields |= {name: {} for name in sorted(model.others)}
    return made | {"additionalProperties": False}


def _first_line(model: type[Entry]) -> str:
    return (model.__doc__ or "").strip().partition("\n")[0]


def _required(model: type[Entry], library: Library, kind: Kind | None) -> set[str]:
    required = set(model.REQUIRED)
    if kind is not None:
        required |= set(required_fields(kind, library))
        required |= {"sources"} if kind.sourced else set()
    return required


def _field(one: FieldOf, raw: Schema, library: Library, required: bool) -> Schema:
    field = {key: value for key, value in _without_null(raw).items() if key not in ("title", "default")}
    described = {"description": field.pop("description")} if "description" in field else {}
    match one.role:
        case FormerIds():
            field["items"] = _id()
        case QuestionId():
            # Questions are defined in the same file, so the schema cannot list them.
            field = _id()
        case Day():
            field = {"type": "string", "pattern": _DAY}
        case RefersTo(kind, by):
            # A case may end at the generated card of a care level.
            cards = sorted(card_outcomes(library)) if (kind, by) == ("outcome", "case") else []
            field = _naming(field, _ids(library, kind, cards), required)
        case _ if field.get("type") == "object" and one.part is not None:
            field |= {"propertyNames": _id(), "minProperties": 2 if one.part is Choice else 1}
        case _ if field.get("type") == "string" and required and "enum" not in field:
            field["minLength"] = 1
        case _ if "$ref" in field:
            # This JSON Schema dialect ignores everything beside a `$ref`.
            field = {"allOf": [field]}
    return described | _plain_union(field)


def _naming(field: Schema, ids: Schema, required: bool) -> Schema:
    """A field that names one entry, several, or "everywhere"; a field that allows "everywhere" may also be an empty
    list."""
    anywhere = any(raw.get("const") == EVERYWHERE for raw in field.get("anyOf", ()))
    several = {"type": "array", "items": ids} | ({"minItems": 1} if required and not anywhere else {})

    def arm(raw: Schema) -> Schema:
        if raw.get("type") == "array":
            return several
        return {"const": EVERYWHERE} if raw.get("const") == EVERYWHERE else ids

    arms = [arm(raw) for raw in field.get("anyOf", [field]) if raw != {"type": "null"}]
    return arms[0] if len(arms) == 1 else {"anyOf": arms}


def _ids(library: Library, kind: str, more: Iterable[str] = ()) -> Schema:
    """One of the existing ids; any id if they are unknown. Care levels keep their order."""
    known = library.known.get(kind)
    order = list(library.care_levels) if kind == "care-level" else sorted(known or ())
    return {"type": "string", "enum": [*order, *more]} if known and order else _id()


def _id() -> Schema:
    return {"type": "string", "pattern": _PATTERN}


def _without_null(raw: Schema) -> Schema:
    """Without null as a value: a field may be omitted but not empty, as the rules require."""
    arms: list[Schema] = [arm for arm in raw.get("anyOf", ()) if arm != {"type": "null"}]
    if len(arms) != 1:
        return dict(raw)
    return {key: value for key, value in raw.items() if key != "anyOf"} | arms[0]


def _plain_union(field: Schema) -> Schema:
    """A union of simple types as a list of types, for which editors give shorter messages."""
    arms = field.get("anyOf", ())
    if not arms or any(arm.keys() != {"type"} for arm in arms):
        return field
    types = [arm["type"] for arm in arms]
    return {key: value for key, value in field.items() if key != "anyOf"} | {"type": _widest(types)}


def _widest(types: Iterable[str]) -> str | list[str]:
    """Without "integer" if "number" is present, which includes integers."""
    types = [one for one in types if one != "integer" or "number" not in types]
    return types[0] if len(types) == 1 else types


def without_ids(schema: Mapping[str, Any]) -> Schema:
    """The schema without the ids of a library, to compare the parts that are the same for all libraries."""

    def cleared(value: object) -> object:
        if isinstance(value, list):
            return [cleared(item) for item in value]
        return without_ids(value) if isinstance(value, Mapping) else value

    if schema.get("type") == "string" and "enum" in schema:
        return _id()
    return {key: cleared(item) for key, item in schema.items()}
