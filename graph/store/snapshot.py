"""A graph copied as it stands while others may write it: cheap on one file system, where files are linked."""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

import pyoxigraph

from whosays.graph.errors import GraphError
from whosays.graph.store import folder

TRIES: Final = 5  # a writer can take a file away while it is being linked
PREFIX: Final = "snapshot-"  # of the folder of a copy: then the process that made it, then something new
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


def place_for_copy(graph: Path) -> Path:
    """Return a new folder's path: beside the store, where files are linked and not copied, if that can be written."""
    name = f"{PREFIX}{os.getpid()}-{os.urandom(4).hex()}"
    if os.access(graph, os.W_OK):
        return graph / name
    return Path(tempfile.mkdtemp(prefix="whosays-"), name)


def copies(graph: Path) -> Iterator[tuple[Path, int, bool]]:
    """Yield the copies beside a store: the folder, the process that made it, and whether that still runs."""
    for copy in sorted(graph.glob(f"{PREFIX}*")):
        process = copy.name.removeprefix(PREFIX).partition("-")[0]
        if process.isdigit():
            yield copy, int(process), _runs(int(process))


def sweep(graph: Path) -> None:
    """Remove copies whose process was killed."""
    for copy, _, runs in copies(graph):
        if not runs:
            shutil.rmtree(copy, ignore_errors=True)


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:  # it is somebody else's
        return True
    return True


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
