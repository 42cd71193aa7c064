"""Who stands behind a claim that others deny: nobody who denies it, who speaks for them, or whose words are denied.

"The clinic denied that the gate was stuck" is read in several articles and now and then misread in one.  Who denies a
claim in one place does not say so in another, unless on another day, and the words that are denied are not said by
whoever tells of that.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Final

from whosays.graph.articles import DISPUTE, SUPPORT
from whosays.graph.names import plain
from whosays.graph.origins.witnesses import Witness
from whosays.resources import word_classes

NEAR: Final = 200  # characters from what is said to "this", or "the claims", that is denied
_REJECTING: Final = frozenset({"denies", "doubts"})
_REJECTED: Final = word_classes("graph")["what_one_rejects"]
_DETERMINERS: Final = word_classes("graph")["before_a_voice"]


def disputing(witnesses: Collection[Witness]) -> list[Witness]:
    """Return those who deny or doubt it: in its words, or as "this" or "the claims" right behind who says so."""
    return [
        one
        for one in witnesses
        if (one.hop.stance in DISPUTE and one.stated)
        or (one.hop.stance in _REJECTING and any(_answers(one, other) for other in witnesses))
    ]


def _answers(denier: Witness, one: Witness) -> bool:
    """Tell whether a denial that only points at something comes right behind a voice of its article that says it."""
    if one.hop.stance not in SUPPORT or not (one.told and one.stated) or one.article != denier.article:
        return False
    ends, starts = ([span[side] for span in each.hop.contents] for each, side in ((one, 1), (denier, 0)))
    return denier.points in _REJECTED and bool(ends and starts) and 0 < min(starts) - max(ends) <= NEAR


def standing(support: Iterable[Witness], disputing: Collection[Witness]) -> list[Witness]:
    """Return those who say so against those who do not, which who denies it or passes a denial on does not.

    Who says that it is not so agrees with whoever denies it.
    """
    denied = any(not other.negated for other in disputing)
    return [
        one for one in support if not (denied and one.negated) and not any(_one_side(one, other) for other in disputing)
    ]


def _one_side(one: Witness, denier: Witness) -> bool:
    """Tell whether a witness is the denier, speaks for it, passes its denial on, or only has the words denied."""
    if one.entity is not None and one.entity == denier.entity:
        return not _changed_their_mind(one, denier)
    if one.entity is not None and one.entity in denier.between:
        return True
    if denier.entity in one.speaks_for:
        return True
    words = _words(one)
    if words and words <= _words(denier):
        return True
    return one.article == denier.article and _overlap(one, denier)


def _changed_their_mind(one: Witness, denier: Witness) -> bool:
    """Tell whether somebody who is named said so on another day than they denied it, as far as the days are known."""
    return one.named and bool(one.day and denier.day) and one.day != denier.day


def _words(one: Witness) -> frozenset[str]:
    """Return what the speaker is called: its names, or its description."""
    if one.own_words:
        return frozenset()
    return frozenset(plain(f"{one.names} {one.description}").split()) - _DETERMINERS


def _overlap(one: Witness, denier: Witness) -> bool:
    """Tell whether some of the words are both said and denied."""
    return any(start < end_ and start_ < end for start, end in one.hop.contents for start_, end_ in denier.hop.contents)
