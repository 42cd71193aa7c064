"""The graph as a network: outlets, sources and claims as nodes, the attributions between them as edges.

An attribution is an edge from whoever holds it: to the next voice inwards that it reports, and to each of its
claims that no voice further in holds.  So the path outlet > lawmaker > agency > claim is the chain, and
each of its edges carries the stance, certainty and cue of the voice that it leaves from.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from rdflib import RDF, SKOS

from whosays.graph.names import TYPES, plain
from whosays.graph.origins import NO_OUTLET, NO_SOURCE
from whosays.graph.rdf import Pairs
from whosays.ontology import OA, SCHEMA, WS

if TYPE_CHECKING:
    import networkx as nx

    Network: TypeAlias = nx.MultiDiGraph[str]

FORMATS: Final = ("gexf", "graphml")
_NOT_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_TIME_STAMP: Final = re.compile(r' lastmodifieddate="[^"]*"')


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


@dataclass(frozen=True, slots=True)
class _Facts:
    """One look at the graph, everything by IRI."""

    article: dict[str, str]
    source: dict[str, str]
    parent: dict[str, str]
    claims: dict[str, set[str]]
    inner: dict[str, set[str]]
    entity: dict[str, str]
    publisher: dict[str, str]
    published: dict[str, str]
    names: dict[str, list[str]]
    types: dict[str, str]


def attribution_network(pairs: Pairs, selection: Selection | None = None) -> Network:
    """Return the network of the attributions selected.

    Nodes are IRIs with ``kind`` (outlet, source, claim), ``label`` and ``type``; edges have ``attribution``,
    ``stance``, ``certainty``, ``cue``, ``quote``, ``article`` and ``published``.  Unknown is the empty
    string.
    """
    import networkx as nx  # noqa: PLC0415 - slow to import, and most uses of the graph never need it

    facts = _read(pairs)
    chosen = _selected(pairs, facts, selection or Selection())
    network: Network = nx.MultiDiGraph()
    ends = [(hop, target) for hop in sorted(chosen) for target in _targets(hop, chosen, facts)]
    _add_nodes(network, pairs, facts, ends)
    details = _details(pairs)
    for hop, target in ends:
        key = f"{hop} {target}"
        network.add_edge(_voice(hop, facts), target, key=key, **_edge(hop, facts, details))
    return network


def network_file(network: Network, format_: str) -> bytes:
    """Return the network as ``graphml`` or ``gexf``, without the time stamp."""
    import networkx as nx  # noqa: PLC0415 - as above

    lines = nx.generate_gexf(network) if format_ == "gexf" else nx.generate_graphml(network)
    return _TIME_STAMP.sub("", "\n".join(lines) + "\n").encode()


def _read(pairs: Pairs) -> _Facts:
    claims: dict[str, set[str]] = {}
    for hop, claim in pairs(WS.claim):
        claims.setdefault(hop, set()).add(claim)
    parent = dict(pairs(WS.parent))
    inner: dict[str, set[str]] = {}
    for hop, around in parent.items():
        inner.setdefault(around, set()).add(hop)
    return _Facts(
        article=dict(pairs(WS.inArticle)),
        source=dict(pairs(WS.source)),
        parent=parent,
        claims=claims,
        inner=inner,
        entity=dict(pairs(WS.resolvesTo)),
        publisher=dict(pairs(SCHEMA.publisher)),
        published=dict(pairs(SCHEMA.datePublished)),
        names=_names(pairs),
        types=_types(pairs),
    )


def _names(pairs: Pairs) -> dict[str, list[str]]:
    """Return the names of entities and referents, the one to show first."""
    names: dict[str, list[str]] = {}
    for link in (SKOS.prefLabel, SKOS.altLabel):
        for subject, label in sorted(pairs(link)):
            names.setdefault(subject, []).append(label)
    return names


def _types(pairs: Pairs) -> dict[str, str]:
    types: dict[str, str] = {}
    for subject, iri in pairs(RDF.type):
        kind = iri.removeprefix(str(WS))
        if kind in TYPES:
            types[subject] = min(kind, types.get(subject, kind), key=TYPES.index)
    return types


def _selected(pairs: Pairs, facts: _Facts, selection: Selection) -> set[str]:
    """Return the hops selected and, for a voice that was asked for, all hops of the chains it stands in."""
    articles = _articles(facts, selection)
    hops = {hop for hop in facts.source if facts.article[hop] in articles}
    if selection.source is not None:
        asked = _called(selection.source, facts)
        hops = _with_chains({hop for hop in hops if _voice(hop, facts) in asked}, facts)
    if selection.entity is not None:
        asked = _called(selection.entity, facts)
        about = _claims_about(pairs, facts, asked)
        found = {hop for hop in hops if _voice(hop, facts) in asked or facts.claims.get(hop, set()) & about}
        hops = _with_chains(found, facts)
    return hops


def _articles(facts: _Facts, selection: Selection) -> set[str]:
    found = set(facts.article.values())
    if selection.outlet is not None:
        outlets = _called(selection.outlet, facts)
        found &= {article for article, outlet in facts.publisher.items() if outlet in outlets}
    if selection.since is not None:
        found &= {article for article, day in facts.published.items() if day >= selection.since}
    if selection.until is not None:
        found &= {article for article, day in facts.published.items() if day <= selection.until}
    return found


def _called(name: str, facts: _Facts) -> set[str]:
    asked = plain(name)
    exactly = {iri for iri, names in facts.names.items() if iri == name or asked in map(plain, names)}
    if exactly or not asked:
        return exactly
    return {iri for iri, names in facts.names.items() if any(f" {asked}" in f" {plain(known)}" for known in names)}


def _claims_about(pairs: Pairs, facts: _Facts, asked: set[str]) -> set[str]:
    """Return the claims in whose words somebody asked for is mentioned."""
    bounds = _bounds(pairs)
    mentions: dict[str, list[tuple[int, int]]] = {}
    for span, referent in pairs(WS.refersTo):
        if facts.entity.get(referent, referent) in asked:
            mentions.setdefault(facts.article[span], []).append(bounds[span])
    about: set[str] = set()
    for claim, span in pairs(WS.evidence):
        start, end = bounds[span]
        if any(start <= first and last <= end for first, last in mentions.get(facts.article[claim], ())):
            about.add(claim)
    return about


def _bounds(pairs: Pairs) -> dict[str, tuple[int, int]]:
    ends = dict(pairs(OA.end))
    return {span: (int(start), int(ends[span])) for span, start in pairs(OA.start)}


def _with_chains(asked: set[str], facts: _Facts) -> set[str]:
    """Return the hops with everything around them and everything inside them."""
    found = set(asked)
    inwards = list(asked)
    for hop in inwards:  # grows while it is walked
        deeper = facts.inner.get(hop, set()) - found
        found |= deeper
        inwards.extend(deeper)
    for hop in asked:
        around = facts.parent.get(hop)
        while around is not None and around not in found:
            found.add(around)
            around = facts.parent.get(around)
    return found


def _targets(hop: str, chosen: set[str], facts: _Facts) -> list[str]:
    """Return the voices that a hop reports and the claims that nobody further in holds."""
    inner = facts.inner.get(hop, set())
    held = facts.claims.get(hop, set()).difference(*(facts.claims.get(deeper, set()) for deeper in inner))
    return sorted({_voice(deeper, facts) for deeper in inner & chosen} | held)


def _voice(hop: str, facts: _Facts) -> str:
    return facts.entity.get(facts.source[hop], facts.source[hop])


def _add_nodes(network: Network, pairs: Pairs, facts: _Facts, ends: list[tuple[str, str]]) -> None:
    own = {_voice(hop, facts) for hop in facts.source if facts.source[hop].endswith("#voice")}
    claims = _claim_words(pairs)
    for node in sorted({_voice(hop, facts) for hop, _ in ends} | {target for _, target in ends}):
        if node in claims:
            network.add_node(node, kind="claim", label=_xml(claims[node]), type="Claim")
            continue
        kind = "outlet" if node in own else "source"
        missing = NO_OUTLET if kind == "outlet" else NO_SOURCE
        label = facts.names.get(node, [missing])[0]
        network.add_node(node, kind=kind, label=_xml(label), type=facts.types.get(node, ""))


def _claim_words(pairs: Pairs) -> dict[str, str]:
    bounds, words = _bounds(pairs), dict(pairs(OA.exact))
    kept = {subject for subject, kind in pairs(RDF.type) if kind == str(WS.Claim)}
    evidence: dict[str, list[str]] = {claim: [] for claim in kept}
    for claim, span in sorted(pairs(WS.evidence), key=lambda pair: bounds[pair[1]]):
        if claim in kept:
            evidence[claim].append(words[span])
    return {claim: " … ".join(spans) for claim, spans in evidence.items()}


def _edge(hop: str, facts: _Facts, details: Mapping[str, Mapping[str, str]]) -> dict[str, Any]:
    article = facts.article[hop]
    return {
        "attribution": hop,
        **{name: _xml(told.get(hop, "")) for name, told in details.items()},
        "article": article,
        "published": facts.published.get(article, ""),
    }


def _details(pairs: Pairs) -> dict[str, dict[str, str]]:
    concepts = {"stance": WS.stance, "certainty": WS.certainty, "quote": WS.quoteType}
    told = {name: {hop: concept.rpartition("#")[2] for hop, concept in pairs(link)} for name, link in concepts.items()}
    return {**told, "cue": dict(pairs(WS.cue))}


def _xml(text: str) -> str:
    """Return the text without the characters that no XML file may hold."""
    return _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", text)
