"""Whether two tolls are of one incident: a war, or one day of it, has dozens of strikes, each with its dead.

Articles of one story tell of several of them, so that the sentences have to show that it is the same: by words that
only the tolls of one incident share ("pagers", "the school in Sarn"), or by two large numbers close to each other, as
those of a whole war are.  Only where articles tell several tolls; nothing is known of one without the words around it.
"""

from __future__ import annotations

from typing import Final

from whosays.graph.figures.figure import Figure
from whosays.graph.figures.numbers import high_end, low_end
from whosays.graph.rdf import days_between
from whosays.graph.wording import (
    STEM,
    WAVE,
    beside_the_dead,
    is_amount,
    is_country,
    is_tabled,
    is_toll,
    names_another,
    of_kind,
    of_one_incident,
    of_one_site,
    of_one_wave,
    telling_words,
)
from whosays.resources import word_classes

_SEVERAL: Final = word_classes("graph")["of_several_incidents"]
SHARED: Final = 2.0  # what the words around two tolls share at least (``of_one_incident``)
FACTOR: Final = 4.0  # one count is so many times another of the same at most
WHOLE: Final = 200  # dead of more than an incident, which is known by its number
CLOSE: Final = 1.25  # such numbers of the same are near each other
WEEK: Final = 7  # days in which the toll of an incident is counted
NEWS: Final = 2  # and in which another report's lower count contradicts the higher one
SEVERAL: Final = 2  # other tolls in both articles: then they tell of several incidents


def other_incident(one: Figure, other: Figure) -> str | None:
    """Return why two counts are hardly of one incident, ``None`` where they may be or nothing is known of that."""
    counts = all(is_tabled(each.measure) and not is_amount(each.measure) for each in (one, other))
    tolls = is_toll(one.measure) and is_toll(other.measure)
    if not counts or (tolls and not (one.around and other.around)):
        return None
    if tolls and _of_several(one) != _of_several(other):
        return "one of them may be of several incidents together"
    if _far_apart(one, other) and not (tolls and _share_one(one, other, of_a_whole=False)):
        return "too far apart to be of the same"
    if not tolls or _over_weeks(one, other) or one.others + other.others < SEVERAL:
        return None
    lower, higher = sorted((_number(one), _number(other)))
    of_a_whole = lower >= WHOLE and higher <= CLOSE * lower and not (one.vague or other.vague)
    long = not of_a_whole and days_apart(one, other) > WEEK
    if not long and (_share_one(one, other, of_a_whole) or one_wave(one, other)):
        return None
    return "no toll of one incident is counted so long" if long else "nothing tells that it is the same incident"


def one_wave(one: Figure, other: Figure) -> bool:
    """Tell whether two tolls, told a few days apart, are of one attack on a whole country, and of no part of it."""
    if days_apart(one, other) > NEWS or one.vague or other.vague:
        return False
    places = of_kind("place", one.marks) | of_kind("place", other.marks)
    if not all(is_country(place.removeprefix("@")[:STEM]) for place in places):
        return False
    return of_one_wave(of_kind(WAVE, one.marks), of_kind(WAVE, other.marks))


def nothing_shared(one: Figure, other: Figure) -> bool:
    """Tell whether both sentences say something of what happened, or neither does, and nothing of it in common."""
    if not (one.around and other.around) or _share_any(one, other):
        return False
    told = [any(telling_words(words) - _counted(each) for words in each.around) for each in (one, other)]
    return told[0] == told[1]


def _share_any(one: Figure, other: Figure) -> bool:
    pairs = [(near, far) for near in one.around for far in other.around]
    return one_wave(one, other) or any(of_one_incident(near, far) or of_one_site(near, far) for near, far in pairs)


def _counted(figure: Figure) -> frozenset[str]:
    """Return the stems of whom a figure counts, which tell nothing of what happened."""
    return frozenset(word.lstrip("-")[:STEM] for word in figure.things.split())


def counted_later(one: Figure, other: Figure) -> bool:
    """Tell whether nothing but the measure is the same of two tolls told days apart."""
    if not (is_toll(one.measure) and is_toll(other.measure) and one.around and other.around) or _over_weeks(one, other):
        return False
    near = max(of_one_incident(mine, theirs) for mine in one.around for theirs in other.around)
    return near < 1 and days_apart(one, other) > NEWS


def days_apart(one: Figure, other: Figure) -> int:
    """Return how many days lie between two reports, none where a day is not known."""
    return days_between(one.told_on, other.told_on) or 0


def _of_several(toll: Figure) -> bool:
    """Tell whether the words around a toll tell of several incidents: "two separate attacks", "the twin blasts"."""
    return any(not _SEVERAL.isdisjoint(words) for words in toll.around)


def _over_weeks(one: Figure, other: Figure) -> bool:
    """Tell whether both are told of all that there was in more than a week: "since April"."""
    return min(one.days or 0, other.days or 0) > WEEK


def _share_one(one: Figure, other: Figure, of_a_whole: bool) -> bool:
    return any(_is_one(near, far, of_a_whole) for near in one.around for far in other.around)


def _is_one(near: frozenset[str], far: frozenset[str], of_a_whole: bool) -> bool:
    if of_a_whole:
        return bool(beside_the_dead(near & far)) and not names_another(near, far)
    return of_one_incident(near, far) >= SHARED


def _far_apart(one: Figure, other: Figure) -> bool:
    """Tell whether the ends that face each other are; none and some are no two measures of one thing."""
    lower, higher = min(high_end(one), high_end(other)), max(low_end(one), low_end(other))
    return 0 < FACTOR * lower < higher


def _number(toll: Figure) -> float:
    return (toll.low if toll.low is not None else toll.high) or 0.0
