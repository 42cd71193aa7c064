"""What stands against two equal numbers being one count: "at least five killed" is soon told of two towns.

A large number is hardly the same by chance; a small one, and words without a number, are of the same only where the
sentences do not tell of two places, days or incidents.
"""

from __future__ import annotations

from typing import Final

from whosays.graph.figures.figure import Figure
from whosays.graph.figures.incidents import SEVERAL, nothing_shared
from whosays.graph.figures.numbers import low_end
from whosays.graph.figures.tellers import Doubt
from whosays.graph.wording import BESIDES, STEM, is_amount, is_country, is_toll, of_kind, other_time, same_people

SMALL: Final = 10  # of so many one incident after the other has its dead


def equal_doubt(one: Figure, other: Figure) -> Doubt | None:
    """Return what stands against two equal numbers being one count."""
    if BESIDES in one.marks ^ other.marks and not is_amount(one.measure):
        return "compatible", "one of them comes on top of others"
    if _of_one_named(one, other):
        return "notComparable", "it is not told whom both count"
    if not is_toll(one.measure) or not (one.vague or low_end(one) <= SMALL):
        return None
    if times := other_time(one.marks, other.marks):
        return "notComparable", " against ".join(", ".join(sorted(each)) for each in times)
    places = _towns(one), _towns(other)
    if all(places) and places[0].isdisjoint(places[1]):
        return "notComparable", "counted in different places"
    several = one.vague or one.others + other.others >= SEVERAL
    apart = several and nothing_shared(one, other)
    return ("notComparable", "nothing tells that it is the same incident") if apart else None


def _of_one_named(one: Figure, other: Figure) -> bool:
    """Tell whether one counts things, and the other does not say what: 20 houses damaged, "around 20 were damaged"."""
    named = one if one.of else other
    return bool(one.of) != bool(other.of) and is_toll(named.measure) and not same_people(named.things, named.things)


def _towns(figure: Figure) -> frozenset[str]:
    """Return the places that a figure is told of, countries aside."""
    return frozenset(
        place for place in of_kind("place", figure.marks) if not is_country(place.removeprefix("@")[:STEM])
    )
