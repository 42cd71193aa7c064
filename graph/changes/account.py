"""One article laid out to be compared: its words, who says what in which of them, its figures by where they stand."""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from whosays.extract.records import Span
from whosays.graph.articles import Counted, Hop, Told, outwards
from whosays.graph.changes.signs import QUOTES, around, sentence
from whosays.graph.rdf import place
from whosays.graph.reuse import Text, read_text


@dataclass(frozen=True, slots=True, eq=False)
class Account:
    """``entities`` are those of the article's referents, ``descriptions`` the words for those without a name."""

    told: Told
    text: str
    words: Text
    entities: Mapping[str, str]
    descriptions: Mapping[str, str]
    hops: Mapping[str, Hop]
    starts: tuple[int, ...] = field(repr=False)

    @classmethod
    def of(cls, told: Told, text: str, entities: Mapping[str, str], descriptions: Mapping[str, str]) -> Account:
        """Lay out an article."""
        words = read_text(text)
        starts = tuple(start for start, _ in words.spans)
        return cls(told, text, words, entities, descriptions, {hop.iri: hop for hop in told.hops}, starts)

    @property
    def iri(self) -> str:
        """The article."""
        return self.told.article

    def attributions(self) -> Iterator[Hop]:
        """Yield the hops that somebody holds: not the outlet itself."""
        return (hop for hop in self.told.hops if hop.parent is not None and hop.contents)

    def numbers(self, span: Span) -> range:
        """Return the numbers of the words that lie in a span."""
        return range(bisect.bisect_left(self.starts, span[0]), bisect.bisect_left(self.starts, span[1]))

    def of_spans(self, spans: Iterable[Span]) -> list[int]:
        """Return the numbers of the words in some spans."""
        return [number for span in spans for number in self.numbers(span)]

    def said(self, span: Span) -> frozenset[str]:
        """Return the words in a span."""
        return frozenset(self.words.words[number] for number in self.numbers(span))

    def sentence(self, span: Span) -> Span:
        """Return the sentences around a span."""
        return sentence(self.told.sentences, self.text, span)

    def around(self, span: Span) -> Span:
        """Return the sentences around a span, and one more to either side."""
        return around(self.told.sentences, self.text, span)

    def exact(self, span: Span) -> str:
        """Return the words of a span on one line."""
        return " ".join(self.text[slice(*span)].split())

    def has_quotes(self, span: Span) -> bool:
        """Tell whether a quotation mark stands in a span."""
        return any(mark in QUOTES for mark in self.text[slice(*span)])

    def voices(self, hop: Hop) -> list[str]:
        """Return who says it, the innermost first: entities, or referents without a name; the outlet is left out."""
        parents = {each.iri: each.parent for each in self.told.hops}
        chain = (self.hops[iri] for iri in outwards(hop.iri, parents) if iri in self.hops)
        return [self.entities.get(each.source, each.source) for each in chain if not each.source.endswith("#voice")]

    def figures(self) -> dict[Span, Counted]:
        """Return the figures by where they stand; of two readings of the same words none."""
        found: dict[Span, dict[str, Counted]] = {}
        for claim in self.told.claims:
            for figure in claim.figures:
                span = place(figure.quantity) or place(figure.quantity.partition(";")[0])
                if span:
                    found.setdefault(span, {})[figure.quantity] = figure
        return {span: next(iter(each.values())) for span, each in sorted(found.items()) if len(each) == 1}
