"""A graph copied as it stands while others may write it: cheap on one file system, where files are linked."""

from __future__ import annotations

import hashlib
import shutil
from contextlib import suppress
from pathlib import Path
from typing import Final

import pyoxigraph

from whosays.graph.errors import GraphError
from whosays.graph.store import folder

TRIES: Final = 5  # a writer can take a file away while it is being linked
_NO_DATA: Final = ("LOG", "LOCK", "OPTIONS", "IDENTITY")


def copied(graph: Path, target: Path) -> Path:
    """Copy the graph in a folder into the folder ``target``, which is made, and return it: a graph to be read."""
    if not folder.prepare(graph, create=False).exists():
        raise GraphError(f"{graph}: nothing has been built in it yet")
    target.mkdir(parents=True)
    for rest in reversed(range(TRIES)):
        store = folder.prepare(graph, create=False)  # which may be another one by now
        try:
            with folder.explained(graph):
                pyoxigraph.Store.read_only(str(store)).backup(str(target / folder.STORE))
            break
        except GraphError:
            shutil.rmtree(target / folder.STORE, ignore_errors=True)
            if not rest:
                raise
    folder.mark(target)
    return target


def state_of(graph: Path) -> str:
    """Return a short text that is another one after anything was written to the graph."""
    digest = hashlib.sha256()
    with suppress(GraphError):  # no graph yet, or not any more
        store = folder.prepare(graph, create=False)
        digest.update(store.name.encode())
        _add_files(store, digest)
    return digest.hexdigest()[:16]


def _add_files(store: Path, digest: hashlib._Hash) -> None:
    for file in sorted(store.glob("*")):
        if not file.name.startswith(_NO_DATA):
            try:
                stat = file.stat()
            except FileNotFoundError:  # taken away while we look
                continue
            digest.update(f"{file.name} {stat.st_size} {stat.st_mtime_ns}\n".encode())
