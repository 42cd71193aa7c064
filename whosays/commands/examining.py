"""The commands that look after a graph: is all well with its folder and with what it says, and in the least space."""
# ruff: noqa: PLC0415 - heavy libraries wait for the command that needs them

from __future__ import annotations

import json
import shlex
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from whosays.commands.commanding import Given, folder_option, graph_option, naming
from whosays.errors import printable
from whosays.operating import manner
from whosays.terminal import emit

if TYPE_CHECKING:
    from whosays.graph import StoredArticle
    from whosays.ontology import Finding
    from whosays.operating.doctor import Checked

DONE, FAILED = 0, 1
MOST_REASONED: Final = 5_000  # triples: a reasoner takes long over more
WIDTH: Final = 15
MEGABYTE: Final = 1_000_000
json_option = click.option("--json", "as_json", is_flag=True, help="Answer as JSON, for programs.")


@click.command()
@click.option("--kg", type=Given(path_type=Path), metavar="DIR", help="Look at this graph's folder, too.")
@json_option
def doctor(kg: Path | None, as_json: bool) -> int:
    """Look whether the installation works, and a graph's folder is sound.

    Each line says ok, note (it works, and you should know) or problem, and what to do.  Nothing is changed.
    """
    from whosays.operating.doctor import diagnosed

    found = []
    for one in diagnosed(kg):
        found.append(one)
        if not as_json and not (manner().quiet and one.state == "ok"):
            emit(_told(one))
    bad = [one for one in found if one.state == "problem"]
    if as_json:
        lines = [{"about": one.about, "state": one.state, "found": one.found, "do": one.do} for one in found]
        emit(json.dumps({"ok": not bad, "checks": lines}, ensure_ascii=False, indent=1) + "\n")
    return FAILED if bad else DONE


def _told(one: Checked) -> str:
    line = f"{one.state:<8} {one.about:<{WIDTH}} {printable(one.found)}\n"
    return line + (f"{'':<8} {'':<{WIDTH}} to do: {printable(one.do)}\n" if one.do else "")


@click.command()
@folder_option("whoever runs the server can have it compact its files")
@json_option
def compact(kg: Path, as_json: bool) -> None:
    """Write the graph anew in the least space.

    A build does so itself where it added at least twenty articles and a quarter of all; after many small ones, or
    removals, this does.  The graph says the same afterwards.  Meanwhile it takes the space of both.
    """
    from whosays.graph import compact as compact_graph

    done = compact_graph(kg)
    if as_json:
        emit(json.dumps({"bytes_before": done.before, "bytes_after": done.after}) + "\n")
    else:
        emit(f"{done.before / MEGABYTE:,.1f} MB before, {done.after / MEGABYTE:,.1f} MB now\n")


@click.command()
@graph_option
@json_option
def check(kg: Path | str, as_json: bool) -> int:
    """Check the graph against the shapes, and the ontology.

    What is found comes with what to do.  HermiT takes the ontology with what one article says, where Java is there.
    """
    from whosays.graph import KnowledgeGraph
    from whosays.lines import many
    from whosays.ontology import check_consistency, validate_dataset

    with KnowledgeGraph.open(kg, read_only=True) as graph:
        findings = list(validate_dataset(graph.dataset))
        stored = graph.articles()
        sample = graph.told_of(article.iri for article in stored[:1])
    advice = [_advice(finding, stored, kg) for finding in findings]
    schema = check_consistency(sample if len(sample) <= MOST_REASONED else ())
    if as_json:
        rows = [
            {"focus": one.focus, "path": one.path, "message": one.message, "do": do}
            for one, do in zip(findings, advice, strict=True)
        ]
        told = {"articles": len(stored), "findings": rows, "ontology": schema.statement}
        emit(
            json.dumps({"ok": not rows and schema.consistent is not False, **told}, ensure_ascii=False, indent=1) + "\n"
        )
        return FAILED if findings or schema.consistent is False else DONE
    for finding in findings:
        emit(printable(f"{finding.focus} {finding.path} {finding.message}") + "\n")
    emit(f"{many(len(stored), 'article')} checked, {many(len(findings), 'finding')}\n{schema.statement}\n")
    emit("".join(_to_do(advice)))
    return FAILED if findings or schema.consistent is False else DONE


def _to_do(advice: Iterable[str]) -> Iterable[str]:
    for do, times in sorted(Counter(advice).items(), key=lambda item: (-item[1], item[0])):
        yield f"To do about {times} of them: {printable(do)}\n"


def _advice(finding: Finding, stored: Iterable[StoredArticle], kg: Path | str) -> str:
    """Return what mends a finding: an article is read again, what looks across articles is worked out again."""
    article = next((one for one in stored if finding.focus.partition("#")[0] == one.iri), None)
    if article is not None:
        path = shlex.quote(article.path)
        return f"whosays remove {path} {naming(kg)}, then whosays build {path} {naming(kg)}"
    if finding.focus.startswith("https://w3id.org/whosays/"):
        where = f"delete {shlex.quote(str(kg))}/derived.sqlite, then " if isinstance(kg, Path) else ""
        return f"{where}build any article again: what looks across articles is made anew"
    return "something else than whosays wrote this; move the graph away and build it again from the articles"
