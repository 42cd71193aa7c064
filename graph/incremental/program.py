"""Which program derived what is kept: another one may decide otherwise, so it starts anew."""

from __future__ import annotations

import functools
import hashlib
import sys
from collections.abc import Iterator
from importlib.resources.abc import Traversable

from whosays.resources import resource

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
        yield from sources(resource(room))
    yield from ((file, resource(room, *file.split("/"))) for room, file in BESIDE)


def sources(folder: Traversable, path: str = "") -> Iterator[tuple[str, Traversable]]:
    """Yield every file of code or data below a folder, however deep, with its path there; in the order of names."""
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            yield from sources(entry, f"{path}{entry.name}/")
        elif entry.name.endswith(CODE_AND_DATA):
            yield f"{path}{entry.name}", entry
