"""The store of a graph written anew in one go, which takes least space.

Oxigraph leaves uncompressed what it writes by and by, as long as that is little: the first two levels of RocksDB's
files, and nothing that it offers changes them.  What it loads in bulk is compressed.  So all quads are loaded into a
new store beside the old one, and the marker of the folder is then made to name the new one: killed at any moment, or
without space, the graph is what it was, in one store or the other.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterable
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pyoxigraph
from rdflib import RDF

from whosays.graph.errors import GraphError
from whosays.graph.incremental import shrink
from whosays.graph.rdf import inner_store
from whosays.graph.store import folder, loading
from whosays.ontology import WS

FEW: Final = 20  # articles: what less of them could save is not worth a new store
SHARE: Final = 4  # a build that added at least one in so many of a graph's articles takes longer than writing them anew
LOOSE: Final = 3  # one byte in so many uncompressed, and the store is worth being written anew
_END: Final = 4_096  # bytes of a file of RocksDB in which it tells how it is compressed
_UNCOMPRESSED: Final = b"NoCompression"


@dataclass(frozen=True, slots=True)
class Compacted:
    """How many bytes the folder of a graph took before and after."""

    before: int
    after: int


def compact(path: str | os.PathLike[str]) -> Compacted:
    """Write the store of a graph anew, and what is derived from it; nobody else may write meanwhile.

    Takes the space of a second store until it is done.  Raises ``GraphError`` where that is not there, or where the
    graph cannot be written; it is then as it was.  Whoever has the graph open for reading has to open it again.
    """
    where = folder.of(path)
    with folder.explained(where):
        engine = folder.opened(where, create=False, read_only=False)
        old = folder.prepare(where, create=False)
        new = folder.successor(old)
        try:
            before = _bytes(where.rglob("*"))
            loading.tidy(engine, where)
            _fill(pyoxigraph.Store(str(new)), inner_store(engine.dataset))
            folder.exchange(where, new)
        except BaseException:
            if folder.prepare(where, create=False) != new:
                shutil.rmtree(new, ignore_errors=True)
            raise
        finally:
            with suppress(OSError, RuntimeError):  # what the old store still has to write is in the new one
                engine.close()
    shutil.rmtree(old, ignore_errors=True)
    with suppress(sqlite3.Error):  # what is derived is no reason to call the rest undone
        shrink(where)
    return Compacted(before, _bytes(where.rglob("*")))


def compact_after(path: str | os.PathLike[str], added: int) -> Compacted | None:
    """Do as ``compact`` after a build that added so many articles; ``None`` where that would cost more than it brings.

    So it is where the build added few articles, or few for this graph, and where most of the store is compressed.
    """
    where = folder.of(path)
    if added < FEW or loose(where) * LOOSE < _bytes(folder.prepare(where, create=False).glob("*.sst")):
        return None
    with folder.explained(where), closing(folder.opened(where, create=False, read_only=True)) as engine:
        articles = sum(1 for _ in engine.subjects(RDF.type, WS.Article))
    return compact(where) if added * SHARE >= articles else None


def loose(where: Path) -> int:
    """Return how many bytes of a graph's store are not compressed."""
    return _bytes(file for file in folder.prepare(where, create=False).glob("*.sst") if _is_loose(file))


def _is_loose(file: Path) -> bool:
    try:
        with file.open("rb") as data:
            data.seek(-min(_END, file.stat().st_size), os.SEEK_END)
            return _UNCOMPRESSED in data.read()
    except OSError:  # taken away while we look
        return False


def _fill(store: pyoxigraph.Store, quads: pyoxigraph.Store | None) -> None:
    assert quads is not None  # noqa: S101 - narrows the type: a folder's store is Oxigraph's
    store.bulk_extend(quad for quad in quads)  # Python's loop, which a person can stop
    store.flush()
    if len(store) != len(quads):
        raise GraphError("the store could not be copied whole; look at it with: whosays doctor --kg DIR")


def _bytes(files: Iterable[Path]) -> int:
    total = 0
    for file in files:
        try:
            total += file.stat().st_size if file.is_file() else 0
        except OSError:  # taken away while we look
            continue
    return total
