"""Attributions: one node a hop, the outlet's own voice around each outermost one, a claim at every level."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from rdflib import URIRef

from whosays.extract.records import ArticleRecord, Attribution, Span
from whosays.graph.articles.referents import Referents, unknown_source_triples
from whosays.graph.articles.validation import nesting
from whosays.graph.rdf import Triple, Words, decimal, iris, string
from whosays.ontology import WS


@dataclass(frozen=True, slots=True)
class Hop:
    """An attribution with its IRIs; ``claims`` are its own and those of all inside it: it reports them."""

    attribution: Attribution
    iri: URIRef
    parent: URIRef
    source: URIRef
    source_is_unknown: bool
    claim: URIRef | None
    claims: tuple[URIRef, ...]


def hops(record: ArticleRecord, words: Words, referents: Referents) -> dict[int, Hop]:
    """Return attribution id to hop, each after the one around it; equal attributions share one hop."""
    ordered = tuple(attribution for attribution in nesting(record) if attribution.kind != "act")
    keys: dict[int, str] = {}
    for attribution in ordered:
        around = "" if attribution.inside is None else keys[attribution.inside]
        keys[attribution.id] = _key(attribution, referents.by_id.get(attribution.entity or "", ""), around)
    claims = _claims(ordered, keys, words.article)
    shared: dict[str, Hop] = {}
    for attribution in ordered:
        key = keys[attribution.id]
        around = iris.digest("voice", key) if attribution.inside is None else keys[attribution.inside]
        hop = Hop(
            attribution,
            iri=iris.attribution_iri(words.article, key),
            parent=iris.attribution_iri(words.article, around),
            source=referents.source(attribution, key, words.article),
            source_is_unknown=referents.unknown(attribution),
            claim=_claim(attribution, words.article),
            claims=tuple(sorted(claims[key])),
        )
        shared.setdefault(key, hop)
    return {attribution.id: shared[keys[attribution.id]] for attribution in ordered}


def hop_triples(hop: Hop, words: Words) -> Iterator[Triple]:
    """Yield a hop, its evidence and its claim, and the outlet's voice around it where it is outermost."""
    attribution = hop.attribution
    yield from words.node(WS.Attribution, hop.iri)
    yield hop.iri, WS.parent, hop.parent
    yield hop.iri, WS.source, hop.source
    yield hop.iri, WS.stance, WS[attribution.stance]
    yield hop.iri, WS.certainty, WS[attribution.certainty]
    yield hop.iri, WS.quoteType, WS[attribution.quote]
    yield hop.iri, WS.confidence, decimal(min(1.0, max(0.0, attribution.confidence)))
    if attribution.cue_lemma:
        yield hop.iri, WS.cue, string(attribution.cue_lemma)
    yield from words.cite(hop.iri, WS.sourceSpan, (attribution.source,) if attribution.source else ())
    yield from words.cite(hop.iri, WS.cueSpan, attribution.cue)
    yield from words.cite(hop.iri, WS.contentSpan, attribution.content)
    yield from words.cite(hop.iri, WS.hedgeSpan, attribution.hedges)
    yield from ((hop.iri, WS.claim, claim) for claim in hop.claims)
    if hop.claim is not None:
        yield from claim_triples(hop.claim, claim_words(attribution), words)
    if hop.source_is_unknown:
        yield from unknown_source_triples(attribution, hop.source, words)
    if attribution.inside is None:
        yield from _reporting_voice(hop, words)


def claim_triples(claim: URIRef, evidence: tuple[Span, ...], words: Words) -> Iterator[Triple]:
    """Yield a claim with the words that make it."""
    yield from words.node(WS.Claim, claim)
    yield from words.cite(claim, WS.evidence, evidence)


def voice_triples(iri: URIRef, stance: URIRef, content: tuple[Span, ...], words: Words) -> Iterator[Triple]:
    """Yield an attribution of the outlet's own voice; how sure the outlet is, nobody has judged."""
    yield from words.node(WS.Attribution, iri)
    yield iri, WS.source, iris.voice_iri(words.article)
    yield iri, WS.stance, stance
    yield iri, WS.certainty, WS.unspecified
    yield from words.cite(iri, WS.contentSpan, content)


def term_triples(record: ArticleRecord, words: Words) -> Iterator[Triple]:
    """Yield the terms of each claim; of two with the same first and last character those of the first."""
    terms: dict[URIRef, str] = {}
    for claim in sorted(record.claims, key=lambda claim: (claim.content, claim.terms)):
        if claim.terms:
            terms.setdefault(iris.claim_iri(words.article, _extent(claim.content)), claim.terms)
    return ((iri, WS.terms, string(told)) for iri, told in terms.items())


def claim_words(hop: Attribution) -> tuple[Span, ...]:
    """Return the words of what is said; where nothing is ("declined to comment"), the words that say so."""
    return hop.content or hop.cue or ((hop.source,) if hop.source else ())


def _reporting_voice(hop: Hop, words: Words) -> Iterator[Triple]:
    yield from voice_triples(hop.parent, WS.reports, hop.attribution.content, words)
    yield hop.parent, WS.quoteType, WS.indirect
    yield from ((hop.parent, WS.claim, claim) for claim in hop.claims)


def _claim(hop: Attribution, article: URIRef) -> URIRef | None:
    spans = claim_words(hop)
    if not spans:
        return None
    return iris.claim_iri(article, _extent(spans))


def _extent(spans: tuple[Span, ...]) -> Span:
    return min(start for start, _ in spans), max(end for _, end in spans)


def _claims(ordered: tuple[Attribution, ...], keys: Mapping[int, str], article: URIRef) -> dict[str, set[URIRef]]:
    claims: dict[str, set[URIRef]] = {key: set() for key in keys.values()}
    for hop in reversed(ordered):  # innermost first, so that each level hands on all that is inside it
        own = _claim(hop, article)
        claims[keys[hop.id]] |= set() if own is None else {own}
        if hop.inside is not None:
            claims[keys[hop.inside]] |= claims[keys[hop.id]]
    return claims


def _key(hop: Attribution, referent: str, parent: str) -> str:
    words = repr((hop.source, hop.cue, hop.content, hop.hedges))
    return iris.digest(parent, referent.rpartition("#")[2], words, hop.stance, hop.certainty, hop.quote)
