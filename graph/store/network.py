"""The graph as a network: outlets, sources and claims as nodes, the attributions between them as edges.

An attribution is an edge from whoever holds it: to the next voice inwards that it reports, and to each of its
claims that no voice further in holds.  So the path outlet > lawmaker > agency > claim is the chain, and
each of its edges carries the stance, certainty and cue of the voice that it leaves from.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeAlias

from rdflib import RDF, SKOS

from whosays.extract.records import Span
from whosays.graph.articles import NO_OUTLET, NO_SOURCE, Row, Tables, Wanted, outwards
from whosays.graph.names import TYPES, plain
from whosays.graph.rdf import Pairs, place
from whosays.ontology import SCHEMA, WS

if TYPE_CHECKING:
    import networkx as nx

    Network: TypeAlias = nx.MultiDiGraph[str]

FORMATS: Final = ("gexf", "graphml")
_NOT_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Selection:
    """Which attributions to show; ``None`` is no restriction.

    ``outlet``, ``source`` and ``entity`` are an IRI or a name (any spelling known, case and accents do not count),
    or where nobody has that name, the beginning of one or more words in one: who published the article, who is a
    voice in the chain, who is a voice or mentioned in what is said.
    ``since`` and ``until`` are ISO days, both inclusive; articles without a date are left out where either
    is given.
    """

    outlet: str | None = None
    source: str | None = None
    entity: str | None = None
    since: str | None = None
    until: str | None = None


# what is read of each class
READ: Final[Wanted] = {
    WS.Article: (SCHEMA.datePublished, SCHEMA.publisher, WS.articleText),
    WS.Attribution: (
        WS.certainty, WS.claim, WS.content, WS.contentSpan, WS.cueLemma, WS.cueSpan, WS.end, WS.inArticle, WS.parent,
        WS.quoteType, WS.source, WS.sourceSpan, WS.stance, WS.start,
    ),
    WS.Claim: (RDF.type,),
    WS.Entity: (RDF.type, SKOS.altLabel, SKOS.prefLabel),
    WS.Referent: (RDF.type, WS.resolvesTo, SKOS.altLabel, SKOS.prefLabel),
    WS.Span: (WS.refersTo,),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Facts:
    """One look at the graph: its tables, its attributions, and those that each of them reports."""

    tables: Tables
    hops: Mapping[str, Row]
    parents: Mapping[str, str | None]
    inner: Mapping[str, set[str]]

    @classmethod
    def of(cls, pairs: Pairs) -> _Facts:
        tables = Tables.of(pairs, READ)
        hops = dict(tables.all(WS.Attribution))
        parents = {hop: row.one(WS.parent) for hop, row in hops.items()}
        inner: defaultdict[str, set[str]] = defaultdict(set)
        for hop, around in parents.items():
            inner[around or ""].add(hop)
        return cls(tables, hops, parents, inner)

    def voice(self, hop: str) -> str:
        """Return who holds an attribution: an entity, or a referent that is none."""
        return self.entity(self.hops[hop].one(WS.source) or "")

    def entity(self, referent: str) -> str:
        return self.tables.row(WS.Referent, referent).one(WS.resolvesTo) or referent

    def claims(self, hop: str) -> set[str]:
        return set(self.hops[hop].all(WS.claim))

    def article(self, hop: str) -> Row:
        return self.tables.row(WS.Article, self.hops[hop].one(WS.inArticle))

    def named(self) -> Iterator[tuple[str, list[str]]]:
        """Yield entities and referents with their names, the one to show first."""
        for kind in (WS.Entity, WS.Referent):
            for iri, row in self.tables.all(kind):
                yield iri, [*row.all(SKOS.prefLabel), *row.all(SKOS.altLabel)]


def attribution_network(pairs: Pairs, selection: Selection | None = None) -> Network:
    """Return the network of the attributions selected.

    Nodes are IRIs with ``kind`` (outlet, source, claim), ``label`` and ``type``; edges have ``attribution``,
    ``stance``, ``certainty``, ``cue``, ``quote``, ``article`` and ``published``.  Unknown is the empty
    string.
    """
    import networkx as nx  # noqa: PLC0415 - slow to import, and most uses of the graph never need it

    facts = _Facts.of(pairs)
    chosen = _selected(facts, selection or Selection())
    network: Network = nx.MultiDiGraph()
    ends = [(hop, *end) for hop in sorted(chosen) for end in _targets(hop, chosen, facts)]
    _add_nodes(network, facts, ends)
    for hop, key, target in ends:
        network.add_edge(facts.voice(hop), target, key=f"{hop} {key}", **_edge(hop, facts))
    return network


def _selected(facts: _Facts, selection: Selection) -> set[str]:
    """Return the hops selected and, for a voice that was asked for, all hops of the chains it stands in."""
    hops = _of_the_articles(facts, selection)
    if selection.source is not None:
        asked = _called(selection.source, facts)
        hops = _with_chains({hop for hop in hops if facts.voice(hop) in asked}, facts)
    if selection.entity is not None:
        asked = _called(selection.entity, facts)
        about = _claims_about(facts, asked)
        hops = _with_chains({hop for hop in hops if facts.voice(hop) in asked or facts.claims(hop) & about}, facts)
    return hops


def _of_the_articles(facts: _Facts, selection: Selection) -> set[str]:
    """Return the hops of articles of the outlet and of the days asked for."""
    outlets = None if selection.outlet is None else _called(selection.outlet, facts)
    undated = selection.since is None and selection.until is None
    since, until = selection.since or "", selection.until or "~"
    return {
        hop
        for hop in facts.hops
        for article in (facts.article(hop),)
        for day in (article.one(SCHEMA.datePublished),)
        if (outlets is None or article.one(SCHEMA.publisher) in outlets)
        and (undated or (day is not None and since <= day <= until))
    }


def _called(name: str, facts: _Facts) -> set[str]:
    asked = plain(name)
    exactly = {iri for iri, names in facts.named() if iri == name or asked in map(plain, names)}
    if exactly or not asked:
        return exactly
    return {iri for iri, names in facts.named() if any(f" {asked}" in f" {plain(known)}" for known in names)}


def _claims_about(facts: _Facts, asked: set[str]) -> set[str]:
    """Return the claims in whose words somebody asked for is mentioned."""
    tables = facts.tables
    mentions: defaultdict[str, list[Span]] = defaultdict(list)
    for iri, span in tables.all(WS.Span):
        where = place(iri)
        if where and any(facts.entity(referent) in asked for referent in span.all(WS.refersTo)):
            mentions[iri.partition("#")[0]].append(where)
    return {
        claim
        for claim, _ in tables.all(WS.Claim)
        for start, end in tables.claimed(claim)
        if any(start <= first and last <= end for first, last in mentions.get(claim.partition("#")[0], ()))
    }


def _with_chains(asked: set[str], facts: _Facts) -> set[str]:
    """Return the hops with everything around them and everything inside them."""
    found = set(asked)
    inwards = list(asked)
    for hop in inwards:  # grows while it is walked
        deeper = facts.inner.get(hop, set()) - found
        found |= deeper
        inwards.extend(deeper)
    return found.union(*(outwards(hop, facts.parents) for hop in asked))


def _targets(hop: str, chosen: set[str], facts: _Facts) -> list[tuple[str, str]]:
    """Return the voices that a hop reports and the claims that nobody further in holds, each with a key of its own.

    The outlet's own voice reports a voice as often as the article quotes it, any other one once.
    """
    inner = facts.inner.get(hop, set())
    held = facts.claims(hop).difference(*map(facts.claims, inner))
    reported = [(deeper, facts.voice(deeper)) for deeper in inner & chosen]
    if facts.parents[hop] is not None:
        reported = [(voice, voice) for _, voice in reported]
    return sorted({*reported, *((claim, claim) for claim in held)})


def _add_nodes(network: Network, facts: _Facts, ends: list[tuple[str, str, str]]) -> None:
    tables = facts.tables
    own = {facts.voice(hop) for hop, row in facts.hops.items() if (row.one(WS.source) or "").endswith("#voice")}
    for node in sorted({facts.voice(hop) for hop, *_ in ends} | {target for *_, target in ends}):
        claim = tables.row(WS.Claim, node)
        if claim:
            network.add_node(node, kind="claim", label=_xml(tables.words(node)), type="Claim")
            continue
        kind = "outlet" if node in own else "source"
        missing = NO_OUTLET if kind == "outlet" else NO_SOURCE
        row = tables.row(WS.Entity, node) or tables.row(WS.Referent, node)
        names = (*row.all(SKOS.prefLabel), *row.all(SKOS.altLabel), missing)
        types = {iri.removeprefix(str(WS)) for iri in row.all(RDF.type)} & set(TYPES)
        network.add_node(node, kind=kind, label=_xml(names[0]), type=min(types, key=TYPES.index, default=""))


def _edge(hop: str, facts: _Facts) -> dict[str, str]:
    row = facts.hops[hop]
    concepts = {"stance": WS.stance, "certainty": WS.certainty, "quote": WS.quoteType}
    told = {name: row.concept(link) or "" for name, link in concepts.items()} | {"cue": row.one(WS.cueLemma) or ""}
    return {
        "attribution": hop,
        **{name: _xml(words) for name, words in told.items()},
        "article": row.one(WS.inArticle) or "",
        "published": facts.article(hop).one(SCHEMA.datePublished) or "",
    }


def _xml(text: str) -> str:
    """Return the text without the characters that no XML file may hold."""
    return _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", text)
