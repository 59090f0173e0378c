"""A lower bound for `signpost check` of a small site: imports the libraries that it needs, and does nothing with
them."""

import click
import pydantic
import yaml

__all__ = ["click", "pydantic", "yaml"]
