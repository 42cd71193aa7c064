"""One article's graph read back, once for all that is worked out of it: who is in it, who says what, its credits."""

from __future__ import annotations

import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from rdflib import RDF, SKOS, URIRef

from whosays.extract.records import Credit, Span
from whosays.graph.articles.compact import credits_in
from whosays.graph.articles.statements import READ, Told, told
from whosays.graph.articles.tables import Row, Tables
from whosays.graph.names import TYPES, Name, plain
from whosays.graph.rdf import Pairs, one_line, place
from whosays.ontology import SCHEMA, WS

RUN: Final = 5  # words that two sources hardly share by chance


@dataclass(frozen=True, slots=True)
class Credits:
    """Whom an article is said to be from: its outlet's name, its address, wire service, author and title as read."""

    outlet: str | None = None
    url: str | None = None
    wire: str | None = None
    author: str | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """What one article's graph tells.

    ``names`` are the referents that have one; the wire service that the article credits stands among them under the
    article's own IRI.  ``descriptions`` are the names of unnamed referents ("a senior official") by referent.
    ``credited`` is whose text it says it is.  ``mentions`` are where words stand for a referent, in text order.
    ``unread`` are those of whom nothing tells what they are: a source's words that were not read as anybody.
    """

    iri: str
    text: str
    credits: Credits
    names: tuple[Name, ...]
    descriptions: Mapping[str, str]
    told: Told
    unread: frozenset[str] = frozenset()
    credited: tuple[Credit, ...] = ()
    mentions: tuple[tuple[Span, str], ...] = ()


def read_article(iri: str, statements: Iterable[tuple[str, str, str]]) -> Article:
    """Read the graph of one article, given as subject, link and object in plain text."""
    tables = Tables.of(_pairs(statements), READ)
    row = tables.row(WS.Article, iri)
    outlet = tables.row(WS.Referent, f"{iri}#voice")
    wire = row.one(SCHEMA.creditText)
    surfaces = _surfaces(tables)
    wires = (Name(iri, "Outlet", wire, {wire: 1}, True, article=iri),) if wire else ()
    return Article(
        iri=iri,
        text=row.one(WS.articleText) or "",
        credits=Credits(
            outlet.one(SKOS.prefLabel), row.one(SCHEMA.url), wire, row.one(SCHEMA.author), row.one(SCHEMA.headline)
        ),
        names=(*_names(iri, tables, surfaces), *wires),
        descriptions={
            referent: min(found)
            for referent, found in surfaces.items()
            if not _is_named(tables.row(WS.Referent, referent))
        },
        told=told(iri, tables),
        credited=credits_in(row.one(WS.credits) or ""),
        unread=frozenset(referent for referent, row in tables.all(WS.Referent) if not _kinds(row)),
        mentions=tuple(sorted(_mentioned(tables))),
    )


def _pairs(statements: Iterable[tuple[str, str, str]]) -> Pairs:
    by_link: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for subject, link, value in statements:
        by_link[link].append((subject, value))

    def pairs(link: URIRef) -> Iterator[tuple[str, str]]:
        return iter(by_link.get(str(link), ()))

    return pairs


def _names(iri: str, tables: Tables, surfaces: Mapping[str, Mapping[str, int]]) -> Iterator[Name]:
    mentions, claims = _mentions(tables), _claims(tables)
    for referent, row in tables.all(WS.Referent):
        name = row.one(SKOS.prefLabel)
        if name is not None and _is_named(row):
            yield Name(
                referent,
                _type(row),
                name,
                surfaces[referent],
                publishes=referent.endswith("#voice"),
                role=row.one(SCHEMA.roleName),
                article=iri,
                mentions=tuple(sorted(mentions.get(referent, ()))),
                claims=frozenset(claims.get(referent, ())),
            )


def _is_named(row: Row) -> bool:
    return row.one(WS.named) == "true"


def _type(row: Row) -> str:
    return min(_kinds(row), key=TYPES.index, default="Organization")


def _kinds(row: Row) -> set[str]:
    return {iri.removeprefix(str(WS)) for iri in row.all(RDF.type)} & set(TYPES)


def _surfaces(tables: Tables) -> dict[str, Counter[str]]:
    """Count, for each referent with a name, how often each of its names stands in the text, at least once."""
    surfaces = {
        referent: Counter(dict.fromkeys((*row.all(SKOS.prefLabel), *row.all(SKOS.altLabel)), 1))
        for referent, row in tables.all(WS.Referent)
    }
    for referent, mention in tables.mentions():
        found, words = surfaces.get(referent, Counter()), one_line(mention)
        if words in found:
            found[words] += 1
    return {referent: found for referent, found in surfaces.items() if found}


def _mentioned(tables: Tables) -> Iterator[tuple[Span, str]]:
    """Yield where words stand for a referent."""
    for iri, row in tables.all(WS.Span):
        where = place(iri)
        if where:
            yield from ((where, referent) for referent in row.all(WS.refersTo))


def _mentions(tables: Tables) -> dict[str, set[str]]:
    """Return all that is written for each referent: names, roles, pronouns."""
    mentions: dict[str, set[str]] = {}
    for referent, words in tables.mentions():
        mentions.setdefault(referent, set()).add(one_line(words))
    return mentions


def _claims(tables: Tables) -> dict[str, set[int]]:
    """Return a hash of every run of ``RUN`` words that each referent is quoted with."""
    claims: dict[str, set[int]] = {}
    for iri, row in tables.all(WS.Attribution):
        source = row.one(WS.source)
        if source and not source.endswith("#voice"):
            for span in tables.contents(row):
                said = plain(tables.exact(iri, span)).split()
                runs = (" ".join(said[start : start + RUN]) for start in range(len(said) - RUN + 1))
                claims.setdefault(source, set()).update(zlib.crc32(run.encode()) for run in runs)
    return claims
