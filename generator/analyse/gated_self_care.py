"""Self-care outcomes, and the red flags that must be answered no before a reader may reach them."""

from collections.abc import Mapping

from generator.analyse.gate import flags_for
from generator.core.library import Library


def gated_self_care(library: Library) -> Mapping[str, frozenset[str]]:
    """Each self-care outcome by id, with the ids of the red flags that are asked for its places."""
    return {
        id: flags_for(library, outcome.places)
        for id, outcome in library.outcomes.items()
        if (level := library.care_levels.get(outcome.care or "")) and level.self_care
    }
