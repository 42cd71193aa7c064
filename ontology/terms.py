"""The vocabulary as typed constants: ``WS.Attribution``, ``OA.exact``, ``SCHEMA.sha256``.

A name that the vocabulary lacks raises ``AttributeError``, so that no misspelt term reaches a graph.  Each
class lists what ``whosays.ttl`` declares, no more; a test holds the two together.
"""
# ruff: noqa: N815 - the names are those of the vocabularies

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from rdflib.namespace import ORG, OWL, PROV, RDF, RDFS, SKOS, XSD, DefinedNamespace, Namespace
from rdflib.term import URIRef

ONTOLOGY = URIRef("https://w3id.org/whosays/ns")


class WS(DefinedNamespace):
    """The terms of whosays itself: classes, properties, then the concepts of the schemes."""

    _fail = True
    _NS = Namespace("https://w3id.org/whosays/ns#")

    Article: URIRef
    Outlet: URIRef
    Span: URIRef
    ExtractionRun: URIRef
    Skipped: URIRef
    Finding: URIRef
    Voice: URIRef
    Attribution: URIRef
    Claim: URIRef
    Quantity: URIRef
    Referent: URIRef
    Entity: URIRef
    Person: URIRef
    Organization: URIRef
    MilitaryUnit: URIRef
    Place: URIRef
    Merge: URIRef
    Proposition: URIRef
    Issue: URIRef
    Story: URIRef
    Conflict: URIRef
    Comparison: URIRef
    Reuse: URIRef
    Change: URIRef
    Passage: URIRef

    model: URIRef
    options: URIRef
    inArticle: URIRef
    path: URIRef
    language: URIRef
    articleText: URIRef
    context: URIRef
    terms: URIRef
    points: URIRef
    clause: URIRef
    sentences: URIRef
    numbers: URIRef
    credits: URIRef
    attributionTable: URIRef
    shownTable: URIRef
    singulars: URIRef
    measureTerms: URIRef
    selfContained: URIRef
    setting: URIRef
    note: URIRef
    wireService: URIRef
    republishes: URIRef
    relays: URIRef
    copy: URIRef
    original: URIRef
    originalName: URIRef
    reuseKind: URIRef
    basis: URIRef
    copySpan: URIRef
    originalSpan: URIRef
    creditSpan: URIRef
    takenFrom: URIRef
    changeKind: URIRef
    changedFrom: URIRef
    changedIn: URIRef
    wordsBefore: URIRef
    wordsAfter: URIRef
    differs: URIRef
    way: URIRef
    wayBecause: URIRef
    firstTold: URIRef
    daysLater: URIRef
    saidBy: URIRef
    conflictSort: URIRef
    clash: URIRef
    firstToSaySo: URIRef
    saysSo: URIRef
    saysOtherwise: URIRef
    refersTo: URIRef
    source: URIRef
    parent: URIRef
    toldTo: URIRef
    inFull: URIRef
    claim: URIRef
    stance: URIRef
    kind: URIRef
    certainty: URIRef
    quoteType: URIRef
    cue: URIRef
    cueLemma: URIRef
    content: URIRef
    sourceWords: URIRef
    start: URIRef
    end: URIRef
    speaker: URIRef
    outlet: URIRef
    confidence: URIRef
    chain: URIRef
    evidence: URIRef
    sourceSpan: URIRef
    cueSpan: URIRef
    contentSpan: URIRef
    hedgeSpan: URIRef
    sentenceSpan: URIRef
    timeSpan: URIRef
    placeSpan: URIRef
    words: URIRef
    wordsSpan: URIRef
    sentence: URIRef
    time: URIRef
    place: URIRef
    hasFigure: URIRef
    approximate: URIRef
    measure: URIRef
    of: URIRef
    reason: URIRef
    quantity: URIRef
    expresses: URIRef
    inStory: URIRef
    inStoryBecause: URIRef
    knownBy: URIRef
    storySize: URIRef
    storySince: URIRef
    storyUntil: URIRef
    addresses: URIRef
    figureOf: URIRef
    assertedBy: URIRef
    disputedBy: URIRef
    origin: URIRef
    originCount: URIRef
    originsAtLeast: URIRef
    originsAtMost: URIRef
    originsBecause: URIRef
    outletCount: URIRef
    articleCount: URIRef
    singleOrigin: URIRef
    shortestChain: URIRef
    onIssue: URIRef
    countsAs: URIRef
    firstFigure: URIRef
    secondFigure: URIRef
    relation: URIRef
    verdict: URIRef
    revises: URIRef
    gained: URIRef
    dropped: URIRef
    resolvesTo: URIRef
    named: URIRef
    family: URIRef
    oneName: URIRef
    otherName: URIRef
    oneForm: URIRef
    otherForm: URIRef
    oneEntity: URIRef
    otherEntity: URIRef
    score: URIRef
    because: URIRef
    status: URIRef

    stances: URIRef
    reports: URIRef
    asserts: URIRef
    confirms: URIRef
    denies: URIRef
    doubts: URIRef
    unverified: URIRef
    noComment: URIRef
    asks: URIRef
    retracts: URIRef
    kinds: URIRef
    speech: URIRef
    document: URIRef
    thought: URIRef
    showing: URIRef
    hearsay: URIRef
    refusal: URIRef
    certainties: URIRef
    certain: URIRef
    probable: URIRef
    expected: URIRef
    possible: URIRef
    unspecified: URIRef
    alleged: URIRef
    quoteTypes: URIRef
    direct: URIRef
    indirect: URIRef
    mixed: URIRef
    reuseKinds: URIRef
    wholly: URIRef
    mostly: URIRef
    partly: URIRef
    template: URIRef
    changeKinds: URIRef
    hedgeLost: URIRef
    hedgeAdded: URIRef
    sourceDropped: URIRef
    chainShortened: URIRef
    figureRounded: URIRef
    figureRaised: URIRef
    figureLowered: URIRef
    boundDropped: URIRef
    quotationTrimmed: URIRef
    headlineFirmer: URIRef
    denialLeftOut: URIRef
    reversed: URIRef
    retracted: URIRef
    conflictSorts: URIRef
    accusationDenied: URIRef
    claimRejected: URIRef
    rivalAccounts: URIRef
    oppositeStates: URIRef
    figureRelations: URIRef
    equal: URIRef
    refines: URIRef
    updates: URIRef
    compatible: URIRef
    contradicts: URIRef
    notComparable: URIRef


class OA(DefinedNamespace):
    """The selectors of Web Annotation that a span is made of."""

    _fail = True
    _NS = Namespace("http://www.w3.org/ns/oa#")

    TextPositionSelector: URIRef
    TextQuoteSelector: URIRef
    end: URIRef
    exact: URIRef
    start: URIRef


class SCHEMA(DefinedNamespace):
    """The part of schema.org that the graph uses (https, as rdflib's own)."""

    _fail = True
    _NS = Namespace("https://schema.org/")

    Claim: URIRef
    NewsArticle: URIRef
    NewsMediaOrganization: URIRef
    Organization: URIRef
    Person: URIRef
    Place: URIRef
    QuantitativeValue: URIRef
    author: URIRef
    creditText: URIRef
    dateModified: URIRef
    datePublished: URIRef
    endDate: URIRef
    headline: URIRef
    isPartOf: URIRef
    maxValue: URIRef
    minValue: URIRef
    publisher: URIRef
    roleName: URIRef
    sha256: URIRef
    softwareVersion: URIRef
    startDate: URIRef
    text: URIRef
    url: URIRef


PREFIXES: Mapping[str, str] = MappingProxyType(
    {
        "ws": str(WS),
        "oa": str(OA),
        "schema": str(SCHEMA),
        "org": str(ORG),
        "owl": str(OWL),
        "prov": str(PROV),
        "rdf": str(RDF),
        "rdfs": str(RDFS),
        "skos": str(SKOS),
        "xsd": str(XSD),
    }
)


def short_name(iri: str) -> str:
    """Return ``ws:Article`` for the full IRI, and an IRI of an unknown namespace as it is."""
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri
