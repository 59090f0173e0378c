"""Parse YAML into plain values, and find the line and column of a value.

Only this module and `yaml_in_python` import yaml. PyYAML's own loaders read YAML 1.1 (`no` is false, `010` is 8) and
keep the last of two equal keys. Therefore only raw nodes are composed, with the C parser or, without it, the one in
Python; YAML 1.2 values, duplicate keys, anchors and tags are handled here.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import Protocol

import yaml

from generator.core.errors import SignpostError
from generator.core.finding import Problem
from generator.core.source import Location, SourceFile, Span, Spot, Step
from generator.load.surrogates import decode_surrogates, encode_surrogates

# The version of the parser; another version may give other results.
PARSER = f"PyYAML {yaml.__version__}"
# The C parser composes recursively without a limit, and deep nesting would crash the process.
MAX_DEPTH = 64
_DEEP = " " * MAX_DEPTH
# Quick pre-check, without false negatives, for an anchor, an alias or a tag; the events then show whether it is one.
_MAYBE_PROPERTY = re.compile(r"(?:^|[\s\[{,:\-?])(?:[&*][^\s*&]|!)")
# Contexts and messages of parser errors.
_BEGINS_EARLIER = re.compile("simple key|an alias|an anchor|flow sequence|flow mapping")
_DOES_NOT_FIT = re.compile("did not find expected (?:key|'-' indicator)")
_ALIAS_OR_ANCHOR = re.compile("undefined alias|an alias|an anchor")
# A comment after a value, and a quick pre-check for one, without false negatives.
_COMMENT = re.compile(r"([ \t]+)#[^\r\n]*")
_MAYBE_CUT = re.compile(r"[^\s#][ \t]+#")
_LINE_BREAK = re.compile(r"\r\n|\r|\n")
# YAML 1.1 took these for line breaks; YAML 1.2 and every editor do not.
_OLD_BREAKS = ("\x85", "\u2028", "\u2029")

_NULL = frozenset(("", "~", "null", "Null", "NULL"))
_BOOL = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_INT = re.compile(r"[-+]?(?:0|[1-9][0-9]*)")
_FLOAT = re.compile(r"[-+]?(?:0|[1-9][0-9]*)?(?:\.[0-9]+|[0-9]\.)(?:[eE][-+]?[0-9]+)?")
# The first characters of plain scalars that may be numbers, and the scalars that are not text.
_NUMERIC = frozenset("+-.0123456789")
_WORDS = _NULL | _BOOL.keys()
_STANDARD_TAG = "tag:yaml.org,2002:"


@dataclass(frozen=True, slots=True)
class _Parser:
    """A composer of nodes from a text, and a loader of tokens and events."""

    nodes: type
    events: type


def _best_parser() -> _Parser:
    """The C parser; without it, as in a browser, the one in Python."""
    try:
        from yaml.cyaml import CParser  # type: ignore[attr-defined]  # The stubs only forget to export it.
    except ImportError:
        return _in_python()
    # Without resolving tags, which takes a third of the time: the core schema is applied here.
    quiet = staticmethod(lambda *_: "")
    composer = type("Composer", (CParser,), dict.fromkeys(("descend_resolver", "ascend_resolver", "resolve"), quiet))
    return _Parser(composer, yaml.CBaseLoader)


def _in_python() -> _Parser:
    from generator.load.yaml_in_python import PythonParser

    return _Parser(PythonParser, PythonParser)


_parser = _best_parser()


class _Mark(Protocol):
    """A position in a text, as both parsers of PyYAML mark it; all three numbers count from 0."""

    @property
    def index(self) -> int: ...

    @property
    def line(self) -> int: ...

    @property
    def column(self) -> int: ...


@dataclass(frozen=True, slots=True)
class _Top:
    """The first character of a file, if the parser gives no position."""

    index: int = 0
    line: int = 0
    column: int = 0


class _UnreadableError(SignpostError):
    def __init__(self, at: Spot, rule: str, *about: object) -> None:
        super().__init__(rule)
        self.at = at
        self.problem = Problem(rule, at, about)


# The values of files that were read elsewhere, without problems or comments that cut a value, as JSON.
_known: dict[SourceFile, str] = {}


def remember(values: Mapping[SourceFile, object]) -> None:
    """Use known values of some files, so that they are not parsed.

    Args:
        values: as `read` returned them without a problem, for files in which `cut_by_comments` found nothing.
    """
    _known.update((source, json.dumps(value)) for source, value in values.items())


def forget() -> None:
    """Discard known values: parse every file again."""
    _known.clear()


def read(source: SourceFile, *, again: bool = False) -> tuple[object, list[Problem]]:
    """Parse a YAML file into plain values.

    Args:
        source: the file.
        again: whether positions of its values will be needed soon, so that its nodes are cached.

    Returns:
        the value (dict, list, str, bool, int, float or None, YAML 1.2 core schema; None also for a file that cannot be
        parsed, is empty, or repeats a list or mapping with an alias) and the problems found.
    """
    if (known := _known.get(source)) is not None:
        # A new value each time: the caller may change it.
        return json.loads(known), []
    root = _kept_nodes(_parser, source) if again else _composed(source)
    if isinstance(root, _UnreadableError):
        return None, [root.problem]
    if root is None:
        return None, [Problem("empty-file", Spot(source.path))]
    problems = list(_properties(source))
    if problems and _has_repeated_node(root):
        return None, problems
    return _value(root, source.path, problems), problems


def written(value: object) -> str:
    """Plain values as YAML, in the order of their keys; texts of several lines are written as blocks.

    Args:
        value: mappings, lists, texts and None.
    """
    text: str = yaml.dump(value, Dumper=_Writer, allow_unicode=True, sort_keys=False, width=1 << 20)
    return text


class _Writer(yaml.SafeDumper):
    """A dumper that keeps the line breaks of texts."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)


def _as_text(writer: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    return writer.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


_Writer.add_representer(str, _as_text)


def locate(source: SourceFile, location: Location) -> Span:
    """The position of a value or its key.

    Args:
        source: the file of the location.
        location: the value, or the key.

    Returns:
        from its first character up to the one after its last. If the path does not exist, as for a missing key, it is
        the position of the nearest existing thing above: its key, an item of a list or, as a point, the top of the
        file. For a file that cannot be parsed, it is the point of the error.
    """
    root = _kept_nodes(_parser, source)
    if isinstance(root, _UnreadableError):
        return Span(root.at, root.at)
    if root is None:
        return Span(Spot(source.path), Spot(source.path))
    node = shown = root
    for index, step in enumerate(location.path):
        found = _child(node, step)
        if found is None:
            break
        key, node = found
        last = index == len(location.path) - 1
        shown = key if key is not None and (location.of == "key" or not last) else node
    begin = _spot(source.path, shown.start_mark)
    if location.path and shown is root:
        return Span(begin, begin)
    return Span(begin, _end(source, shown, begin))


def _end(source: SourceFile, node: yaml.Node, begin: Spot) -> Spot:
    """The character after the last one of a node that begins at a spot.

    The parser counts line breaks and comments after a block as part of it; authors do not.
    """
    while isinstance(node, (yaml.MappingNode, yaml.SequenceNode)) and node.value and not node.flow_style:
        node = node.value[-1] if isinstance(node, yaml.SequenceNode) else node.value[-1][1]
    end = _spot(source.path, node.end_mark)
    if isinstance(node, yaml.ScalarNode) and node.style in ("|", ">"):
        lines = _LINE_BREAK.split(source.text[node.start_mark.index : node.end_mark.index].rstrip())
        first = node.start_mark.column if len(lines) == 1 else 0
        end = Spot(source.path, node.start_mark.line + len(lines), first + len(lines[-1]) + 1)
    # The target of an alias is further up.
    return max(begin, end, key=lambda spot: (spot.line, spot.column))


def cut_by_comments(source: SourceFile) -> Iterator[tuple[tuple[Step, ...], str, Spot]]:
    """Each unquoted value that is followed by a comment on its line.

    Args:
        source: a file that can be parsed.

    Returns:
        the path of the value, its text including the comment, as the author may have meant it, and the position of the
        comment.
    """
    if source in _known:
        return
    text = _text(source)
    if (" #" in text or "\t#" in text) and _MAYBE_CUT.search(text):
        root = _kept_nodes(_parser, source)
        if root is None or isinstance(root, _UnreadableError):
            return
        for path, node in _scalars(root, ()):
            if not node.style and (found := _COMMENT.match(text, node.end_mark.index)):
                end = node.end_mark
                at = Spot(source.path, end.line + 1, end.column + len(found[1]) + 1)
                yield path, f"{node.value}{found[0]}".strip(), at


def _scalars(node: yaml.Node, path: tuple[Step, ...]) -> Iterator[tuple[tuple[Step, ...], yaml.ScalarNode]]:
    if isinstance(node, yaml.ScalarNode):
        yield path, node
    elif isinstance(node, yaml.SequenceNode):
        for index, item in enumerate(node.value):
            yield from _scalars(item, (*path, index))
    else:
        seen: set[str] = set()
        for key, item in node.value:
            # The first of two equal keys counts, as in `read`.
            if isinstance(key, yaml.ScalarNode) and key.value not in seen:
                seen.add(key.value)
                yield from _scalars(item, (*path, key.value))


def _composed(source: SourceFile) -> yaml.Node | _UnreadableError | None:
    """The nodes of a file, None for an empty one, or the error."""
    return _composed_by(_parser, source)


@lru_cache(maxsize=8)
def _kept_nodes(parser: _Parser, source: SourceFile) -> yaml.Node | _UnreadableError | None:
    """Like `_composed`, cached for the last few files.

    A file with a fault is read twice, and positions are needed for its findings. Nodes of other files are not cached,
    because the garbage collector would visit them again and again.
    """
    return _composed_by(parser, source)


def _composed_by(parser: _Parser, source: SourceFile) -> yaml.Node | _UnreadableError | None:
    text = _text(source)
    if not text.strip():
        # The parser would fail on a file of tabs.
        return None
    try:
        _refuse_deep_nesting(source.path, text)
        return _with_whole_characters(source, parser.nodes(text).get_single_node())
    except yaml.reader.ReaderError as error:
        offset = _character_offset(text, error)
        return _UnreadableError(_spot_at(source, offset), "yaml-syntax", "a control character")
    except yaml.MarkedYAMLError as error:
        return _syntax_error(source, error)
    except _UnreadableError as error:
        return error


def _text(source: SourceFile) -> str:
    text = source.text
    for old in _OLD_BREAKS:
        text = text.replace(old, " ")
    return encode_surrogates(text)


def _with_whole_characters(source: SourceFile, root: yaml.Node | None) -> yaml.Node | None:
    if root is not None and "\\u" in source.text and encode_surrogates(source.text) != source.text:
        ahead = [root]
        while ahead:
            node = ahead.pop()
            if isinstance(node, yaml.ScalarNode):
                node.value = decode_surrogates(node.value, escapes=node.style == '"')
            else:
                ahead += node.value if isinstance(node, yaml.SequenceNode) else chain.from_iterable(node.value)
    return root


def _syntax_error(source: SourceFile, error: yaml.MarkedYAMLError) -> _UnreadableError:
    # Imported lazily: if every file can be parsed, they are not needed.
    from generator.load.yaml_hints import MERGE, comment_in_flow, hint
    from generator.load.yaml_in_python import as_in_c

    error = as_in_c(error)
    mark: _Mark = error.problem_mark or error.context_mark or _Top()
    reason = error.problem or "the YAML cannot be read"
    context = error.context or ""
    # The parser reports an unclosed quote or bracket where it fails, often only at the end of the file, and a missing
    # colon one line too late. Both are clearer at their beginning.
    at_end = mark.index >= len(source.text.rstrip())
    if error.context_mark is not None and (at_end or _BEGINS_EARLIER.search(context)):
        mark = error.context_mark
    rule = "anchor-or-alias" if _ALIAS_OR_ANCHOR.search(f"{reason} {context}") else "yaml-syntax"
    if rule == "anchor-or-alias":
        lines = _text(source).split("\n")
        if better := hint(lines, mark.line, mark.column, "an alias"):
            line, column, reason = better
            return _UnreadableError(Spot(source.path, line + 1, column + 1), "yaml-syntax", reason)
        return _UnreadableError(_spot(source.path, mark), rule, _alias_name(source, mark))
    lines = _text(source).split("\n")
    better = hint(lines, mark.line, mark.column, reason)
    if better is None and error.problem_mark is not None and "flow" in context:
        better = comment_in_flow(lines, (mark.line, mark.column), error.problem_mark.line)
    if better:
        line, column, reason = better
        spot = Spot(source.path, line + 1, column + 1)
        if reason == MERGE:
            return _UnreadableError(spot, "merge-mark", True)
        return _UnreadableError(spot, rule, reason)
    if _DOES_NOT_FIT.search(reason):
        mark, reason = _text_after_end(source, mark, reason)
    return _UnreadableError(_spot(source.path, mark), rule, reason)


def _text_after_end(source: SourceFile, mark: _Mark, reason: str) -> tuple[_Mark, str]:
    """Report where a quote or a bracket was closed and text follows, rather than that something does not fit there."""
    last = None
    try:
        for token in yaml.scan(_text(source), Loader=_parser.events):
            if token.start_mark.index >= mark.index:
                break
            last = token
    except yaml.YAMLError:
        pass
    if last is None or last.end_mark.line != mark.line:
        return mark, reason
    if isinstance(last, yaml.ScalarToken) and last.style in ("'", '"'):
        several = last.start_mark.line < mark.line
        if several:
            return last.start_mark, "a quote closed too late"
        is_apostrophe = last.style == "'" and last.end_mark.index == mark.index
        return mark, "an apostrophe in single quotes" if is_apostrophe else "text after a closing quote"
    if isinstance(last, (yaml.FlowSequenceEndToken, yaml.FlowMappingEndToken)):
        return mark, "text after a closing bracket"
    return mark, reason


def _alias_name(source: SourceFile, mark: _Mark) -> str:
    match = re.compile(r"[*&]\S*").match(source.text, mark.index)
    return match.group() if match else "*"


def _refuse_deep_nesting(path: str, text: str) -> None:
    if not _may_be_deep(text):
        return
    depth = 0
    for event in yaml.parse(text, Loader=_parser.events):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > MAX_DEPTH:
                at = _spot(path, event.start_mark)
                raise _UnreadableError(at, "yaml-syntax", f"more than {MAX_DEPTH} levels inside one another")
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1


def _may_be_deep(text: str) -> bool:
    """A quick pre-check for deep nesting, without false negatives: by brackets and by leading indicators of lines."""
    if text.count("[") + text.count("{") >= MAX_DEPTH:
        return True
    for sign in "\t-?:":
        text = text.replace(sign, " ")
    return _DEEP in text


def _properties(source: SourceFile) -> Iterator[Problem]:
    # Composing drops anchors and standard tags and resolves aliases, so they are found in the events.
    text = _text(source)
    if not any(sign in text for sign in "&*!") or not _MAYBE_PROPERTY.search(text):
        return
    for event in yaml.parse(text, Loader=_parser.events):
        if isinstance(event, yaml.NodeEvent) and event.anchor:
            sign = "*" if isinstance(event, yaml.AliasEvent) else "&"
            yield Problem("anchor-or-alias", _spot(source.path, event.start_mark), (sign + event.anchor,))
        if isinstance(event, (yaml.ScalarEvent, yaml.CollectionStartEvent)) and event.tag:
            name = event.tag.replace(_STANDARD_TAG, "!!")
            yield Problem("yaml-tag", _spot(source.path, event.start_mark), (name,))


def _has_repeated_node(root: yaml.Node) -> bool:
    """Whether a list or mapping occurs several times: in itself, or so often that it would not fit into memory."""
    seen: set[int] = set()
    ahead = [root]
    while ahead:
        node = ahead.pop()
        if isinstance(node, yaml.ScalarNode):
            continue
        if id(node) in seen:
            return True
        seen.add(id(node))
        ahead += node.value if isinstance(node, yaml.SequenceNode) else chain.from_iterable(node.value)
    return False


def _value(node: yaml.Node, path: str, problems: list[Problem]) -> object:
    if isinstance(node, yaml.ScalarNode):
        text = node.value
        # Fast path: nearly all values are text, and a call would take three times as long.
        if node.style or (text not in _WORDS and text[0] not in _NUMERIC):
            return text
        return _scalar(text)
    if isinstance(node, yaml.SequenceNode):
        return [_value(item, path, problems) for item in node.value]
    result: dict[str, object] = {}
    # Consecutive repeated keys: the position and name of the first, and how many follow it.
    doubled: list[tuple[Spot, str, int]] = []
    in_a_row = False
    for key, item in node.value:
        if not isinstance(key, yaml.ScalarNode):
            problems.append(Problem("yaml-syntax", _spot(path, key.start_mark), ("a key that is not a single word",)))
            continue
        name = key.value
        value = _value(item, path, problems)
        if name not in result:
            result[name] = value
            in_a_row = False
        # Its value was read all the same, so that a fault in it is reported in the same run.
        elif in_a_row:
            doubled[-1] = (*doubled[-1][:2], doubled[-1][2] + 1)
        else:
            doubled.append((_spot(path, key.start_mark), name, 0))
            in_a_row = True
    problems += [Problem("duplicate-key", spot, (name, more) if more else (name,)) for spot, name, more in doubled]
    return result


def _scalar(text: str) -> object:
    """A plain scalar under the YAML 1.2 core schema, except that `010` stays text."""
    if text in _NULL:
        return None
    if text in _BOOL:
        return _BOOL[text]
    if _INT.fullmatch(text):
        # More digits than a machine word holds are not a number to count with.
        return int(text) if len(text) < 19 else text
    return float(text) if _FLOAT.fullmatch(text) else text


def _child(node: yaml.Node, step: Step) -> tuple[yaml.Node | None, yaml.Node] | None:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if isinstance(key, yaml.ScalarNode) and key.value == step:
                return key, value
    elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return None, node.value[step]
    return None


def _spot(path: str, mark: _Mark | None) -> Spot:
    return Spot(path) if mark is None else Spot(path, mark.line + 1, mark.column + 1)


def _spot_at(source: SourceFile, offset: int) -> Spot:
    before = source.text[:offset]
    return Spot(source.path, before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1)


def _character_offset(text: str, error: yaml.reader.ReaderError) -> int:
    # The C reader counts bytes; we count characters.
    return len(text.encode()[: error.position].decode(errors="ignore"))
