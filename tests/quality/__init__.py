"""Scores on real material that is not part of the repository: `python -m tests.quality`."""
