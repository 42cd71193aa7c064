"""What changed in a claim on its way from one article to the next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from whosays.extract.records import Span

Kind: TypeAlias = Literal[
    "hedgeLost",
    "hedgeAdded",
    "sourceDropped",
    "chainShortened",
    "figureRounded",
    "figureRaised",
    "figureLowered",
    "boundDropped",
    "quotationTrimmed",
    "headlineFirmer",
    "denialLeftOut",
    "reversed",
    "retracted",
]
# how the claim came from the one to the other: its words were copied, the outlet is cited, it is told on a later day,
# both stand in one article, or one voice says both
Way: TypeAlias = Literal["copy", "relay", "later", "headline", "own words"]


@dataclass(frozen=True, slots=True)
class Change:
    """One change: its kind, the words before and after with where they stand, and what differs, for a person.

    ``first`` is the article that is known to have told it first, ``days`` how much later than there it is told;
    ``voice`` is whose words both are, where that is what counts.
    """

    later: str
    after: Span
    kind: Kind
    earlier: str
    before: Span
    differs: str
    way: Way
    basis: str
    first: str
    days: int | None = None
    voice: str | None = None


@dataclass(frozen=True, slots=True)
class Difference:
    """A change without the way that it took: what is found by looking at two articles alone."""

    kind: Kind
    before: Span
    after: Span
    differs: str
