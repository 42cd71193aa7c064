"""Claims of go-betweens: "the mayor said that the engineer had warned ..." passes on what the engineer says.

What a go-between adds is a claim of its own where there is enough of it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Final

from whosays.graph.articles import Claim, Hop, Told
from whosays.graph.wording import Wording, own_terms, wording

ADDED: Final = (
    0.5  # of what a go-between says is its own, beside the voice that it reports: then it says something itself
)
MOSTLY: Final = 0.75  # and of more, that voice is only one thing that it says
OPENING: Final = 40  # characters: a source and a cue before what is passed on
LITTLE: Final = 0.2  # where it goes on over several sentences
PAIR: Final = 2  # words say something
SHOWN: Final = frozenset({"showing"})  # kinds of attribution that tell what is taken to show something
UNSAID: Final = SHOWN | {"thought"}  # and that are nobody's words
REFUSED: Final = frozenset(
    {"denies", "doubts", "unverified", "retracts"}
)  # stances of whoever does not say that it is so
FEW: Final = 3  # words and numbers: fewer are no claim of its own: "in a closed session"


def reported(told: Told) -> dict[str, str]:
    """Return the claims of go-betweens ("the mayor said that the engineer had warned ...") with what they pass on.

    Of several, the first: the others stand for themselves.  Who tells what somebody thinks or plans passes nothing on,
    as nobody else has said it.
    """
    claims = {claim.iri: claim for claim in told.claims}
    inner: dict[str, set[str]] = defaultdict(set)
    own = {hop.iri: hop.claim for hop in told.hops}
    for hop in told.hops:
        outer = own.get(hop.parent or "")
        if hop.kind in UNSAID:
            continue
        if outer and hop.claim and outer != hop.claim and _says_something(claims[hop.claim]):
            inner[outer].add(hop.claim)
    return {outer: min(found, key=lambda iri: (claims[iri].start, iri)) for outer, found in inner.items()}


def own_words(claim: Claim) -> Wording:
    """Return what a claim says beside the voices that it reports."""
    return wording(own_terms(claim.terms))


def _says_something(claim: Claim) -> bool:
    """Tell whether words taken for a claim may be one: they tell what happens, count or point, or are some more."""
    words = wording(claim.terms)
    return bool(claim.figures or claim.points) or words.weight > PAIR or any(token.event for token in words.tokens)


def own_part(claim: Claim, own: Wording, inner: Claim) -> float:
    """Return how much of what a claim says is its own: from 0 to 1; 0 where ``inner`` opens several sentences."""
    opens = inner.start - claim.start < OPENING and wording(inner.terms).weight >= PAIR
    if opens and has_sentences(claim):
        return 0.0
    return 0.0 if own.weight + len(own.numbers) < FEW else own.weight / wording(claim.terms).weight


def most_added(claim: Claim) -> float:
    """Return what part of a claim may be its own for it to be no more than what it passes on."""
    return LITTLE if has_sentences(claim) else ADDED


def has_sentences(claim: Claim) -> bool:
    """Tell whether a claim goes on over several sentences."""
    return wording(claim.terms).several


def innermost(claim: str, passed_on: Mapping[str, str]) -> str:
    """Return what is passed on in the end, from one go-between to the next."""
    seen = {claim}
    while (inner := passed_on.get(claim)) is not None and inner not in seen:
        seen.add(inner)
        claim = inner
    return claim


def passes_on(claim: str, passed_on: Mapping[str, str], told: Told) -> bool:
    """Tell whether a go-between's claim is that of the voice that it reports: "X denied that" is not what X denies."""
    refused = {hop.claim for hop in told.hops if hop.stance in REFUSED}
    seen = {claim}
    while (inner := passed_on.get(claim)) is not None and inner not in seen:
        if inner in refused:
            return False
        seen.add(inner)
        claim = inner
    return True


def holders_of(told: Told) -> dict[str, str]:
    """Return claim to the names and roles of whoever holds it in the end."""
    return {hop.claim: told.voices.get(hop.source, "") for hop in innermost_hops(told) if hop.claim}


def names_of_holders(told: Told) -> dict[str, str]:
    """Return claim to the name of whoever holds it in the end, or the description of one without a name."""
    return {hop.claim: told.called.get(hop.source, "") for hop in innermost_hops(told) if hop.claim}


def innermost_hops(told: Told) -> tuple[Hop, ...]:
    """Return the hops that report nobody: each is the root of a chain."""
    parents = {hop.parent for hop in told.hops}
    return tuple(hop for hop in told.hops if hop.iri not in parents)
