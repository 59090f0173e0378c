"""`signpost explain`."""

import click
from click.shell_completion import CompletionItem

from generator.core.text import did_you_mean
from generator.rules.register import RULES


def _complete(_: click.Context, __: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Rule codes and names that begin with what was typed."""
    codes = [CompletionItem(code, help=rule.name) for code, rule in RULES.items()]
    names = [CompletionItem(rule.name) for rule in RULES.values()]
    return [one for one in (*codes, *names) if one.value.startswith((incomplete, incomplete.upper()))]


@click.command("explain")
@click.argument("code", shell_complete=_complete)
def command(code: str) -> None:
    """Explain what a rule requires and why, with an example. CODE is a code such as S302, or a rule's name."""
    by_name = {rule.name: rule for rule in RULES.values()}
    rule = RULES.get(code.upper()) or by_name.get(code.lower())
    if rule is None:
        help = did_you_mean(code, [*RULES, *by_name], "The codes are in each message of `signpost check`.")
        raise click.UsageError(f'There is no rule "{code}". {help}')
    click.echo(f"{click.style(rule.code, bold=True)} {rule.name} ({rule.severity})\n\n{rule.doc.strip()}")
