"""Regular expressions that are compiled when they are first asked for: a program has hundreds, most runs need few."""

import re
from collections.abc import Callable
from functools import cached_property
from typing import Any, cast

_made: "list[_Lazy]" = []


def lazy(text: str, flags: int = 0) -> re.Pattern[str]:
    """The regular expression, which does whatever a compiled one does; an error in it shows only when it is used."""
    return cast("re.Pattern[str]", _Lazy(text, flags))


def compile_all() -> None:
    """Compile all that have been made so far, so that processes forked from this one need not do so again."""
    for each in _made:
        each.search("")


class _Lazy:
    """Stands for a pattern; each of its methods is looked up once, and after that is as near as the pattern's own."""

    search: Callable[[str], object]

    def __init__(self, text: str, flags: int) -> None:
        self.pattern = text
        self._flags = flags
        _made.append(self)

    def __getattr__(self, name: str) -> Any:
        """An attribute of the compiled pattern, from now on one of this object too."""
        value = getattr(self._compiled, name)
        setattr(self, name, value)
        return value

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self.pattern, self._flags)
