"""In which of its formats an answer is wanted: media types by their weights (RFC 9110, 12.5.1)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

JSON: Final = "application/json"
# media type -> format, the service's own preference first
ROW_TYPES: Final = MappingProxyType(
    {
        "application/sparql-results+json": "sparql-json",
        "application/sparql-results+xml": "sparql-xml",
        "text/csv": "sparql-csv",
        "text/tab-separated-values": "sparql-tsv",
        JSON: "sparql-json",
        "application/xml": "sparql-xml",
        "text/xml": "sparql-xml",
    }
)
RDF_TYPES: Final = MappingProxyType(
    {
        "text/turtle": "turtle",
        "application/ld+json": "jsonld",
        "application/n-triples": "ntriples",
        "application/rdf+xml": "rdfxml",
        "application/trig": "trig",
        "application/n-quads": "nquads",
        "application/x-turtle": "turtle",
        JSON: "jsonld",
        "text/plain": "ntriples",
        "application/xml": "rdfxml",
    }
)


def chosen(accept: str | None, offered: Mapping[str, str]) -> str | None:
    """Return the media type of ``offered`` that is wanted most, ``None`` where none is; no wish takes the first."""
    wishes = list(_wishes(accept or "*/*"))
    best, weight = None, 0.0
    for media_type in offered:  # in the order of the service's own preference
        wanted = _weight(media_type, wishes)
        if wanted > weight:
            best, weight = media_type, wanted
    return best


def _wishes(accept: str) -> Iterator[tuple[str, float]]:
    for wish in accept.split(","):
        media_type, *parameters = (part.strip().lower() for part in wish.split(";"))
        weights = [part[2:] for part in parameters if part.startswith("q=")]
        try:
            yield media_type or "*/*", float(weights[0]) if weights else 1.0
        except ValueError:
            yield media_type, 0.0


def _weight(media_type: str, wishes: list[tuple[str, float]]) -> float:
    """The most exact wish that a type fits tells its weight."""
    for pattern in (media_type, f"{media_type.partition('/')[0]}/*", "*/*"):
        weights = [weight for wish, weight in wishes if wish == pattern]
        if weights:
            return max(weights)
    return 0.0
