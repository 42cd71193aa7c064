"""One article to be read: its text with everything that was found marked in it, and beside it who says what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from whosays.ontology import label
from whosays.queries import Table, catalogue
from whosays.serve.web.pages import rendered

_ORDER: Final = ("content", "hedge", "cue", "source")  # what lies on top comes last


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words, what they are (the topmost part that they belong to), and the attributions that have them."""

    text: str
    part: str
    ids: tuple[str, ...]
    begins: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """One attribution in the list at the side."""

    id: str
    iri: str
    chain: str
    stance: str
    words: str
    own: bool  # a figure that the outlet gives in its own words


def article_page(text: str, about: Sequence[object], marks: Table) -> bytes:
    """Return the page of an article; ``about`` is its row of the question ``articles``."""
    columns = [column.name for column in catalogue()["articles"].columns]
    row = dict(zip(columns, about, strict=True))
    said = list(_said(marks))
    own = sum(each.own for each in said)
    return rendered("article.html", about=row, pieces=list(pieces(text, marks)), said=said, own=own)


def pieces(text: str, marks: Table) -> Iterator[Piece]:
    """Cut a text wherever a mark begins or ends."""
    length = len(text)
    spans = [
        (_number(start), min(_number(end), length), str(part), _local(str(iri)))
        for iri, _, _, _, part, start, end, _ in marks.rows
    ]
    spans = [span for span in spans if span[0] < span[1]]
    cuts = sorted({0, length, *(point for start, end, _, _ in spans for point in (start, end))})
    told: set[str] = set()
    for start, end in pairwise(cuts):
        over = [(part, iri) for left, right, part, iri in spans if left <= start and end <= right]
        ids = tuple(dict.fromkeys(iri for _, iri in over))
        new = tuple(iri for iri in ids if iri not in told)
        told.update(new)
        top = max((part for part, _ in over), key=_ORDER.index, default="")
        yield Piece(text[start:end], top, ids, new)


def _said(marks: Table) -> Iterator[Said]:
    rows = {iri: row for iri, *row in reversed(marks.rows)}
    for iri, (chain, stance, words, *_, around) in reversed(rows.items()):
        yield Said(_local(str(iri)), str(iri), str(chain), label(str(stance)), str(words or ""), around is None)


def _local(iri: str) -> str:
    return iri.rpartition("#")[2]


def _number(cell: object) -> int:
    return int(str(cell))
