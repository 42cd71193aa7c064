"""The commands that ask: one question, the catalogue, a service for others, the evidence of one claim."""
# ruff: noqa: PLC0415 - heavy libraries wait for the command that needs them: --help takes a tenth of a second

from __future__ import annotations

import re
import shutil
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from whosays.commands.commanding import (
    folder_option,
    graph_option,
    limited,
    memory_option,
    out_option,
    warm_option,
    with_filters,
)
from whosays.errors import FrontDoorError
from whosays.exporting import BINARY
from whosays.operating import say
from whosays.terminal import emit

if TYPE_CHECKING:
    from whosays.serve import Limits, Worker

WIDTH: Final = 100  # where nobody tells how wide the terminal is
TABLES: Final = ("table", "record", "csv", "tsv", "json", "jsonl", "markdown", "parquet")
STANDARD: Final = ("sparql-json", "sparql-xml", "sparql-csv", "sparql-tsv")
_ORIGIN: Final = re.compile(r"https?://(?:[\w.-]+|\[[0-9a-fA-F:.]+\])(?::\d{1,5})?", re.ASCII)
RDF: Final = ("turtle", "ntriples", "trig", "nquads", "jsonld", "rdfxml")


@click.command()
@click.argument("question", metavar="NAME|FILE.rq|SPARQL")
@graph_option
@click.option(
    "--format",
    "form",
    type=click.Choice((*TABLES, *STANDARD, *RDF)),
    metavar="FORMAT",
    help=f"Of any answer: {', '.join(TABLES)} [default: table].  Of rows, as the W3C has them: {', '.join(STANDARD)}.  "
    f"Of CONSTRUCT and DESCRIBE: {', '.join(RDF)} [default: turtle].",
)
@out_option
@with_filters
@limited(seconds=60, rows=1_000_000, megabytes=1_024, memory=4)
def query(  # noqa: PLR0913 - each is an option of its own
    question: str, kg: Path | str, params: dict[str, str], *, form: str | None, out: Path | None, limits: Limits
) -> None:
    """Ask the graph a question.

    NAME is one of the catalogue (see `whosays queries`); FILE.rq holds one of your own, SPARQL is its text.
    """
    from whosays.serve import Worker

    if out is None and form in BINARY:
        raise click.UsageError(f"{form} is binary and needs a file: add --out FILE")
    width = shutil.get_terminal_size((WIDTH, 24)).columns
    with Worker(kg, limits=limits) as worker:
        reply = worker.ask("ask", question=question, params=params, form=form, width=width)
        if out is None:
            click.echo(reply.body, nl=False)
        else:
            out.write_bytes(reply.body)
        if reply.about.get("rows") == "0":
            _say_why(worker, question, params)
        elif poor := reply.about.get("poor"):
            say(poor, "lacking", "info")


def _say_why(worker: Worker, question: str, params: dict[str, str]) -> None:
    """Say why a question has no rows, or what to leave out of it; where that takes too long, nothing."""
    from whosays.queries import QueryError

    with suppress(QueryError):
        if why := worker.ask("nothing", question=question, params=params).body.decode("utf-8"):
            say(f"no rows; {why}", "no rows", "info")


@click.command()
def queries() -> None:
    """List the catalogue: name, question, parameters."""
    from whosays.queries import catalogue

    for known in catalogue().values():
        emit(f"{known.name}\n    {known.question}\n")
        for parameter in known.parameters:
            values = "|".join(parameter.choices) or parameter.type
            required = ", required" if parameter.required else ""
            emit(f"    --param {parameter.name}={values}{required}: {parameter.meaning}\n")


def _origins(context: click.Context, option: click.Parameter, given: tuple[str, ...]) -> tuple[str, ...]:  # noqa: ARG001 - click's
    """Return whose pages may read, as browsers name them; a usage error for what they never send."""
    for origin in given:
        if origin != "*" and not _ORIGIN.fullmatch(origin):
            raise click.UsageError(
                f"--cors {origin}: is no origin; give it as https://HOST or https://HOST:PORT, or * for anybody's"
            )
    return tuple(origin.lower() for origin in given)


@click.command()
@folder_option("the server itself answers SPARQL; `whosays query` and `whosays view` take --store")
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen at; others may then ask.")
@click.option("--port", default=8765, show_default=True, type=click.IntRange(0, 65535), help="0 takes any free one.")
@click.option("--allow-host", "hosts", multiple=True, metavar="NAME", help="A name of this machine; repeatable.")
@click.option(
    "--cors",
    "origins",
    multiple=True,
    metavar="ORIGIN",
    callback=_origins,
    help="Whose pages may read answers; * is anybody's.",
)
@click.option("--workers", default=2, show_default=True, type=click.IntRange(1), help="Questions at one time.")
@memory_option
@warm_option
@limited(seconds=10, rows=100_000, megabytes=64, memory=2)
def serve(  # noqa: PLR0913 - each is an option of its own
    kg: Path,
    host: str,
    port: int,
    *,
    workers: int,
    in_memory: bool,
    warm: bool,
    limits: Limits,
    **access: tuple[str, ...],
) -> None:
    """Answer SPARQL and show pages, at an address of this machine.

    Nothing can be changed through it.  What is built meanwhile is served as soon as it is there.
    """
    from whosays.serve.web import Access, Settings, run

    allowed = Access(tuple(name.lower() for name in access["hosts"]), access["origins"])
    settings = Settings(host, port, allowed, limits, workers, in_memory, warm)

    def told(address: str) -> None:
        say(f"serving {kg} at {address} (Ctrl-C ends it)", "serving", "info", address=address)

    run(kg, settings, told)


@click.command()
@folder_option("build the same articles into a folder; `whosays query` takes --store")
@memory_option
@warm_option
@limited(seconds=20, rows=100_000, megabytes=64, memory=2)
def mcp(kg: Path, *, in_memory: bool, warm: bool, limits: Limits) -> None:
    """Answer a language model's program, over standard input and output.

    It speaks the Model Context Protocol, and needs the extra whosays[mcp].
    """
    from importlib.util import find_spec

    if find_spec("mcp") is None:
        raise FrontDoorError("mcp is not installed; run: pip install 'whosays[mcp]'")
    from whosays.serve.mcp import run

    run(kg, limits, in_memory, warm)


@click.command()
@click.argument("proposition", metavar="CLAIM")
@folder_option("build the same articles into a folder; `whosays query origins` takes --store")
@click.option("--out", required=True, type=click.Path(path_type=Path, file_okay=False), metavar="DIR")
def bundle(proposition: str, kg: Path, out: Path) -> None:
    """Collect what proves one claim, with its own check.

    CLAIM is an IRI, as the question origins shows it; `python DIR/verify.py` checks the folder without whosays.
    """
    from whosays.bundle import bundle as collect
    from whosays.graph import KnowledgeGraph

    with KnowledgeGraph.open(kg, read_only=True) as graph:
        emit(f"{collect(graph, proposition, out)}\n")
