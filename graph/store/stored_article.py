"""An article version as the graph has it, without its text and findings."""

from __future__ import annotations

from dataclasses import dataclass

from rdflib import SKOS, Dataset, URIRef

from whosays.graph.rdf import voice_iri
from whosays.ontology import SCHEMA, WS


@dataclass(frozen=True, slots=True)
class StoredArticle:
    """An article version in the graph; ``path`` as it was given when it was first added.

    ``is_told``: the user told something of it that was not read so.
    """

    iri: str
    path: str
    url: str | None = None
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    language: str | None = None
    wire: str | None = None
    is_told: bool = False


def stored(dataset: Dataset, iri: URIRef) -> StoredArticle:
    """Return what the graph tells of an article that is in it."""
    told = {link: str(value) for _, link, value in dataset.triples((iri, None, None))}
    voice = dataset.value(voice_iri(iri), SKOS.prefLabel)
    return StoredArticle(
        iri=str(iri),
        path=told[WS.path],
        url=told.get(SCHEMA.url),
        title=told.get(SCHEMA.headline),
        outlet=None if voice is None else str(voice),
        published=told.get(SCHEMA.datePublished),
        language=told.get(WS.language),
        wire=told.get(SCHEMA.creditText),
        is_told=WS.given in told,
    )
