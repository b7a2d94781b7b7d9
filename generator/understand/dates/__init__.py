"""The dates that a text names: every expression, the day, month or year it means, and what it was counted from.

`expression` says what expressions can mean in any language, `english` which English words mean it, `calculation` how partial
dates are counted with, `resolution` which date is meant where an expression stands. A second language is one file beside
`english`.
"""

from generator.understand.dates.finder import find

__all__ = ["find"]
