"""Claims that say the same, across articles: the propositions.

A claim is joined to another by its frame where it counts something (measure, of whom, how many, over which
time), by its words otherwise: where they are the same in all that tells, or where a small network that reads both holds
them to be one.  In all cases the two articles must be of one story.  Same topic is not same claim, so every rule would
rather keep two apart.

Whether two claims are joined depends on those two and their articles alone.  Candidates come out of inverted
indexes; nothing compares all with all.  The result depends on the set of articles, not on their order.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from whosays.graph.articles import Claim, Counted, Hop, Told, context_words
from whosays.graph.claims.anaphora import meant
from whosays.graph.claims.neighbours import Standing, standings
from whosays.graph.claims.paraphrase import readable
from whosays.graph.claims.reported_claims import (
    LITTLE,
    MOSTLY,
    SHOWN,
    UNSAID,
    has_sentences,
    holders_of,
    innermost,
    most_added,
    names_of_holders,
    own_part,
    own_words,
    passes_on,
    reported,
)
from whosays.graph.claims.similarity import denied_by, says_not
from whosays.graph.wording import (
    Wording,
    is_beside,
    is_tabled,
    wording,
)
from whosays.resources import word_classes

_ENDING: Final = word_classes("graph")["ending_a_not"]  # who will "not stop until they have paid" will stop then
THAT: Final = "that"  # leads to what is denied, and not to the words of who denies


@dataclass(frozen=True, slots=True)
class Node:
    """What can be joined: a claim by its words (``figure`` is ``None``), or by one of its figures.

    ``who`` are the names of whoever holds it, as words, ``holder`` is the one that it is known by; ``alone`` is the
    claim as it can be read alone, behind that name; ``stands`` is where it stands among the claims of its article.
    ``thought``: its holder is told to think so, and not to say so; ``denied``: to deny it; ``undenied``: to deny that
    it is not so.
    """

    iri: str
    claim: Claim
    words: Wording
    figure: Counted | None = None
    who: frozenset[str] = frozenset()
    holder: str = ""
    alone: str = ""
    thought: bool = False
    denied: bool = False
    undenied: bool = False
    stands: Standing = field(default=Standing(), compare=False, repr=False)

    @property
    def placed(self) -> tuple[Wording, frozenset[str]]:
        """Its words, and the regions that it is told of."""
        return self.words, self.claim.regions


@dataclass(frozen=True, slots=True)
class Said:
    """One article made ready: its nodes, and which nodes each of its claims stands for."""

    told: Told
    nodes: tuple[Node, ...]
    stands_for: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Proposition:
    """What several claims share: the nodes that are joined, in order, the first of them gives it its name."""

    nodes: tuple[Node, ...]

    @property
    def key(self) -> str:
        """Return what its IRI is made of."""
        return self.nodes[0].iri

    @property
    def denials(self) -> frozenset[str]:
        """Return the nodes that say that it is not so, where others say that it is.

        A "not" alone is no denial: who will not stand again says what he says who steps down.  Nor is any where
        another node has a "not" of its own and denies nothing: then what is said is that it is not so.
        """
        worded = [node for node in self.nodes if node.figure is None]
        affirmed = [node.words for node in worded if not node.words.negated]
        denials = frozenset(
            node.iri
            for node in worded
            if node.words.negated and any(denied_by(node.words, words) for words in affirmed)
        )
        agreeing = any(says_not(node.words) and node.iri not in denials for node in worded)
        return frozenset() if agreeing else denials

    @property
    def quantities(self) -> tuple[str, ...]:
        """Return its figures: those that nodes are joined by, and all of a claim that is joined by its words."""
        figures = (node.claim.figures if node.figure is None else (node.figure,) for node in self.nodes)
        return tuple(figure.quantity for found in figures for figure in found)


def said(told: Told) -> Said:
    """Make an article ready: depends on nothing but that article."""
    passed_on = reported(told)
    words = {c.iri: own_words(c) if c.iri in passed_on else wording(c.terms) for c in told.claims}
    claims = {claim.iri: claim for claim in told.claims}
    part = {outer: own_part(claims[outer], words[outer], claims[inner]) for outer, inner in passed_on.items()}
    speaking = [c for c in told.claims if not c.points and part.get(c.iri, 1) >= most_added(c)]
    whose, called = holders_of(told), names_of_holders(told)
    own = {c.iri: tuple(_nodes(c, words[c.iri], whose, called, told)) for c in speaking if _says_something(c, told)}
    stands_for = {iri: tuple(node.iri for node in nodes) for iri, nodes in own.items()}
    before = [(claim, whose.get(claim.iri, "")) for claim in speaking if claim.iri in own]
    for claim in told.claims:
        if claim.iri not in stands_for and claim.iri not in passed_on:
            pointed_at = meant(claim, before)
            stands_for[claim.iri] = stands_for[pointed_at.iri] if pointed_at else ()
    for claim in told.claims:
        if claim.iri in passed_on and part[claim.iri] < (LITTLE if has_sentences(claim) else MOSTLY):
            theirs = (
                stands_for.get(innermost(claim.iri, passed_on), ()) if passes_on(claim.iri, passed_on, told) else ()
            )
            stands_for[claim.iri] = tuple(dict.fromkeys((*stands_for.get(claim.iri, ()), *theirs)))
    return Said(told, tuple(_standing([node for iri in sorted(own) for node in own[iri]])), stands_for)


def _nodes(
    claim: Claim, own: Wording, whose: Mapping[str, str], called: Mapping[str, str], told: Told
) -> Iterator[Node]:
    refused = any(hop.claim == claim.iri and hop.stance == "denies" for hop in told.hops)
    words = (
        _stated_positively(own) if refused else replace(own, flat=own.flat and _ENDING.isdisjoint(claim.text.split()))
    )
    undenied = refused and says_not(own) and claim.text.split()[0].lower() == THAT
    denied = refused and not undenied
    who, holder = context_words(whose.get(claim.iri, "")), called.get(claim.iri, "")
    framed = [f for f in claim.figures if is_tabled(f.measure) and not is_beside(f.measure, words)]
    if framed:
        yield from (Node(figure.quantity, claim, words, figure, who) for figure in framed)
    else:
        thought = not _is_said(claim, told)
        yield Node(claim.iri, claim, words, None, who, holder, readable(holder, claim.alone), thought, denied, undenied)


def _standing(nodes: list[Node]) -> Iterator[Node]:
    """Yield the nodes of an article, those that are compared by their words with where they stand among them."""
    worded = [node for node in nodes if node.figure is None]
    told = [((node.claim.start, node.claim.end), readable("", node.claim.alone)) for node in worded]
    places = dict(zip((node.iri for node in worded), standings(told), strict=True))
    yield from (replace(node, stands=places[node.iri]) if node.iri in places else node for node in nodes)


def _stated_positively(words: Wording) -> Wording:
    """Return the wording of a denied claim without the "no" by which the quotation itself denies."""
    return replace(words, negated=False, flat=False)


def _says_something(claim: Claim, told: Told) -> bool:
    """Tell whether a claim can be compared: not what somebody only kept silent about, or is taken to show."""
    held = [hop for hop in told.hops if hop.claim == claim.iri]
    said = any(hop.stance != "noComment" and hop.kind not in SHOWN for hop in held)
    return said or bool(claim.figures and not held)


def _is_said(claim: Claim, told: Told) -> bool:
    """Tell whether somebody says it, or nobody at all, where others are only told to think so."""
    kinds = [hop.kind for hop in told.hops if hop.claim == claim.iri and hop.stance != "noComment"]
    return not kinds or any(kind not in UNSAID for kind in kinds)


def holders(article: Said) -> Iterator[tuple[Hop, tuple[str, ...]]]:
    """Yield the hops at which chains end, with the nodes that they hold: whoever only passes on is left out."""
    held = {hop.iri: article.stands_for.get(hop.claim or "", ()) for hop in article.told.hops}
    inside: dict[str, set[str]] = defaultdict(set)
    for hop in article.told.hops:
        inside[hop.parent or ""].update(held[hop.iri])
    for hop in article.told.hops:
        own = tuple(node for node in held[hop.iri] if node not in inside[hop.iri])
        if own:
            yield hop, own
