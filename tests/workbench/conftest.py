"""The slips that the messages are held to stand beside their own tests."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1] / "check"))
