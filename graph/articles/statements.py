"""What one article has its voices say, read back out of that article's graph: all that comparing claims needs."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from anyascii import anyascii
from rdflib import RDF, SKOS

from whosays.extract.records import Number, Span
from whosays.graph.articles.compact import numbers_in, spans_in
from whosays.graph.articles.regions import regions
from whosays.graph.articles.tables import Row, Tables, Wanted
from whosays.graph.articles.weekdays import weekdays
from whosays.graph.rdf import place
from whosays.graph.wording import AROUND, COUNTED, DENIED, SENTENCE, SUPPOSED, VAGUE, days, marks, measured, words_of
from whosays.ontology import SCHEMA, WS

SUPPORT: Final = frozenset({"asserts", "confirms", "reports"})  # stances that say so
DISPUTE: Final = frozenset({"denies", "doubts", "noComment", "unverified"})  # and those that do not
_OPEN: Final = DISPUTE | {"asks", "retracts"}  # that give no figure of their own
ROUGHLY: Final = 0.1  # share of a number by which "about" it may be off
MANY: Final = 10  # of so many "about" is off by whole ones
_CAPITALISED: Final = re.compile(r"\b[A-Z][^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Counted:
    """A figure: its interval, what it counts, of whom, over which period, and its words.

    ``days`` is how long the period is, ``None`` where none is told; ``supposed`` that it "would" be so; ``vague`` that
    its words give no number ("several", "thousands"); ``marks`` are what its sentence tells of when, where and how
    firmly (``wording.marks``), and whether it is only denied; ``by`` is the referent whose attribution holds it,
    ``name`` the name of that one where it has one; ``around`` are the words that belong to it in its sentence,
    ``things`` those of whom or what it counts (``of``).
    """

    quantity: str
    text: str
    low: float | None
    high: float | None
    measure: str
    of: str
    days: int | None = None
    supposed: bool = False
    vague: bool = False
    marks: frozenset[str] = frozenset()
    by: str = ""
    name: str = ""
    around: tuple[frozenset[str], ...] = ()
    things: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim as one article words it, with the figures that belong to it; ``terms`` are what it is compared by.

    ``alone`` are its words as they can be read alone, with names for its pronouns; ``points`` are the marks of a
    content that only points at another claim, ``clause`` the clause that it stands for where it is none; ``regions``
    are those in which it stands, ``days`` the days of the week on which it happened; ``heading``: it is a title.
    """

    iri: str
    start: int
    end: int
    text: str
    figures: tuple[Counted, ...] = ()
    terms: str = ""
    alone: str = ""
    points: str = ""
    clause: str = ""
    regions: frozenset[str] = frozenset()
    days: frozenset[str] = frozenset()
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Hop:
    """An attribution: its source, the one that reports it, its stance, its own claim; ``words`` name source and cue.

    ``contents`` is where its content stands, ``cues``, ``sources`` and ``hedges`` where those words do; ``kind`` how it
    is the source's word; ``told`` are the referents of the outlets that the source said it to.
    """

    iri: str
    source: str
    parent: str | None
    stance: str
    claim: str | None
    words: tuple[str, ...] = ()
    contents: tuple[Span, ...] = ()
    kind: str = "speech"
    certainty: str = "unspecified"
    cues: tuple[Span, ...] = ()
    sources: tuple[Span, ...] = ()
    hedges: tuple[Span, ...] = ()
    told: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Told:
    """One article: its day, the names it is known by, its claims in text order, its hops.

    ``voices`` has the names and roles of every referent, one a line, ``called`` its name or description;
    ``headlines`` is where its title stands.  ``work`` is the same for its versions, empty where there can be none.
    ``sentences`` and ``numbers`` are those of its text, ``singulars`` those of the plurals that stand for its voices.
    """

    article: str
    day: str | None
    context: frozenset[str]
    claims: tuple[Claim, ...]
    hops: tuple[Hop, ...]
    voices: Mapping[str, str]
    headlines: tuple[Span, ...] = ()
    called: Mapping[str, str] = field(default_factory=dict)
    work: str = ""
    sentences: tuple[Span, ...] = ()
    numbers: tuple[Number, ...] = ()
    singulars: Mapping[str, str] = field(default_factory=dict)


# what is read of an article's graph
READ: Final[Wanted] = {
    WS.Article: (
        *(WS.articleText, WS.context, WS.credits, WS.numbers, WS.path, WS.sentences),
        *(SCHEMA.author, SCHEMA.creditText, SCHEMA.datePublished, SCHEMA.headline, SCHEMA.url),
    ),
    WS.Attribution: (
        WS.certainty, WS.claim, WS.content, WS.contentSpan, WS.cueSpan, WS.end, WS.hasFigure, WS.hedgeSpan, WS.parent,
        WS.source, WS.sourceSpan, WS.kind, WS.stance, WS.start, WS.toldTo,
    ),
    WS.Claim: (RDF.type, WS.clause, WS.points, WS.quantity, WS.selfContained, WS.terms),
    WS.Quantity: (
        WS.approximate, WS.measure, WS.measureTerms, WS.of, WS.sentenceSpan, WS.setting, WS.words, SCHEMA.maxValue,
        SCHEMA.minValue,
    ),
    WS.Referent: (RDF.type, WS.named, WS.singulars, SCHEMA.roleName, SKOS.altLabel, SKOS.prefLabel),
    WS.Span: (WS.refersTo,),
}  # fmt: skip


def told(article: str, tables: Tables) -> Told:
    """Return what an article says, out of the tables of its graph."""
    row = tables.row(WS.Article, article)
    text = row.one(WS.articleText) or ""
    headlines = tuple(_places(row.one(SCHEMA.headline) or "", text))
    sentences = spans_in(row.one(WS.sentences) or "")
    claims = (_placed(claim, text, sentences, headlines) for claim in _claims(tables))
    return Told(
        article=article,
        day=row.one(SCHEMA.datePublished),
        context=frozenset((row.one(WS.context) or "").split()),
        claims=tuple(sorted(claims, key=lambda claim: (claim.start, claim.end))),
        hops=tuple(_hops(tables)),
        voices=_voices(tables),
        headlines=headlines,
        called={iri: name for iri, own in tables.all(WS.Referent) if (name := own.one(SKOS.prefLabel))},
        work=work(article, row.one(SCHEMA.url), row.one(WS.path)),
        sentences=sentences,
        numbers=numbers_in(row.one(WS.numbers) or ""),
        singulars=dict(_singulars(tables)),
    )


def _placed(claim: Claim, text: str, sentences: Sequence[Span], headlines: Sequence[Span]) -> Claim:
    """Return a claim with where and when it happened what it tells, as far as its article says so."""
    span = claim.start, claim.end
    return replace(
        claim,
        regions=regions(text, span, sentences, headlines),
        days=weekdays(text, span, sentences),
        heading=any(start <= claim.start and claim.end <= end for start, end in headlines),
    )


def work(article: str, url: str | None, path: str | None) -> str:
    """Return what an article is a version of, the same text for all of them.

    Its address tells, which the first half of its IRI stands for; without one its file, unless that holds several: a
    record's number may be another article's tomorrow, and files of one name lie in many folders.
    """
    place = article.partition("-")[0]
    if url:
        return place
    return article if path is None or "#" in path else f"{place} {path}"


def context_words(names: str) -> frozenset[str]:
    """Return the capitalised words of names, in small letters."""
    return frozenset(anyascii(word).lower() for word in _CAPITALISED.findall(names))


def _places(title: str, text: str) -> Iterator[Span]:
    """Yield where a title stands in its article, whatever the spaces in it."""
    words = title.split()
    if words:
        found = re.finditer(r"\s+".join(map(re.escape, words)), text)
        yield from (match.span() for match in found)


def _claims(tables: Tables) -> Iterator[Claim]:
    holders = _holders(tables)
    for iri, row in tables.all(WS.Claim):
        spans, terms = tables.claimed(iri), row.one(WS.terms) or ""
        found = (_counted(quantity, tables, holders, terms) for quantity in row.all(WS.quantity))
        if spans:
            figures = tuple(sorted(filter(None, found), key=_place))
            words = tables.words(iri)
            alone = row.one(WS.selfContained) or words
            points, clause = row.one(WS.points) or "", row.one(WS.clause) or ""
            end = max(end for _, end in spans)
            yield Claim(iri, spans[0][0], end, words, figures, terms, alone, points, clause)


def _place(counted: Counted) -> tuple[int, str]:
    return (place(counted.quantity) or (0, 0))[0], counted.quantity


def _holders(tables: Tables) -> dict[str, str]:
    """Return figure to the attribution that holds it, the first of several."""
    hops = reversed(list(tables.all(WS.Attribution)))
    return {quantity: hop for hop, row in hops for quantity in row.all(WS.hasFigure)}


def _counted(quantity: str, tables: Tables, holders: Mapping[str, str], claim: str) -> Counted | None:
    row = tables.row(WS.Quantity, quantity)
    words = row.one(WS.words)
    if words is None:
        return None
    setting = row.one(WS.setting) or ""
    told, things, around = marks(setting, claim), words_of(COUNTED, setting) or "", words_of(AROUND, setting)
    hop = tables.row(WS.Attribution, holders.get(quantity))
    by = tables.row(WS.Referent, hop.one(WS.source))
    sentence = {f"{SENTENCE} {told_in}" for told_in in row.all(WS.sentenceSpan)}
    return Counted(
        quantity,
        words,
        *_bounds(row),
        measured(row.one(WS.measure) or "", things, row.one(WS.measureTerms) or "", told),
        row.one(WS.of) or "",
        days(told),
        SUPPOSED in told,
        VAGUE in told,
        told | sentence | ({DENIED} if hop.concept(WS.stance) in _OPEN else set()),
        hop.one(WS.source) or "",
        (by.one(SKOS.prefLabel) or "") if by.one(WS.named) == "true" else "",
        () if around is None else (frozenset(around.split()),),
        things,
    )


def _bounds(row: Row) -> tuple[float | None, float | None]:
    approximate = row.one(WS.approximate) in ("true", "1")
    return reach(row.number(SCHEMA.minValue), row.number(SCHEMA.maxValue), approximate=approximate)


def reach(low: float | None, high: float | None, *, approximate: bool) -> tuple[float | None, float | None]:
    """Return between which numbers a figure may lie; "about 40" reaches a tenth of it to either side."""
    if low is None or low != high or not approximate:
        return low, high
    below, above = low * (1 - ROUGHLY), low * (1 + ROUGHLY)
    return (math.floor(below), math.ceil(above)) if low == int(low) and low >= MANY else (below, above)


def _hops(tables: Tables) -> Iterator[Hop]:
    for iri, row in tables.all(WS.Attribution):
        contents = tables.contents(row)
        yield Hop(
            iri,
            row.one(WS.source) or "",
            row.one(WS.parent),
            row.concept(WS.stance) or "",
            row.one(WS.claim) if contents else None,
            tuple(tables.exact(iri, span) for link in (WS.sourceSpan, WS.cueSpan) for span in tables.spans(row, link)),
            contents,
            row.concept(WS.kind) or "speech",
            row.concept(WS.certainty) or "unspecified",
            tables.spans(row, WS.cueSpan),
            tables.spans(row, WS.sourceSpan),
            tables.spans(row, WS.hedgeSpan),
            tuple(row.all(WS.toldTo)),
        )


def _voices(tables: Tables) -> dict[str, str]:
    voices = {
        referent: {value for link in (SKOS.prefLabel, SKOS.altLabel, SCHEMA.roleName) for value in row.all(link)}
        for referent, row in tables.all(WS.Referent)
    }
    for referent, words in tables.mentions():
        voices[referent].add(" ".join(words.split()))
    return {referent: "\n".join(sorted(found)) for referent, found in voices.items() if found}


def _singulars(tables: Tables) -> Iterator[tuple[str, str]]:
    for _, row in tables.all(WS.Referent):
        for told in (row.one(WS.singulars) or "").split("; "):
            plural, found, one = told.partition(" ")
            if found:
                yield plural, one
