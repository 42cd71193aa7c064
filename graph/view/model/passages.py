"""The words that prove a chain: a passage of the article with source, cue, content and hedge marked in it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from whosays.graph.view.model.data import Chain, Span

Role = Literal["", "content", "hedge", "source", "cue", "gap"]

CONTEXT = 260  # characters shown before and after what is marked, at most
FARTHER = 420  # characters before and after a passage that can be shown too, at most
LONG = 700  # a stretch without a change of marks that is longer is shortened in its middle
HEAD, TAIL = 400, 160  # what remains of it
_SENTENCE_END = re.compile(r"[.!?…][”’\"')\]]*\s+")


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words and what they are; ``hop`` is the place in the chain of who they belong to, from 0."""

    text: str
    role: Role = ""
    hop: int = 0


def passage(chain: Chain, text: str | None) -> tuple[Piece, ...]:
    """Return the passage in order; empty where the graph lacks the article's text or nothing is marked."""
    marks = _marks(chain)
    if not text or not marks:
        return ()
    length = len(text)
    marks = [(min(start, length), min(end, length), role, hop) for start, end, role, hop in marks]
    window = sentence_around(text, (min(mark[0] for mark in marks), max(mark[1] for mark in marks)))
    return tuple(piece for part in _parts(window, marks) for piece in _piece(text, *part))


def sentence_around(text: str, span: Span) -> Span:
    """Return where the sentence around some words begins and ends; of a very long one a part."""
    return _before(text, span[0]), _after(text, span[1])


def around(chain: Chain, text: str | None) -> tuple[str, str]:
    """Return what stands before and after the passage of a chain: whole sentences, some hundred characters of each."""
    marks = _marks(chain)
    if not text or not marks:
        return "", ""
    length = len(text)
    begin, finish = sentence_around(
        text, (min(min(mark[0], length) for mark in marks), max(min(mark[1], length) for mark in marks))
    )
    before, after = text[max(0, begin - FARTHER) : begin], text[finish : finish + FARTHER]
    if begin > FARTHER:
        start = _SENTENCE_END.search(before)
        before = before[start.end() :] if start else ""
    if finish + FARTHER < length:
        ends = [end.end() for end in _SENTENCE_END.finditer(after)]
        after = after[: ends[-1]].rstrip() if ends else ""
    return before, after.rstrip()


def _marks(chain: Chain) -> list[tuple[int, int, Role, int]]:
    """Later marks lie on top of earlier ones; of the contents only the innermost, which the others hold."""
    marks: list[tuple[int, int, Role, int]] = []
    last = len(chain.hops) - 1
    marks += _all(chain.last.contents, "content", last)
    for place, hop in enumerate(chain.hops):
        marks += _all(hop.hedges, "hedge", place)
    for place, hop in enumerate(chain.hops):
        marks += [*_all(hop.sources, "source", place), *_all(hop.cues, "cue", place)]
    return marks


def _all(spans: Iterable[Span], role: Role, hop: int) -> list[tuple[int, int, Role, int]]:
    return [(start, end, role, hop) for start, end in spans if start < end]


def _before(text: str, begin: int) -> int:
    """Where the sentence or paragraph around ``begin`` starts."""
    floor = max(0, begin - CONTEXT)
    before = text[floor:begin]
    paragraph = before.rfind("\n") + 1
    ends = [found.end() for found in _SENTENCE_END.finditer(before, paragraph)]
    if ends or paragraph or not floor:
        return floor + (ends[-1] if ends else paragraph)
    space = before.find(" ")
    return floor + space + 1


def _after(text: str, finish: int) -> int:
    """Where the sentence or paragraph around ``finish`` ends."""
    after = text[finish : finish + CONTEXT]
    paragraph = after.find("\n")
    within = after if paragraph < 0 else after[:paragraph]
    found = _SENTENCE_END.search(within)
    if found:
        return finish + len(within[: found.end()].rstrip())
    if paragraph >= 0 or finish + CONTEXT >= len(text):
        return finish + len(within)
    return finish + within.rfind(" ") + 1


def _parts(window: Span, marks: Sequence[tuple[int, int, Role, int]]) -> Iterable[tuple[int, int, Role, int]]:
    """Cut a window where marks change; each part carries the topmost mark over it."""
    begin, finish = window
    cuts = sorted({begin, finish, *(point for start, end, _, _ in marks for point in (start, end))})
    for start, end in itertools.pairwise(cuts):
        over = [(role, hop) for left, right, role, hop in marks if left <= start and end <= right]
        yield (start, end, *(over[-1] if over else ("", 0)))


def _piece(text: str, start: int, end: int, role: Role, hop: int) -> Iterable[Piece]:
    words = text[start:end]
    if len(words) <= LONG:
        return (Piece(words, role, hop),)
    return (Piece(words[:HEAD], role, hop), Piece(" … ", "gap"), Piece(words[-TAIL:], role, hop))
