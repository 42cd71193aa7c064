"""Denials, and "could not be verified", that the next teller of a claim leaves out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from whosays.extract.records import Span
from whosays.graph.articles import Hop
from whosays.graph.changes.account import Account
from whosays.graph.changes.change import Difference
from whosays.graph.changes.headline import LITTLE
from whosays.graph.changes.signs import DENYING
from whosays.resources import word_classes

AGAINST: Final = frozenset({"denies", "unverified"})
OPEN: Final = AGAINST | {"doubts", "retracts", "noComment"}
# words that deny in one place and tell nothing in most
COMMON: Final = word_classes("graph")["denying_seldom"]
CLAIMS: Final = word_classes("gazetteer")["claims"]
SHARED: Final = 2  # telling words of the claim in the denial
NEXT: Final = 200  # characters behind the claim's sentence


def left_out(earlier: Account, later: Account, claims: Iterable[tuple[Hop, Hop]]) -> Iterator[Difference]:
    """Yield the denials that stand at a claim in one article, where another article carries the claim alone.

    ``claims`` are pairs of who says it here and there.
    """
    if any(hop.stance in OPEN for hop in later.told.hops):
        return
    words = later.said((0, len(later.text)))
    if words & (DENYING - COMMON):
        return
    done: set[str] = set()
    for here, there in claims:
        for against in earlier.attributions():
            if against.iri not in done and against.stance in AGAINST and _of_it(earlier, here, against, later):
                done.add(against.iri)
                who = earlier.exact(against.sources[0]) if against.sources else ""
                verify = against.stance == "unverified"
                told = "that it could not be verified" if verify else f"the denial of “{who}”" if who else "the denial"
                yield Difference(
                    "denialLeftOut",
                    earlier.sentence((against.contents[0][0], against.contents[-1][1])),
                    later.sentence((there.contents[0][0], there.contents[-1][1])),
                    f"{told} is left out",
                )


def _of_it(account: Account, claim: Hop, against: Hop, later: Account) -> bool:
    """Tell whether somebody denies this claim, and is not in the other article at all.

    The denial stands in the next sentence, and takes the claim up: "the allegation", or words of it.
    """
    if account.entities.get(claim.source, claim.source) == account.entities.get(against.source, against.source):
        return False
    if against.stance == "denies" and _is_heard(account, against, later):
        return False
    said = account.sentence((claim.contents[0][0], claim.contents[-1][1]))
    at = against.cues[0] if against.cues else against.contents[0]
    words = frozenset(word for span in against.contents for word in account.said(span))
    own = frozenset(word for span in claim.contents for word in account.said(span))
    taken_up = bool(words & CLAIMS) or len((words & own) - LITTLE) >= SHARED
    return claim.contents[-1][1] <= at[0] <= said[1] + NEXT and (taken_up or against.stance == "unverified")


def _is_heard(account: Account, against: Hop, later: Account) -> bool:
    """Tell whether whoever denies is named in the other article, or somebody called the same speaks there."""
    words = {word for span in against.sources for word in account.said(span) if word not in LITTLE}
    names = {word for word in _capitals(account, against.sources) if word.lower() in words}
    if not words or names & set(_capitals(later, ((0, len(later.text)),))):
        return True
    speaking = {word for hop in later.attributions() for span in hop.sources for word in later.said(span)}
    everywhere = set() if names else later.said((0, len(later.text)))
    return bool(words & (speaking | everywhere))


def _capitals(account: Account, spans: Iterable[Span]) -> Iterator[str]:
    """Yield the words that begin with a capital letter."""
    for number in account.of_spans(spans):
        word = account.text[slice(*account.words.spans[number])]
        if word[:1].isupper():
            yield word
