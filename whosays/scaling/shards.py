"""Inputs cut into shards: the same inputs, read the same way, are the same shards, whoever reads them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from whosays.extract import Reading
from whosays.graph import Run

BYTES: Final = 500_000  # of small files in a shard: half a minute's work
FILES: Final = 100
ALONE: Final = (".csv", ".gz", ".jsonl", ".parquet", ".tar", ".tsv", ".warc", ".xz", ".zip")  # hold many articles
SHORT: Final = 20  # letters of a key


@dataclass(frozen=True, slots=True)
class Shard:
    """Inputs that one task reads; ``key`` tells these inputs, as they are now, read by this program in this way."""

    key: str
    inputs: tuple[str, ...]


def shards(inputs: Iterable[Path | str], reading: Reading, run: Run) -> Iterator[Shard]:
    """Yield the inputs in their order, cut where enough of them are together."""
    some: list[tuple[str, str]] = []
    held = 0
    for given in map(str, inputs):
        size, state = _state(given)
        alone = given.lower().endswith(ALONE)
        if some and (alone or held + size > BYTES or len(some) == FILES):
            yield _shard(some, reading, run)
            some, held = [], 0
        some.append((given, state))
        held += BYTES if alone else size
    if some:
        yield _shard(some, reading, run)


def _shard(inputs: list[tuple[str, str]], reading: Reading, run: Run) -> Shard:
    digest = hashlib.sha256()
    how = (reading.columns, reading.facts, reading.by_path, reading.outlets, reading.fetch)
    for part in (run.iri, repr(how), *(piece for pair in inputs for piece in pair)):
        digest.update(f"{len(part)}:{part}".encode("utf-8", "surrogatepass"))
    return Shard(digest.hexdigest()[:SHORT], tuple(given for given, _ in inputs))


def _state(given: str) -> tuple[int, str]:
    try:
        stat = Path(given).stat()
    except (OSError, ValueError):  # an address, or whoever reads it says why
        return 0, ""
    return stat.st_size, f"{stat.st_size} {stat.st_mtime_ns}"
