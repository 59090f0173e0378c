"""The two rules that every kind of entry can have with its own wording: unknown references, and orphan entries."""

from collections.abc import Callable, Iterator
from functools import partial

from generator.analyse.survey import Survey
from generator.core.finding import Fault, Severity
from generator.core.kinds import IN_REGISTERS, KINDS
from generator.core.kinds.kind import Kind, KindRule
from generator.core.library import at, title_of
from generator.core.readability import is_to_write
from generator.rules.lookup import unknown
from generator.rules.rule import Rule


def rules() -> Iterator[Rule]:
    """The rules of all kinds."""
    for kind in KINDS.values():
        if kind.unknown is not None:
            yield _rule(kind.unknown, "error", partial(unknown, code=kind.unknown.code, kind=kind.name))
        if kind.orphan is not None:
            yield _rule(kind.orphan, "error", partial(_orphans, kind=kind, rule=kind.orphan))


def _rule(rule: KindRule, severity: Severity, check: Callable[[Survey], Iterator[Fault]]) -> Rule:
    return Rule(rule.code, rule.name, severity, rule.doc, check)


def _orphans(survey: Survey, kind: Kind, rule: KindRule) -> Iterator[Fault]:
    """Entries without a reference of the kind that counts. An entry whose title is still to be written is ignored."""
    named = {
        reference.id
        for reference in survey.references_to.get(kind.name, ())
        if not kind.orphan_unless or reference.by in kind.orphan_unless
    }
    for id, entry in survey.library.entries[kind.name].items():
        if id not in named and not is_to_write(title_of(kind.name, entry)):
            where = at(kind.name, id, of="key" if kind.name in IN_REGISTERS else "value")
            message = rule.message or 'Nothing refers to the {noun} "{id}".'
            said = (text.replace("{id}", id).replace("{noun}", kind.noun) for text in (message, rule.help))
            yield Fault(rule.code, where, *said)
