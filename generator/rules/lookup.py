"""The one way in which a name that leads nowhere is told, whatever it names."""

from collections.abc import Iterator

from generator.analyse.survey import Survey
from generator.core.finding import Fault
from generator.core.text import did_you_mean, known_here


def unknown(survey: Survey, code: str, kind: str, noun: str, define: str) -> Iterator[Fault]:
    """Faults for every reference of a kind to an id that does not exist.

    Args:
        noun: what the kind is called in a message.
        define: how to bring the id into being; "{id}" in it stands for the id.
    """
    library = survey.library
    for reference in survey.references:
        if reference.kind == kind and not library.knows(kind, reference.id):
            known = library.known[kind] or ()
            help = did_you_mean(reference.id, known, define.format(id=reference.id) + known_here(known))
            if now := library.present_id(kind, reference.id):
                help = f'Write "{now}", as it is called now.'
            yield Fault(code, reference.at, f'There is no {noun} "{reference.id}".', help)
