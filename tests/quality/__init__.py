"""Scores on real material that is not part of the repository: `python -m tests.quality`."""

import os
from pathlib import Path

CORPORA = Path(os.environ.get("BRIEFING_CORPORA", Path(__file__).parents[3] / "shared" / "corpora"))
"""Where the material lies: `$BRIEFING_CORPORA`, or a folder beside the repository."""
