"""The folder that a graph lives in: a marker that says what it is, and the store beside it."""

from __future__ import annotations

import json
import os
import shlex
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryFile
from typing import Final

from whosays.graph.errors import GraphError
from whosays.graph.rdf import storable

MARKER: Final = "whosays.json"
STORE: Final = "store"
LAYOUT: Final = 1

# words of the engine's message -> what to tell a person; the first that fits
_EXPLANATIONS: Final = (
    ("lock hold by current process", "is open in this program already; close it there first"),
    ("/LOCK: ", "is being written by another build; wait until it ends, or open it for reading only"),
    (
        "No space left",
        "the disk is full; free some space and run the same command again, nothing is half written",
    ),
    ("disk is full", "the disk is full; free some space and run the same command again, nothing is half written"),
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
            _check_layout(folder)
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


def prepare(folder: Path, create: bool) -> Path:
    """Return the store's folder; raise ``GraphError`` where that is no graph and may not become one."""
    with explained(folder):
        if is_graph(folder):
            _check_layout(folder)
            return folder / STORE
        _check_is_no_file(folder)
        if not create:
            missing = "is not the folder of a graph" if folder.exists() else "there is no such folder"
            raise GraphError(
                f"{folder}: {missing}; build one with: whosays build ARTICLES --kg {shlex.quote(str(folder))}"
            )
        _check_is_empty(folder)
        folder.mkdir(parents=True, exist_ok=True)
        _mark(folder)
    return folder / STORE


def _check_is_no_file(folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise GraphError(f"{folder}: is a file, not the folder of a graph")


def _check_is_empty(folder: Path) -> None:
    if folder.exists() and any(entry.name != f"{MARKER}.part" for entry in folder.iterdir()):  # of a killed build
        raise GraphError(f"{folder}: holds other files; give the graph a folder of its own")


def _mark(folder: Path) -> None:
    part = folder / f"{MARKER}.part"
    part.write_text(json.dumps({"whosays graph": LAYOUT}) + "\n", encoding="utf-8")
    part.replace(folder / MARKER)


def _check_layout(folder: Path) -> None:
    try:
        layout = json.loads((folder / MARKER).read_text(encoding="utf-8"))["whosays graph"]
    except (ValueError, KeyError, TypeError):
        layout = None
    if layout != LAYOUT:
        raise GraphError(f"{folder}: was made by another version of whosays; build it again into a new folder")
