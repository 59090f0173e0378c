"""JSON Schema of every kind of file, for editors: fields with what they mean, and the ids that there are.

Made of the models, and of what a library asks for beyond them. An editor that knows these says the same as
`check` about one file at a time; what needs several files, only `check` can say.
"""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from generator.core.model import EVERYWHERE, MODELS, BibliographicSource, Choice, Entry, Library, Marker, Question
from generator.core.project import FOLDERS, ID, REGISTERS, SITE

FOLDER = "schema"
DIALECT = "http://json-schema.org/draft-07/schema#"
# The kinds of file, each with the kind of entry in it.
FILES = {
    "tree": "tree",
    "outcome": "outcome",
    "faq": "faq",
    "place": "place",
    "red_flags": "red-flag",
    "care_levels": "care-level",
    "sources": "source",
    "site": "site",
}
_PATTERN = f"^{ID.pattern}$"
_DAY = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
# What a field names.
_NAMED = {
    "places": "place",
    "sources": "source",
    "trees": "tree",
    "outcomes": "outcome",
    "most_asked": "faq",
    "outcome": "outcome",
    "tree": "tree",
    "care": "care-level",
    "figure": "figure",
}
_INNER = {model.__name__: model for model in (Question, Choice, Marker)}

Schema = dict[str, Any]


def schemas(library: Library) -> dict[str, str]:
    """The schema of each kind of file, as text, by the name of its file in the folder `schema`."""
    return {f"{name}.json": _text(_schema(name, kind, library)) for name, kind in FILES.items()}


def schema_of(path: str) -> str | None:
    """The name of the schema for a file of the project; None for a file that is no YAML of ours."""
    names = {kind: name for name, kind in FILES.items()}
    for kind, register in {**REGISTERS, "site": SITE}.items():
        if path == register:
            return names[kind]
    folder, _, name = path.rpartition("/")
    kinds = {folder: kind for kind, folder in FOLDERS.items()}
    return names[kinds[folder]] if folder in kinds and name.endswith(".yml") else None


def schema_line(path: str) -> str:
    """The first line of a YAML file of the project, by which an editor finds its schema."""
    return f"# yaml-language-server: $schema={'../' * path.count('/')}{FOLDER}/{schema_of(path)}.json\n"


def _text(schema: Schema) -> str:
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def _schema(name: str, kind: str, library: Library) -> Schema:
    model = MODELS[kind]
    raw = model.model_json_schema(ref_template="#/definitions/{model}")
    inner = {name: _of_model(_INNER[name], schema, library) for name, schema in sorted(raw.pop("$defs", {}).items())}
    entry = _of_model(model, raw, library)
    head = {"$schema": DIALECT, "title": f"signpost: {name}"}
    if kind in REGISTERS:
        inner[model.__name__] = entry
        entry = {
            "description": f"{_first_line(model)} Each stands under an id of its own.",
            "type": "object",
            "propertyNames": _id(),
            "minProperties": 1,
            "additionalProperties": {"$ref": f"#/definitions/{model.__name__}"},
        }
    return head | entry | ({"definitions": inner} if inner else {})


def _of_model(model: type[Entry], raw: Schema, library: Library) -> Schema:
    """One entry: its fields, those that must be there, and what the rules ask for within one file."""
    names = {field.alias or name: name for name, field in model.model_fields.items()}
    fields = {name: _field(model, names[name], schema, library) for name, schema in raw["properties"].items()}
    required = [field for field in fields if names[field] in _required(model, library)]
    made: Schema = {"description": _first_line(model), "type": "object", "properties": fields}
    if required:
        made["required"] = required
    if model is Choice:
        made["oneOf"] = [{"required": [target]} for target in ("question", "outcome", "tree")]
    if model is BibliographicSource:
        fields |= {name: {} for name in sorted(model.others)}
    return made | {"additionalProperties": False}


def _first_line(model: type[Entry]) -> str:
    return model.__doc__.strip().splitlines()[0]


def _required(model: type[Entry], library: Library) -> set[str]:
    required = set(model.REQUIRED)
    if model is MODELS["tree"] and library.red_flags:
        required.add("places")
    if model is MODELS["outcome"] and library.care_levels:
        required.add("care")
    if model in (MODELS["outcome"], MODELS["faq"]):
        required.add("sources")
    return required


def _field(model: type[Entry], name: str, raw: Schema, library: Library) -> Schema:
    field = {key: value for key, value in _without_null(raw).items() if key not in ("title", "default")}
    described = {"description": field.pop("description")} if "description" in field else {}
    required = name in _required(model, library)
    if name == "aliases":
        field["items"] = _id()
    elif (model, name) in ((Choice, "question"), (MODELS["tree"], "start")):
        # The questions of the file itself, which no schema can list.
        field = _id()
    elif name == "reviewed":
        field = {"type": "string", "pattern": _DAY}
    elif name in ("questions", "choices"):
        field |= {"propertyNames": _id(), "minProperties": 2 if name == "choices" else 1}
    elif name in _NAMED:
        field = _naming(field, _ids(library, _NAMED[name]), required)
    elif field.get("type") == "string" and required and "enum" not in field:
        field["minLength"] = 1
    elif "$ref" in field:
        # Beside a reference, this dialect does not look at anything else.
        field = {"allOf": [field]}
    return described | _plain_union(field)


def _naming(field: Schema, ids: Schema, required: bool) -> Schema:
    """A field that names one thing, or several, or everywhere."""
    several = {"type": "array", "items": ids} | ({"minItems": 1} if required else {})
    if "anyOf" in field:
        return {"anyOf": [several, {"const": EVERYWHERE}]}
    return several if field["type"] == "array" else ids


def _ids(library: Library, kind: str) -> Schema:
    """One of the ids that there are; any id where these are not known. Levels of care keep their order."""
    known = library.known.get(kind)
    order = list(library.care_levels) if kind == "care-level" else sorted(known or ())
    return {"type": "string", "enum": order} if known and order else _id()


def _id() -> Schema:
    return {"type": "string", "pattern": _PATTERN}


def _without_null(raw: Schema) -> Schema:
    """A field that may be left out, but not left empty: an editor then says the same as the rules."""
    arms = [arm for arm in raw.get("anyOf", ()) if arm != {"type": "null"}]
    if len(arms) != 1:
        return dict(raw)
    return {key: value for key, value in raw.items() if key != "anyOf"} | arms[0]


def _plain_union(field: Schema) -> Schema:
    """Several simple types as one list, of which editors make shorter messages."""
    arms = field.get("anyOf", ())
    if not arms or any(arm.keys() != {"type"} for arm in arms):
        return field
    types = [arm["type"] for arm in arms]
    return {key: value for key, value in field.items() if key != "anyOf"} | {"type": _widest(types)}


def _widest(types: Iterable[str]) -> str | list[str]:
    """Without "integer" beside "number", which takes integers too."""
    types = [one for one in types if one != "integer" or "number" not in types]
    return types[0] if len(types) == 1 else types


def without_ids(schema: Mapping[str, Any]) -> Schema:
    """A schema as it would be for a library without any ids, to compare what is the same for all."""

    def cleared(value: Any) -> Any:
        if isinstance(value, list):
            return [cleared(item) for item in value]
        if not isinstance(value, Mapping):
            return value
        if value.get("type") == "string" and "enum" in value:
            return _id()
        return {key: cleared(item) for key, item in value.items()}

    return cleared(schema)
