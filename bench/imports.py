"""The floor under `signpost check` of a small site: what it cannot do without, loaded, and nothing done with it."""

import click
import pydantic
import yaml

__all__ = ["click", "pydantic", "yaml"]
