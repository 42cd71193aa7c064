"""Counts of which one takes the place of the other: a toll that grows, a number that is told as the earlier one."""

from __future__ import annotations

from typing import Final

from whosays.graph.figures.figure import Figure
from whosays.graph.figures.numbers import high_end, low_end
from whosays.graph.figures.pair import Pair, Verdict, newer
from whosays.graph.wording import EARLIER, LOWERED, RISEN, SENTENCE, head, is_toll, of_kind
from whosays.resources import word_classes

_FOUND: Final = word_classes("graph")["found_one_by_one"]


def replaced(pair: Pair) -> Verdict | None:
    """ "Up from 12", "an earlier count of 30": whoever tells the earlier number tells that another takes its place."""
    mine, theirs = EARLIER in pair.one.marks, EARLIER in pair.other.marks
    if mine == theirs or not pair.apart:
        return None
    return Verdict("updates", "the earlier number is told as one that was replaced", turned=mine)


def moved(pair: Pair) -> Verdict | None:
    """ "The toll rose to 78", or "was lowered to 29": it takes the place of a lower, or higher, count told before.

    It may be one way of being that count ("at least 41"), and the two reports need no day.
    """
    one, other = pair.one, pair.other
    if not _of_one_toll(pair):
        return None
    for new, old in ((one, other), (other, one)):
        rises, falls = (mark in new.marks - old.marks for mark in (RISEN, LOWERED))
        above = low_end(new) > (high_end(old) if old.low is None else old.low)
        below = high_end(new) < low_end(old)
        if _grows(new, old) and not newer(old, new) and ((rises and above) or (falls and below)):
            told = "risen to" if rises else "lowered to"
            return Verdict("updates", f"the later number is told as one that a count has {told}", turned=new is other)
    return None


def grown(pair: Pair) -> Verdict | None:
    """Return that a later report has the higher count, which updates one of a toll."""
    low, high = (pair.one, pair.other) if high_end(pair.one) < low_end(pair.other) else (pair.other, pair.one)
    if not newer(high, low):
        return None
    told = _later(low, high)
    return Verdict("updates", told, turned=high is pair.other) if _grows(low, high) else Verdict("compatible", told)


def counted_up(pair: Pair, narrower: Figure, wider: Figure) -> Verdict | None:
    """Return that a toll went up from an "at least 41" to a later report's 43, or its "at least 43".

    Told on one day, or the other way round, the one is a more exact way of telling the other.
    """
    if not _of_one_toll(pair) or not _grows(narrower, wider):
        return None
    if wider.high is not None or not newer(narrower, wider) or not low_end(narrower) > low_end(wider):
        return None
    return Verdict("updates", _later(wider, narrower), turned=narrower is pair.other)


def in_one_breath(pair: Pair) -> bool:
    """ "Rose to 78, up from 41": the sentence itself tells that the one took the place of the other."""
    marks = pair.one.marks, pair.other.marks
    new = [mine for mine, theirs in (marks, marks[::-1]) if EARLIER in theirs and mine & {RISEN, LOWERED}]
    return bool(new) and pair.bearing == "same" and bool(of_kind(SENTENCE, marks[0]) & of_kind(SENTENCE, marks[1]))


def _of_one_toll(pair: Pair) -> bool:
    """Tell whether both count the same exactly enough for a rise to show, and neither is told as the earlier count."""
    one, other = pair.one, pair.other
    return pair.bearing == "same" and not (one.vague or other.vague or EARLIER in one.marks | other.marks)


def _later(low: Figure, high: Figure) -> str:
    return f"an earlier count ({low.told_on}) and a later, higher one ({high.told_on})"


def _grows(*figures: Figure) -> bool:
    """Tell whether a later count of what they count is simply a higher one."""
    return all(is_toll(each.measure) or head(each.things) in _FOUND for each in figures)
