"""Attributions: one node a hop with its claim, and the outlet's own voice around all outermost ones."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rdflib import URIRef

from whosays.extract.records import ArticleRecord, Attribution, Span
from whosays.graph.articles.referents import Referents, unknown_source_triples
from whosays.graph.articles.validation import nesting
from whosays.graph.rdf import Triple, Words, decimal, integer, iris, string
from whosays.graph.wording import setting
from whosays.ontology import WS


@dataclass(frozen=True, slots=True)
class Hop:
    """An attribution with its IRIs; ``claim`` is what it says, or the words that tell that nothing is said."""

    attribution: Attribution
    iri: URIRef
    parent: URIRef
    source: URIRef
    source_is_unknown: bool
    claim: URIRef | None
    told: tuple[URIRef, ...] = ()


def hops(record: ArticleRecord, words: Words, referents: Referents) -> dict[int, Hop]:
    """Return attribution id to hop, each after the one around it; equal attributions share one hop."""
    ordered = tuple(attribution for attribution in nesting(record) if attribution.kind != "act")
    keys: dict[int, str] = {}
    for attribution in ordered:
        around = "" if attribution.inside is None else keys[attribution.inside]
        keys[attribution.id] = _key(attribution, referents.by_id.get(attribution.entity or "", ""), around)
    shared: dict[str, Hop] = {}
    for attribution in ordered:
        key, inside = keys[attribution.id], attribution.inside
        hop = Hop(
            attribution,
            iri=iris.attribution_iri(words.article, key),
            parent=iris.reporting_iri(words.article)
            if inside is None
            else iris.attribution_iri(words.article, keys[inside]),
            source=referents.source(attribution, key, words.article),
            source_is_unknown=referents.unknown(attribution),
            claim=_claim(attribution, words.article),
            told=tuple(referents.by_id[outlet] for outlet in attribution.told),
        )
        shared.setdefault(key, hop)
    return {attribution.id: shared[keys[attribution.id]] for attribution in ordered}


def hop_triples(hop: Hop, words: Words) -> Iterator[Triple]:
    """Yield a hop with its words, where they stand, and its claim; around an outermost one the outlet's voice."""
    attribution = hop.attribution
    yield hop.iri, WS.kind, WS[attribution.kind]
    yield from _held(hop.iri, hop.source, (WS[attribution.stance], WS[attribution.certainty]), words)
    yield hop.iri, WS.parent, hop.parent
    yield from ((hop.iri, WS.toldTo, outlet) for outlet in hop.told)
    yield hop.iri, WS.quoteType, WS[attribution.quote]
    yield hop.iri, WS.confidence, decimal(min(1.0, max(0.0, attribution.confidence)))
    if attribution.cue_lemma:
        yield hop.iri, WS.cueLemma, string(attribution.cue_lemma)
    if attribution.in_full:
        yield hop.iri, WS.inFull, string(attribution.in_full)
    source = (attribution.source,) if attribution.source else ()
    for words_of, where, spans in ((WS.sourceWords, WS.sourceSpan, source), (WS.cue, WS.cueSpan, attribution.cue)):
        yield from ((hop.iri, words_of, words.quote(spans)) for _ in spans[:1])
        yield from words.cite(hop.iri, where, spans)
    yield from content_triples(hop.iri, attribution.content, words)
    yield from _extent_triples(hop.iri, claim_words(attribution))
    yield from words.cite(hop.iri, WS.hedgeSpan, attribution.hedges)
    if hop.claim is not None:
        yield hop.iri, WS.claim, hop.claim
        yield from words.node(WS.Claim, hop.claim)
    if hop.source_is_unknown:
        yield from unknown_source_triples(attribution, hop.source, words)
    if attribution.inside is None:
        yield from _held(hop.parent, iris.voice_iri(words.article), (WS.reports, WS.unspecified), words)
        yield hop.parent, WS.quoteType, WS.indirect


def own_words_triples(iri: URIRef, sentence: Span, words: Words) -> Iterator[Triple]:
    """Yield what the outlet says in its own voice; how sure it is, nobody has judged."""
    yield from _held(iri, iris.voice_iri(words.article), (WS.asserts, WS.unspecified), words)
    yield from content_triples(iri, (sentence,), words)
    yield from _extent_triples(iri, (sentence,))


def content_triples(iri: URIRef, content: tuple[Span, ...], words: Words) -> Iterator[Triple]:
    """Yield the words attributed, and where each of their pieces stands if there are several."""
    if content:
        yield iri, WS.content, words.quote(content)
        yield from words.cite(iri, WS.contentSpan, content if len(set(content)) > 1 else ())


def term_triples(record: ArticleRecord, words: Words) -> Iterator[Triple]:
    """Yield the terms of each claim, and its words as they can be read alone where its own cannot.

    Of two claims with the same first and last character those of the first.
    """
    known: set[URIRef] = set()
    for claim in sorted(record.claims, key=lambda claim: (claim.content, claim.terms)):
        iri = iris.claim_iri(words.article, _extent(claim.content))
        if iri not in known and (claim.terms or claim.points):
            known.add(iri)
            told = (
                (WS.terms, claim.terms),
                (WS.selfContained, claim.self_contained),
                (WS.points, setting(claim.points)),
                (WS.clause, claim.clause),
            )
            yield from ((iri, link, string(words)) for link, words in told if words)


def claim_words(hop: Attribution) -> tuple[Span, ...]:
    """Return the words of what is said; where nothing is ("declined to comment"), the words that say so."""
    return hop.content or hop.cue or ((hop.source,) if hop.source else ())


def _extent_triples(iri: URIRef, spans: tuple[Span, ...]) -> Iterator[Triple]:
    """Yield from where to where the words stand that make the claim."""
    if spans:
        start, end = _extent(spans)
        yield iri, WS.start, integer(start)
        yield iri, WS.end, integer(end)


def _held(iri: URIRef, source: URIRef, held: tuple[URIRef, URIRef], words: Words) -> Iterator[Triple]:
    """Yield what every attribution has: its article, and who holds what with which stance and certainty."""
    yield from words.node(WS.Attribution, iri)
    yield iri, WS.inArticle, words.article
    yield iri, WS.source, source
    yield iri, WS.stance, held[0]
    yield iri, WS.certainty, held[1]


def _claim(hop: Attribution, article: URIRef) -> URIRef | None:
    spans = claim_words(hop)
    if not spans:
        return None
    return iris.claim_iri(article, _extent(spans))


def _extent(spans: tuple[Span, ...]) -> Span:
    return min(start for start, _ in spans), max(end for _, end in spans)


def _key(hop: Attribution, referent: str, parent: str) -> str:
    words = repr((hop.source, hop.cue, hop.content, hop.hedges))
    return iris.digest(parent, referent.rpartition("#")[2], words, hop.stance, hop.certainty, hop.quote)
