"""Files in, records out: one at a time or over several processes, always in the order of the files.

Files are read here; what is analysed, which takes some forty times as long, may be other processes' work.  This one
then loads no model, and not even spaCy.
"""

from __future__ import annotations

import logging
import os
import signal
import traceback
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from functools import lru_cache
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from whosays.extract.article import Article
from whosays.extract.errors import ArticleSkipped
from whosays.extract.reading import list_inputs, read_article
from whosays.extract.records import ArticleRecord

if TYPE_CHECKING:
    from whosays.extract.recording import Extractor

WORTH_A_PROCESS = 40_000  # bytes of articles below which a second process costs more than it gives
AHEAD = 32  # articles handed to each process before the first of them is back, so that a long one holds up nobody
MOST_WAITING = 8_000_000  # characters of articles that wait at most, as all of them stand in memory

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Failure:
    """An article that gave no record, and why in one line; ``trace`` is where a defect of the program arose."""

    path: str
    why: str
    trace: str | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """An article that was read and not analysed, because the caller has it already."""

    path: str


Outcome: TypeAlias = ArticleRecord | Failure | Known


def extract(paths: Iterable[str | Path], *, workers: int | None = None) -> Iterator[ArticleRecord | Failure]:
    """Yield a record or a failure for every article among files and folders, in the order of ``list_inputs``.

    ``workers`` is the number of processes; by default as many as there are processors when the articles are worth it.
    The records do not depend on it.  Bad input never raises.
    """
    outcomes = extract_new(paths, lambda _: False, workers=workers)
    return (outcome for outcome in outcomes if not isinstance(outcome, Known))


def extract_new(
    paths: Iterable[str | Path], known: Callable[[Article], bool], *, workers: int | None = None
) -> Iterator[Outcome]:
    """Do as ``extract``, but yield ``Known`` for the articles of which ``known`` says so.

    ``known`` is asked in this process, before an article is analysed.
    """
    files = list_inputs(paths)
    read = (_read(path, known) for path in files)
    count = min(workers or _workers(files), len(files))
    if count <= 1:
        yield from (_record(item) if isinstance(item, Article) else item for item in read)
        return
    with ProcessPoolExecutor(count, mp_context=get_context("spawn"), initializer=_begin) as pool:
        yield from _in_order(pool, read, AHEAD * count)


def _workers(files: Sequence[Path]) -> int:
    size = sum(path.stat().st_size for path in files if path.is_file())
    return max(1, min(len(os.sched_getaffinity(0)), size // WORTH_A_PROCESS)) if hasattr(os, "sched_getaffinity") else 1


def _begin() -> None:
    """Keep each process to its own processor, where the matrix library would start a thread for every one.

    Ctrl-C reaches every process of a terminal; only the first is to answer it.
    """
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
        os.environ[name] = "1"
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _in_order(pool: ProcessPoolExecutor, read: Iterable[Article | Outcome], ahead: int) -> Iterator[Outcome]:
    """Yield the outcomes as their articles came in; few of them wait, however long the list or the articles."""
    waiting: deque[_Waiting] = deque()
    try:
        for item in read:
            waiting.append(_handed_on(pool, item))
            while len(waiting) > ahead or (len(waiting) > 1 and sum(w.size for w in waiting) > MOST_WAITING):
                yield waiting.popleft().done()
        while waiting:
            yield waiting.popleft().done()
    finally:
        for one in waiting:
            if isinstance(one.item, Future):
                one.item.cancel()


@dataclass(frozen=True, slots=True)
class _Waiting:
    """An outcome that there is or will be, and how many characters its article has."""

    item: Future[Outcome] | Outcome
    size: int = 0

    def done(self) -> Outcome:
        return self.item.result() if isinstance(self.item, Future) else self.item


def _handed_on(pool: ProcessPoolExecutor, item: Article | Outcome) -> _Waiting:
    return _Waiting(pool.submit(_record, item), len(item.text)) if isinstance(item, Article) else _Waiting(item)


def _read(path: Path, known: Callable[[Article], bool]) -> Article | Failure | Known:
    try:
        article = read_article(path)
    except ArticleSkipped as error:
        return Failure(str(path), str(error))
    except Exception as error:  # a defect in one article must not cost the others
        return _defect(path, "read", error)
    return Known(article.path) if known(article) else article


def _record(article: Article) -> ArticleRecord | Failure:
    logger.debug("analysing %s", article.path)
    extractor = _extractor()
    try:
        return extractor.record(article)
    except Exception as error:  # a defect in one article must not cost the others
        return _defect(article.path, "analysed", error)


def _defect(path: str | Path, what: str, error: Exception) -> Failure:
    told = " ".join(str(error).split())
    reason = f"{type(error).__name__}: {told}" if told else type(error).__name__
    return Failure(str(path), f"could not be {what}: {reason}", "".join(traceback.format_exception(error)))


@lru_cache(maxsize=1)
def _extractor() -> Extractor:
    from whosays.extract.recording import Extractor  # noqa: PLC0415 - spaCy and the model, for who analyses

    return Extractor()
