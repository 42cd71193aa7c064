"""What a page shows, gathered out of a graph: plain frozen values that know no RDF and no HTML."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Span = tuple[int, int]
Kind = Literal["outlet", "person", "organization", "unit", "place", "unnamed", "nobody"]


@dataclass(frozen=True, slots=True)
class Article:
    """One article version; ``outlet`` is a voice's key, ``None`` where nothing tells who published it.

    ``story`` is the label of the event that it tells of with others, ``None`` where it is alone, ``event`` its IRI,
    ``because`` why.
    """

    key: str
    title: str | None
    outlet: str | None
    wire: str | None
    published: str | None
    path: str | None
    url: str | None
    text: str | None
    story: str | None = None
    because: str | None = None
    event: str | None = None


@dataclass(frozen=True, slots=True)
class Voice:
    """Whoever speaks: an entity known across articles, or a referent of one article where it is unnamed.

    ``kind`` "unnamed" is a source described but not named ("a senior official"), "nobody" the gap that a text
    leaves ("reportedly").
    """

    key: str
    name: str
    kind: Kind
    role: str | None = None
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity in a claim: ``low`` to ``high``, both inclusive, ``None`` is open."""

    text: str
    low: float | None
    high: float | None
    approximate: bool
    measure: str | None
    of: str | None


@dataclass(frozen=True, slots=True)
class Claim:
    """What one article has somebody say; ``proposition`` is the key that several articles' claims share.

    ``clause``: it says something by itself, as "the dam broke" does, and "800" or "the suit" do not.
    ``others`` are further propositions that it expresses.
    """

    key: str
    text: str
    clause: bool
    figures: tuple[Figure, ...] = ()
    proposition: str | None = None
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Proposition:
    """What claims of several articles share: how many carry it, and from whom it comes once copies are collapsed.

    The counts are of the whole graph, whatever a page is narrowed to; ``origins`` are names, one an origin, of which
    some may be the same: there are ``at_least`` so many and at most ``at_most``, and ``because`` tells why.
    """

    key: str
    text: str
    outlets: int
    articles: int
    origins: tuple[str, ...]
    at_least: int = 0
    at_most: int = 0
    because: str = ""


@dataclass(frozen=True, slots=True)
class Reuse:
    """The article ``copy`` repeats words of ``original``, the name of whoever had them first.

    ``spans`` are code-point spans of the copy's text; ``basis`` tells how it is known who had the words first.
    """

    copy: str
    original: str
    kind: str
    basis: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """What an article, by key, tells otherwise than another one told it before.

    ``span`` is where it is told in the article; ``before`` are the words of the other one, ``outlet`` is who published
    that; ``days`` is how much later it is told than first.
    """

    kind: str
    article: str
    span: Span
    differs: str
    before: str
    outlet: str
    days: int | None = None


@dataclass(frozen=True, slots=True)
class Conflict:
    """Accounts that contradict each other: why, and the attributions, by key, of who says so and says otherwise."""

    why: str
    so: tuple[str, ...]
    otherwise: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Attribution:
    """One hop: ``voice`` holds a stance towards ``claim``; ``parent`` is the attribution that reports it.

    ``voice`` and ``parent`` are ``None`` on the outlet's own voice, which reports all the others.
    ``sources``, ``cues``, ``contents`` and ``hedges`` are code-point spans of the article's text.
    ``in_full`` is the content with its cue, where it says nothing without: "condemned the raid".
    """

    key: str
    article: str
    voice: str | None
    claim: str | None
    parent: str | None
    stance: str
    certainty: str
    quote: str | None
    cue: str | None
    confidence: float | None
    sources: tuple[Span, ...]
    cues: tuple[Span, ...]
    contents: tuple[Span, ...]
    hedges: tuple[Span, ...]
    in_full: str | None = None


@dataclass(frozen=True, slots=True)
class Chain:
    """The attributions from the outlet's own voice (first) down to one attribution (last).

    ``wrapped`` marks an attribution whose content is little more than another attribution inside it:
    "he said the ministry had told him that ...".  A picture shows it as a hop, not as a claim of its own.
    """

    hops: tuple[Attribution, ...]
    wrapped: bool

    @property
    def last(self) -> Attribution:
        """The attribution that the chain leads to."""
        return self.hops[-1]


@dataclass(frozen=True, slots=True)
class PageData:
    """Everything a page shows, each tuple in a fixed order.

    ``mentions`` tell where an article mentions whom (article, place, key of the voice or entity): of the voices, and
    of everybody where an entity is asked for; ``total`` counts the chains before any filter.
    """

    articles: tuple[Article, ...]
    voices: tuple[Voice, ...]
    claims: tuple[Claim, ...]
    attributions: tuple[Attribution, ...]
    chains: tuple[Chain, ...]
    propositions: tuple[Proposition, ...] = ()
    reuses: tuple[Reuse, ...] = ()
    changes: tuple[Change, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    mentions: tuple[tuple[str, Span, str], ...] = ()
    total: int = 0

    @property
    def outlets(self) -> tuple[Voice, ...]:
        """The voices that published one of the articles."""
        published = {article.outlet for article in self.articles}
        return tuple(voice for voice in self.voices if voice.key in published)

    @property
    def sources(self) -> tuple[Voice, ...]:
        """The voices that an article attributes something to."""
        speaking = {hop.voice for chain in self.chains for hop in chain.hops}
        return tuple(voice for voice in self.voices if voice.key in speaking)
