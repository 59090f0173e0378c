"""Caches compiled Jinja templates for as long as the process runs."""

from jinja2.bccache import Bucket, BytecodeCache


class CompiledTemplates(BytecodeCache):
    """For programs that create a new environment for each build; Jinja recompiles templates that have changed."""

    def __init__(self) -> None:
        self._code: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Load a template from the cache."""
        if bucket.key in self._code:
            bucket.bytecode_from_string(self._code[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Store a template in the cache."""
        self._code[bucket.key] = bucket.bytecode_to_string()
