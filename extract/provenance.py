"""Which program and which model read an article: what has to be the same for the same record to come out."""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Iterator
from importlib.metadata import version
from importlib.resources.abc import Traversable

from whosays.resources import resource

SHORT = 16  # letters of a digest


def program_version() -> str:
    """Return the version of the program that is installed."""
    return version("whosays")


@functools.cache
def model_digest() -> str:
    """Return a digest of the files of the model that comes with the program."""
    digest = hashlib.sha256()
    for path, entry in _files(resource("extract", "model")):
        digest.update(f"{path}\n".encode())
        digest.update(entry.read_bytes())
    return digest.hexdigest()[:SHORT]


def _files(folder: Traversable, path: str = "") -> Iterator[tuple[str, Traversable]]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            yield from _files(entry, f"{path}{entry.name}/")
        else:
            yield f"{path}{entry.name}", entry
