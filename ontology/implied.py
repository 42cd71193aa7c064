"""Classes that no triple tells of: whatever has a certain property is a member, and has it once.

``SKIPPED ws:reason "cue without content"`` says all that ``SKIPPED a ws:Skipped`` would.  The property's domain is the
class, so a reasoner finds the members by itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, Final

from rdflib import RDF, URIRef

from whosays.ontology.terms import WS

# class -> the text or number that every member has just once, and nothing else has
IMPLIED: Final[Mapping[URIRef, URIRef]] = MappingProxyType({WS.Skipped: WS.reason})
_CLASSES: Final = {link: class_ for class_, link in IMPLIED.items()}


def implied_types(triples: Iterable[tuple[Any, Any, Any]]) -> Iterator[tuple[Any, URIRef, URIRef]]:
    """Yield of which class each subject is that a property makes one: ``SKIPPED a ws:Skipped``."""
    return ((subject, RDF.type, _CLASSES[link]) for subject, link, _ in triples if link in _CLASSES)
