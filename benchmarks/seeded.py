"""Graphs of any size, all told by a seed: a small press is read, stored and related, and then told again.

Relating a million quads takes hours of a shared machine, so what is related is the first ten thousand quads (forty
articles); each further copy has IRIs and names of its own.  Outlets, agencies and wording are the same in all, as in
the news.  Offsets are those of the first copy, where names were shorter: nothing here reads by them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from benchmarks.press import SYLLABLES, Press
from whosays.graph import KnowledgeGraph
from whosays.ontology import WS

ARTICLES: Final = 40
_IRI: Final = re.compile(r"(?<=<https://w3id\.org/whosays/id/)(?!graph/)(\w+/)([^>#]+)")
_LITERAL: Final = re.compile(r'"(?:[^"\\]|\\.)*"')
_NAME: Final = re.compile(r"\b[A-Z][a-z]{3,}\b")
_COPY, _ENDING = "\x00", "\x01"  # stand in the template for what is of one copy alone; no quad holds them


class Seeded:
    """A template of about ten thousand quads, and as many copies of it as are wanted."""

    def __init__(self, folder: Path, articles: int = ARTICLES) -> None:
        press = Press()
        with KnowledgeGraph.open(folder / "base", create=True) as graph:
            for record in press.articles(articles):
                graph.add(record)
            graph.relate()
            graph.export("nquads", folder / "base.nq")
        self._common = {*press._outlets, *press._agencies}
        lines = (folder / "base.nq").read_text(encoding="utf-8").splitlines(keepends=True)
        self._told_once = "".join(line for line in lines if _is_vocabulary(line))
        told = "".join(line for line in lines if not _is_vocabulary(line))
        self._template = _IRI.sub(self._iri, _LITERAL.sub(self._literal, told))
        self._quads = told.count("\n")

    def write(self, file: Path, quads: int) -> tuple[int, str]:
        """Write about so many quads; return how many there are, and what the names of the last copy end in."""
        copies = max(1, round(quads / self._quads))
        with file.open("w", encoding="utf-8") as out:
            out.write(self._told_once)
            for number in range(copies):
                out.write(self._template.replace(_COPY, f"{number}-").replace(_ENDING, ending(number)))
        return self._told_once.count("\n") + copies * self._quads, ending(copies - 1)

    def _iri(self, found: re.Match[str]) -> str:
        words = found[2].replace("-", " ")
        return found[0] if words in {name.lower() for name in self._common} else f"{found[1]}{_COPY}{found[2]}"

    def _literal(self, found: re.Match[str]) -> str:
        common = "|".join(sorted(map(re.escape, self._common)))
        pieces = re.split(f"({common})", found[0])
        return "".join(piece if piece in self._common else _NAME.sub(rf"\g<0>{_ENDING}", piece) for piece in pieces)


def ending(number: int) -> str:
    """Return three syllables: no name of a copy is the beginning of another's."""
    base = len(SYLLABLES)
    return "".join(SYLLABLES[number // base**place % base].ljust(4, "a") for place in (2, 1, 0))


def _is_vocabulary(line: str) -> bool:
    return line.endswith("/id/graph/vocabulary> .\n")


def names(graph: KnowledgeGraph, told: str) -> Iterator[tuple[str, str]]:
    """Yield speakers of one copy by the words that name them, the least first, and the IRI of one thing each said."""
    pairs = sorted((words, iri) for iri, words in graph.pairs(WS.sourceWords) if words.endswith(told))
    yield from pairs
