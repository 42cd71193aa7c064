"""An article's attributions in one literal each article, for questions about all articles at once.

A property costs a store some microseconds a row to look up and to join, and a table of attributions has fifteen; here
is one text an article, JSON, a list for each attribution in the order of ``Line``.  It repeats what stands in the
article's graph beside it and tells nothing else.  IRIs are those of the article, without it.

What each is shown with, which depends on other articles, is a text of its own in a shared graph.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple, TypeAlias

from rdflib import SKOS, URIRef

from whosays.graph.rdf import Triple
from whosays.ontology import WS


class Line(NamedTuple):
    """One attribution; ``parent`` reports it, ``described`` is the name or description of its source in the article.

    ``in_full`` is the content with its cue, where it says nothing without.
    """

    iri: str
    parent: str | None
    claim: str | None
    start: int | None
    end: int | None
    stance: str
    certainty: str
    quote: str | None
    kind: str | None
    named: bool
    source: str | None
    cue: str | None
    content: str | None
    described: str | None
    in_full: str | None = None

    @property
    def shown(self) -> str | None:
        """What is said as one reads it: with its cue where it says nothing without."""
        return self.in_full or self.content


# who speaks, and the chain up to there
Shown: TypeAlias = tuple[str | None, str | None]
_CONCEPTS: Final = (WS.stance, WS.certainty, WS.quoteType, WS.kind)


def written_table(article: URIRef, triples: Iterable[Triple]) -> str:
    """Return the attributions that the triples of an article's graph tell of, sorted by their IRIs."""
    told: defaultdict[str, dict[URIRef, str]] = defaultdict(dict)
    for subject, link, value in triples:
        told[str(subject)][link] = str(value)
    lines = (_line(article, iri, own, told.get(own[WS.source], {})) for iri, own in told.items() if WS.inArticle in own)
    return _json(sorted(lines))


def table_lines(text: str) -> list[Line]:
    """Return the attributions of an article's table."""
    return [Line(*line) for line in json.loads(text)]


def written_shown(article: str, outlet: str | None, shown: Mapping[str, Shown]) -> str:
    """Return what the attributions of an article are shown with: the outlet, and each one's speaker and chain."""
    return _json([outlet, {_within(article, iri): names for iri, names in sorted(shown.items())}])


def read_shown(text: str) -> tuple[str | None, dict[str, Shown]]:
    """Return the outlet, and speaker and chain of each attribution, by IRI without the article."""
    outlet, shown = json.loads(text)
    return outlet, shown


def _line(article: str, iri: str, own: Mapping[URIRef, str], source: Mapping[URIRef, str]) -> Line:
    def within(link: URIRef) -> str | None:
        return _within(article, own[link]) if link in own else None

    def number(link: URIRef) -> int | None:
        return int(own[link]) if link in own else None

    stance, certainty, quote, kind = (own[link].rpartition("#")[2] if link in own else None for link in _CONCEPTS)
    return Line(
        _within(article, iri),
        within(WS.parent),
        within(WS.claim),
        number(WS.start),
        number(WS.end),
        stance or "",
        certainty or "",
        quote,
        kind,
        source.get(WS.named) == "true",
        own.get(WS.sourceWords),
        own.get(WS.cue),
        own.get(WS.content),
        source.get(SKOS.prefLabel),
        own.get(WS.inFull),
    )


def _within(article: str, iri: str) -> str:
    return iri.removeprefix(article)


def _json(told: object) -> str:
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))
