"""What relating articles needs to know, read back out of the article graphs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from rdflib import RDF, SKOS, Dataset, URIRef

from whosays.graph.literals import one_line
from whosays.graph.naming import TYPES, Name
from whosays.ontology import OA, SCHEMA, WS


@dataclass(frozen=True, slots=True)
class Reading:
    """Referents and attributions of all articles, by IRI.

    ``descriptions`` are the names of unnamed referents ("a senior official"), ``outlets`` maps article to
    voice, and an article that credits a wire service stands among ``names`` under its own IRI.
    """

    names: tuple[Name, ...]
    descriptions: dict[str, str]
    outlets: dict[str, str]
    sources: dict[str, str]
    parents: dict[str, str]


def read(dataset: Dataset) -> Reading:
    """Read the article graphs; the shared graphs, whatever is in them, change nothing."""
    named = {subject: value == "true" for subject, value in _pairs(dataset, WS.named)}
    surfaces = _surfaces(dataset, named)
    types = _types(dataset, named)
    articles = {s: o for s, o in _pairs(dataset, WS.inArticle) if s in named and s.endswith("#voice")}
    names = [
        Name(referent, types.get(referent, "Organization"), surfaces[referent], referent in articles)
        for referent, is_named in named.items()
        if is_named and referent in surfaces
    ]
    wires = [Name(article, "Outlet", {wire: 1}, True) for article, wire in _pairs(dataset, SCHEMA.creditText)]
    return Reading(
        names=(*names, *wires),
        descriptions={s: min(found) for s, found in surfaces.items() if not named[s]},
        outlets={article: voice for voice, article in articles.items()},
        sources=dict(_pairs(dataset, WS.source)),
        parents=dict(_pairs(dataset, WS.parent)),
    )


def _pairs(dataset: Dataset, link: URIRef) -> Iterator[tuple[str, str]]:
    for subject, _, value in dataset.triples((None, link, None)):
        yield str(subject), str(value)


def _types(dataset: Dataset, referents: dict[str, bool]) -> dict[str, str]:
    types: dict[str, str] = {}
    for kind in TYPES:
        for subject, _, _ in dataset.triples((None, RDF.type, WS[kind])):
            if str(subject) in referents:
                types.setdefault(str(subject), kind)
    return types


def _surfaces(dataset: Dataset, referents: dict[str, bool]) -> dict[str, Counter[str]]:
    """Count, for each referent, how often each of its names stands in the text, at least once."""
    surfaces: dict[str, Counter[str]] = {}
    for link in (SKOS.prefLabel, SKOS.altLabel):
        for subject, label in _pairs(dataset, link):
            if subject in referents:
                surfaces.setdefault(subject, Counter())[label] = 1
    mentions = dict(_pairs(dataset, WS.refersTo))
    for span, exact in _pairs(dataset, OA.exact):
        found = surfaces.get(mentions.get(span, ""), Counter())
        words = one_line(exact)
        if words in found:
            found[words] += 1
    return surfaces
