"""The gold records of the sample corpus: what a careful reader says each article attributes to whom.

Offsets count code points of ``GoldArticle.text``: the file itself for ``.txt``, the page's main text for HTML.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from whosays.extract.records import Certainty, EntityType, QuoteType, Span, Stance

Relation = Literal["equal", "refines", "updates", "compatible", "contradicts", "not comparable"]
Extent = Literal["wholly", "partly"]


@dataclass(frozen=True, slots=True)
class GoldEntity:
    """Who some mentions stand for; the same ``id`` in two articles is the same entity.  ``members`` are ids."""

    id: str
    type: EntityType
    name: str
    named: bool
    mentions: tuple[Span, ...]
    role: str | None = None
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GoldAttribution:
    """One hop; ``inside`` is the ``id`` of the hop that reports it, ``chain`` the names from the outlet in.

    ``label`` is what the marked article calls it ("6a" is inside "6"); ``proposition`` the shared claim, if any.
    """

    id: int
    label: str
    source: Span | None
    entity: str | None
    cue: Span | None
    content: tuple[Span, ...]
    inside: int | None
    quote: QuoteType
    stance: Stance
    certainty: Certainty
    chain: tuple[str | None, ...]
    proposition: str | None = None


@dataclass(frozen=True, slots=True)
class GoldFigure:
    """A quantity: the interval ``low`` to ``high``, both inclusive, ``None`` open; ``attribution`` holds it."""

    label: str
    span: Span
    low: float | None
    high: float | None
    approximate: bool
    measure: str
    of: str
    attribution: int | None


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """One article: ``file`` is the text that offsets count in, ``article`` the file to give to the program.

    What the article itself does not tell (title, outlet, author, wire, date) is ``None``.
    """

    file: str
    article: str
    event: str
    text: str
    title: str | None
    outlet: str | None
    author: str | None
    wire: str | None
    published: str | None
    entities: tuple[GoldEntity, ...]
    attributions: tuple[GoldAttribution, ...]
    figures: tuple[GoldFigure, ...]


@dataclass(frozen=True, slots=True)
class Proposition:
    """A claim that several articles may share, stated positively; propositions of one ``issue`` are comparable."""

    id: str
    statement: str
    issue: str


@dataclass(frozen=True, slots=True)
class FigureRelation:
    """How two figures, named "article#label", stand to each other; the first refines the second, if any does."""

    pair: tuple[str, str]
    relation: Relation
    why: str


@dataclass(frozen=True, slots=True)
class Copy:
    """``copy`` repeats text of ``original``, wholly (shortened at most) or partly (with words of its own)."""

    copy: str
    original: str
    extent: Extent
    why: str


@dataclass(frozen=True, slots=True)
class Gold:
    """The whole of the annotation."""

    articles: tuple[GoldArticle, ...]
    propositions: tuple[Proposition, ...]
    figure_relations: tuple[FigureRelation, ...]
    copies: tuple[Copy, ...]


def article_from(row: dict[str, Any], text: str) -> GoldArticle:
    """Rebuild an article's record from a line of ``gold.jsonl`` and the text it counts in."""
    return GoldArticle(
        **{
            **row,
            "text": text,
            "entities": tuple(_entity(e) for e in row["entities"]),
            "attributions": tuple(_attribution(a) for a in row["attributions"]),
            "figures": tuple(GoldFigure(**{**f, "span": _span(f["span"])}) for f in row["figures"]),
        }
    )


def relations_from(
    data: dict[str, Any],
) -> tuple[tuple[Proposition, ...], tuple[FigureRelation, ...], tuple[Copy, ...]]:
    """Rebuild propositions, figure relations and copies from ``relations.json``."""
    propositions = tuple(Proposition(**p) for p in data["propositions"])
    figures = tuple(FigureRelation((r["pair"][0], r["pair"][1]), r["relation"], r["why"]) for r in data["figures"])
    return propositions, figures, tuple(Copy(**c) for c in data["copies"])


def _entity(row: dict[str, Any]) -> GoldEntity:
    return GoldEntity(**{**row, "mentions": _spans(row["mentions"]), "members": tuple(row["members"])})


def _attribution(row: dict[str, Any]) -> GoldAttribution:
    spans = {key: None if row[key] is None else _span(row[key]) for key in ("source", "cue")}
    return GoldAttribution(**{**row, **spans, "content": _spans(row["content"]), "chain": tuple(row["chain"])})


def _span(value: list[int]) -> Span:
    return value[0], value[1]


def _spans(values: list[list[int]]) -> tuple[Span, ...]:
    return tuple(_span(value) for value in values)
