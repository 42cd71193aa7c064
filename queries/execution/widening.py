"""Super-classes and super-properties without a reasoner: what asks for one is asked for all that lies below it.

``?x a prov:Entity`` becomes ``?x a/rdfs:subClassOf* prov:Entity``, as the vocabulary stands in the graph; a property
becomes the choice of itself and those below it.  The vocabulary is a graph of its own, which a pattern within
``GRAPH ?g { }`` does not see: there ``?x a prov:Entity`` becomes ``VALUES ?c { prov:Entity ws:Claim ... } ?x a ?c``.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import count
from typing import Final

from rdflib import RDFS, URIRef
from rdflib.plugins.sparql import prepareQuery

from whosays.ontology import schema_graph
from whosays.queries.execution.guarding import is_star, pattern_start, placed_tokens, variables
from whosays.queries.execution.terms import TYPE, Name, names

_STAR: Final = "*"
_COMMENT: Final = re.compile(r"#[^\n\r]*")


def widened(text: str) -> str:
    """Return a query that also finds what is below the classes and properties that it names; it may be the same.

    Where a property that has others below it stands as a subject or an object, the text is no query any more: ask the
    one that was given instead.
    """
    classes, properties = _below(RDFS.subClassOf), _below(RDFS.subPropertyOf)
    begin, groups = pattern_start(text), _named_graphs(text)
    changes: dict[tuple[int, int], str] = {}
    taken = frozenset(variables(text))
    fresh = (f"?below{number}" for number in count(1) if f"below{number}" not in taken)
    for verb, name in _with_types(text):
        if name.start < begin:
            continue
        if verb is not None and name.iri in classes:
            inside = [start for start, end in groups if start <= name.start < end]
            if inside:
                variable = next(fresh)
                changes[name.start, name.end] = variable
                among = " ".join(f"<{iri}>" for iri in (name.iri, *classes[name.iri]))
                at = (max(inside), max(inside))
                changes[at] = changes.get(at, "") + f" VALUES {variable} {{ {among} }} "
            else:
                changes[verb.start, verb.end] = f"{text[verb.start : verb.end]}/<{RDFS.subClassOf}>*"
        elif verb is None and name.iri in properties:
            changes[name.start, name.end] = f"({'|'.join(f'<{iri}>' for iri in (name.iri, *properties[name.iri]))})"
    return _changed(text, changes)


def _with_types(text: str) -> Iterator[tuple[Name | None, Name]]:
    """Yield each name with the ``a`` whose object it is, if it is one: after it, or after a comma in its list."""
    verb: Name | None = None
    before: Name | None = None
    for name in names(text):
        between = None if before is None else _COMMENT.sub("", text[before.end : name.start]).strip()
        if before is not None and before.iri == TYPE and not between:
            verb = before
        elif between != ",":
            verb = None
        yield verb, name
        before = name


def _changed(text: str, changes: Mapping[tuple[int, int], str]) -> str:
    """Return the text with other words at these places; SELECT * selects what it selected before."""
    told = dict(changes)
    if any(start == end for start, end in changes) and is_star(text):
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


def _named_graphs(text: str) -> list[tuple[int, int]]:
    """Return where the groups begin and end that ask named graphs: those behind GRAPH, and all within these."""
    found: list[tuple[int, int]] = []
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
            if inside:
                found.append((first, start))
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
