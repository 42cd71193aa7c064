"""Hops: the attributions of one Doc in terms of its tokens, before anybody is resolved or judged.

The stations that find them are modules of their own, run in the order of ``extract.attribution.stages``.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Span

from whosays.extract.syntax import holds


@dataclass(frozen=True, slots=True)
class Hop:
    """One attribution: its spans in the Doc and the hop that reports it (its position in the list of hops)."""

    source: Span | None
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    inside: int | None
    confidence: float

    @property
    def start(self) -> int:
        """The first token of any part."""
        return min(span.start for span in self.spans())

    def spans(self) -> list[Span]:
        """Return all parts."""
        return [*([self.source] if self.source is not None else []), *self.cue, *self.content]


def without(hops: Sequence[Hop], dropped: Collection[int]) -> list[Hop]:
    """Return the hops but for some positions; what was inside a dropped hop moves out to where that one was."""
    kept = [i for i in range(len(hops)) if i not in dropped]
    position = {old: new for new, old in enumerate(kept)}

    def outer(index: int | None) -> int | None:
        while index is not None and index not in position:
            index = hops[index].inside
        return None if index is None else position[index]

    return [replace(hops[i], inside=outer(hops[i].inside)) for i in kept]


def enclosed(hops: Sequence[Hop]) -> list[Hop]:
    """Return the hops, each outermost one that lies wholly in a content of another inside that."""
    covering: dict[int, list[int]] = {}  # the hops whose contents hold a token
    for index, hop in enumerate(hops):
        for token in (i for span in hop.content for i in range(span.start, span.end)):
            covering.setdefault(token, []).append(index)
    found = list(hops)
    for index, hop in enumerate(hops):
        near = covering.get(hop.start, []) if hop.inside is None else []
        around = [i for i in near if i != index and all(holds(hops[i].content, span) for span in hop.spans())]
        if around:
            found[index] = replace(hop, inside=min(around, key=lambda i: sum(map(len, hops[i].content))))
    return found
