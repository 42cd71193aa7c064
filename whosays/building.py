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


@dataclass(frozen=True, slots=True)
class Failed:
    """An article that could not be read or stored, and why; ``trace`` is where a defect of the program arose."""

    path: str
    why: str
    trace: str | None = None


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What one build did: articles added, articles that were in the graph already, articles that failed.

    ``news`` is what the graph was brought up to date with, ``None`` where nothing was related.
    """

    added: int
    known: int
    failed: tuple[Failed, ...]
    news: News | None = None


def build(  # noqa: PLR0913 - each is a keyword of its own
    paths: Paths,
    kg: PathLike[str] | str,
    *,
    workers: int | None = None,
    reading: Reading | None = None,
    on_article: Callable[[str], None] = lambda _: None,
    on_step: OnStep = lambda _: None,
) -> BuildReport:
    """Add the articles to the graph in the folder ``kg``, which is made where it is missing.

    ``paths`` is one file or folder, or several.  An article that is in already changes nothing and is not analysed
    again, so a build that was stopped is simply run again.  Where there is no graph yet and no article could be read,
    none is made.  ``reading`` tells how inputs are to be read.  ``on_article`` hears the path of each article when it
    is done, ``on_step`` more of each, and when all is read.  Raises ``GraphError`` where the graph cannot be used or
    made, before anything is read.
    """
    from whosays.graph import KnowledgeGraph

    folder = KnowledgeGraph.try_out(kg)
    given = [paths] if isinstance(paths, str | PathLike) else list(paths)

    def heard(step: Step) -> None:
        if isinstance(step, Done):
            on_article(step.path)
        on_step(step)

    with _noted(folder, Manifest("build", given, options_of(reading, workers)), heard) as hear:
        return _built(given, folder, workers, reading, hear)


def _built(paths: Paths, folder: Path, workers: int | None, reading: Reading | None, hear: OnStep) -> BuildReport:
    from whosays.extract import extract, extract_new
    from whosays.graph import KnowledgeGraph

    if _is_unused(folder):
        return _build_new(extract(paths, workers=workers, reading=reading), folder, hear)
    with KnowledgeGraph.open(folder, create=True) as graph:
        before = Before(graph)
        outcomes = extract_new(paths, before.has, workers=workers, reading=reading)
        return _add_and_relate(before.replaced(outcomes), graph, hear)


@contextmanager
def _noted(folder: Path, manifest: Manifest, hear: OnStep) -> Iterator[OnStep]:
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
        if is_graph(folder):
            with suppress(OSError):  # a full disk is told of by what stopped there
                note_run(folder, manifest.told(_run(), end))


def add_all(
    outcomes: Iterable[Outcome],
    graph: KnowledgeGraph,
    hear: OnStep = lambda _: None,
) -> BuildReport:
    """Add each record, collect what failed; what one article does never stops the others."""
    new = [0, 0]
    failed = []
    run = _run()
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


def _run() -> Run:
    from whosays.extract import model_digest, program_version
    from whosays.graph import Run

    return Run(program_version(), model_digest())


def _is_unused(kg: Path) -> bool:
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
        self._stored: dict[str, list[StoredArticle]] | None = None
        self._outdated: dict[str, list[str]] = {}

    def has(self, article: Article) -> bool:
        """Tell whether an article is in, as it is told now; one that was read before the user told is outdated."""
        record = _identity(article)
        is_there = self._graph.has(record)
        if not article.is_told:
            return is_there
        same = [stored for stored in self._of(article.path) if _has_text(stored, record)]
        if is_there and any(_says(stored, article) for stored in same):
            return True
        self._outdated[article.path] = [stored.iri for stored in same]
        return False

    def replaced(self, outcomes: Iterable[Outcome]) -> Iterator[Outcome]:
        """Yield outcomes; before a record goes in, what was read of the same text before is taken out."""
        from whosays.extract import ArticleRecord

        for outcome in outcomes:
            if isinstance(outcome, ArticleRecord) and (outdated := self._outdated.pop(outcome.path, [])):
                self._graph.remove(outdated)
            yield outcome

    def _of(self, path: str) -> list[StoredArticle]:
        if self._stored is None:
            self._stored = {}
            for stored in self._graph.articles():
                self._stored.setdefault(stored.path, []).append(stored)
        return self._stored.get(path, [])


def _has_text(stored: StoredArticle, record: ArticleRecord) -> bool:
    """Tell whether a stored article has the text of a record: the last part of its address names it."""
    from whosays.graph import article_iri

    return stored.iri.rpartition("-")[2] == article_iri(record).rpartition("-")[2]


def _says(stored: StoredArticle, article: Article) -> bool:
    told = (article.outlet.name if article.outlet else None, (article.published or "")[:10], article.url, article.title)
    return told == (stored.outlet, (stored.published or "")[:10], stored.url, stored.title)


def _identity(article: Article) -> ArticleRecord:
    """Return a record of what tells one version of an article from all others."""
    from whosays.extract import ArticleRecord

    return ArticleRecord(article.path, article.sha256, article.text, url=article.url, outlet=article.outlet)


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
