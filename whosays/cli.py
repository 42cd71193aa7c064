"""The command line: every command of ``whosays``, thin over the rooms behind it.

Exit status: 0 done, 1 done but some articles failed or a check found something, 2 nothing done (wrong usage,
no graph there).  Answers go to standard output, everything else to standard error.
"""
# ruff: noqa: PLC0415 - heavy libraries wait for the command that needs them: --help takes a tenth of a second

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from whosays.commands.asking import bundle, mcp, queries, query, serve
from whosays.commands.commanding import Given, Grouped, graph_option, naming, with_filters, with_manner
from whosays.commands.examining import check, compact, doctor
from whosays.commands.inputs import checked_reading, tell_unmet, with_reading
from whosays.commands.reviewing import review
from whosays.errors import FrontDoorError
from whosays.exporting import BINARY, FORMATS, OF_A_QUESTION, QUESTION
from whosays.filtering import VIEW, checked, picture_of
from whosays.operating import Done, Manner, manner, say, speaking, watched, with_logs
from whosays.terminal import emit, explained, json_line

if TYPE_CHECKING:
    from whosays.building import BuildReport, Failed
    from whosays.extract import Failure
    from whosays.graph import KnowledgeGraph

DONE, FAILED, UNUSABLE = 0, 1, 2
DEMO_FOLDER = Path("whosays-demo")

Command = TypeVar("Command", bound=Callable[..., Any])

paths_argument = click.argument("paths", nargs=-1, required=True, type=Given())


def main() -> None:
    """Run the command line of this process and leave with its status."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit status; what goes wrong is one line on standard error."""
    asked, manner = with_logs(arguments)
    with speaking(manner):
        return _run(asked, manner)


def _run(asked: Sequence[str], manner: Manner) -> int:
    try:
        return int(commands.main(list(asked), prog_name="whosays", standalone_mode=False) or DONE)
    except BrokenPipeError:  # the reader, `head` say, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    except click.Abort:
        builds = set(asked[:1]) & {"build", "demo"}
        kept = "; what was finished is kept, the same command goes on from there" if builds else ""
        say(f"stopped{kept}", "stopped", "warning")
        return FAILED
    except Exception as error:
        if manner.debug:
            raise
        say(explained(error), kind=type(error).__name__)
        return UNUSABLE


@click.group(cls=Grouped, context_settings={"help_option_names": ["-h", "--help"]}, invoke_without_command=True)
@click.version_option(package_name="whosays")
@with_manner
@click.pass_context
def commands(context: click.Context) -> None:
    """Read news articles and build a graph of which outlet attributes what to whom.

    `whosays COMMAND --help` tells about each of the commands below.
    """
    if context.invoked_subcommand is None:
        emit(f"{context.get_help()}\n")


@commands.command()
@click.option("--out", "folder", default=DEMO_FOLDER, show_default=True, type=click.Path(path_type=Path))
def demo(folder: Path) -> int:
    """Build the sample corpus and show what is in it."""
    from whosays.demo import unpack

    articles = unpack(folder)
    status = _build((articles,), folder, _builder())
    page = _write_page(folder, folder / "page.html", {})
    emit(f"The page:    {page.resolve()}\n")
    return status


@commands.command()
@paths_argument
@graph_option
@click.option(
    "--engine",
    type=click.Choice(("processes", "ray")),
    default="processes",
    show_default=True,
    help="Who reads: this machine's processes, or Ray's workers (the extra whosays[scale]).",
)
@click.option("--workers", type=click.IntRange(1), metavar="N", help="How many of them.  [default: one a processor]")
@click.option(
    "--shards",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="Where Ray's workers leave what they read; all machines see it.  [default: beside the graph]",
)
@with_reading
def build(
    paths: tuple[str, ...], kg: Path | str, *, engine: str, workers: int | None, shards: Path | None, **options: Any
) -> int:
    """Read articles, add what they say to a graph.

    PATHS are files, folders or patterns; - is standard input.  Safe to re-run: known articles are skipped.
    """
    reading = checked_reading(paths, options)
    if engine == "ray":
        from whosays.scaling import build_on_ray

        return _build(paths, kg, partial(build_on_ray, folder=shards, workers=workers, reading=reading))
    if shards is not None:
        raise click.UsageError("--shards is for --engine ray")
    status = _build(paths, kg, partial(_builder(), workers=workers, reading=reading))
    tell_unmet(reading)
    return status


@commands.command()
@paths_argument
@with_reading
def extract(paths: tuple[str, ...], **options: Any) -> int:
    """Print one line of JSON an article; no graph."""
    from whosays.extract import extract as extracted
    from whosays.extract.records import ArticleRecord

    status = DONE
    reading = checked_reading(paths, options)
    with watched(paths) as on_step:
        for outcome in extracted(paths, reading=reading):
            if isinstance(outcome, ArticleRecord):
                emit(json_line(outcome.to_json()))
                on_step(Done(outcome.path, "new"))
            else:
                status = _told([outcome])
                on_step(Done(outcome.path, "failed", outcome.why))
    tell_unmet(reading)
    return status


@commands.command()
@graph_option
@click.option("--out", required=True, type=click.Path(path_type=Path, dir_okay=False), metavar="PAGE.html")
@with_filters
def view(kg: Path | str, out: Path, params: Mapping[str, str]) -> None:
    """Write one offline page to explore the graph."""
    emit(f"{_write_page(kg, out, params)}\n")


@commands.command()
@graph_option
@click.option("--format", "form", type=click.Choice(FORMATS), default="nquads", show_default=True)
@click.option("--out", type=click.Path(path_type=Path), metavar="FILE", help="Write here, for tables into a folder.")
@click.option("--table", metavar="NAME", help="The question that csv and parquet hold.  [default: attributions]")
def export(kg: Path | str, form: str, out: Path | None, table: str | None) -> None:
    """Write the graph as a file for other tools.

    RDF: nquads, trig, jsonld; in the terms of others: web-annotation, schema-org, grasp, prov.  Network: graphml,
    gexf.  Table: csv, parquet; tables is a folder with a parquet file for each, sqlite has them all for Datasette.
    """
    from whosays.exporting import export as write

    if out is None and form in BINARY:
        raise click.UsageError(f"{form} is binary and needs a file: add --out FILE")
    if out is not None and out.exists() and out.is_dir() != (form == "tables"):
        raise click.UsageError(f"{out} is {'a folder' if out.is_dir() else 'no folder'}: {form} needs another --out")
    if table is not None and form not in OF_A_QUESTION:
        raise click.UsageError(f"--table is for {' and '.join(OF_A_QUESTION)}; {form} holds what it always does")
    with _reading(kg) as graph, tempfile.TemporaryDirectory() as folder:
        path = out or Path(folder, "export")
        write(graph, form, path, table or QUESTION)
        if out is None:
            click.echo(path.read_bytes(), nl=False)


@commands.command()
@click.argument("articles", nargs=-1, required=True, metavar="ARTICLE...")
@graph_option
def remove(articles: tuple[str, ...], kg: Path | str) -> None:
    """Remove articles and what they alone supported.

    ARTICLE is an IRI, a path or a URL; every version of it goes, and all that a file held.  Where one is not there,
    none goes.
    """
    from whosays.graph import KnowledgeGraph
    from whosays.lines import many

    with KnowledgeGraph.open(kg) as graph:
        half = {iri for article in articles for iri in graph.half_removed(article)}
        for article in articles:
            if not graph.called(article) and not graph.half_removed(article):
                raise FrontDoorError(f"{kg}: no article {article}; list them with: whosays query articles {naming(kg)}")
        removed = graph.remove(articles) + len(half)
        graph.relate()  # what looks across articles follows, after an earlier removal that was stopped half way, too
    emit(f"removed {many(removed, 'article')}\n")


for command in (bundle, check, compact, doctor, mcp, queries, query, review, serve):
    commands.add_command(command)


def _builder() -> Callable[..., BuildReport]:
    from whosays.building import build as built

    return built


def _build(paths: Sequence[str | Path], kg: Path | str, built: Callable[..., BuildReport]) -> int:
    from whosays.graph import KnowledgeGraph
    from whosays.summary import summarise

    KnowledgeGraph.try_out(kg)  # as building does, but before a bar is drawn
    with watched(paths) as on_step:
        report = built(paths, kg, on_step=on_step)
    status = _told(report.failed)
    if report.loose is not None:
        why = f"all is in the graph, but it takes more room than it need: {report.loose}"
        say(f"{why} (whosays compact {naming(kg)} when there is room)", "note", "warning")
    if not report.added and not report.known:
        say("no article could be read, so nothing was built")
    elif not manner().quiet:
        with _reading(kg) as graph:
            emit(summarise(graph.dataset, report))
        emit(f"\nAsk further: whosays query who-says-what {naming(kg)} (others: whosays queries)\n")
    counts = {"articles": report.added, "known": report.known, "failed": len(report.failed)}
    told = ", ".join(f"{name} {count}" for name, count in counts.items())
    if manner().verbose or manner().json_logs:
        say(f"finished: {told}", "finished", "info", **counts)
    return status


def _told(failures: Iterable[Failed | Failure]) -> int:
    """Name each article that failed, with the reason and, where asked for, the place in the program."""
    status = DONE
    for failed in failures:
        say(f"{failed.path}: {failed.why}", "article", path=failed.path, how="failed", why=failed.why)
        if failed.trace is not None and manner().debug:
            click.echo(failed.trace, err=True, nl=False)
        status = FAILED
    return status


def _write_page(kg: Path | str, out: Path, filters: Mapping[str, object]) -> Path:
    from whosays.graph.view import Filters, draw

    given = checked(filters, VIEW)
    with _reading(kg) as graph:
        data = picture_of(graph, given)
    asked = Filters(**given)
    if not data.chains:
        fits = f"fits {asked.described()}" if asked.described() else "yet"
        say(f"nothing in the graph {fits}; the page is empty", "empty", "warning")
    out.write_text(draw(data, asked=asked.described()).generate_html(), "utf-8", errors="replace", newline="\n")
    return out


def _reading(kg: Path | str) -> KnowledgeGraph:
    from whosays.graph import KnowledgeGraph

    return KnowledgeGraph.open(kg, read_only=True)
