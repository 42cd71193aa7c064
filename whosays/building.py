"""Articles into a graph: read, extract, store, relate."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from whosays.extract.records import ArticleRecord
    from whosays.graph import KnowledgeGraph


class Unread(Protocol):
    """What extraction yields in place of a record it could not make."""

    @property
    def path(self) -> str:
        """The path as it was given."""

    @property
    def why(self) -> str:
        """The reason in one line."""


@dataclass(frozen=True, slots=True)
class Failed:
    """An article that could not be read or stored, and why."""

    path: str
    why: str


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What one build did: articles added, articles that were in the graph already, articles that failed."""

    added: int
    known: int
    failed: tuple[Failed, ...]


def build(
    paths: Iterable[Path | str],
    kg: Path | str,
    *,
    workers: int | None = None,
    on_article: Callable[[str], None] = lambda _: None,
) -> BuildReport:
    """Add the articles to the graph in the folder ``kg``, which is made where it is missing.

    An article that is in already changes nothing, so a build that was stopped is simply run again.
    ``on_article`` hears the path of each article when it is done.  Raises ``GraphError`` where the graph
    cannot be used.
    """
    from whosays.extract import extract  # noqa: PLC0415 - half a second, and only building needs it
    from whosays.graph import KnowledgeGraph  # noqa: PLC0415 - heavy

    with KnowledgeGraph.open(kg, create=True) as graph:
        report = add_all(extract(paths, workers=workers), graph, on_article)
        graph.relate()
    return report


def add_all(
    outcomes: Iterable[ArticleRecord | Unread],
    graph: KnowledgeGraph,
    on_article: Callable[[str], None] = lambda _: None,
) -> BuildReport:
    """Add each record, collect what failed; what one article does never stops the others."""
    new = [0, 0]
    failed = []
    for outcome in outcomes:
        added = _add(outcome, graph)
        if isinstance(added, Failed):
            failed.append(added)
        else:
            new[added] += 1
        on_article(outcome.path)
    return BuildReport(added=new[True], known=new[False], failed=tuple(failed))


def _add(outcome: ArticleRecord | Unread, graph: KnowledgeGraph) -> bool | Failed:
    from whosays.extract.records import ArticleRecord  # noqa: PLC0415 - see build
    from whosays.graph import RecordError  # noqa: PLC0415 - see build

    if not isinstance(outcome, ArticleRecord):
        return Failed(outcome.path, outcome.why)
    try:
        return graph.add(outcome)
    except RecordError as error:
        return Failed(outcome.path, str(error).removeprefix(f"{outcome.path}: "))
