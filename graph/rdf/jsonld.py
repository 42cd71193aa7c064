"""JSON-LD that a person can read: short names, and a context that says what they stand for; nothing is fetched.

Oxigraph writes JSON-LD too, without a context.  Numbers and dates stay texts with their type, so that none is rounded.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Any, Final, TypeAlias

import pyoxigraph
from rdflib import RDF, XSD

from whosays.ontology import PREFIXES

Statement: TypeAlias = pyoxigraph.Triple | pyoxigraph.Quad
_STRING: Final = str(XSD.string)
_TYPE: Final = str(RDF.type)


def document(statements: Iterable[Statement]) -> bytes:
    """Return triples or quads as one document; given sorted by graph and subject, they stay in their order."""
    given = list(statements)
    prefixes = _usable(given)
    nodes: list[dict[str, Any]] = []
    for graph, inside in groupby(given, key=_graph):
        described = list(_nodes(inside, prefixes))
        nodes += [{"@id": graph, "@graph": described}] if graph else described
    whole = {"@context": dict(prefixes), "@graph": nodes}
    return json.dumps(whole, ensure_ascii=False, indent=1).encode() + b"\n"


def _graph(statement: Statement) -> str:
    name = statement.graph_name if isinstance(statement, pyoxigraph.Quad) else pyoxigraph.DefaultGraph()
    return "" if isinstance(name, pyoxigraph.DefaultGraph) else _name(name)


def _usable(statements: Iterable[Statement]) -> Mapping[str, str]:
    """Return the prefixes that no IRI begins with as its scheme: it would be read as a short name."""
    schemes = {
        term.value.partition(":")[0]
        for statement in statements
        for term in (statement.subject, statement.predicate, statement.object)
        if isinstance(term, pyoxigraph.NamedNode)
    }
    return {prefix: namespace for prefix, namespace in PREFIXES.items() if prefix not in schemes}


def _nodes(statements: Iterable[Statement], prefixes: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    for subject, about in groupby(statements, key=lambda statement: _name(statement.subject)):
        node: dict[str, Any] = {"@id": subject}
        for statement in about:
            if statement.predicate.value == _TYPE and isinstance(statement.object, pyoxigraph.NamedNode):
                node.setdefault("@type", []).append(_short(statement.object.value, prefixes))
            else:
                key = _short(statement.predicate.value, prefixes)
                node.setdefault(key, []).append(_value(statement.object, prefixes))
        yield {key: value[0] if isinstance(value, list) and len(value) == 1 else value for key, value in node.items()}


def _value(term: object, prefixes: Mapping[str, str]) -> Any:
    if isinstance(term, pyoxigraph.Literal):
        if term.language:
            return {"@value": term.value, "@language": term.language}
        datatype = term.datatype.value
        return term.value if datatype == _STRING else {"@value": term.value, "@type": _short(datatype, prefixes)}
    return {"@id": _name(term)}


def _name(term: object) -> str:
    """Return the IRI in full: a short one would have to be told from an IRI with a scheme of that name."""
    if isinstance(term, pyoxigraph.NamedNode):
        return term.value
    if isinstance(term, pyoxigraph.BlankNode):
        return str(term)
    raise TypeError(f"neither an IRI nor a blank node: {term}")


def _short(iri: str, prefixes: Mapping[str, str]) -> str:
    for prefix, namespace in prefixes.items():
        local = iri.removeprefix(namespace)
        if local != iri and local.isidentifier():
            return f"{prefix}:{local}"
    return iri
