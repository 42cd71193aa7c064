"""What a summary is told from: a whole graph, read in one pass over each property, or some articles of it.

A question of the catalogue joins all properties of all attributions, and fifteen of them do so fifteen times.  Here
each property is read once; where only some articles are asked about, nothing but what they touch is looked up.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

from rdflib import SKOS, Dataset, Literal, URIRef
from rdflib.term import Node

from whosays.ontology import SCHEMA, WS

Pairs: TypeAlias = Callable[[URIRef], Iterator[tuple[str, str]]]


class Ground(ABC):
    """Who is told something by which property, and what; all as plain text, values sorted."""

    @abstractmethod
    def subjects(self, link: URIRef) -> list[str]:
        """Return what is to be told of that has the property, sorted."""

    @abstractmethod
    def values(self, subject: str, link: URIRef) -> list[str]:
        """Return every value of a property of anything, whether it is itself told of or not."""

    @abstractmethod
    def pointing(self, link: URIRef, iri: str) -> list[str]:
        """Return everything of the graph of which a property has that IRI, sorted."""

    @abstractmethod
    def having(self, link: URIRef, text: str) -> list[str]:
        """Return everything of the graph of which a property has that text, sorted."""

    def one(self, start: str | None, *path: URIRef) -> str | None:
        """Return the first value at the end of a path of properties, ``None`` where there is none."""
        for link in path:
            start = next(iter(self.values(start, link)), None) if start is not None else None
        return start

    def outlet(self, article: str | None) -> str | None:
        """Return the name of who published an article, ``None`` where that is not known."""
        return self.one(article, SCHEMA.publisher, SKOS.prefLabel)


class Whole(Ground):
    """All of a graph; ``pairs`` gives subject and object of every triple of a property."""

    def __init__(self, pairs: Pairs) -> None:
        self._pairs = pairs
        self._read: dict[URIRef, dict[str, list[str]]] = {}
        self._turned: dict[URIRef, dict[str, list[str]]] = {}

    def subjects(self, link: URIRef) -> list[str]:
        """Return everything that has the property, sorted."""
        return sorted(self._by_subject(link))

    def values(self, subject: str, link: URIRef) -> list[str]:
        """Return every value of a property."""
        return self._by_subject(link).get(subject, [])

    def pointing(self, link: URIRef, iri: str) -> list[str]:
        """Return everything of which a property has that IRI, sorted."""
        if link not in self._turned:
            self._turned[link] = _grouped((value, subject) for subject, value in self._pairs(link))
        return self._turned[link].get(iri, [])

    def having(self, link: URIRef, text: str) -> list[str]:
        """Return everything of which a property has that text, sorted."""
        return self.pointing(link, text)

    def _by_subject(self, link: URIRef) -> dict[str, list[str]]:
        if link not in self._read:
            self._read[link] = _grouped(self._pairs(link))
        return self._read[link]


class Part(Ground):
    """What some articles say and what they join with: no more is read than they touch.

    ``merges`` are those to be told of: which ones the articles brought is known to whoever related them.
    """

    def __init__(self, dataset: Dataset, articles: Iterable[str], merges: Iterable[str] = ()) -> None:
        self._dataset = dataset
        self._about: dict[str, dict[URIRef, list[str]]] = {}
        self.articles = sorted(articles)
        own = [iri for article in self.articles for iri in self._held(article)]
        self._subjects = sorted({*self.articles, *own, *merges, *self._joined(own)})

    def subjects(self, link: URIRef) -> list[str]:
        """Return what has the property of all that the articles hold and join with, sorted."""
        return [subject for subject in self._subjects if link in self._told(subject)]

    def values(self, subject: str, link: URIRef) -> list[str]:
        """Return every value of a property."""
        return self._told(subject).get(link, [])

    def pointing(self, link: URIRef, iri: str) -> list[str]:
        """Return everything of the whole graph of which a property has that IRI, sorted."""
        return self._with(link, URIRef(iri))

    def having(self, link: URIRef, text: str) -> list[str]:
        """Return everything of the whole graph of which a property has that text, sorted."""
        return self._with(link, Literal(text))

    def is_elsewhere(self, entity: str) -> bool:
        """Tell whether other articles name the entity too; looked for no further than to the first of them."""
        own = tuple(f"{article}#" for article in self.articles)
        return any(not str(who).startswith(own) for who in self._dataset.subjects(WS.resolvesTo, URIRef(entity)))

    def _held(self, article: str) -> set[str]:
        """Return everything that an article's own graph tells of."""
        return {str(subject) for subject in self._dataset.get_context(URIRef(f"{article}#graph")).subjects()}

    def _with(self, link: URIRef, value: Node) -> list[str]:
        return sorted(map(str, self._dataset.subjects(link, value)))

    def _told(self, subject: str) -> dict[URIRef, list[str]]:
        if subject not in self._about:
            found: defaultdict[URIRef, list[str]] = defaultdict(list)
            for link, value in self._dataset.predicate_objects(URIRef(subject)):
                found[URIRef(str(link))].append(str(value))
            self._about[subject] = {link: sorted(values) for link, values in found.items()}
        return self._about[subject]

    def _joined(self, own: list[str]) -> Iterator[str]:
        """Yield what the articles have part in: copies, propositions, comparisons of what their figures count."""
        for article in self.articles:
            yield from self.pointing(WS.copy, article)
            yield from self.pointing(WS.original, article)
        hops = [hop for hop in own if self.values(hop, WS.stance)]
        sides = (WS.saysSo, WS.saysOtherwise)
        yield from {conflict for hop in hops for link in sides for conflict in self.pointing(link, hop)}
        claims = {claim for hop in own for claim in self.values(hop, WS.claim)}
        yield from {proposition for claim in claims for proposition in self.values(claim, WS.expresses)}
        for count in {count for figure in own for count in self.values(figure, WS.countsAs)}:
            yield from self.pointing(WS.firstFigure, count)
            yield from self.pointing(WS.secondFigure, count)


def _grouped(pairs: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return {key: sorted(values) for key, values in found.items()}
