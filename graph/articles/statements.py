"""What one article has its voices say, read back out of that article's graph: all that comparing claims needs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from anyascii import anyascii
from rdflib import RDF, SKOS

from whosays.extract.records import Span
from whosays.graph.wording import DENIED, marks, measured, period
from whosays.ontology import OA, SCHEMA, WS
from whosays.resources import word_classes

CONTEXT: Final = 24  # names that an article is known by: those most often in it
_OPEN: Final = frozenset({"denies", "doubts", "unverified", "noComment"})  # stances that give no figure of their own
_NAME: Final = re.compile(r"(?<![.!?\"\n] )(?<!^)\b[A-Z][^\W\d_]{2,}", re.MULTILINE)
_CAPITALISED: Final = re.compile(r"\b[A-Z][^\W\d_]+")
_VAGUE: Final = re.compile(
    r"\b(?:several|few|dozens|scores|tens|hundreds|thousands|millions|billions|handful|couple|many)\b", re.IGNORECASE
)
_COMMON: Final = (
    word_classes("graph")["no_context"] | word_classes("gazetteer")["months"] | word_classes("gazetteer")["weekdays"]
)


@dataclass(frozen=True, slots=True)
class Counted:
    """A figure: its interval, what it counts, of whom, over which period, and its words.

    ``days`` is how long the period is, ``None`` where none is told; ``supposed`` that it "would" be so; ``vague`` that
    its words give no number ("several", "thousands"); ``marks`` are what its sentence tells of when, where and how
    firmly (``comparing_settings``), and whether it is only denied; ``by`` is the referent whose attribution holds it,
    ``name`` the name of that one where it has one.
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


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim as one article words it, with the figures that belong to it."""

    iri: str
    start: int
    end: int
    text: str
    figures: tuple[Counted, ...] = ()


@dataclass(frozen=True, slots=True)
class Hop:
    """An attribution: its source, the one that reports it, its stance, its own claim; ``words`` name source and cue."""

    iri: str
    source: str
    parent: str | None
    stance: str
    claim: str | None
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Told:
    """One article: its day, the names it is known by, its claims in text order, its hops.

    ``voices`` has the names and roles of every referent, one a line; ``headlines`` is where its title stands.
    """

    article: str
    day: str | None
    context: frozenset[str]
    claims: tuple[Claim, ...]
    hops: tuple[Hop, ...]
    voices: Mapping[str, str]
    headlines: tuple[Span, ...] = ()


Statement = tuple[str, str, str]
_Links = Mapping[str, Mapping[str, list[str]]]


def told(article: str, statements: Iterable[Statement]) -> Told:
    """Read the graph of one article, given as subject, link and object in plain text."""
    links: dict[str, dict[str, list[str]]] = {}
    for subject, link, value in statements:
        links.setdefault(link, {}).setdefault(subject, []).append(value)
    text = _one(links, WS.articleText, article) or ""
    return Told(
        article=article,
        day=_one(links, SCHEMA.datePublished, article),
        context=context(text, _one(links, SKOS.prefLabel, f"{article}#voice") or ""),
        claims=tuple(sorted(_claims(links), key=lambda claim: (claim.start, claim.end))),
        hops=tuple(sorted(_hops(links), key=lambda hop: hop.iri)),
        voices=_voices(links),
        headlines=tuple(_places(_one(links, SCHEMA.headline, article) or "", text)),
    )


def context(text: str, outlet: str = "") -> frozenset[str]:
    """Return the names that an article is known by: capitalised words inside its sentences, its outlet's left out."""
    own = anyascii(outlet).lower().replace(" ", "")
    found = Counter(anyascii(word).lower() for word in _NAME.findall(text))
    names = [name for name in found if name not in _COMMON and name not in own]
    return frozenset(sorted(names, key=lambda name: (-found[name], name))[:CONTEXT])


def context_words(names: str) -> frozenset[str]:
    """Return the capitalised words of names, in small letters."""
    return frozenset(anyascii(word).lower() for word in _CAPITALISED.findall(names))


def _places(title: str, text: str) -> Iterator[Span]:
    """Yield where a title stands in its article, whatever the spaces in it."""
    words = title.split()
    if words:
        found = re.finditer(r"\s+".join(map(re.escape, words)), text)
        yield from (match.span() for match in found)


def _claims(links: _Links) -> Iterable[Claim]:
    quantities, holders = links.get(str(WS.quantity), {}), _holders(links)
    for subject, kinds in links.get(str(RDF.type), {}).items():
        if str(WS.Claim) in kinds:
            spans = sorted(_spans(links, WS.evidence, subject))
            figures = sorted(
                filter(None, (_counted(links, q, holders) for q in quantities.get(subject, ()))), key=_place
            )
            if spans:
                words = " … ".join(exact for *_, exact in spans)
                yield Claim(subject, spans[0][0], max(end for _, end, _ in spans), words, tuple(figures))


def _place(counted: Counted) -> tuple[int, str]:
    found = re.search(r"#qty=(\d+)", counted.quantity)
    return (int(found[1]) if found else 0, counted.quantity)


def _holders(links: _Links) -> dict[str, str]:
    """Return figure to the attribution that holds it."""
    held = ((quantity, hop) for hop, found in links.get(str(WS.hasFigure), {}).items() for quantity in found)
    return dict(sorted(held, reverse=True))


def _counted(links: _Links, quantity: str, holders: Mapping[str, str]) -> Counted | None:
    spans = sorted(_spans(links, WS.evidence, quantity))
    around = sorted(_spans(links, WS.sentenceSpan, quantity))
    if not spans:
        return None
    sentence, start = (around[0][2], spans[0][0] - around[0][0]) if around else (spans[0][2], 0)
    of = _one(links, WS.of, quantity) or ""
    behind = sentence[start + len(spans[0][2]) :]
    told_period = period(sentence, start, spans[0][1] - spans[0][0])
    hop = holders.get(quantity, "")
    by = _one(links, WS.source, hop) or ""
    named = _one(links, WS.named, by) == "true"
    return Counted(
        quantity,
        spans[0][2],
        _number(_one(links, SCHEMA.minValue, quantity)),
        _number(_one(links, SCHEMA.maxValue, quantity)),
        measured(_one(links, WS.measure, quantity) or "", of, sentence[:start], behind),
        of,
        told_period.days,
        told_period.supposed,
        _VAGUE.search(spans[0][2]) is not None,
        marks(sentence, start, len(spans[0][2])) | ({DENIED} if _stance(links, hop) in _OPEN else set()),
        by,
        (_one(links, SKOS.prefLabel, by) or "") if named else "",
    )


def _hops(links: _Links) -> Iterable[Hop]:
    claims = {claim for found in links.get(str(WS.claim), {}).values() for claim in found}
    for subject, kinds in links.get(str(RDF.type), {}).items():
        if str(WS.Attribution) in kinds:
            spans = _spans(links, WS.contentSpan, subject)
            own = None
            if spans:
                article = subject.partition("#")[0]
                own = f"{article}#claim={min(s for s, _, _ in spans)},{max(e for _, e, _ in spans)}"
            yield Hop(
                subject,
                _one(links, WS.source, subject) or "",
                _one(links, WS.parent, subject),
                _stance(links, subject),
                own if own in claims else None,
                tuple(
                    exact for link in (WS.sourceSpan, WS.cueSpan) for *_, exact in sorted(_spans(links, link, subject))
                ),
            )


def _stance(links: _Links, hop: str) -> str:
    return (_one(links, WS.stance, hop) or "").rpartition("#")[2]


def _voices(links: _Links) -> dict[str, str]:
    voices: dict[str, list[str]] = {}
    for link in (SKOS.prefLabel, SKOS.altLabel, SCHEMA.roleName):
        for subject, values in links.get(str(link), {}).items():
            voices.setdefault(subject, []).extend(sorted(values))
    for subject, referents in links.get(str(WS.refersTo), {}).items():
        exact = _one(links, OA.exact, subject)
        voices.setdefault(referents[0], []).append(" ".join((exact or "").split()))
    return {referent: "\n".join(sorted(set(found))) for referent, found in voices.items()}


def _spans(links: _Links, link: str, subject: str) -> list[tuple[int, int, str]]:
    found = []
    for span in links.get(str(link), {}).get(subject, ()):
        start, end, exact = (_one(links, part, span) for part in (OA.start, OA.end, OA.exact))
        if start is not None and end is not None and exact is not None:
            found.append((int(start), int(end), exact))
    return found


def _one(links: _Links, link: str, subject: str) -> str | None:
    return min(links.get(str(link), {}).get(subject, ()), default=None)


def _number(text: str | None) -> float | None:
    return None if text is None else float(text)
