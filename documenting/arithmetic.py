"""Whether this processor computes what the documents were written with.

A network of eight bits is multiplied otherwise on a processor without the instructions made for it, and a label in a
hundred may then be another one: no fault of the program, and nothing that a document could tell in one number.
``make docs`` keeps a digest of the labels that the encoder gives the sample, with one of the encoder.
"""

from __future__ import annotations

import hashlib
import re
from functools import cache
from pathlib import Path
from typing import Final

from whosays.demo import sample_articles
from whosays.extract.pipeline import Encoder
from whosays.resources import resource

KEPT: Final = Path(__file__).with_name("arithmetic.txt")
WORD: Final = re.compile(r"\w+|[^\w\s]")


@cache
def labels() -> str:
    """Return a digest of what the shipped encoder says of the words of the sample."""
    encoder = Encoder(Path(str(resource("extract", "model", "whosays_encoder"))))
    digest = hashlib.sha256()
    for article in sample_articles():
        encoded = encoder.encode(WORD.findall(article.read_text(encoding="utf-8")))
        for task in sorted(encoded.best):
            digest.update(encoded.best[task].tobytes())
        for task in sorted(encoded.scores):
            digest.update(encoded.scores[task].argmax(1).tobytes())
    return digest.hexdigest()


def network() -> str:
    """Return a digest of the shipped encoder and of the sample, whatever computes it."""
    digest = hashlib.sha256(resource("extract", "model", "whosays_encoder", "encoder.onnx").read_bytes())
    for article in sample_articles():
        digest.update(article.read_bytes())
    return digest.hexdigest()


def keep() -> None:
    """Write what the documents are written with."""
    KEPT.write_text(f"{network()} {labels()}\n", encoding="utf-8")


def kept() -> tuple[str, str]:
    """Return the digests of the network and of its labels that the documents were written with."""
    told, said = KEPT.read_text(encoding="utf-8").split()
    return told, said
