"""To import the package changes nothing in the process; only its entry points do, once they are called."""

import subprocess
import sys

import pytest

PROGRAM = """
import os, pkgutil, sys
from importlib import import_module

def state():
    return (
        sys.get_int_max_str_digits(), sys.getrecursionlimit(), dict(os.environ), os.getcwd(), sys.excepthook,
        sys.stdout.encoding, sys.stdout.errors,
    )

before = state()
import generator
for module in pkgutil.walk_packages(generator.__path__, "generator."):
    if module.name != "generator.__main__":
        import_module(module.name)
assert state() == before, (before, state())
"""


@pytest.mark.long
def test_an_import_changes_nothing():
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
