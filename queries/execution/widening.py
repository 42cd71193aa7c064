"""Super-classes and super-properties without a reasoner: what asks for one is asked for all that lies below it.

``?x a prov:Activity`` becomes ``?x a/rdfs:subClassOf* prov:Activity``, as the vocabulary stands in the graph; and a
property becomes the choice of itself and those below it.  The vocabulary is a graph of its own, which a pattern within
``GRAPH ?g { }`` does not see: there it becomes ``VALUES ?c { prov:Activity ws:ExtractionRun } ?x a ?c``.

Of some classes no triple tells (``ontology.IMPLIED``): ``?x a ws:Skipped`` becomes ``?x ws:reason ?c``, and a class
above such a one ``FILTER(!isIRI(?c) || ?c IN (prov:Entity, ws:Article, ...)) ?x (a|ws:reason) ?c``.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import count
from typing import Final

from rdflib import RDFS, URIRef
from rdflib.plugins.sparql import prepareQuery

from whosays.ontology import IMPLIED, schema_graph
from whosays.queries.execution.guarding import is_star, pattern_start, placed_tokens, variables
from whosays.queries.execution.terms import TYPE, Name, names

_STAR: Final = "*"
_COMMENT: Final = re.compile(r"#[^\n\r]*")
_TOLD_BY: Final = {str(class_): str(link) for class_, link in IMPLIED.items()}


@dataclass(frozen=True, slots=True)
class _Item:
    """An IRI of a query; ``verb`` is the ``a`` whose object it is, ``comma`` where one parts it from another such."""

    name: Name
    verb: Name | None = None
    comma: int | None = None


@dataclass(frozen=True, slots=True)
class _Asked:
    """How a class is asked for: behind which verb, as which object, with what else in its group."""

    verb: str
    object: str
    besides: str = ""


def widened(text: str, *, only_implied: bool = False) -> str:
    """Return a query that also finds what is below the classes and properties that it names; it may be the same.

    Where a property that has others below it stands as a subject or an object, the text is no query any more: ask the
    one that was given instead.  ``only_implied`` asks for no more than is named, whether triples tell of it or not.
    """
    classes, properties = ({}, {}) if only_implied else (_below(RDFS.subClassOf), _below(RDFS.subPropertyOf))
    begin, groups = pattern_start(text), _groups(text)
    taken = frozenset(variables(text))
    fresh = (f"?below{number}" for number in count(1) if f"below{number}" not in taken)
    changes: dict[tuple[int, int], str] = {}
    verbs: dict[int, str] = {}  # where an a stands, and what its last object has for it
    for item in _items(text):
        name, verb = item.name, item.verb
        if name.start < begin:
            continue
        if verb is None:
            if name.iri in properties:
                changes[name.start, name.end] = f"({'|'.join(f'<{iri}>' for iri in (name.iri, *properties[name.iri]))})"
            continue
        group, in_graph = max((start, named) for start, end, named in groups if start <= name.start < end)
        is_, object_ = text[verb.start : verb.end], text[name.start : name.end]
        asked = _asked(name.iri, _Asked(is_, object_), classes.get(name.iri, ()), fresh, in_graph)
        if asked.object != object_:
            changes[name.start, name.end] = asked.object
        if asked.besides:
            changes[group, group] = changes.get((group, group), "") + f" {asked.besides} "
        if item.comma is None and asked.verb != is_:
            changes[verb.start, verb.end] = asked.verb
        elif item.comma is not None and asked.verb != verbs.get(verb.start, is_):
            changes[item.comma, item.comma + 1] = f" ; {asked.verb}"
        verbs[verb.start] = asked.verb
    return _changed(text, changes)


def _asked(iri: str, as_written: _Asked, below: tuple[str, ...], fresh: Iterator[str], in_graph: bool) -> _Asked:
    """Return how a class is asked for, with those below it."""
    told = [f"<{_TOLD_BY[each]}>" for each in (iri, *below) if each in _TOLD_BY]
    typed = [f"<{each}>" for each in (iri, *below) if each not in _TOLD_BY]
    if told and not typed:
        return _Asked(_choice(told), next(fresh))
    if told:
        any_ = next(fresh)
        return _Asked(_choice(["a", *told]), any_, f"FILTER(!isIRI({any_}) || {any_} IN ({', '.join(typed)}))")
    if below and in_graph:
        one = next(fresh)
        return _Asked(as_written.verb, one, f"VALUES {one} {{ {' '.join(typed)} }}")
    return _Asked(f"{as_written.verb}/<{RDFS.subClassOf}>*", as_written.object) if below else as_written


def _choice(verbs: list[str]) -> str:
    return verbs[0] if len(verbs) == 1 else f"({'|'.join(verbs)})"


def _items(text: str) -> Iterator[_Item]:
    """Yield each IRI; what stands behind an ``a``, or behind a comma in its list, with that."""
    verb: Name | None = None
    before: Name | None = None
    for name in names(text):
        between = None if before is None else _COMMENT.sub("", text[before.end : name.start]).strip()
        is_first = before is not None and before.iri == TYPE and not between
        verb = before if is_first else verb if between == "," else None
        comma = None if is_first or verb is None or before is None else _comma(text, before.end, name.start)
        yield _Item(name, verb, comma)
        before = name


def _comma(text: str, start: int, end: int) -> int:
    """Return where the comma stands between two places, in no comment."""
    return start + _COMMENT.sub(lambda found: " " * len(found[0]), text[start:end]).index(",")


def _changed(text: str, changes: Mapping[tuple[int, int], str]) -> str:
    """Return the text with other words at these places; SELECT * selects what it selected before."""
    told = dict(changes)
    if any(new.startswith("?") for new in changes.values()) and is_star(text):
        star = next(start for kind, piece, start in placed_tokens(text) if kind == "operator" and piece == _STAR)
        try:
            told[star, star + 1] = _selected(text)
        except Exception:  # no query, which the engine that is asked it tells better
            return text
    for (start, end), new in sorted(told.items(), reverse=True):
        text = text[:start] + new + text[end:]
    return text


def _selected(text: str) -> str:
    """Return the variables that SELECT * selects in a query, in the order of the text."""
    in_scope = {str(variable) for variable in prepareQuery(text).algebra["PV"]}
    return " ".join(f"?{name}" for name in variables(text) if name in in_scope)


def _groups(text: str) -> list[tuple[int, int, bool]]:
    """Return where each group begins and ends, and whether it asks named graphs: behind GRAPH, or within such a one."""
    found = [(0, len(text), False)]
    opened: list[tuple[int, bool]] = []
    follows = False
    for kind, piece, start in placed_tokens(text):
        if kind == "word" and piece.upper() == "GRAPH" and text[start + len(piece) :][:1] != ":":
            follows = True
        elif piece == "{" and kind == "opening":
            opened.append((start + 1, follows or bool(opened and opened[-1][1])))
            follows = False
        elif piece == "}" and kind == "closing" and opened:
            first, inside = opened.pop()
            found.append((first, start, inside))
    return found


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
