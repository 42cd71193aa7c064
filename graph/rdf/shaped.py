"""JSON-LD in the words of a vocabulary's own readers: its short names, and parts of a thing within that thing.

A context says which IRI each name stands for, as JSON-LD has it, and nothing is fetched.  Given

    {"id": "@id", "type": "@type", "body": {"@id": "ex:hasBody", "@type": "@id"}, "ex": "urn:ex#"}

``<a> ex:hasBody <b> . <b> a ex:Text`` becomes ``{"id": "a", "body": {"id": "b", "type": "ex:Text"}}``.
What stands within another thing is what a name of the type ``@id`` leads to; all else is told once, by itself, and
named where others have it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, NamedTuple, TypeAlias

import pyoxigraph
from rdflib import RDF, XSD

Context: TypeAlias = Mapping[str, Any]
_WHOLE: Final = frozenset({str(XSD.integer), str(XSD.nonNegativeInteger)})  # Oxigraph keeps both as the first
_TYPE: Final = str(RDF.type)


class _Name(NamedTuple):
    """A short name, and the type of its values where that goes without saying."""

    short: str
    type: str | None


def shaped(triples: Iterable[pyoxigraph.Triple], context: Context) -> bytes:
    """Return triples, sorted by subject, as one document with this context."""
    about: dict[str, list[tuple[str, Any]]] = {}
    for triple in triples:
        about.setdefault(_iri(triple.subject), []).append((triple.predicate.value, triple.object))
    whole = {"@context": dict(context), "@graph": _Shape(context, about).roots()}
    return json.dumps(whole, ensure_ascii=False, indent=1).encode() + b"\n"


class _Shape:
    def __init__(self, context: Context, about: Mapping[str, list[tuple[str, Any]]]) -> None:
        self._about = about
        self._names = {_expanded(iri, context): name for iri, name in _names(context)}
        self._spaces = _prefixes(context)
        self._id, self._type = (_alias(word, context) for word in ("@id", "@type"))
        told = ((link, value) for own in about.values() for link, value in own)
        self._within = {_iri(value) for link, value in told if self._is_part(link, value)}

    def _is_part(self, link: str, value: object) -> bool:
        """Tell whether a value is a thing that is told within the one that has it."""
        name = self._names.get(link)
        return name is not None and name.type == "@id" and isinstance(value, pyoxigraph.NamedNode)

    def roots(self) -> list[dict[str, Any]]:
        """Return the things that stand in no other one."""
        return [self._node(iri) for iri in self._about if iri not in self._within]

    def _node(self, iri: str) -> dict[str, Any]:
        node: dict[str, Any] = {}
        for link, value in self._about[iri]:
            if link == _TYPE:
                node.setdefault(self._type, []).append(self._short(_iri(value)))
            else:
                name = self._names.get(link, _Name(self._short(link), None))
                node.setdefault(name.short, []).append(self._value(value, name.type))
        return {self._id: iri} | {key: value[0] if len(value) == 1 else value for key, value in node.items()}

    def _value(self, value: Any, type_: str | None) -> Any:
        if isinstance(value, pyoxigraph.Literal):
            return self._literal(value, type_)
        iri = _iri(value)
        if type_ == "@id" and iri in self._about:
            return self._node(iri)
        if type_ == "@vocab":
            return self._short(iri)
        return iri if type_ == "@id" else {self._id: iri}

    def _literal(self, value: pyoxigraph.Literal, type_: str | None) -> Any:
        if value.language:
            return {"@value": value.value, "@language": value.language}
        datatype = value.datatype.value
        if datatype in _WHOLE and type_ is not None and self._in_full(type_) in _WHOLE:
            return int(value.value)
        if type_ is not None and self._in_full(type_) == datatype:
            return value.value
        if type_ is None and datatype == str(XSD.string):
            return value.value
        return {"@value": value.value, "@type": self._short(datatype)}

    def _in_full(self, name: str) -> str:
        prefix, _, local = name.partition(":")
        return self._spaces[prefix] + local if prefix in self._spaces else name

    def _short(self, iri: str) -> str:
        """Return the name that the context has for an IRI, or with a prefix of it."""
        if iri in self._names:
            return self._names[iri].short
        for prefix, space in self._spaces.items():
            local = iri.removeprefix(space)
            if local != iri and local.isidentifier():
                return local if prefix == "@vocab" else f"{prefix}:{local}"
        return iri


def _names(context: Context) -> Iterator[tuple[str, _Name]]:
    for name, means in context.items():
        if isinstance(means, Mapping):
            yield means["@id"], _Name(name, means.get("@type"))
        elif not means.startswith("@") and not name.startswith("@") and not means.endswith(("/", "#")):
            yield means, _Name(name, None)


def _prefixes(context: Context) -> dict[str, str]:
    return {name: means for name, means in context.items() if isinstance(means, str) and means.endswith(("/", "#"))}


def _expanded(name: str, context: Context) -> str:
    prefix, _, local = name.partition(":")
    return context[prefix] + local if prefix in context else name


def _alias(word: str, context: Context) -> str:
    return next((name for name, means in context.items() if means == word), word)


def _iri(term: object) -> str:
    if isinstance(term, pyoxigraph.NamedNode):
        return term.value
    raise TypeError(f"not an IRI: {term}")
