"""Findings that were judged by eye: what was found, by its offsets, and what is wrong of it; texts lie elsewhere.

A file of labels has one JSON line a page: ``file``, ``sha256`` of its text, and ``findings`` with the offsets of
source, cue and content, ``kind``, ``stance``, ``name`` (the first digits of the SHA-256 of the name of its voice) and
``verdict``: "right", or the first fault that a strict reader saw ("no attribution", "wrong speaker", "content cut").
It says something of what is found today only where that is the same.  Pages of the part "held" are there to measure
confidence on, and nothing learns from them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from training.press import Row, by_hash, read_labels
from whosays.extract.records import Attribution, Entity

RIGHT = "right"
HELD = "held"
VERDICTS = (
    RIGHT,
    "no attribution",
    "wrong speaker",
    "wrong entity name",
    "content too long",
    "content cut",
    "stance",
    "kind",
    "nesting",
)
VOICE = frozenset((RIGHT, "wrong speaker", "wrong entity name"))  # what hangs on whose words they are
STANCE, KIND = frozenset((RIGHT, "stance")), frozenset((RIGHT, "kind"))
DIGITS = 12  # of a name's hash


def judged(texts: Path) -> Iterator[tuple[Row, str]]:
    """Yield the judged pages whose texts lie in a folder, under any names, in UTF-8.

    A page that the encoder has learned from since is left out: what is found there is righter than elsewhere; so are
    those that are held back.
    """
    found = by_hash(texts)
    learned = {row["sha256"] for name in ("press", "pages") for row in read_labels(name, "train")}
    for row in read_labels("verdicts"):
        if row["sha256"] in found and row["sha256"] not in learned and row.get("part") != HELD:
            yield row, found[row["sha256"]].read_bytes().decode("utf-8")


def verdict_on(hop: Attribution, entities: Mapping[str, Entity], row: Row) -> str | None:
    """Return what was said of the same finding, nothing where none was the same in what the verdict hangs on."""
    of = _finding(hop, entities)
    for told in row["findings"]:
        verdict = str(told["verdict"])
        parts = ["source", "cue", "content", *(["name"] if verdict in VOICE else [])]
        parts += [*(["stance"] if verdict in STANCE else []), *(["kind"] if verdict in KIND else [])]
        if all(told[part] == of[part] for part in parts):
            return verdict
    return None


def _finding(hop: Attribution, entities: Mapping[str, Entity]) -> dict[str, Any]:
    """Return a finding as labels tell it."""
    return {
        "source": list(hop.source) if hop.source is not None else None,
        "cue": [list(span) for span in hop.cue],
        "content": [list(span) for span in hop.content],
        "kind": hop.kind,
        "stance": hop.stance,
        "name": _hash(entities[hop.entity].name) if hop.entity is not None else None,
    }


def _hash(name: str) -> str:
    return hashlib.sha256(name.encode("utf-8")).hexdigest()[:DIGITS]
