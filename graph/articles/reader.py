"""What relating articles needs to know, read back out of the article graphs."""

from __future__ import annotations

import zlib
from collections import Counter
from dataclasses import dataclass
from typing import Final

from rdflib import RDF, SKOS

from whosays.graph.names import TYPES, Name, plain
from whosays.graph.rdf import Pairs, one_line
from whosays.ontology import OA, SCHEMA, WS

RUN: Final = 5  # words that two sources hardly share by chance


@dataclass(frozen=True, slots=True)
class Reading:
    """Referents and attributions of all articles, by IRI.

    ``descriptions`` are the names of unnamed referents ("a senior official"), ``outlets`` maps article to
    voice, and an article that credits a wire service stands among ``names`` under its own IRI.
    """

    names: tuple[Name, ...]
    descriptions: dict[str, str]
    outlets: dict[str, str]
    sources: dict[str, str]
    parents: dict[str, str]


def read(pairs: Pairs) -> Reading:
    """Read the article graphs; the shared graphs, whatever is in them, change nothing."""
    named = {subject: value == "true" for subject, value in pairs(WS.named)}
    surfaces = _surfaces(pairs, named)
    types = _types(pairs, named)
    homes = {s: o for s, o in pairs(WS.inArticle) if s in named}
    articles = {s: o for s, o in homes.items() if s.endswith("#voice")}
    roles, words = dict(pairs(SCHEMA.roleName)), dict(pairs(OA.exact))
    mentions, claims = _mentions(pairs, words), _claims(pairs, words)
    names = [
        Name(
            referent,
            types.get(referent, "Organization"),
            name,
            surfaces[referent],
            publishes=referent in articles,
            role=roles.get(referent),
            article=homes.get(referent, ""),
            mentions=tuple(sorted(mentions.get(referent, ()))),
            claims=frozenset(claims.get(referent, ())),
        )
        for referent, name in pairs(SKOS.prefLabel)
        if named.get(referent)
    ]
    wires = [
        Name(article, "Outlet", wire, {wire: 1}, True, article=article) for article, wire in pairs(SCHEMA.creditText)
    ]
    return Reading(
        names=(*names, *wires),
        descriptions={s: min(found) for s, found in surfaces.items() if not named[s]},
        outlets={article: voice for voice, article in articles.items()},
        sources=dict(pairs(WS.source)),
        parents=dict(pairs(WS.parent)),
    )


def _types(pairs: Pairs, referents: dict[str, bool]) -> dict[str, str]:
    types: dict[str, str] = {}
    for subject, iri in pairs(RDF.type):
        kind = iri.removeprefix(str(WS))
        if subject in referents and kind in TYPES:
            types[subject] = min(kind, types.get(subject, kind), key=TYPES.index)
    return types


def _surfaces(pairs: Pairs, referents: dict[str, bool]) -> dict[str, Counter[str]]:
    """Count, for each referent, how often each of its names stands in the text, at least once."""
    surfaces: dict[str, Counter[str]] = {}
    for link in (SKOS.prefLabel, SKOS.altLabel):
        for subject, label in pairs(link):
            if subject in referents:
                surfaces.setdefault(subject, Counter())[label] = 1
    mentions = dict(pairs(WS.refersTo))
    for span, exact in pairs(OA.exact):
        found = surfaces.get(mentions.get(span, ""), Counter())
        words = one_line(exact)
        if words in found:
            found[words] += 1
    return surfaces


def _mentions(pairs: Pairs, words: dict[str, str]) -> dict[str, set[str]]:
    """Return all that is written for each referent: names, roles, pronouns."""
    mentions: dict[str, set[str]] = {}
    for span, referent in pairs(WS.refersTo):
        mentions.setdefault(referent, set()).add(one_line(words.get(span, "")))
    return mentions


def _claims(pairs: Pairs, words: dict[str, str]) -> dict[str, set[int]]:
    """Return a hash of every run of ``RUN`` words that each referent is quoted with."""
    sources = dict(pairs(WS.source))
    claims: dict[str, set[int]] = {}
    for hop, span in pairs(WS.contentSpan):
        if hop in sources and not sources[hop].endswith("#voice"):
            said = plain(words.get(span, "")).split()
            runs = (" ".join(said[start : start + RUN]) for start in range(len(said) - RUN + 1))
            claims.setdefault(sources[hop], set()).update(zlib.crc32(run.encode()) for run in runs)
    return claims
