"""Super-classes and super-properties without a reasoner: what asks for one is asked for all that lies below it.

``?x a prov:Entity`` becomes ``?x a/rdfs:subClassOf* prov:Entity``, as the vocabulary stands in the graph; a property
becomes the choice of itself and those below it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from rdflib import RDF, RDFS, URIRef

from whosays.ontology import schema_graph
from whosays.queries.execution.guarding import placed_tokens

_PREFIX: Final = re.compile(r"\bPREFIX\s+([\w-]*):\s*<([^>]*)>", re.IGNORECASE)
_TYPE: Final = str(RDF.type)


@dataclass(frozen=True, slots=True)
class _Name:
    """An IRI in a text, whichever way it is written, or the ``a`` that stands for one."""

    iri: str
    start: int
    end: int


def widened(text: str) -> str:
    """Return a query that also finds what is below the classes and properties that it names; it may be the same.

    Where a property that has others below it stands as a subject or an object, the text is no query any more: ask the
    one that was given instead.
    """
    classes, properties = _below(RDFS.subClassOf), _below(RDFS.subPropertyOf)
    begin, changes = _pattern_start(text), []
    before: _Name | None = None
    for name in _names(text):
        if before is not None and before.iri == _TYPE and name.iri in classes and before.start >= begin:
            changes.append((before, f"{text[before.start : before.end]}/<{RDFS.subClassOf}>*"))
        elif name.iri in properties and name.start >= begin and (before is None or before.iri != _TYPE):
            choice = "|".join(f"<{iri}>" for iri in (name.iri, *properties[name.iri]))
            changes.append((name, f"({choice})"))
        before = name
    for name, new in reversed(changes):
        text = text[: name.start] + new + text[name.end :]
    return text


def _names(text: str) -> Iterator[_Name]:
    """Yield the IRIs of a query in their order, those of its prefixes left out."""
    prefixes = dict(_PREFIX.findall(text))
    declared = [found.span() for found in _PREFIX.finditer(text)]
    word = ("", 0, 0)
    for kind, piece, start in placed_tokens(text):
        end = start + len(piece)
        if any(first <= start < last for first, last in declared):
            continue
        if kind == "word":
            word = (piece, start, end)
            if piece == "a":
                yield _Name(_TYPE, start, end)
        elif kind == "iri":
            yield _Name(piece[1:-1], start, end)
        elif kind == "local":
            local = piece.rstrip(".")
            prefix, first = (word[0], word[1]) if word[2] == start else ("", start)
            if prefix in prefixes:
                yield _Name(prefixes[prefix] + local[1:], first, start + len(local))


def _pattern_start(text: str) -> int:
    """Return where what is asked begins: behind the template of a CONSTRUCT, which may hold no choice."""
    depth, constructs = 0, False
    for kind, piece, start in placed_tokens(text):
        constructs = constructs or (kind == "word" and piece.upper() == "CONSTRUCT")
        depth += (piece == "{") - (piece == "}")
        if constructs and piece == "}" and depth == 0:
            return start
        if kind == "word" and piece.upper() in ("SELECT", "ASK", "DESCRIBE") and not constructs:
            return start
    return 0


@cache
def _below(link: URIRef) -> Mapping[str, tuple[str, ...]]:
    """Return each class, or property, that own ones are below, with these."""
    schema = schema_graph()
    found: defaultdict[str, set[str]] = defaultdict(set)
    for below in set(schema.subjects(link)):
        for above in schema.transitive_objects(below, link):
            if above != below:
                found[str(above)].add(str(below))
    return {above: tuple(sorted(names)) for above, names in found.items()}
