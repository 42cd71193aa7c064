"""What a page reads of each class, for all articles together."""

from __future__ import annotations

from typing import Final

from rdflib import RDF, SKOS

from whosays.graph.articles import Wanted
from whosays.ontology import OA, SCHEMA, WS

READ: Final[Wanted] = {
    WS.Article: frozenset(
        {SCHEMA.headline, SCHEMA.publisher, SCHEMA.datePublished, SCHEMA.url, SCHEMA.creditText}
        | {WS.path, WS.wireService, WS.articleText, WS.inStory, WS.inStoryBecause}
    ),
    WS.Attribution: frozenset(
        {WS.inArticle, WS.source, WS.parent, WS.claim, WS.stance, WS.certainty, WS.quoteType, WS.cueLemma}
        | {WS.confidence, WS.sourceSpan, WS.cueSpan, WS.contentSpan, WS.hedgeSpan}
        | {WS.content, WS.inFull, WS.start, WS.end}
    ),
    WS.Claim: frozenset({RDF.type, WS.quantity, WS.expresses, WS.terms}),
    WS.Quantity: frozenset({WS.words, SCHEMA.minValue, SCHEMA.maxValue, WS.approximate, WS.measure, WS.of}),
    WS.Span: frozenset({WS.refersTo}),
    WS.Referent: frozenset({RDF.type, WS.named, WS.resolvesTo, SCHEMA.roleName, SKOS.prefLabel, SKOS.altLabel}),
    WS.Entity: frozenset({RDF.type, SKOS.prefLabel, SKOS.altLabel}),
    WS.Proposition: frozenset(
        {
            SCHEMA.text,
            WS.outletCount,
            WS.articleCount,
            WS.origin,
            WS.originsAtLeast,
            WS.originsAtMost,
            WS.originsBecause,
        }
    ),
    WS.Story: frozenset({SKOS.prefLabel, WS.storySize}),
    WS.Reuse: frozenset({WS.copy, WS.original, WS.originalName, WS.reuseKind, WS.basis, WS.copySpan}),
    WS.Change: frozenset(
        {WS.changeKind, WS.changedIn, WS.changedFrom, WS.wordsBefore, WS.wordsAfter, WS.differs, WS.daysLater}
    ),
    WS.Conflict: frozenset({WS.clash, WS.firstToSaySo, WS.saysSo, WS.saysOtherwise}),
    WS.Passage: frozenset({OA.start, OA.end}),
}
