"""How `parse` comes by the values of a file: by reading it, or from what a reader remembers of it."""

from generator.reading.yaml_nodes import Problem, read
from generator.source import Source


class Reader:
    """Reads every file anew."""

    def read(self, source: Source) -> tuple[object, list[Problem]]:
        """The plain values of a YAML file and the problems found on the way, as `yaml_nodes.read` gives them."""
        return read(source)

    def is_settled(self, path: str) -> bool:
        """Whether there is known to be nothing to say about this file for itself, as it stands now.

        Then it has every field it must have, in the right form, and no rule that looks at one file alone finds a
        fault in it. What it has to do with other files is judged every time.
        """
        return False
