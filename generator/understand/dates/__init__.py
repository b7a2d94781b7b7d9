"""The dates that a text names: every expression, the day, month or year it means, and what it was counted from.

`expression` says what expressions can mean in any language, `readings` what the groups of a match mean, `english`
which English words these are, `calculation` how one counts with partial dates, `resolution` which date is meant where
an expression stands. A second language is one file beside `english`.
"""

from generator.understand.dates.finder import find

__all__ = ["find"]
