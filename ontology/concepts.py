"""What the terms are called: the labels in ``whosays.ttl``, for every place where a person reads them."""

from __future__ import annotations

import functools

from rdflib import RDFS, SKOS, URIRef

from whosays.ontology.loading import schema_graph
from whosays.ontology.terms import WS, declared


def label(term: str) -> str:
    """Return what an own term is called ("noComment": "did not comment"); ``KeyError`` for no term."""
    return _labels()[term]


@functools.cache
def labels(scheme: str) -> dict[str, str]:
    """Return the concepts of a scheme ("stances", "certainties", ...) and their labels, in the order of the file."""
    members = set(schema_graph().subjects(SKOS.inScheme, WS[scheme]))
    return {name: label(name) for name in _labels() if WS[name] in members}


def meanings() -> dict[str, str]:
    """Return every own term by its short name ("ws:cue"), and what it means, in the order of the file."""
    told = {term: str(text) for term, text in schema_graph().subject_objects(SKOS.definition)}
    named = ((f"ws:{name}", told.get(URIRef(WS[name]))) for name in _labels())
    return {name: text for name, text in named if text is not None}


@functools.cache
def _labels() -> dict[str, str]:
    found = {URIRef(WS[name]): name for name in declared("ws")}
    told = {term: str(text) for term, text in schema_graph().subject_objects(RDFS.label)}
    return {name: told[term] for term, name in found.items()}
