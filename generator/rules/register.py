"""The register of all rules, by code."""

from collections.abc import Mapping
from importlib import import_module
from types import MappingProxyType, ModuleType

from generator.rules import of_kinds
from generator.rules.rule import Rule

# One module per rule, named for the mistake.
_MODULES = (
    "address_clash",
    "alias_clash",
    "alias_to_less_care",
    "anchor_or_alias",
    "bad_id",
    "bad_translation",
    "blank_title",
    "broken_character",
    "broken_citation",
    "broken_link",
    "broken_permalink",
    "case_ends_elsewhere",
    "case_without_end",
    "choice_target",
    "choice_without_case",
    "crowded_gate",
    "dead_anchor",
    "dead_link",
    "duplicate_key",
    "empty_file",
    "hard_to_read",
    "house_rule",
    "id_clash",
    "late_front_matter",
    "left_to_write",
    "link_out_of_project",
    "long_gate",
    "long_sign",
    "loop",
    "loop_across_trees",
    "misplaced_file",
    "many_answers",
    "mark_as_typed",
    "marker_outside",
    "merge_mark",
    "missing_field",
    "no_get_help",
    "no_self_care_level",
    "no_source",
    "no_tree",
    "no_unsure",
    "not_an_address",
    "not_utf8",
    "number_in_text",
    "open_front_matter",
    "orphan_faq_entry",
    "outcome_without_case",
    "pointless_question",
    "red_flag_to_self_care",
    "relative_link",
    "repeated_address",
    "repeated_sign",
    "required_here",
    "reviewed_date",
    "same_text",
    "self_care_without_places",
    "sign_asked_before",
    "sign_taken_lightly",
    "sign_to_less_care",
    "skipped_red_flag",
    "text_cut_by_comment",
    "too_few_choices",
    "undeclared_self_care",
    "unknown_figure",
    "unknown_key",
    "unknown_language",
    "unknown_link_kind",
    "unknown_page",
    "unknown_question",
    "unmarked_unsure",
    "unreachable_question",
    "unreadable_file",
    "unsure_lowers_care",
    "unusable_date",
    "unusable_figure",
    "unusable_move",
    "unusable_name",
    "wrong_answer_in_case",
    "wrong_braces",
    "wrong_indent",
    "wrong_type",
    "yaml_syntax",
    "yaml_tag",
)


def _rule(module: ModuleType) -> Rule:
    return Rule(
        code=module.CODE,
        name=module.__name__.rpartition(".")[2].replace("_", "-"),
        severity=getattr(module, "SEVERITY", "error"),
        doc=module.__doc__ or "",
        check=getattr(module, "check", None),
        fault=getattr(module, "fault", None),
    )


def _rules() -> dict[str, Rule]:
    rules = [*(_rule(import_module(f"generator.rules.{name}")) for name in _MODULES), *of_kinds.rules()]
    found = {rule.code: rule for rule in sorted(rules, key=lambda rule: rule.code)}
    if len(found) < len(rules):
        twice = sorted(rule.name for rule in rules if found[rule.code] is not rule)
        raise ValueError(f"These rules have the code of another: {', '.join(twice)}")
    return found


RULES: Mapping[str, Rule] = MappingProxyType(_rules())
