"""Which program derived what is kept: another one may decide otherwise, so it starts anew."""

from __future__ import annotations

import functools
import hashlib
import sys
from importlib.resources import files


@functools.cache
def program() -> str:
    """Return a digest of the code and the word lists that decide, and of the interpreter."""
    digest = hashlib.sha256(sys.version.encode())
    for room in ("whosays.graph", "whosays.graph.living", "whosays.ontology"):
        for entry in sorted(files(room).iterdir(), key=lambda entry: entry.name):
            if entry.is_file() and entry.name.endswith((".py", ".ttl")):
                digest.update(entry.read_bytes())
    for entry in sorted(files("whosays.graph").joinpath("data").iterdir(), key=lambda entry: entry.name):
        digest.update(entry.read_bytes())
    return digest.hexdigest()
