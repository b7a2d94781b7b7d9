"""What each command does, by its name on the command line: call, print, exit code."""

import json
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from generator import add as adding
from generator import build as building
from generator import init as founding
from generator import inspection, publish, read
from generator import propose as proposing
from generator.console import answering, say, tell, tell_problems, tell_report
from generator.model import Article, Site
from generator.problems import ContentError, Problem, errors
from generator.progress import Progress
from generator.render.words import count


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
    """Build the site, and say what came of it."""
    site = read.site(_root(archive), output)
    with _workers(jobs, scheduler, read.count(site)) as executor, Progress() as watch:
        building.build(site, executor, strict=strict, anew=clean, told=tell_report, watch=watch)
    for line in watch.table() if timings else ():
        say(line)
    say(watch.closing(), "dim")
    say(f"Open {site.output / 'index.html'}", "head")


@answering
def serve(archive: Path | None, port: int) -> None:
    """Show the site until interrupted."""
    site = read.site(_root(archive))
    with _workers(None, "", read.count(site)) as executor:
        building.wake(executor, anyhow=True)  # the first edit shall not wait for it
        publish.serve(site, port, say, lambda site: _preview(site, executor))


def _preview(site: Site, executor: Executor) -> Sequence[Problem]:
    """Build what is shown; what is wrong with its content."""
    with Progress() as watch:
        return building.build(site, executor, told=tell_report, watch=watch).problems


@answering
def add(files: Sequence[Path], archive: Path | None, yes: bool, **said: str | None) -> None:
    """Take files in, one after another."""
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


@answering
def check(paths: Sequence[Path], archive: Path | None, jobs: int | None, built: Path | None, form: str) -> None:
    """List the problems of an archive, or of a built site."""
    if built:
        _check_built(built, form)
        return
    site = read.site(_root(archive))
    with _workers(jobs, "", read.count(site)) as executor, Progress() as watch:
        content = building.known(site, executor, watch)
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


@answering
def inspect(paths: Sequence[Path], archive: Path | None, jobs: int | None, form: str) -> None:
    """Show what is understood of files."""
    files = read.named(paths)
    with _workers(jobs, "", len(files)) as executor, Progress() as watch:
        articles = building.inspected(_root(archive), files, executor, watch)
    if form == "text":
        for each in articles:
            _tell(each, each.source.path)
        return
    for line in _as_json([inspection.as_json(each, each.source.path) for each in articles], form):
        click.echo(line)


def _as_json(objects: list[dict[str, Any]], form: str) -> Iterator[str]:
    if form == "json":
        yield json.dumps(objects, ensure_ascii=False, indent=2)
    else:
        yield from (json.dumps(each, ensure_ascii=False) for each in objects)


def _tell(article: Article, path: str) -> None:
    for line in inspection.as_text(article, path):
        tell(*line)


@answering
def suggest(ids: Sequence[str], archive: Path | None, jobs: int | None, least: int, keep: bool, form: str) -> None:
    """List the names that are met often and not known, or write files for them."""
    site = read.site(_root(archive))
    with _workers(jobs, "", read.count(site)) as executor, Progress() as watch:
        found = proposing.chosen(proposing.proposals(site, executor, least, watch), ids)
    if keep:
        for path in filter(None, (proposing.keep(each, site) for each in found)):
            tell(path)
    elif form == "json":
        click.echo(json.dumps(proposing.as_json(found), ensure_ascii=False, indent=2))
    else:
        for line in proposing.as_text(found):
            tell(*line)


@answering
def init(folder: Path) -> None:
    """Make a new archive."""
    for path in founding.archive(folder):
        tell(str(path))
    say(f"Next: cd {folder}, briefing add FILE, briefing build")
