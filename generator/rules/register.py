"""All rules, written out, with what can be said of each."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from types import ModuleType

from generator.analyse.survey import Survey
from generator.core.finding import Fault, Severity
from generator.rules import (
    alias_clash,
    anchor_or_alias,
    bad_id,
    broken_permalink,
    choice_target,
    duplicate_key,
    empty_file,
    hard_to_read,
    id_clash,
    left_to_write,
    link_out_of_project,
    loop,
    loop_across_trees,
    misplaced_file,
    missing_field,
    no_get_help,
    no_source,
    no_tree,
    not_an_address,
    not_utf8,
    orphan_faq_entry,
    orphan_outcome,
    orphan_source,
    pointless_question,
    red_flag_to_self_care,
    repeated_address,
    reviewed_date,
    same_text,
    skipped_red_flag,
    too_few_choices,
    unknown_care_level,
    unknown_faq_entry,
    unknown_figure,
    unknown_key,
    unknown_link_kind,
    unknown_outcome,
    unknown_page,
    unknown_place,
    unknown_question,
    unknown_source,
    unknown_tree,
    unreachable_question,
    unreadable_file,
    unsure_lowers_care,
    unusable_figure,
    unusable_move,
    wrong_type,
    yaml_syntax,
    yaml_tag,
)

_MODULES = (
    empty_file,
    not_utf8,
    link_out_of_project,
    unreadable_file,
    misplaced_file,
    no_tree,
    yaml_syntax,
    duplicate_key,
    anchor_or_alias,
    yaml_tag,
    unknown_key,
    missing_field,
    wrong_type,
    bad_id,
    choice_target,
    too_few_choices,
    reviewed_date,
    unknown_question,
    unknown_outcome,
    unknown_tree,
    unknown_place,
    unknown_source,
    unknown_care_level,
    unknown_faq_entry,
    unknown_page,
    unknown_link_kind,
    unknown_figure,
    unusable_figure,
    unreachable_question,
    loop,
    loop_across_trees,
    pointless_question,
    same_text,
    id_clash,
    skipped_red_flag,
    unsure_lowers_care,
    no_source,
    no_get_help,
    red_flag_to_self_care,
    orphan_outcome,
    orphan_faq_entry,
    orphan_source,
    hard_to_read,
    left_to_write,
    broken_permalink,
    not_an_address,
    repeated_address,
    alias_clash,
    unusable_move,
)


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule.

    Attributes:
        code: stable, never used again for another rule.
        name: what is wrong, in words with hyphens; the same as its file.
        severity: errors stop a build, warnings do not.
        doc: what, why, and examples, as written at the head of its file.
        check: finds the faults of a survey; None where loading or parsing finds them.
    """

    code: str
    name: str
    severity: Severity
    doc: str
    check: Callable[[Survey], Iterable[Fault]] | None


def _rule(module: ModuleType) -> Rule:
    name = module.__name__.rpartition(".")[2].replace("_", "-")
    return Rule(
        code=module.CODE,
        name=name,
        severity=getattr(module, "SEVERITY", "error"),
        doc=module.__doc__,
        check=getattr(module, "check", None),
    )


RULES: dict[str, Rule] = {module.CODE: _rule(module) for module in _MODULES}
