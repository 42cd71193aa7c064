"""Two figures compared: do they say the same, does one refine the other, or can they not both be right?

The rules are a table, read from the top; the first that applies decides and gives the reason.  Figures that
count different things never contradict each other, and neither do figures over different times unless a part
would be above its whole.  A contradiction stands only where nothing speaks against it (``comparing_doubts``).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from whosays.graph.figures.doubts import doubt, group_doubt, refining_doubt
from whosays.graph.figures.equals import equal_doubt
from whosays.graph.figures.figure import Figure
from whosays.graph.figures.growth import counted_up, grown, in_one_breath, moved, replaced
from whosays.graph.figures.likeness import alike, bears
from whosays.graph.figures.numbers import high_end, holds, in_one_unit, is_rounded, low_end
from whosays.graph.figures.pair import Pair, Verdict, days, newer
from whosays.graph.figures.tellers import Doubt
from whosays.graph.wording import (
    EARLIER,
    SENTENCE,
    counted_words,
    is_one_of_both,
    is_subset,
    is_tabled,
    of_kind,
    same_counted,
    same_people,
)

NEAR: Final = 1.1  # of two lengths told in two units: then they are one, though a bound opens one of them
_MEN: Final = frozenset({"man", "men"})
NARROWER: Final = "the narrower count is one way of being the wider"


def compare(one: Figure, other: Figure) -> Verdict:
    """Return how the first figure stands to the second."""
    ofs = counted_words(one.things), counted_words(other.things)
    subset = is_subset(ofs[1], ofs[0]) - is_subset(*ofs)
    bearing = bears(one, other)
    mine, theirs = in_one_unit(one, other) if bearing == "same" else (one, other)
    pair = Pair(mine, theirs, bearing, same_counted(*ofs), subset, (mine, theirs) != (one, other))
    return next(_undoubted(verdict, pair) for rule in _RULES if (verdict := rule(pair)) is not None)


def _moved(pair: Pair) -> Verdict | None:
    """What took the place of what, if nothing speaks against it: the counts overlap anyway, and others may decide."""
    verdict = moved(pair)
    left = None if verdict is None else _undoubted(verdict, pair)
    return left if left is not None and left.relation == "updates" else None


def _undoubted(verdict: Verdict, pair: Pair) -> Verdict:
    """Return what is left of a contradiction where something speaks against it; whom they count, unless that is it."""
    if verdict.relation == "refines":
        against = refining_doubt(pair.one, pair.other)
        both = (pair.other, pair.one) if verdict.turned else (pair.one, pair.other)
        if against is not None:
            return Verdict(*against)
        later = counted_up(pair, *both)
        return later if later is not None and doubt(*both, later.relation) is None else verdict
    if verdict.relation == "equal" and pair.bearing == "same":
        apart = equal_doubt(pair.one, pair.other)
        return verdict if apart is None else Verdict(*apart)
    if verdict.relation not in ("contradicts", "updates") or in_one_breath(pair):
        return verdict
    doubts = group_doubt(pair.one, pair.other) or (_of_men(pair) if pair.bearing != "same" else None)
    found = doubt(pair.one, pair.other, verdict.relation) or (None if pair.subset or _like(pair) else doubts)
    return verdict if found is None else Verdict(*found)


def _like(pair: Pair) -> bool:
    """Tell whether the sentences tell that it is the same, so that an adjective more says nothing."""
    return not is_tabled(pair.one.measure) and alike(pair.one, pair.other)


def _of_men(pair: Pair) -> Doubt | None:
    """ "Twelve men were buried" may be of others than "six servicemen died": only what kills both is told of both."""
    if _MEN.isdisjoint(counted_words(pair.one.things) ^ counted_words(pair.other.things)):
        return None
    return "compatible", f"{_named(pair.one.of)} may be others than {_named(pair.other.of)}"


def _same_things(pair: Pair) -> Verdict | None:
    """Cracks that "ran through the wall" and cracks that a report "counts": predicates without a measure."""
    if (
        pair.bearing != "other"
        or not pair.equal
        or pair.one.vague
        or is_tabled(pair.one.measure)
        or is_tabled(pair.other.measure)
    ):
        return None
    things = counted_words(pair.one.things)
    return Verdict("equal", "the same count") if things and things == counted_words(pair.other.things) else None


def _different_measure(pair: Pair) -> Verdict | None:
    if pair.bearing != "other":
        return None
    return Verdict("notComparable", f"{_named(pair.one.measure)} against {_named(pair.other.measure)}")


def _different_things(pair: Pair) -> Verdict | None:
    if pair.same_of or (pair.equal and pair.bearing == "same" and same_people(pair.one.things, pair.other.things)):
        return None
    return Verdict("notComparable", f"of {_named(pair.one.of)} against of {_named(pair.other.of)}")


def _one_of_both(pair: Pair) -> Verdict | None:
    """ "300 drones and missiles" tells nothing of how many of them were drones."""
    turns = ((pair.one, pair.other), (pair.other, pair.one))
    if not any(is_one_of_both(counted_words(some.things), both.of, both.things) for some, both in turns):
        return None
    return Verdict("notComparable", f"of {_named(pair.one.of)} against of {_named(pair.other.of)}")


def _supposed(pair: Pair) -> Verdict | None:
    if pair.one.supposed == pair.other.supposed or (pair.equal and pair.bearing == "same"):
        return None
    return Verdict("notComparable", "what is counted against what is only supposed")


def _kin(pair: Pair) -> Verdict | None:
    if pair.bearing != "kin":
        return None
    return Verdict("compatible", f"{pair.one.measure} against {pair.other.measure}: both can hold")


def _vague(pair: Pair) -> Verdict | None:
    """ "Several" and "thousands" tell that there were some, not that there were no more."""
    if not pair.apart or not (pair.one.vague or pair.other.vague):
        return None
    return Verdict("compatible", "words without a number leave room for the other count")


def _part(pair: Pair) -> Verdict | None:
    if pair.bearing not in {"part", "whole"}:
        return None
    part, whole = (pair.one, pair.other) if pair.bearing == "part" else (pair.other, pair.one)
    told = f"{part.measure} against {whole.measure}"
    if low_end(part) > high_end(whole) and days(part) <= days(whole) and not newer(part, whole):
        return Verdict("contradicts", f"{told}: the part is more than the whole")
    return Verdict("compatible", f"{told}: one is a part of the other")


def _some_of_them(pair: Pair) -> Verdict | None:
    if not pair.subset:
        return None
    part, whole = (pair.one, pair.other) if pair.subset < 0 else (pair.other, pair.one)
    if low_end(part) > high_end(whole) and days(part) <= days(whole):
        return Verdict("contradicts", f"{part.of} are more than {whole.of or 'all'}")
    return Verdict("compatible", f"{part.of} are some of {whole.of or 'all'}")


def _of_two_things(pair: Pair) -> Verdict | None:
    """Of mere words and amounts two numbers are of two things unless the same is said of them, in two sentences."""
    one, other = pair.one, pair.other
    if pair.equal or EARLIER in one.marks ^ other.marks:
        return None
    if not of_kind(SENTENCE, one.marks).isdisjoint(of_kind(SENTENCE, other.marks)):
        return Verdict("notComparable", "one sentence tells both, of two things")
    told = counted_words(one.things), counted_words(other.things)
    if is_tabled(one.measure) or not (one.around and other.around) or (told[0] and told[0] == told[1]):
        return None
    return None if alike(one, other) else Verdict("notComparable", "nothing tells that it is of the same")


def _other_period(pair: Pair) -> Verdict | None:
    if pair.shorter == 0 or pair.equal or (None in (pair.one.days, pair.other.days) and not pair.apart):
        return None
    if None in (pair.one.days, pair.other.days) and _like(pair):
        return None  # what happened once, "this year" or whenever
    short, long = (pair.one, pair.other) if pair.shorter < 0 else (pair.other, pair.one)
    if low_end(short) > high_end(long) and not newer(short, long):
        return Verdict("contradicts", "the longer time has the lower count")
    return Verdict("compatible", "they count over different times")


def _in_other_units(pair: Pair) -> Verdict | None:
    """ "12 feet" and "3.7 metres" are one length, each told to its last digit; "up to 3.7 metres" are no 10 inches."""
    if not pair.turned_into or pair.apart:
        return None
    ends = [[end for end in (each.low, each.high) if end is not None] for each in (pair.one, pair.other)]
    meet = all(ends) and max(map(min, ends)) <= NEAR * min(map(max, ends))
    return Verdict("equal", "the same in other units") if meet else None


def _same_interval(pair: Pair) -> Verdict | None:
    return Verdict("equal", "the same count") if pair.equal else None


def _rounded(pair: Pair) -> Verdict | None:
    """ "$43,350" tells more exactly what "$43,000" tells."""
    if pair.equal or is_tabled(pair.one.measure) or not alike(pair.one, pair.other):
        return None
    told = "one is the other, rounded"
    if is_rounded(pair.one, pair.other):
        return Verdict("refines", told, turned=True)
    return Verdict("refines", told) if is_rounded(pair.other, pair.one) else None


def _inside(pair: Pair) -> Verdict | None:
    if holds(pair.other, pair.one):
        return Verdict("refines", NARROWER)
    if holds(pair.one, pair.other):
        return Verdict("refines", NARROWER, turned=True)
    return None


def _overlapping(pair: Pair) -> Verdict | None:
    if pair.apart:
        return None
    least, most = max(low_end(pair.one), low_end(pair.other)), min(high_end(pair.one), high_end(pair.other))
    told = f"only {_printed(least)} fits both: the most of the one is the least of the other"
    return Verdict("compatible", told if least == most else "some counts fit both")


def _printed(number: float) -> str:
    return f"{number:,.0f}" if number == int(number) else f"{number:,}"


def _apart(_: Pair) -> Verdict:
    return Verdict("contradicts", "the same is counted and no count fits both")


_RULES: Final[tuple[Callable[[Pair], Verdict | None], ...]] = (
    _same_things,
    _different_measure,
    _one_of_both,
    _supposed,
    _kin,
    _different_things,
    _vague,
    _part,
    _some_of_them,
    _in_other_units,
    _of_two_things,
    _other_period,
    _same_interval,
    _moved,
    _inside,
    _rounded,
    _overlapping,
    replaced,
    grown,
    _apart,
)


def _named(words: str) -> str:
    return words or "something untold"
