"""What a structure gives to one voice, and how it takes its place among what the sentences gave."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Span

from whosays.extract.attribution.attribution import AttributionSet, Hop
from whosays.extract.records import Stance
from whosays.extract.syntax import holds, overlap, trimmed

CONFIDENCE = 0.85


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of one voice.

    ``label`` are the words that only tell who speaks; ``own`` is the id of a hop found before that is this one's.
    Without a source it is a question of whoever asks for the outlet, and no attribution.
    """

    source: Span | None
    content: tuple[Span, ...]
    cue: tuple[Span, ...] = ()
    label: tuple[Span, ...] = ()
    stance: Stance | None = None
    own: int | None = None


def put_in(found: AttributionSet, passage: Passage) -> None:
    """Add a passage, its own words in the place of what sentence by sentence reading made of them.

    What somebody else is said to say inside it stays, to be nested; what runs into it from outside is cut there.
    """
    for number in found.touching([*passage.content, *passage.label]):
        hop = found[number]
        if number == passage.own or hop.inside is not None:
            continue
        kept = _kept(hop, passage)
        if kept is None:
            found.drop([number])
        else:
            found.put(number, kept)
    if passage.own is not None and passage.source is not None:
        found.put(passage.own, replace(found[passage.own], content=passage.content))
    elif passage.source is not None:
        found.add(Hop(passage.source, passage.cue, passage.content, None, CONFIDENCE, stance=passage.stance))


def _kept(hop: Hop, passage: Passage) -> Hop | None:
    """Return what is left of a hop that touches a passage: all that lies wholly in it or outside it."""
    taken = [*passage.content, *passage.label]
    if hop.cue and all(holds(passage.content, span) for span in hop.spans()):
        return hop
    told = (*hop.cue, *([hop.source] if hop.source is not None else []))
    if not hop.cue or overlap_any(told, taken):
        return None
    content = tuple(part for span in hop.content for part in _outside(span, taken))
    return replace(hop, content=content) if content else None


def overlap_any(spans: Sequence[Span], others: Sequence[Span]) -> bool:
    """Tell whether one of some spans shares a token with one of others."""
    return any(overlap(span, others) for span in spans)


def _outside(span: Span, taken: Sequence[Span]) -> list[Span]:
    """Return the part of a span before the first of some others that it meets."""
    ends = [other.start for other in taken if overlap(span, [other])]
    kept = trimmed(span.doc, span.start, min(ends)) if ends else span
    return [kept] if kept is not None else []
