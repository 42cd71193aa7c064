"""Files in, records out: one at a time or over several processes, always in the order of the files.

Files are read here; what is analysed, which takes some forty times as long, may be other processes' work.  This one
then loads no model, and not even spaCy.
"""

from __future__ import annotations

import logging
import traceback
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from whosays.extract.articles import Article, Paths, Reading, Unread, list_inputs, read_articles
from whosays.extract.processes import Processes, WorkerDied, available
from whosays.extract.records import ArticleRecord

if TYPE_CHECKING:
    from whosays.extract.extractor import Extractor

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


def extract(
    paths: Paths, *, workers: int | None = None, reading: Reading | None = None
) -> Iterator[ArticleRecord | Failure]:
    """Yield a record or a failure for every article among files and folders, in the order of ``list_inputs``.

    ``paths`` is one path or several.  ``workers`` is the number of processes; by default as many as there are
    processors when the articles are worth it.  The records do not depend on it.  ``reading`` tells how inputs are to be
    read.  Bad input never raises.
    """
    outcomes = extract_new(paths, lambda _: False, workers=workers, reading=reading)
    return (outcome for outcome in outcomes if not isinstance(outcome, Known))


def extract_new(
    paths: Paths,
    known: Callable[[Article], bool],
    *,
    workers: int | None = None,
    reading: Reading | None = None,
) -> Iterator[Outcome]:
    """Do as ``extract``, but yield ``Known`` for the articles of which ``known`` says so.

    ``known`` is asked in this process, before an article is analysed.
    """
    if workers is not None and (not isinstance(workers, int) or workers < 1):
        raise ValueError(f"workers is a number of processes, 1 or more, not {workers!r}; leave it out for the usual")
    reading = reading or Reading()
    return _outcomes(inputs_of(paths, reading), known, workers, reading)


def inputs_of(paths: Paths, reading: Reading) -> list[Path | str]:
    """Return the inputs among files and folders, in order; the table of facts about them is none."""
    files = list_inputs(paths)
    if reading.by_path is None:
        return list(files)
    return [file for file in files if not reading.by_path.is_itself(file)]


def _outcomes(
    files: Sequence[Path | str], known: Callable[[Article], bool], workers: int | None, reading: Reading
) -> Iterator[Outcome]:
    read = (item for path in files for item in read_new(path, known, reading))
    count = workers or _workers(files)
    if count <= 1:
        yield from (analysed(item) if isinstance(item, Article) else item for item in read)
        return
    with Processes(count, analysed) as processes:
        yield from _in_order(processes, read, AHEAD * count)


def _workers(files: Sequence[Path | str]) -> int:
    return max(1, min(available(), sum(map(_size, files)) // WORTH_A_PROCESS))


def _size(path: Path | str) -> int:
    try:
        return Path(path).stat().st_size
    except (OSError, ValueError):  # whoever reads it says why
        return 0


def _in_order(processes: Processes, read: Iterable[Article | Outcome], ahead: int) -> Iterator[Outcome]:
    """Yield the outcomes as their articles came in; few of them wait, however long the list or the articles."""
    waiting: deque[_Waiting] = deque()
    for item in read:
        waiting.append(_handed_on(processes, item))
        while len(waiting) > ahead or (len(waiting) > 1 and sum(w.size for w in waiting) > MOST_WAITING):
            yield waiting.popleft().done()
    while waiting:
        yield waiting.popleft().done()


@dataclass(frozen=True, slots=True)
class _Waiting:
    """An outcome that there is or will be, of which article, and how many characters that has."""

    item: Future[Outcome] | Outcome
    path: str = ""
    size: int = 0

    def done(self) -> Outcome:
        if not isinstance(self.item, Future):
            return self.item
        try:
            return self.item.result()
        except WorkerDied as error:
            return Failure(self.path, f"could not be analysed: {error}")


def _handed_on(processes: Processes, item: Article | Outcome) -> _Waiting:
    if isinstance(item, Article):
        return _Waiting(processes.submit(item), item.path, len(item.text))
    return _Waiting(item)


def read_new(
    path: Path | str, known: Callable[[Article], bool], reading: Reading
) -> Iterator[Article | Failure | Known]:
    """Yield what one input holds; a defect in reading it costs the rest of that input and not the others."""
    try:
        for item in read_articles(path, reading):
            if isinstance(item, Unread):
                yield Failure(item.address, item.why, item.trace)
            else:
                yield Known(item.path) if known(item) else item
    except Exception as error:  # a defect in one article must not cost the others
        yield _defect(path, "read", error)


def analysed(article: Article) -> ArticleRecord | Failure:
    """Return an article's record, or what stood against it."""
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
    from whosays.extract.extractor import Extractor  # noqa: PLC0415 - spaCy and the model, for who analyses

    return Extractor()
