"""The folder that a graph lives in: a marker that says what it is, and the store beside it.

The marker also names the store once that was written anew: ``store.1`` takes the place of ``store`` at the moment when
the marker is replaced, which is one step for whoever looks.  A store that the marker does not name is no part of the
graph: it was not finished, or was left behind, and whoever next writes clears it away.
"""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryFile
from typing import Final

from whosays.graph.errors import GraphError
from whosays.graph.rdf import DiskEngine, storable

MARKER: Final = "whosays.json"
STORE: Final = "store"
CURRENT: Final = "CURRENT"  # RocksDB's file that every whole store has
LAYOUT: Final = 1
NAMED: Final = 2  # the layout in which the marker names the store: a version that does not know it leaves it alone
TRIES: Final = 5  # a store can be exchanged while it is being opened
# what the engine says of a store that a writer tidies up while it is opened for reading
GONE: Final = "While open a file for random read"
_A_STORE: Final = re.compile(rf"{STORE}(?:\.(\d+))?")

# words of the engine's message -> what to tell a person; the first that fits
_EXPLANATIONS: Final = (
    ("lock hold by current process", "is open in this program already; close it there first"),
    ("/LOCK: ", "is being written by another build; wait until it ends, or open it for reading only"),
    (
        "No space left",
        "the disk is full; free some space and run the same command again, nothing is half written",
    ),
    ("disk is full", "the disk is full; free some space and run the same command again, nothing is half written"),
    (GONE, "was written anew meanwhile; open it again"),
    ("Corruption", "is damaged; move it away and build it again from the articles"),
    ("Permission denied", "may not be opened by you; ask its owner or build somewhere else"),
    ("read-write", "is open for reading only"),
    ("Read-only file system", "is on a disk that nothing may be written to; build somewhere else"),
    ("Not a directory", "is inside a file, not a folder; give another folder"),
)


@contextmanager
def explained(folder: Path | None) -> Iterator[None]:
    """Turn what the engine raises into a ``GraphError`` that a person can act on."""
    try:
        yield
    except (OSError, RuntimeError, sqlite3.Error) as error:
        where = folder or "the graph in memory"
        for words, explanation in _EXPLANATIONS:
            if words in str(error):
                raise GraphError(f"{where}: {explanation}") from error
        why = getattr(error, "strerror", None) or error
        raise GraphError(f"{where}: cannot be used: {why}") from error


def of(path: str | os.PathLike[str]) -> Path:
    """Return the folder that a caller names; ``~`` is the home folder."""
    if not os.fspath(path):
        raise GraphError("the folder of the graph is an empty text; name a folder")
    return Path(os.path.expanduser(path))  # noqa: PTH111 - Path's own raises where there is no home


def is_graph(folder: Path) -> bool:
    """Tell whether a folder is marked as a graph's."""
    return (folder / MARKER).is_file()


def is_called(name: str, iri: str, path: str, *urls: str) -> bool:
    """Tell whether an article is meant: by its IRI, a URL, its path, or that of the file that held it with others."""
    asked = storable(name)
    places = (os.path.normpath(path), os.path.normpath(path.partition("#")[0]))
    return asked in (iri, *urls) or os.path.normpath(asked) in places


def try_out(folder: Path) -> None:
    """Raise ``GraphError`` where ``folder`` could not be made, written to or a graph's; nothing of the try is left."""
    with explained(folder):
        _check_is_no_file(folder)
        if is_graph(folder):
            _named(folder)
        else:
            _check_is_empty(folder)
        made = [place for place in (folder, *folder.parents) if not place.exists()]
        try:
            folder.mkdir(parents=True, exist_ok=True)
            with TemporaryFile(dir=folder):
                pass
        finally:
            for place in made:
                with suppress(OSError):  # where it could not be made
                    place.rmdir()


def opened(folder: Path, create: bool, read_only: bool, in_memory: bool = False) -> DiskEngine:
    """Return the store that the marker names, opened; whoever writes clears away all others first."""
    for rest in reversed(range(TRIES)):
        store = prepare(folder, create and not read_only)
        if read_only and not store.exists() and (not rest or prepare(folder, create=False) == store):
            raise GraphError(f"{folder}: nothing has been built in it yet")
        try:
            with explained(folder):
                _check_is_there(store, read_only)
                engine = DiskEngine(store, read_only, in_memory)
        except GraphError as error:
            passing = read_only and GONE in str(error.__cause__)  # a writer tidied up between two of our steps
            if not rest or (not passing and prepare(folder, create=False) == store):
                raise
            continue
        if read_only or prepare(folder, create=False) == store:
            break
        engine.close()  # another store took its place before it was locked
    if not read_only:
        (folder / f"{MARKER}.part").unlink(missing_ok=True)
        for left in others(folder):
            shutil.rmtree(left, ignore_errors=True)
    return engine


def _check_is_there(store: Path, read_only: bool) -> None:
    """Refuse to begin an empty store where another lies: a copy taken while the two changed places names neither."""
    if not read_only and not (store / CURRENT).exists() and others(store.parent):
        raise GraphError(
            f"{store.parent}: {store.name}, which {MARKER} names, is not there, and another store is; "
            "copy the folder again while nothing is written to it"
        )


def others(folder: Path) -> list[Path]:
    """Return the stores that the marker does not name, sorted: what was left when one was written anew."""
    named = prepare(folder, create=False)
    return sorted(path for path in folder.iterdir() if _A_STORE.fullmatch(path.name) and path != named)


def successor(store: Path) -> Path:
    """Return where the store that takes the place of another one is written."""
    found = _A_STORE.fullmatch(store.name)
    return store.with_name(f"{STORE}.{int(found[1] or 0) + 1 if found else 1}")


def exchange(folder: Path, store: Path) -> None:
    """Have the marker name another store, at once and for good: it survives a power cut, too."""
    _mark(folder, {"whosays graph": NAMED, "store": store.name})
    with suppress(OSError):  # a folder cannot be synced on every system
        _sync(folder)


def prepare(folder: Path, create: bool) -> Path:
    """Return the store's folder; raise ``GraphError`` where that is no graph and may not become one."""
    with explained(folder):
        if is_graph(folder):
            return folder / _named(folder)
        _check_is_no_file(folder)
        if not create:
            missing = "is not the folder of a graph" if folder.exists() else "there is no such folder"
            raise GraphError(
                f"{folder}: {missing}; build one with: whosays build ARTICLES --kg {shlex.quote(str(folder))}"
            )
        _check_is_empty(folder)
        folder.mkdir(parents=True, exist_ok=True)
        mark(folder)
    return folder / STORE


def mark(folder: Path) -> None:
    """Mark a folder as a graph's, whose store is called ``STORE``."""
    _mark(folder, {"whosays graph": LAYOUT})


def _check_is_no_file(folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise GraphError(f"{folder}: is a file, not the folder of a graph")


def _check_is_empty(folder: Path) -> None:
    if folder.exists() and any(entry.name != f"{MARKER}.part" for entry in folder.iterdir()):  # of a killed build
        raise GraphError(f"{folder}: holds other files; give the graph a folder of its own")


def _mark(folder: Path, told: dict[str, object]) -> None:
    part = folder / f"{MARKER}.part"
    with part.open("w", encoding="utf-8") as file:
        file.write(json.dumps(told) + "\n")
        file.flush()
        os.fsync(file.fileno())
    part.replace(folder / MARKER)


def _sync(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _named(folder: Path) -> str:
    """Return the name of the store; ``GraphError`` where the marker is none of this version's."""
    try:
        told = json.loads((folder / MARKER).read_text(encoding="utf-8"))
        layout, name = told["whosays graph"], told.get("store", STORE)
        is_known = (layout, name) == (LAYOUT, STORE) or (layout == NAMED and _A_STORE.fullmatch(name))
    except (ValueError, KeyError, TypeError, AttributeError):
        is_known = False
    if not is_known:
        raise GraphError(f"{folder}: was made by another version of whosays; build it again into a new folder")
    return str(name)
