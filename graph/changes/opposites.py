"""Who says the opposite of what they said before, and who takes it back.

Two claims of one voice are opposite where they say the same but for one of them being denied: by a "not" of its own, or
by the stance that its holder takes.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from whosays.graph.articles import Hop
from whosays.graph.claims import Node, in_the_same_words, laid_out, negates_what_is_shared, same_claim
from whosays.graph.wording import is_clause
from whosays.resources import word_classes

AFFIRMED: Final = frozenset({"asserts", "confirms"})
SPOKEN: Final = frozenset({"speech", "document"})
NEXT: Final = 300  # characters in which somebody who takes something back says what holds instead
# "repeated his false claims" is the outlet's denial, and not his
_DENIAL: Final = word_classes("graph")["own_denials"]
TELLING: Final = 3.0  # of the weight of words: fewer are said of many things


@dataclass(frozen=True, slots=True)
class Held:
    """What somebody known by name says in an article: ``positive`` tells whether it is said to be so."""

    article: str
    day: str | None
    voice: str
    hop: Hop
    node: Node

    @property
    def key(self) -> str:
        """What tells one from another, and orders them."""
        return f"{self.hop.iri} {self.node.iri}"

    @property
    def positive(self) -> bool | None:
        """Whether it is said to be so; ``None`` where that is left open, or said in nobody's words."""
        words = self.node.words
        if self.hop.kind not in SPOKEN or self.node.figure is not None or words.weight < TELLING:
            return None
        if words.several or words.negated != words.flat or not is_clause(self.node.claim.terms):
            return None  # a mere noun, or what is denied may be something beside: "if we do not get it"
        if self.hop.stance in AFFIRMED:
            return not words.negated
        denied = self.hop.stance == "denies" and not _DENIAL.isdisjoint(" ".join(self.hop.words).lower().split())
        return words.negated if denied else None


def opposite(one: Held, other: Held) -> bool:
    """Tell whether two claims of one voice cannot both be so.

    Their words decide, without the "not"; a network that reads both would read that too.
    """
    if one.positive is None or other.positive is None or one.positive == other.positive:
        return False
    first, second = (
        replace(each.node, words=replace(each.node.words, negated=False, flat=False)) for each in (one, other)
    )
    if not in_the_same_words(first, second) or _of_two_things(first, second):
        return False
    flat, plain = sorted((one.node.words, other.node.words), key=lambda words: not words.flat)
    shared, *_ = laid_out(flat, plain)
    return not flat.flat or plain.flat or negates_what_is_shared(flat, shared)


def _of_two_things(one: Node, other: Node) -> bool:
    """Tell whether either tells of something that the other does not: a bridge that will close, and a ferry."""
    small, large = sorted((one.words, other.words), key=lambda words: words.order)
    _, left, right = laid_out(small, large)
    return all(any(token.weight >= 1 and not token.time for token in tokens) for tokens in (left, right))


def taken_back(one: Held, later: Held) -> bool:
    """Tell whether the later takes back what was said in the earlier."""
    if later.hop.stance != "retracts" or one.hop.stance not in AFFIRMED or one.hop.kind not in SPOKEN:
        return False
    return one.node.figure is later.node.figure is None and same_claim(one.node, later.node)


def instead(hop: Hop, others: Iterable[Hop]) -> Hop | None:
    """Return what the voice that takes something back says instead, in the next words attributed to it."""
    if not hop.contents:
        return None
    behind = [
        other
        for other in others
        if other.source == hop.source
        and other.stance in AFFIRMED
        and other.contents
        and hop.contents[-1][1] <= other.contents[0][0] <= hop.contents[-1][1] + NEXT
    ]
    return min(behind, key=lambda other: other.contents[0], default=None)
