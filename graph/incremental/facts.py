"""What one article tells, read out of its own graph: it never changes, so it is read once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rdflib import URIRef

from whosays.graph.articles import Reading, Statement, read, told
from whosays.graph.claims import Said, said
from whosays.graph.names import Bearer, read_names
from whosays.graph.rdf import Pairs
from whosays.graph.reuse import LineageArticle, read_lineage
from whosays.ontology import WS


@dataclass(frozen=True, slots=True)
class Facts:
    """An article's referents and hops, who bears which names, and the stance of each hop."""

    article: str
    reading: Reading
    bearers: tuple[Bearer, ...]
    stances: dict[str, str]

    @property
    def voice(self) -> str | None:
        """Return the referent that stands for the outlet's own voice."""
        return self.reading.outlets.get(self.article)


def read_facts(article: str, statements: Iterable[Statement]) -> tuple[Facts, LineageArticle, Said]:
    """Read an article's graph for who is who, for who copied whom, and for which claims are the same."""
    stated = list(statements)
    pairs = _pairs(stated)
    reading = read(pairs)
    facts = Facts(article, reading, tuple(read_names(reading.names)), dict(pairs(WS.stance)))
    return facts, read_lineage(pairs)[0], said(told(article, stated))


def _pairs(statements: Iterable[Statement]) -> Pairs:
    by_link: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for subject, link, value in statements:
        by_link[link].append((subject, value))

    def pairs(link: URIRef) -> Iterator[tuple[str, str]]:
        return iter(by_link.get(str(link), ()))

    return pairs
