"""The attributions of one Doc in terms of its tokens, before anybody is resolved or judged.

The stages that find them and put them right are modules of their own, in the order of ``attribution.stages``.
"""

from __future__ import annotations

from collections.abc import Collection, ItemsView, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from spacy.tokens import Span

from whosays.extract.records import Kind, Stance


@dataclass(frozen=True, slots=True)
class Hop:
    """One attribution: its spans in the Doc and the id of the attribution that reports it.

    ``stance`` is set where not the words but the form of the text tells it: the question of a transcript.
    ``features`` are what the judge of hops knew of it, empty where it was not asked for its confidence.
    """

    source: Span | None
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    inside: int | None
    confidence: float
    kind: Kind = "speech"
    stance: Stance | None = None
    features: Mapping[str, float] = field(default_factory=dict, hash=False, repr=False)

    @property
    def start(self) -> int:
        """The first token of any part."""
        return min(span.start for span in self.spans())

    @property
    def has_quotation_mark(self) -> bool:
        """Whether one stands in the content; the apostrophe of "the workers’ offer" looks like one and is none."""
        return any(token.is_quote and token.tag_ != "POS" for span in self.content for token in span)

    def spans(self) -> list[Span]:
        """Return all parts."""
        return [*([self.source] if self.source is not None else []), *self.cue, *self.content]


class AttributionSet:
    """The hops of a Doc under ids that never change, found by token, with the stages that each went through.

    Ids are given in order and never again; what is dropped stays known under its id.  ``stage`` is the name under which
    the next changes are remembered.
    """

    def __init__(self, hops: Iterable[Hop] = ()) -> None:
        self.stage = ""
        self._hops: dict[int, Hop] = {}
        self._dropped: dict[int, Hop] = {}
        self._stages: list[tuple[str, ...]] = []
        self._at: dict[int, set[int]] = {}  # the ids at a token
        for hop in hops:
            self.add(hop)

    def __iter__(self) -> Iterator[int]:
        """Iterate over the ids in order."""
        return iter(self._hops)

    def __getitem__(self, number: int) -> Hop:
        return self._hops[number]

    def items(self) -> ItemsView[int, Hop]:
        """Return ids and hops in order."""
        return self._hops.items()

    def hops(self) -> list[Hop]:
        """Return the hops in order of their ids."""
        return list(self._hops.values())

    @property
    def dropped(self) -> Mapping[int, Hop]:
        """What was dropped, as it was last."""
        return self._dropped

    def stages(self, number: int) -> tuple[str, ...]:
        """Return the stages that made, changed and dropped a hop, in order."""
        return self._stages[number]

    def add(self, hop: Hop) -> int:
        """Put in a new hop and return its id."""
        number = len(self._stages)
        self._stages.append((self.stage,))
        self._hold(number, _sound(hop))
        return number

    def put(self, number: int, hop: Hop) -> None:
        """Put another hop in the place of one."""
        if hop == self._hops[number]:  # most stages leave most hops as they are
            return
        hop = _sound(hop)
        if hop != self._hops[number]:
            self._release(number)
            self._hold(number, hop)
            self._remember(number)

    def drop(self, numbers: Collection[int]) -> None:
        """Take hops out; what was inside a dropped one moves out to where that one was."""
        for number in numbers:
            self._release(number)
            self._dropped[number] = self._hops.pop(number)
            self._remember(number)
        for number, hop in list(self.items()):
            if hop.inside in self._dropped:
                self.put(number, replace(hop, inside=self._outer(hop.inside)))

    def let_out(self, number: int, before: Sequence[Span]) -> None:
        """Take out of a hop those who speak in what was cut off the end of its content ``before``.

        "accused Lund[, who denies it]": nobody else tells what Lund denies.
        """
        kept = self[number].content
        if not kept or not before or kept[-1].end >= before[-1].end:
            return
        for inner, hop in list(self.items()):
            if hop.inside == number and hop.cue and kept[-1].end <= hop.cue[0].start < before[-1].end:
                self.put(inner, replace(hop, inside=self[number].inside))

    def touching(self, spans: Iterable[Span]) -> list[int]:
        """Return in order the ids of the hops with a token of some spans."""
        return sorted({number for span in spans for i in range(span.start, span.end) for number in self._at.get(i, ())})

    def by_place(self) -> list[int]:
        """Return the ids by the place of their hops, outer before inner."""
        return sorted(self, key=lambda n: (self[n].start, -sum(map(len, self[n].spans())), n))

    def in_text_order(self) -> list[Hop]:
        """Return the hops by place, outer before inner, ``inside`` as a position in that list."""
        order = self.by_place()
        position: dict[int | None, int] = {number: place for place, number in enumerate(order)}
        return [replace(self[number], inside=position.get(self[number].inside)) for number in order]

    def _outer(self, number: int | None) -> int | None:
        while number in self._dropped:
            number = self._dropped[number].inside
        return number

    def _hold(self, number: int, hop: Hop) -> None:
        self._hops[number] = hop
        for span in hop.spans():
            for i in range(span.start, span.end):
                self._at.setdefault(i, set()).add(number)

    def _release(self, number: int) -> None:
        for span in self._hops[number].spans():
            for i in range(span.start, span.end):
                self._at[i].discard(number)

    def _remember(self, number: int) -> None:
        if self._stages[number][-1] != self.stage:
            self._stages[number] += (self.stage,)


def _sound(hop: Hop) -> Hop:
    """Return a hop whose parts begin and end with words or marks, in text order, no two with a token in common."""
    source = None if hop.source is None else _trimmed(hop.source)
    cue, content = _disjoint(hop.cue), _disjoint(hop.content)
    if source is hop.source and cue is hop.cue and content is hop.content:
        return hop
    return replace(hop, source=source, cue=cue, content=content)


def _disjoint(parts: tuple[Span, ...]) -> tuple[Span, ...]:
    trimmed = [_trimmed(part) for part in parts]
    if all(new is old for new, old in zip(trimmed, parts, strict=True)) and _is_apart(parts):
        return parts
    united: list[Span] = []
    for part in sorted((part for part in trimmed if part is not None), key=lambda part: (part.start, part.end)):
        if united and part.start < united[-1].end:
            last = united.pop()
            united.append(part.doc[last.start : max(last.end, part.end)])
        else:
            united.append(part)
    return tuple(united)


def _is_apart(parts: tuple[Span, ...]) -> bool:
    return all(before.end <= after.start for before, after in pairwise(parts))


def _trimmed(span: Span) -> Span | None:
    """Return a span without white space at its ends; ``None`` where there is nothing else."""
    start, end = span.start, span.end
    while start < end and span.doc[start].is_space:
        start += 1
    while start < end and span.doc[end - 1].is_space:
        end -= 1
    if (start, end) == (span.start, span.end):
        return span
    return span.doc[start:end] if start < end else None
