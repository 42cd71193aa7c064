"""The vocabulary as typed constants: ``WS.Attribution``, ``OA.exact``, ``SCHEMA.sha256``.

The terms are those that ``whosays.ttl`` declares, own ones and those of others that it re-uses.  A name that it lacks
raises ``AttributeError``, so that no misspelt term reaches a graph.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING, ClassVar, Final

from rdflib.namespace import ORG, OWL, PROV, RDF, RDFS, SKOS, XSD, DefinedNamespace, Namespace
from rdflib.term import URIRef

ONTOLOGY = URIRef("https://w3id.org/whosays/ns")
_TERM: Final = re.compile(r"(?:^|(?<= \. ))(\w+):(\w+) a ", re.MULTILINE)  # "ws:Span a owl:Class", several a line


@cache
def declared(prefix: str) -> tuple[str, ...]:
    """Return the terms of one prefix that ``whosays.ttl`` declares, in its order: "oa" has "start", "end", "exact"."""
    return tuple(name for found, name in _declared() if found == prefix)


@cache
def _declared() -> tuple[tuple[str, str], ...]:
    return tuple(_TERM.findall(files(__package__).joinpath("whosays.ttl").read_text("utf-8")))


class _Terms(type(DefinedNamespace)):  # type: ignore[misc]
    """What makes a class answer with terms."""

    if TYPE_CHECKING:

        def __getattr__(cls, name: str) -> URIRef: ...


class WS(DefinedNamespace, metaclass=_Terms):
    """The terms of whosays itself: classes, properties, and the concepts of the schemes."""

    _fail = True
    _NS = Namespace("https://w3id.org/whosays/ns#")
    _extras: ClassVar = [*declared("ws")]


class OA(DefinedNamespace, metaclass=_Terms):
    """The selectors of Web Annotation that a span is made of."""

    _fail = True
    _NS = Namespace("http://www.w3.org/ns/oa#")
    _extras: ClassVar = [*declared("oa")]


class SCHEMA(DefinedNamespace, metaclass=_Terms):
    """The part of schema.org that the graph uses (https, as rdflib's own)."""

    _fail = True
    _NS = Namespace("https://schema.org/")
    _extras: ClassVar = [*declared("schema")]


PREFIXES: Mapping[str, str] = MappingProxyType(
    {
        "ws": str(WS),
        "oa": str(OA),
        "schema": str(SCHEMA),
        "org": str(ORG),
        "owl": str(OWL),
        "prov": str(PROV),
        "rdf": str(RDF),
        "rdfs": str(RDFS),
        "skos": str(SKOS),
        "xsd": str(XSD),
    }
)


def short_name(iri: str) -> str:
    """Return ``ws:Article`` for the full IRI, and an IRI of an unknown namespace as it is."""
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri
