"""A text that breaks one of this site's own rules.

A site can have rules for its texts that other sites do not need: a time limit in each list of when to get help, a
caution wherever a medicine is named, no frightening words. They are listed under `house_rules` in `content/site.yml`.
Each rule says which texts it is `of` (`outcome.get_help_if`, or `texts` for all), which pattern a text `has` or
`has_not`, and what to do.
"""

from collections.abc import Iterator

from generator.analyse.house_rules import ALL_TEXTS, house_rule_violations, is_field, why_invalid_pattern
from generator.analyse.survey import Survey
from generator.core.finding import Fault
from generator.core.library import at_site

CODE = "S313"


def check(survey: Survey) -> Iterator[Fault]:
    """Check the texts against the rules of the site, and the rules themselves."""
    rules = survey.library.site.house_rules
    for number, rule in enumerate(rules):
        where = at_site("house_rules", number)
        if rule.of and not is_field(rule.of):
            help = f'Name a kind and its field, such as outcome.get_help_if, or "{ALL_TEXTS}" for all.'
            yield Fault(CODE, at_site("house_rules", number, "of"), f'There is no "{rule.of}" in any entry.', help)
        for pattern in (rule.where, rule.has_not, *rule.patterns):
            if why := why_invalid_pattern(pattern):
                message = f'"{pattern}" is not a valid pattern: {why}.'
                yield Fault(CODE, where, message, "Write a regular expression as Python reads it.")
    for breach in house_rule_violations(survey.library):
        message = f"This breaks a rule of this site: {breach.why}."
        yield Fault(CODE, breach.at, message, rules[breach.number].say)
