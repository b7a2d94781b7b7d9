"""Makes a process ready to read and to understand, when it is imported: by the one that workers are forked from.

What is loaded there is loaded once and lies in memory once, and a worker that takes the place of a dead one begins at
once. What only web pages need is not loaded: it takes long, and most archives have none.
"""

import gc

from generator import pattern, understand
from generator.ingest import markdown, text  # noqa: F401 - loaded to be there
from generator.model import Authority
from generator.understand import dates, gazetteer, mentions, occurred  # noqa: F401 - loaded to be there


def _load() -> None:
    pattern.compile_all()
    understand.lookup(Authority())
    gazetteer.begins("")
    # What is here stays: no worker needs to look for garbage among it, or to write into its pages.
    gc.freeze()


_load()
