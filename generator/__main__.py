"""The command line: parse, call, print, exit code. 0 is well, 1 is a problem of the content, 2 of the call."""

import json
import os
import sys
from collections.abc import Sequence
from concurrent.futures import Executor
from contextlib import AbstractContextManager
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path
from typing import Any

import click

from generator import add as adding
from generator import build as building
from generator import init as founding
from generator import inspection, publish, read
from generator import propose as proposing
from generator.console import Progress, answering, say, tell, tell_problems, tell_report
from generator.model import Article, Site
from generator.problems import ContentError, errors
from generator.render.words import count


class _InOrder(click.Group):
    """Lists its commands in the order in which a newcomer needs them."""

    def list_commands(self, _ctx: click.Context) -> list[str]:
        """The names, in the order of their definition."""
        return list(self.commands)


@click.group(cls=_InOrder, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(version("briefing-archive"), prog_name="briefing")
def main() -> None:
    """Keep a briefing archive: raw articles in, a searchable site out.

    Run a command with --help for its options and an example.
    """
    for stream in (sys.stdout, sys.stderr):
        # A name in any script can be printed on any terminal; what that cannot show becomes an escape.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


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


def _root(given: Path | None) -> Path:
    if given:
        return given
    here = Path.cwd()
    return next((folder for folder in (here, *here.parents) if (folder / "mkdocs.yml").is_file()), here)


def _workers(jobs: int | None, scheduler: str, files: int) -> AbstractContextManager[Executor]:
    """As many as asked for; else one where few files are done sooner than others start, which takes them a second."""
    try:
        return building.workers(jobs or (os.cpu_count() or 1 if files >= 300 else 1), scheduler, isolated=True)
    except ImportError:
        raise click.UsageError("--scheduler needs an extra: pip install 'briefing-archive[cluster]'") from None


@main.command(epilog="Example: briefing build --strict --site /var/www/archive")
@_archive
@_jobs
@click.option("--scheduler", metavar="ADDRESS", default="", help="Work on the Dask cluster there: tcp://host:8786.")
@click.option("--clean", is_flag=True, help="Write every generated page again, not only those that changed.")
@click.option("--strict", is_flag=True, help="Publish nothing where any file has an error.")
@click.option("--site", "output", type=click.Path(path_type=Path), help="Where to put the site. [default: site]")
@click.option("--timings", is_flag=True, help="Tell at the end how long each stage took.")
@answering
def build(
    archive: Path | None,
    jobs: int | None,
    scheduler: str,
    clean: bool,
    strict: bool,
    output: Path | None,
    timings: bool,
) -> None:
    """Build the site: every article in, every page out.

    Files with errors are set aside and named; the rest is published. The old site stays until the new one is whole.
    """
    site = read.site(_root(archive), output)
    watch = Progress()
    with _workers(jobs, scheduler, read.count(site)) as executor:
        building.build(site, executor, strict=strict, anew=clean, told=tell_report, watch=watch)
    for line in watch.table() if timings else ():
        say(line)
    say(watch.closing(), "dim")
    say(f"Open {site.output / 'index.html'}", "head")


@main.command(
    short_help="Show the site, built again after every edit.",
    epilog="Example: briefing serve --port 9000",
)
@_archive
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="The port to listen on.")
@answering
def serve(archive: Path | None, port: int) -> None:
    """Show the site on this machine, built again after every edit; Ctrl+C ends it."""
    site = read.site(_root(archive))
    with _workers(None, "", read.count(site)) as executor:
        publish.serve(site, port, say, lambda site: building.build(site, executor, told=tell_report).problems)


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
@answering
def add(files: Sequence[Path], archive: Path | None, yes: bool, **said: str | None) -> None:
    """Take raw files in: shows what was understood and why, asks, and writes each to its place.

    The bytes stay as they came; what you say with an option is put on top as front matter. Nothing is overwritten, and
    a text that the archive has already is not taken in twice.
    """
    desk = adding.desk(read.site(_root(archive)))
    given = {key: value for key, value in said.items() if value}
    # Every file has its turn, also after one that fails.
    taken = [_add(path, desk, given, yes) for path in files]
    if not all(taken):
        raise SystemExit(1)


def _add(path: Path, desk: adding.Desk, said: dict[str, str], yes: bool) -> bool:
    """Take one file in, if it and the person agree; whether all is well."""
    try:
        arrival = adding.arrival(path, desk, said)
    except ContentError as error:
        tell_problems(replace(problem, path=str(path)) for problem in error.problems)
        return False
    if arrival.copy_of:
        say(f"{path}: the archive has it already, as {arrival.copy_of}", "warning")
        return True
    _tell(arrival.article, str(path))
    for note in arrival.notes:
        say(f"  front matter: {note}", "warning")
    if not yes and not click.confirm(f"Write it to {arrival.place}?", default=True, err=True):
        say("Not taken in. Say what is wrong with --title, --published or --source, or write front matter on top.")
        return True
    adding.keep(arrival, desk)
    tell(arrival.place)
    return True


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
@click.option("--format", "form", type=click.Choice(["text", "json", "github"]), default="text", show_default=True)
@answering
def check(paths: Sequence[Path], archive: Path | None, jobs: int | None, built: Path | None, form: str) -> None:
    """List every problem at once, each with its line and what to do; exits with 1 where there are errors."""
    if built:
        _check_built(built, form)
        return
    site = read.site(_root(archive))
    with _workers(jobs, "", read.count(site)) as executor:
        content = building.known(site, executor, Progress())
    problems = [problem for problem in content.problems if _asked_for(problem.path, paths, site)]
    for line in inspection.problems(problems, form):
        tell(*line)
    found = len(errors(problems))
    counts = (count(found, "error"), count(len(problems) - found, "warning"))
    say(f"{count(len(content.archive.articles), 'article')} sound; {', '.join(counts)}")
    if found:
        raise SystemExit(1)


def _check_built(built: Path, form: str) -> None:
    problems = publish.verify(built)
    for line in inspection.problems(problems, form):
        tell(*line)
    say(f"{count(len(problems), 'file')} not as built" if problems else "Every file is as it was built")
    if problems:
        raise SystemExit(1)


def _asked_for(name: str, paths: Sequence[Path], site: Site) -> bool:
    place = (site.root / name).resolve()
    return not paths or any(place.is_relative_to(path.resolve()) for path in paths)


@main.command(
    short_help="Show what is understood of files.",
    epilog="Example: briefing inspect downloads/ --format jsonl > understood.jsonl",
)
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True), metavar="PATH...")
@_archive
@_jobs
@click.option("--format", "form", type=click.Choice(["text", "json", "jsonl"]), default="text", show_default=True)
@answering
def inspect(paths: Sequence[Path], archive: Path | None, jobs: int | None, form: str) -> None:
    """Show what the generator understands of files, writing nothing; a folder's files come sorted by path."""
    files = read.named(paths)
    with _workers(jobs, "", len(files)) as executor:
        articles = building.inspected(_root(archive), files, executor, Progress())
    if form == "text":
        for each in articles:
            _tell(each, each.source.path)
        return
    objects = [inspection.as_json(each, each.source.path) for each in articles]
    lines = [json.dumps(objects, ensure_ascii=False, indent=2)] if form == "json" else map(_compact, objects)
    for line in lines:
        click.echo(line)


def _compact(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False)


def _tell(article: Article, path: str) -> None:
    for line in inspection.as_text(article, path):
        tell(*line)


@main.command(
    short_help="List names that no entity file knows.",
    epilog="Example: briefing suggest --least 5 --write people/anna-veldt",
)
@click.argument("ids", nargs=-1, metavar="[ID...]")
@_archive
@_jobs
@click.option("--least", type=click.IntRange(1), default=3, show_default=True, help="How often at least.")
@click.option("--write", "keep", is_flag=True, help="Write an entity file for each, or for the ids given.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@answering
def suggest(ids: Sequence[str], archive: Path | None, jobs: int | None, least: int, keep: bool, form: str) -> None:
    """List what the archive names often and no entity file knows: the names, their kinds, and where they stand.

    Written files hold what was found, for you to correct and describe. None is overwritten.
    """
    site = read.site(_root(archive))
    with _workers(jobs, "", read.count(site)) as executor:
        found = proposing.chosen(proposing.proposals(site, executor, least, Progress()), ids)
    if keep:
        for path in filter(None, (proposing.keep(each, site) for each in found)):
            tell(path)
    elif form == "json":
        click.echo(json.dumps(proposing.as_json(found), ensure_ascii=False, indent=2))
    else:
        for line in proposing.as_text(found):
            tell(*line)


@main.command(epilog="Example: briefing init my-archive && cd my-archive && briefing build")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), metavar="DIR")
@answering
def init(folder: Path) -> None:
    """Make a new, empty archive that builds."""
    for path in founding.archive(folder):
        tell(str(path))
    say(f"Next: cd {folder}, briefing add FILE, briefing build")


if __name__ == "__main__":
    main(prog_name="briefing")
