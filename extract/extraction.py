"""Files in, records out: one at a time or over several processes, always in the order of the files."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import lru_cache
from multiprocessing import get_context
from pathlib import Path

from whosays.extract.errors import ArticleSkipped
from whosays.extract.reading import list_inputs, read_article
from whosays.extract.recording import Extractor
from whosays.extract.records import ArticleRecord

WORTH_A_PROCESS = 150_000  # bytes of articles below which a second process costs more than it gives
CHUNK = 4  # articles handed to a process at once

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Failure:
    """An article that could not be read, and why in one line."""

    path: str
    why: str


def extract(paths: Iterable[str | Path], *, workers: int | None = None) -> Iterator[ArticleRecord | Failure]:
    """Yield a record or a failure for every article among files and folders, in the order of ``list_inputs``.

    ``workers`` is the number of processes; by default as many as there are processors when the articles are worth it.
    The records do not depend on it.  Bad input never raises.
    """
    files = list_inputs(paths)
    count = min(workers or _workers(files), max(1, -(-len(files) // CHUNK)))
    if count <= 1:
        yield from map(_extract_one, files)
        return
    with ProcessPoolExecutor(count, mp_context=get_context("spawn"), initializer=_one_thread) as pool:
        yield from pool.map(_extract_one, files, chunksize=CHUNK)


def _workers(files: Sequence[Path]) -> int:
    size = sum(path.stat().st_size for path in files if path.is_file())
    return max(1, min(len(os.sched_getaffinity(0)), size // WORTH_A_PROCESS)) if hasattr(os, "sched_getaffinity") else 1


def _one_thread() -> None:
    """Keep each process to its own processor: the matrix library would start a thread for every one."""
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
        os.environ[name] = "1"


def _extract_one(path: Path) -> ArticleRecord | Failure:
    try:
        article = read_article(path)
    except ArticleSkipped as error:
        return Failure(str(path), str(error))
    logger.debug("reading %s", path)
    return _extractor().record(article)


@lru_cache(maxsize=1)
def _extractor() -> Extractor:
    return Extractor()
