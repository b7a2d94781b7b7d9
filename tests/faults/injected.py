"""A publication during which one call of the system fails: `python -m tests.faults.injected FAULT NUMBER`.

Run in an archive's folder. Every function that changes the disk is counted; the one of this number dies (`kill`), or
raises ENOSPC, EIO or EROFS. Prints how many there were, exits with 9 when killed, with 1 on an error told in a line.
"""

import builtins
import errno
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from generator import publish, read
from generator.problems import ContentError
from generator.publish import place

ROOT = Path.cwd()
TOUCHING = ("link", "mkdir", "rename", "replace", "rmdir", "unlink", "fsync", "write", "chmod", "truncate")


class Counter:
    """Counts the calls, and has one of them fail."""

    def __init__(self, fault: str, number: int) -> None:
        """Have the call of this number, counted from 1, fail."""
        self.fault, self.number, self.count = fault, number, 0

    def step(self) -> None:
        """Count a call; fail where it is its turn."""
        self.count += 1
        if self.count != self.number:
            return
        if self.fault == "kill":
            os._exit(9)
        raise OSError(getattr(errno, self.fault), os.strerror(getattr(errno, self.fault)), "injected")

    def counted(self, call: Callable[..., Any]) -> Callable[..., Any]:
        """The call, counted before it is made."""

        def counting(*args: Any, **kwargs: Any) -> Any:
            self.step()
            return call(*args, **kwargs)

        return counting

    def opened(self, call: Callable[..., Any]) -> Callable[..., Any]:
        """The call that opens files, counted where they are opened for writing."""

        def counting(file: Any, mode: str = "r", *args: Any, **kwargs: Any) -> Any:
            if set(mode) & set("wxa+"):
                self.step()
            return call(file, mode, *args, **kwargs)

        return counting


def main() -> None:
    """Publish, and fail once."""
    counter = Counter(sys.argv[1], int(sys.argv[2]))
    site = read.site(ROOT)
    publish.site  # noqa: B018 - imported before anything is counted
    for name in TOUCHING:
        setattr(os, name, counter.counted(getattr(os, name)))
    builtins.open = counter.opened(builtins.open)
    setattr(place, "_exchange", counter.counted(vars(place)["_exchange"]))  # noqa: B010 - an exchange of folders, too
    try:
        with publish.alone(site):
            publish.site(site)
    except (ContentError, OSError) as error:
        print(f"{counter.count} {type(error).__name__}: {error}")
        sys.exit(1)
    print(counter.count)


if __name__ == "__main__":
    main()
