"""Print every score with its floor: `python -m tests.quality [PART …] [--worst N]`; exits with 1 where one is below.

A score whose name ends in "wrong", "junk", "false" or "missed" counts errors: its floor is a ceiling.
"""

import argparse
import importlib
import sys
from pathlib import Path
from types import ModuleType

ERRORS = ("wrong", "junk", "false", "missed")


def parts() -> dict[str, ModuleType]:
    """Every module of this folder that has scores, by name."""
    names = sorted(path.stem for path in Path(__file__).parent.glob("[a-z]*.py"))
    modules = {name: importlib.import_module(f"tests.quality.{name}") for name in names}
    return {name: module for name, module in modules.items() if hasattr(module, "FLOORS")}


def holds(name: str, score: float, floor: float) -> bool:
    """Whether the score keeps to its floor, or to its ceiling where it counts errors."""
    return score <= floor if name.endswith(ERRORS) else score >= floor


def report(part: str, module: ModuleType) -> bool:
    """Print the scores of one part; whether all keep to their floors."""
    scores = module.scores()
    if scores is None:
        print(f"{part}: skipped, its material is not here (see $BRIEFING_CORPORA)")
        return True
    floors: dict[str, float] = module.FLOORS
    kept = [name in scores and holds(name, scores[name], floor) for name, floor in floors.items()]
    for name, score in scores.items():
        floor = floors.get(name)
        pinned = "" if floor is None else f"{'≤' if name.endswith(ERRORS) else '≥'} {floor:.3f}"
        failed = "" if floor is None or holds(name, score, floor) else "  BELOW ITS FLOOR"
        print(f"{part + ': ' + name:<58} {score:8.3f}  {pinned:<8}{failed}")
    return all(kept)


def main() -> None:
    """Parse the call and report each part that was asked for."""
    found = parts()
    parser = argparse.ArgumentParser(prog="python -m tests.quality", description=__doc__)
    parser.add_argument("parts", nargs="*", choices=[[], *found], metavar="PART", help=", ".join(found))
    parser.add_argument(
        "--worst", type=int, default=0, metavar="N", help="list the N worst errors of each part, for reading"
    )
    arguments = parser.parse_args()
    chosen = {name: module for name, module in found.items() if not arguments.parts or name in arguments.parts}
    kept = [report(name, module) for name, module in chosen.items()]
    for name, module in chosen.items() if arguments.worst else ():
        print(f"\n{name}, worst:")
        for error in module.worst(arguments.worst):
            print(f"  {error}")
    sys.exit(0 if all(kept) else 1)


if __name__ == "__main__":
    main()
