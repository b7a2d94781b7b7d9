"""The command line: its grammar and its help; what a command does is in `commands`.

Exit code 0 is well, 1 is a problem of the content, 2 of the call.
"""

import sys
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

import click


class _InOrder(click.Group):
    """Lists its commands in the order in which a newcomer needs them."""

    def list_commands(self, _ctx: click.Context) -> list[str]:
        """The names, in the order of their definition."""
        return list(self.commands)


@click.group(cls=_InOrder, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="briefing-archive", prog_name="briefing")
def main() -> None:
    """Keep a briefing archive: raw articles in, a searchable site out.

    Run a command with --help for its options and an example.
    """
    for stream in (sys.stdout, sys.stderr):
        # A name in any script can be printed on any terminal; what that cannot show becomes an escape.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def _deferred(declared: Callable[..., None]) -> Callable[..., None]:
    """The command of this name in `commands`, which is imported, with all that it needs, when it is called.

    Help, a wrong call and every process that works for this one do without.
    """

    @wraps(declared)
    def called(**asked: Any) -> None:
        from generator import commands, limits  # noqa: PLC0415 - as said above

        limits.frugal()
        getattr(commands, declared.__name__)(**asked)

    return called


_archive = click.option(
    "-C",
    "--archive",
    type=click.Path(path_type=Path, file_okay=False),
    help="The archive's folder. [default: this folder, or the nearest above it that has a mkdocs.yml]",
)
_jobs = click.option(
    "-j",
    "--jobs",
    type=click.IntRange(1, 256),
    help="Processes to work with. [default: one for a small archive, else one a processor]",
)


def _format(*names: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    return click.option("--format", "form", type=click.Choice(names), default=names[0], show_default=True)


@main.command(epilog="Example: briefing build --strict --site /var/www/archive")
@_archive
@_jobs
@click.option("--scheduler", metavar="ADDRESS", default="", help="Work on the Dask cluster there: tcp://host:8786.")
@click.option("--clean", is_flag=True, help="Write every generated page again, not only those that changed.")
@click.option("--strict", is_flag=True, help="Publish nothing where any file has an error.")
@click.option("--site", "output", type=click.Path(path_type=Path), help="Where to put the site. [default: site]")
@click.option("--timings", is_flag=True, help="Tell at the end how long each stage took.")
@_deferred
def build() -> None:
    """Build the site: every article in, every page out.

    Files with errors are set aside and named; the rest is published. The old site stays until the new one is whole.
    """


@main.command(
    short_help="Show the site, built again after every edit.",
    epilog="Example: briefing serve --port 9000",
)
@_archive
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="The port to listen on.")
@_deferred
def serve() -> None:
    """Show the site on this machine, built again after every edit; Ctrl+C ends it."""


@main.command(
    short_help="Take raw files in.",
    epilog="Example: briefing add ~/Downloads/article.txt --source 'The Daily'",
)
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE...")
@_archive
@click.option("-y", "--yes", is_flag=True, help="Take each file as it was understood, without asking.")
@click.option("--title", help="The title, where the text tells none or a wrong one.")
@click.option("--published", help="The date of publication: 2015-05-07, 2015-05 or 2015.")
@click.option("--source", help="The publication.")
@_deferred
def add() -> None:
    """Take raw files in: shows what was understood and why, asks, and writes each to its place.

    The bytes stay as they came; what you say with an option is put on top as front matter. Nothing is overwritten, and
    a text that the archive has already is not taken in twice.
    """


@main.command(
    short_help="List every problem at once.",
    epilog="Example: briefing check content/articles/2017 --format github",
)
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path, exists=True), metavar="[PATH...]")
@_archive
@_jobs
@click.option(
    "--site",
    "built",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="Check a built site, or a copy of one, against its manifest instead.",
)
@_format("text", "json", "github")
@_deferred
def check() -> None:
    """List every problem at once, each with its line and what to do; exits with 1 where there are errors."""


@main.command(
    short_help="Show what is understood of files.",
    epilog="Example: briefing inspect downloads/ --format jsonl > understood.jsonl",
)
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True), metavar="PATH...")
@_archive
@_jobs
@_format("text", "json", "jsonl")
@_deferred
def inspect() -> None:
    """Show what the generator understands of files, writing nothing; a folder's files come sorted by path."""


@main.command(
    short_help="List names that no entity file knows.",
    epilog="Example: briefing suggest --least 5 --write people/anna-veldt",
)
@click.argument("ids", nargs=-1, metavar="[ID...]")
@_archive
@_jobs
@click.option("--least", type=click.IntRange(1), default=3, show_default=True, help="How often at least.")
@click.option("--write", "keep", is_flag=True, help="Write an entity file for each, or for the ids given.")
@_format("text", "json")
@_deferred
def suggest() -> None:
    """List what the archive names often and no entity file knows: the names, their kinds, and where they stand.

    Written files hold what was found, for you to correct and describe. None is overwritten.
    """


@main.command(epilog="Example: briefing init my-archive && cd my-archive && briefing build")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), metavar="DIR")
@_deferred
def init() -> None:
    """Make a new, empty archive that builds."""


if __name__ == "__main__":
    main(prog_name="briefing")
