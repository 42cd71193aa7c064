"""The names in a query: what its prefixes stand for, which IRIs it has, and terms that are none or otherwise used.

The prefixes of the vocabulary need not be declared: ``with_prefixes`` does that, so that every engine, and whoever
reads the text further, knows the same ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Final
from urllib.parse import urljoin

from rdflib import OWL, RDF, Literal, URIRef, Variable
from rdflib.plugins.sparql import prepareQuery
from rdflib.plugins.sparql.parserutils import CompValue

from whosays.ontology import PREFIXES, WS, declared, schema_graph, short_name
from whosays.queries.errors import QueryError
from whosays.queries.execution.guarding import pattern_start, placed_tokens
from whosays.queries.execution.suggestion import did_you_mean

TYPE: Final = str(RDF.type)
LONGEST: Final = 64  # characters of a prefix
_OTHER_SCHEME: Final = {"http": "https", "https": "http"}
_OF_THE_WEB: Final = frozenset({"owl", "rdf", "rdfs", "xsd"})  # queries compute with more of it than graphs have
_COMMENT: Final = re.compile(r"#[^\n\r]*")
_BEFORE_COLON: Final = re.compile(r"[\w.-]*\Z")
_TERMS: Final = frozenset(declared("ws"))


@dataclass(frozen=True, slots=True)
class Name:
    """An IRI in a text, whichever way it is written, or the ``a`` that stands for one; ``end`` is exclusive."""

    iri: str
    start: int
    end: int


def with_prefixes(text: str) -> str:
    """Return a query that declares the vocabulary's prefixes which it has and does not declare ("ws:Outlet").

    They stand in its first line, so that an engine counts the lines as before.
    """
    declared = _Declared(text)
    used = {prefix for prefix, _, _ in _prefixed(text, declared)}
    missing = [prefix for prefix in PREFIXES if prefix in used and prefix not in declared.prefixes]
    return "".join(f"PREFIX {prefix}: <{PREFIXES[prefix]}> " for prefix in missing) + text


def names(text: str) -> Iterator[Name]:
    """Yield the IRIs of a query in their order, those of its prefixes left out, and each ``a``."""
    declared = _Declared(text)
    found = [Name(declared.prefixes[prefix] + local, *at) for prefix, local, at in _prefixed(text, declared)
             if prefix in declared.prefixes]  # fmt: skip
    for kind, piece, start in placed_tokens(text):
        end = start + len(piece)
        if kind == "iri" and not declared.holds(start):
            found.append(Name(declared.whole(piece[1:-1]), start, end))
        elif kind == "word" and piece == "a" and text[end : end + 1] != ":":
            found.append(Name(TYPE, start, end))
    yield from sorted(found, key=lambda name: name.start)


def check_terms(name: str, text: str) -> None:
    """Raise ``QueryError`` for a term of the own namespace that the vocabulary lacks, with the one that was meant."""
    for found in names(text):
        local = found.iri.removeprefix(str(WS))
        if local and local != found.iri and local not in _TERMS:
            near = did_you_mean(local, sorted(_TERMS))
            told = text[found.start : found.end]
            raise QueryError(f"{name}: no term {told} in the vocabulary{'; ' if near else ''}{near}")


def unknown_terms(text: str) -> str:
    """Return in one line which terms of a query no graph has, with what was meant; nothing where it has none.

    Looked at are the namespaces of the vocabulary ("prov:Entty"), others that are nearly those ("http://schema.org/"),
    and its prefixes where they stand for something else; a template of CONSTRUCT may have any.
    """
    text = with_prefixes(text)
    begin = pattern_start(text)
    terms = dict.fromkeys((text[found.start : found.end], found.iri) for found in names(text) if found.start >= begin)
    return "; ".join(dict.fromkeys(filter(None, (_unknown(written, iri) for written, iri in terms))))


def _unknown(written: str, iri: str) -> str:
    """Return what is wrong with a term, if anything is."""
    for prefix, namespace in PREFIXES.items():
        scheme, _, rest = namespace.partition(":")
        other = f"{_OTHER_SCHEME[scheme]}:{rest}"
        if iri.startswith(other):
            return f"{written} is of {other}, the graph has {namespace}"
        local = iri.removeprefix(namespace)
        if local not in {"", iri} and iri not in _known() and prefix not in _OF_THE_WEB:
            near = did_you_mean(short_name(iri), sorted(short_name(term) for term in _known() if namespace in term))
            return f"no graph has {written}{'; ' if near else ''}{near}"
    prefix = written.partition(":")[0]
    if prefix in PREFIXES and not written.startswith("<") and not iri.startswith(PREFIXES[prefix]):
        return f"{prefix}: is <{iri.removesuffix(written.partition(':')[2])}> here, in the graph <{PREFIXES[prefix]}>"
    return ""


@cache
def _known() -> frozenset[str]:
    """Return every term that graphs have; the vocabulary declares those of others that it uses."""
    return frozenset(str(term) for triple in schema_graph() for term in triple if isinstance(term, URIRef))


class _Declared:
    """What the beginning of a query says: its prefixes, what IRIs are relative to, and where that stands."""

    def __init__(self, text: str) -> None:
        self.prefixes: dict[str, str] = {}
        self._base = ""
        self._places: list[tuple[int, int]] = []
        word, after = "", 0
        for kind, piece, start in placed_tokens(text):
            if kind == "word" and piece.upper() in {"PREFIX", "BASE"}:
                word, after = piece.upper(), start + len(piece)
            elif kind == "iri" and word:
                self._add(word, _COMMENT.sub("", text[after:start]).strip(), piece[1:-1], (after, start + len(piece)))
                word = ""

    def holds(self, place: int) -> bool:
        """Tell whether something stands where prefixes are declared."""
        return any(first <= place < last for first, last in self._places)

    def whole(self, iri: str) -> str:
        """Return an IRI, one that is relative put behind what it is relative to."""
        if iri.startswith("#"):  # which joining leaves out where nothing follows
            return self._base.partition("#")[0] + iri
        try:
            return urljoin(self._base, iri) if self._base else iri
        except ValueError:  # no address, as the engine will tell
            return iri

    def _add(self, word: str, told: str, iri: str, place: tuple[int, int]) -> None:
        if word == "BASE" and not told:
            self._base = self.whole(iri)
        elif word == "PREFIX" and _BEFORE_COLON.match(told[:-1]) and told.endswith(":"):
            self.prefixes[told[:-1]] = self.whole(iri)
        else:
            return
        self._places.append(place)


def _prefixed(text: str, declared: _Declared) -> Iterator[tuple[str, str, tuple[int, int]]]:
    """Yield each name that has a prefix: that, what follows the colon, and where the name stands."""
    for kind, piece, start in placed_tokens(text):
        if kind == "local" and not declared.holds(start):
            local = piece[1:].rstrip(".")
            before = _BEFORE_COLON.search(text[max(0, start - LONGEST) : start])
            prefix = before[0] if before else ""
            if prefix not in declared.prefixes:  # "?x.ws:Claim": what stands before the full stop is another name
                prefix = re.split(r"[.-]", prefix)[-1]
            yield prefix, local, (start - len(prefix), start + 1 + len(local))


def misused_terms(text: str) -> str:
    """Return in one line which properties of a query are used as what they are not; nothing where it has none.

    "?a ws:outlet ?o . ?o skos:prefLabel ?n" asks a text for its name, and "?a ws:stance 'denies'" for a text where a
    thing stands.  A query that rdflib cannot read is let pass.
    """
    try:
        triples = list(_triples(prepareQuery(with_prefixes(text)).algebra))
    except Exception:  # rdflib raises whatever its parser happens to raise
        return ""
    asked = {subject for subject, _, _ in triples}
    return "; ".join(dict.fromkeys(filter(None, (_wrong(link, value, asked) for _, link, value in triples))))


def _wrong(link: Any, value: Any, asked: set[Any]) -> str:
    if link in _texts() and isinstance(value, Variable) and value in asked:
        return f"{short_name(str(link))} is a text or number, and ?{value} has no properties"
    if link in _things() and isinstance(value, Literal):
        like = f", as ws:{value}" if str(value) in _TERMS else ""
        return f"{short_name(str(link))} leads to a thing and not to the text {value.n3()}{like}"
    return ""


def _triples(part: Any) -> Iterator[tuple[Any, Any, Any]]:
    """Yield the triples of a query's algebra, wherever they stand."""
    if isinstance(part, CompValue):
        yield from part.get("triples") or () if part.name == "BGP" else ()
        for inner in part.values():
            yield from _triples(inner)
    elif isinstance(part, list | tuple) and not isinstance(part, str):
        for inner in part:
            yield from _triples(inner)


@cache
def _texts() -> frozenset[URIRef]:
    return _properties(OWL.DatatypeProperty)


@cache
def _things() -> frozenset[URIRef]:
    return _properties(OWL.ObjectProperty)


def _properties(kind: URIRef) -> frozenset[URIRef]:
    """Return the properties of a kind that are our own."""
    found = schema_graph().subjects(RDF.type, kind)
    return frozenset(each for each in found if isinstance(each, URIRef) and each.startswith(str(WS)))
