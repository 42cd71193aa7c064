"""Articles into a graph: read, extract, store, relate."""
# ruff: noqa: PLC0415 - extraction and graph are heavy, and only building needs them

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from itertools import chain
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from whosays.operating import Done, Manifest, OnStep, Relating, Step, options_of

if TYPE_CHECKING:
    from whosays.extract import Article, ArticleRecord, Failure, Known, Paths, Reading
    from whosays.graph import KnowledgeGraph, News, Run, StoredArticle

    Outcome: TypeAlias = ArticleRecord | Failure | Known

Said: TypeAlias = tuple[str | None, str, str | None, str | None]  # outlet, day, address, title


@dataclass(frozen=True, slots=True)
class Failed:
    """An article that could not be read or stored, and why; ``trace`` is where a defect of the program arose."""

    path: str
    why: str
    trace: str | None = None


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What one build did: articles added, articles that were in the graph already, articles that failed.

    ``news`` is what the graph was brought up to date with, ``None`` where nothing was related.  ``loose`` is why the
    graph takes more room than it need, where that is for want of space or as somebody else writes to it.
    """

    added: int
    known: int
    failed: tuple[Failed, ...]
    news: News | None = None
    loose: str | None = None


def build(  # noqa: PLR0913 - each is a keyword of its own
    paths: Paths,
    kg: PathLike[str] | str,
    *,
    workers: int | None = None,
    reading: Reading | None = None,
    on_article: Callable[[str], None] = lambda _: None,
    on_step: OnStep = lambda _: None,
) -> BuildReport:
    """Add the articles to the graph in the folder ``kg``, which is made where it is missing, or at that address.

    ``paths`` is one file or folder, or several.  An article that is in already changes nothing and is not analysed
    again, so a build that was stopped is simply run again.  Where there is no graph yet and no article could be read,
    none is made.  ``reading`` tells how inputs are to be read.  ``on_article`` hears the path of each article when it
    is done, ``on_step`` more of each, and when all is read.  Raises ``GraphError`` where the graph cannot be used or
    made, before anything is read.
    """
    from whosays.extract import extract, extract_new
    from whosays.graph import KnowledgeGraph

    folder = KnowledgeGraph.try_out(kg)
    given = [paths] if isinstance(paths, str | bytes | PathLike) else list(paths)

    def heard(step: Step) -> None:
        if isinstance(step, Done):
            on_article(step.path)
        on_step(step)

    with noted(folder, Manifest("build", given, options_of(reading, workers)), heard) as hear:
        if folder is not None and is_unused(folder):
            report = _build_new(extract(given, workers=workers, reading=reading), folder, hear)
        else:
            with KnowledgeGraph.open(kg, create=True) as graph:
                before = Before(graph)
                outcomes = extract_new(given, before.has, workers=workers, reading=reading)
                report = _add_and_relate(before.replaced(outcomes), graph, hear)
        return compacted(report, folder)


def compacted(report: BuildReport, folder: Path | None) -> BuildReport:
    """Write a graph anew in the least space after a large build; where that cannot be, the report says why."""
    from whosays.graph import GraphError, compact_after

    if folder is None or not report.added:
        return report
    try:
        compact_after(folder, report.added)
    except GraphError as error:
        return replace(report, loose=str(error))
    return report


@contextmanager
def noted(folder: Path | None, manifest: Manifest, hear: OnStep) -> Iterator[OnStep]:
    """Yield what hears each step; however the run ends, a line of the graph's log tells of it."""
    from whosays.graph import is_graph, note_run

    def heard(step: Step) -> None:
        manifest.hear(step)
        hear(step)

    end = "broken"
    try:
        yield heard
        end = "done"
    except KeyboardInterrupt:
        end = "stopped"
        raise
    finally:
        if folder is not None and is_graph(folder):
            with suppress(OSError):  # a full disk is told of by what stopped there
                note_run(folder, manifest.told(run_of(), end))


def add_all(
    outcomes: Iterable[Outcome],
    graph: KnowledgeGraph,
    hear: OnStep = lambda _: None,
) -> BuildReport:
    """Add each record, collect what failed; what one article does never stops the others."""
    new = [0, 0]
    failed = []
    run = run_of()
    for outcome in outcomes:
        added = _add(outcome, graph, run)
        if isinstance(added, Failed):
            failed.append(added)
        else:
            new[added] += 1
        hear(_step(outcome.path, added))
    return BuildReport(added=new[True], known=new[False], failed=tuple(failed))


def _step(path: str, added: bool | Failed) -> Done:
    if isinstance(added, Failed):
        return Done(path, "failed", added.why)
    return Done(path, "new" if added else "known")


def run_of() -> Run:
    """Return what the graph tells of a reading by this program and its model."""
    from whosays.extract import model_digest, program_version
    from whosays.graph import Run

    return Run(program_version(), model_digest())


def is_unused(kg: Path) -> bool:
    return not kg.exists() or (kg.is_dir() and not any(kg.iterdir()))


def _build_new(outcomes: Iterator[ArticleRecord | Failure], kg: Path, hear: OnStep) -> BuildReport:
    """Build a graph where there is none, as soon as there is something to put into it."""
    from whosays.extract import ArticleRecord
    from whosays.graph import KnowledgeGraph

    failures: list[Failed] = []
    for outcome in outcomes:
        if isinstance(outcome, ArticleRecord):
            with KnowledgeGraph.open(kg, create=True) as graph:
                report = _add_and_relate(chain((outcome,), outcomes), graph, hear)
            return replace(report, failed=(*failures, *report.failed))
        failures.append(_failed(outcome))
        hear(_step(outcome.path, failures[-1]))
    return BuildReport(added=0, known=0, failed=tuple(failures))


def _add_and_relate(outcomes: Iterable[Outcome], graph: KnowledgeGraph, hear: OnStep) -> BuildReport:
    report = add_all(outcomes, graph, hear)
    hear(Relating())
    return replace(report, news=graph.relate())


class Before:
    """What a graph holds before a build: articles that are there already, and those of which the user now says more."""

    def __init__(self, graph: KnowledgeGraph) -> None:
        self._graph = graph
        self._outdated: dict[str, list[str]] = {}

    def has(self, article: Article) -> bool:
        """Tell whether an article is in, as it is told now; one that was read before the user told is outdated."""
        return self.holds(version_of(article), article.path, said_of(article) if article.is_told else None)

    def holds(self, iri: str, path: str, told: Said | None) -> bool:
        """Do as ``has``, for an article by its IRI and what the user says of it.

        Where the user says nothing now, what was told of the same text before stays.
        """
        is_there = self._graph.has(iri)
        if is_there and told is None:
            return True
        same = [stored for stored in self._graph.articles_at(path) if _is_same_text(stored.iri, iri)]
        if told is None:
            return any(stored.is_told for stored in same)
        if is_there and any(_said_before(stored) == told for stored in same):
            return True
        self._outdated[path] = [stored.iri for stored in same]
        return False

    def make_room(self, path: str) -> None:
        """Take out what was read of an article before the user told; what is read now goes in afterwards."""
        if outdated := self._outdated.pop(path, []):
            self._graph.remove(outdated)

    def replaced(self, outcomes: Iterable[Outcome]) -> Iterator[Outcome]:
        """Yield outcomes; before a record goes in, what was read of the same text before is taken out."""
        from whosays.extract import ArticleRecord

        for outcome in outcomes:
            if isinstance(outcome, ArticleRecord):
                self.make_room(outcome.path)
            yield outcome


def _is_same_text(one: str, other: str) -> bool:
    """Tell whether two articles have one text: the last part of their IRIs names it."""
    return one.rpartition("-")[2] == other.rpartition("-")[2]


def said_of(article: Article) -> Said:
    """Return what the user, or the article, says of itself and a graph keeps."""
    outlet = article.outlet.name if article.outlet else None
    return outlet, (article.published or "")[:10], article.url, article.title


def _said_before(stored: StoredArticle) -> Said:
    return stored.outlet, (stored.published or "")[:10], stored.url, stored.title


def version_of(article: Article) -> str:
    """Return the IRI of this version of an article, which is not analysed yet."""
    from whosays.extract import ArticleRecord
    from whosays.graph import article_iri

    told = ArticleRecord(article.path, article.sha256, article.text, url=article.url, outlet=article.outlet)
    return str(article_iri(told))


def _add(outcome: Outcome, graph: KnowledgeGraph, run: Run) -> bool | Failed:
    from whosays.extract import ArticleRecord, Known
    from whosays.graph import RecordError

    if isinstance(outcome, Known):
        return False
    if not isinstance(outcome, ArticleRecord):
        return _failed(outcome)
    try:
        return graph.add(outcome, run)
    except RecordError as error:
        return Failed(outcome.path, str(error).removeprefix(f"{outcome.path}: "))


def _failed(outcome: Failure) -> Failed:
    return Failed(outcome.path, outcome.why, outcome.trace)
