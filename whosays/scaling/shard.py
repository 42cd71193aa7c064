"""One shard read and mapped: what a worker does, with nothing of the engine that has it do so.

The files appear whole or not at all, and the same shard gives the same bytes.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, BinaryIO, Final

from whosays.building import said_of, version_of
from whosays.extract import Article, ArticleRecord, Failure, Known, Reading, analysed, read_new
from whosays.graph import RecordError, Run, article_lines
from whosays.scaling.journal import ENDED, Journal
from whosays.scaling.shards import Shard
from whosays.scaling.table import write_table

MANIFEST: Final = "manifest.jsonl"


@dataclass(frozen=True, slots=True)
class Setup:
    """What all shards of a build have in common; ``known`` are articles, by IRI, that need not be read again."""

    folder: str
    reading: Reading
    run: Run
    known: frozenset[str]


def work(shard: Shard, setup: Setup) -> dict[str, Any]:
    """Read a shard, write its files, and return its line of the manifest."""
    folder = Path(setup.folder)
    said: list[str] = []
    written = _Written(shard, setup)
    quads, table = folder / f"{shard.key}.nq", folder / f"{shard.key}.parquet"
    part = folder / f"{shard.key}.{os.getpid()}.part"
    with Journal(folder / f"{shard.key}.begun") as journal:
        with part.open("wb") as out:
            for item in _items(shard, replace(setup.reading, tell=said.append), journal, written):
                written.put(item, out)
        part.replace(quads)
        write_table(written.records, part)
        part.replace(table)
    return {
        "shard": shard.key,
        "inputs": list(shard.inputs),
        "run": str(setup.run.iri),
        "articles": written.articles,
        "known": written.known,
        "failed": written.failed,
        "said": said,
        "nquads": {"file": quads.name, "bytes": quads.stat().st_size, "sha256": written.digest.hexdigest()},
        "parquet": {"file": table.name, "bytes": table.stat().st_size},
    }


def line_of(done: dict[str, Any]) -> str:
    """Return a shard's line of the manifest as text."""
    return json.dumps(done, ensure_ascii=False) + "\n"


def _items(
    shard: Shard, reading: Reading, journal: Journal, written: _Written
) -> Iterator[Article | ArticleRecord | Failure | Known]:
    """Yield what became of each article of the shard."""
    number = 0
    for given in shard.inputs:
        if journal.is_fatal(f"reading {given!r}"):
            yield Failure(given, f"could not be read: {ENDED}")
            continue
        for item in read_new(given, written.has, reading):
            number += 1
            if not isinstance(item, Article):
                yield item
            elif journal.is_fatal(f"article {number}"):
                yield Failure(item.path, f"could not be analysed: {ENDED}")
            else:
                if item.is_told:
                    written.told[item.path] = said_of(item)
                yield analysed(item)
            journal.is_fatal(f"reading {given!r}")


class _Written:
    """What is told of the shard's articles, and where each stands in the file of quads."""

    def __init__(self, shard: Shard, setup: Setup) -> None:
        self.shard, self._setup = shard, setup
        self._in: set[str] = set()
        self._at = 0
        self.digest = hashlib.sha256()
        self.articles: list[dict[str, Any]] = []
        self.known: list[list[str]] = []
        self.failed: list[list[str | None]] = []
        self.told: dict[str, tuple[str | None, ...]] = {}
        self.records: list[tuple[str, ArticleRecord]] = []

    def has(self, article: Article) -> bool:
        """Tell whether an article need not be read; of one that the user says something of, the graph decides."""
        iri = version_of(article)
        is_known = iri in self._in or (iri in self._setup.known and not article.is_told)
        if is_known:
            self.known.append([article.path, iri])
        return is_known

    def put(self, item: Article | ArticleRecord | Failure | Known, out: BinaryIO) -> None:
        """Write an article's quads, or note why there are none."""
        if isinstance(item, Failure):
            self.failed.append([item.path, item.why, item.trace])
        if not isinstance(item, ArticleRecord):
            return
        try:
            iri, lines = article_lines(item, self._setup.run.iri)
        except RecordError as error:
            self.failed.append([item.path, str(error).removeprefix(f"{item.path}: "), None])
            return
        out.write(lines)
        self.digest.update(lines)
        told = self.told.get(item.path)
        self.articles.append({"path": item.path, "iri": iri, "at": self._at, "bytes": len(lines), "told": told})
        self._at += len(lines)
        self._in.add(iri)
        self.records.append((iri, item))
