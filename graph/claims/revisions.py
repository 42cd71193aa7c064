"""Versions of one article: which revises which, and what changed in what it has its voices say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from rdflib import URIRef

from whosays.graph.articles import Told
from whosays.graph.rdf import Triple
from whosays.ontology import WS


def version_triples(articles: Sequence[Told]) -> Iterator[Triple]:
    """Yield how versions follow each other: by day, those of one day or of none by their IRI.

    Those of one work are versions.
    """
    versions: dict[str, list[Told]] = defaultdict(list)
    for told in articles:
        versions[told.work or told.article].append(told)
    for _, found in sorted(versions.items()):
        for old, new in pairwise(sorted(found, key=lambda told: (told.day or "", told.article))):
            yield URIRef(new.article), WS.revises, URIRef(old.article)
            yield from ((URIRef(new.article), WS.gained, URIRef(claim)) for claim in _only(new, old))
            yield from ((URIRef(new.article), WS.dropped, URIRef(claim)) for claim in _only(old, new))


def address(article: str) -> str:
    """Return what an article's IRI says of where it is published: the same for its versions."""
    return article.rpartition("/")[2].partition("-")[0]


def _only(one: Told, other: Told) -> Iterable[str]:
    """Return the claims of one that the other does not make in these words, by the same voices or not."""
    there = {_words(claim.text) for claim in other.claims}
    return [claim.iri for claim in one.claims if _words(claim.text) not in there]


def _words(text: str) -> str:
    return " ".join(text.split())
