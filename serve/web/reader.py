"""One article to be read: its text with everything that was found marked in it, and beside it who says what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from whosays.graph.view import Voice, is_named, naming_sentence
from whosays.ontology import label
from whosays.queries import Table, catalogue
from whosays.serve.web.pages import rendered

_ORDER: Final = ("content", "hedge", "cue", "source")  # what lies on top comes last
_LINKED: Final = ("https://", "http://")

Mark = tuple[int, int, str, str]  # begin, end, part, attribution


@dataclass(frozen=True, slots=True)
class Reading:
    """Words that do not name their source: whom they were read as, and the sentence that does, where there is one."""

    words: str
    name: str
    sentence: tuple[str, str, str] | None


@dataclass(frozen=True, slots=True)
class Said:
    """One attribution in the list at the side; ``number`` counts them in the order of the text, from 1."""

    number: int
    id: str
    iri: str
    chain: str
    stance: str
    called: str  # the stance, in words
    words: str
    own: bool  # a figure that the outlet gives in its own words
    reading: Reading | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words, what they are (the topmost part that they belong to), and the attributions that have them.

    ``of`` is the innermost of these, ``begins`` are those of which these words are the first; ``named`` is whom a
    source was read as that its words do not name, behind the last of them.
    """

    text: str
    part: str
    ids: tuple[str, ...]
    begins: tuple[Said, ...] = ()
    of: Said | None = None
    named: str = ""


def article_page(text: str, about: Sequence[object], marks: Table, naming: Table) -> bytes:
    """Return the page of an article; ``about`` is its row of the question ``articles``."""
    columns = [column.name for column in catalogue()["articles"].columns]
    row = dict(zip(columns, about, strict=True))
    said = list(_said(text, marks, naming))
    head = _headline(text, str(row["title"] or ""))
    found = list(pieces(text, marks, said, head))
    url = str(row["url"] or "")
    return rendered(
        "article.html",
        about=row,
        headline=[piece for piece, end in _ends(found) if end <= head],
        pieces=[piece for piece, end in _ends(found) if end > head],
        said=said,
        own=sum(each.own for each in said),
        link=url if url.startswith(_LINKED) else "",
    )


def pieces(text: str, marks: Table, said: Sequence[Said], head: int = 0) -> Iterator[Piece]:
    """Cut a text wherever a mark begins or ends, and after its headline."""
    length = len(text)
    by_id = {each.id: each for each in said}
    spans = [span for span in _spans(marks, length) if span[0] < span[1]]
    cuts = sorted({0, head, length, *(point for start, end, _, _ in spans for point in (start, end))})
    told: set[str] = set()
    for start, end in pairwise(cuts):
        over = [span for span in spans if span[0] <= start and end <= span[1]]
        ids = tuple(dict.fromkeys(iri for *_, iri in over))
        new = tuple(sorted((by_id[iri] for iri in ids if iri not in told), key=lambda each: each.number))
        told.update(ids)
        top = max((part for _, _, part, _ in over), key=_ORDER.index, default="")
        inner = min((span for span in over if span[2] == top), key=lambda span: span[1] - span[0], default=None)
        of = by_id[inner[3]] if inner else None
        ends = inner is not None and top == "source" and inner[1] == end
        yield Piece(text[start:end], top, ids, new, of, of.reading.name if of and of.reading and ends else "")


def _headline(text: str, title: str) -> int:
    """Where the headline that a text begins with ends, with the space behind it; 0 where it begins otherwise."""
    begin = len(text) - len(text.lstrip())
    if not title or not text.startswith(title, begin):
        return 0
    rest = text[begin + len(title) :]
    body = rest.lstrip()
    return len(text) - len(body) if not rest or "\n" in rest[: len(rest) - len(body)] else 0


def _ends(found: Sequence[Piece]) -> Iterator[tuple[Piece, int]]:
    end = 0
    for piece in found:
        end += len(piece.text)
        yield piece, end


def _spans(marks: Table, length: int) -> Iterator[Mark]:
    for iri, _, _, _, part, start, end, _ in marks.rows:
        yield _number(start), min(_number(end), length), str(part), _local(str(iri))


def _said(text: str, marks: Table, naming: Table) -> Iterator[Said]:
    first: dict[str, list[object]] = {}
    starts: dict[str, list[int]] = {}
    content: dict[str, int] = {}
    for iri, *row in marks.rows:
        first.setdefault(str(iri), list(row))
        starts.setdefault(str(iri), []).append(_number(row[4]))
        if str(row[3]) == "content":
            content.setdefault(str(iri), _number(row[4]))
    readings = dict(_readings(text, marks, naming))
    order = sorted(first, key=lambda iri: (min(starts[iri]), content.get(iri, 0), iri))
    for number, iri in enumerate(order, 1):
        chain, stance, words, *_, around = first[iri]
        told = label(str(stance))
        yield Said(
            number, _local(iri), iri, str(chain), str(stance), told, str(words or ""), around is None, readings.get(iri)
        )


def _readings(text: str, marks: Table, naming: Table) -> Iterator[tuple[str, Reading]]:
    """Yield, by attribution, whom words were read as that do not name their source."""
    mentions: dict[str, tuple[Voice, list[tuple[int, int]]]] = {}
    for iri, name, named, start, end in naming.rows:
        voice = Voice(str(iri), str(name), "person" if str(named) == "true" else "unnamed")
        mentions.setdefault(str(iri), (voice, []))[1].append((_number(start), _number(end)))
    for iri, (begin, words) in _sources(text, marks).items():
        if iri in mentions and not is_named(words, mentions[iri][0]):
            voice, places = mentions[iri]
            yield iri, Reading(words, voice.name, naming_sentence(text, voice, places, begin))


def _sources(text: str, marks: Table) -> Mapping[str, tuple[int, str]]:
    """Where the words for the source of each attribution begin, and what they are."""
    found: dict[str, tuple[int, str]] = {}
    for iri, _, _, _, part, start, end, _ in marks.rows:
        if str(part) == "source":
            words = " ".join(text[_number(start) : _number(end)].split())
            begin, before = found.get(str(iri), (_number(start), ""))
            found[str(iri)] = begin, f"{before} {words}".strip()
    return found


def _local(iri: str) -> str:
    return iri.rpartition("#")[2]


def _number(cell: object) -> int:
    return int(str(cell))
