"""Which program and which model read an article: what has to be the same for the same record to come out."""

from __future__ import annotations

import functools
import hashlib
from importlib.metadata import version

from whosays.resources import files_below, resource

SHORT = 16  # letters of a digest


def program_version() -> str:
    """Return the version of the program that is installed."""
    return version("whosays")


@functools.cache
def model_digest() -> str:
    """Return a digest of the files of the model that comes with the program."""
    digest = hashlib.sha256()
    for path, entry in files_below(resource("extract", "model")):
        digest.update(f"{path}\n".encode())
        digest.update(entry.read_bytes())
    return digest.hexdigest()[:SHORT]
