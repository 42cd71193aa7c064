"""Which program derived what is kept: another one may decide otherwise, so it starts anew."""

from __future__ import annotations

import functools
import hashlib
import sys
from collections.abc import Iterator
from importlib.resources.abc import Traversable

from whosays.resources import files_below, resource

ROOMS = ("graph", "ontology", "gazetteer")  # what decides across articles; their folders of any depth
BESIDE = (  # what those import, keep and read
    ("extract", "records.py"),
    ("extract", "model/whosays_encoder/tokenizer.json"),
    ("", "learned.py"),
    ("", "resources.py"),
)
CODE_AND_DATA = (".json", ".onnx", ".py", ".ttl", ".tsv", ".txt")


@functools.cache
def program() -> str:
    """Return a digest of the code, the models and the word lists that decide, and of the interpreter."""
    digest = hashlib.sha256(sys.version.encode())
    for path, entry in deciding():
        digest.update(f"{path}\n".encode())
        digest.update(entry.read_bytes())
    return digest.hexdigest()


def deciding() -> Iterator[tuple[str, Traversable]]:
    """Yield every file on which it depends what is derived, with its path below its room."""
    for room in ROOMS:
        yield from (found for found in files_below(resource(room)) if found[0].endswith(CODE_AND_DATA))
    yield from ((file, resource(room, *file.split("/"))) for room, file in BESIDE)
