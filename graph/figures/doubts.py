"""What stands against a contradiction: reasons why two counts that cannot both be right may count two things.

A contradiction that is none costs a reader more than one that is not told, so all of these have to be silent.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from whosays.graph.figures.ago import long_ago, months_ago
from whosays.graph.figures.figure import Figure
from whosays.graph.figures.incidents import counted_later, days_apart, other_incident
from whosays.graph.figures.likeness import alike
from whosays.graph.figures.tellers import Doubt, counted_again, one_article, one_voice, unknown_order
from whosays.graph.wording import (
    AVERAGE,
    CONVERTED,
    DENIED,
    EARLIER,
    EXPECTED,
    RATE,
    SENTENCE,
    SOME,
    counted_words,
    head,
    is_amount,
    is_size,
    is_tabled,
    names_a_group,
    of_kind,
    other_time,
    standing,
)
from whosays.resources import word_classes

NEWS: Final = 30  # days after which another report is hardly of the same event
CLOSE: Final = 5  # names that articles about one event share
SHARED_NAMES: Final = 3  # the same of articles whose sentences share a name as well
FACTOR: Final = 3  # of amounts and of what mere words count, one so many times the other is hardly of the same
NEARLY: Final = 1.1  # the same of amounts of which only one tells a year
SEVERAL: Final = 2  # names that two sentences about the same share, whoever speaks in them
_COUNTED_HOURLY: Final = word_classes("graph")["counted_hourly"]
_MOVING_PRICES: Final = word_classes("graph")["moving_prices"]
_SHARE_OF_MARKET: Final = frozenset({"market", "shar"})


def doubt(one: Figure, other: Figure, relation: str = "contradicts") -> Doubt | None:
    """Return what stands against a contradiction of two figures, or against one updating the other."""
    replaced = relation == "updates" and EARLIER in one.marks ^ other.marks
    silent = _OF_ONE_TELLER if replaced else _OF_UPDATES if relation == "updates" else ()
    rules = (rule for rule in _DOUBTS if rule not in silent)
    return next((found for rule in rules if (found := rule(one, other)) is not None), None)


def refining_doubt(one: Figure, other: Figure) -> Doubt | None:
    """Return what stands against one figure being a more exact one of what the other counts."""
    return _other_time(one, other) or _unknown_incident(one, other)


def group_doubt(one: Figure, other: Figure) -> Doubt | None:
    """Return what stands against it in whom they count."""
    mine, theirs = counted_words(one.things), counted_words(other.things)
    stands = standing(mine, theirs)
    if stands == "other":
        return "notComparable", f"of {one.of or 'people'} against of {other.of or 'people'}"
    if stands != "same":
        part, whole = (one, other) if stands == "part" else (other, one)
        return "compatible", f"{part.of} may be some of {whole.of or 'all'}"
    return None


def _one_sentence(one: Figure, other: Figure) -> Doubt | None:
    """A sentence that tells two numbers tells two things."""
    if of_kind(SENTENCE, one.marks).isdisjoint(of_kind(SENTENCE, other.marks)):
        return None
    return "notComparable", "one sentence tells both, of two things"


def _converted(one: Figure, other: Figure) -> Doubt | None:
    """ "$1 million (£636,000)" counts nothing anew."""
    return ("notComparable", "one is another amount in other money") if CONVERTED in one.marks | other.marks else None


def _denied(one: Figure, other: Figure) -> Doubt | None:
    """A figure that somebody rejects is none that he gives."""
    return ("notComparable", "one of them is only denied") if DENIED in one.marks | other.marks else None


def _superseded(one: Figure, other: Figure) -> Doubt | None:
    """Nobody holds a number any more that is told as one which another took the place of."""
    if EARLIER not in one.marks | other.marks:
        return None
    return "compatible", "one of them is told as a number that another took the place of"


def _expected(one: Figure, other: Figure) -> Doubt | None:
    mine, theirs = EXPECTED in one.marks, EXPECTED in other.marks
    if mine and theirs:
        return "compatible", "two expectations"
    return ("notComparable", "what is expected against what is counted") if mine or theirs else None


def _average(one: Figure, other: Figure) -> Doubt | None:
    """Crabs of five inches on average may grow to ten; those of ten on average grow to more than five."""
    if AVERAGE not in one.marks ^ other.marks:
        return None
    mean, most = (one, other) if AVERAGE in one.marks else (other, one)
    above = most.high is not None and mean.low is not None and mean.low > most.high
    return None if above else ("compatible", "an average, and what some come to")


def _rate(one: Figure, other: Figure) -> Doubt | None:
    rates = RATE in one.marks, RATE in other.marks
    if (all(rates) and alike(one, other)) or (is_size(one.measure) and is_size(other.measure)):
        return None  # crabs grow to ten inches "on average"
    return ("notComparable", "so many each time is no total") if any(rates) else None


def _some(one: Figure, other: Figure) -> Doubt | None:
    if all(told.measure.startswith("%") for told in (one, other)):
        return None  # a share is one of all of them
    return ("compatible", "one of them leaves others out, or comes on top") if SOME in one.marks | other.marks else None


def _other_time(one: Figure, other: Figure) -> Doubt | None:
    if times := other_time(one.marks, other.marks):
        return "notComparable", f"{_listed(times[0])} against {_listed(times[1])}"
    months = months_ago(one), months_ago(other)
    if any(months) and not (of_kind("month", one.marks) and of_kind("month", other.marks)):
        return "notComparable", f"what happened in {_listed(months[0] or months[1])} against what is news"
    years = long_ago(one), long_ago(other)
    if any(years) and not all(years) and not (alike(one, other) and not _far_off(one, other, NEARLY)):
        return "notComparable", f"what happened in {_listed(years[0] or years[1])} against what is news"
    return None


def _other_place(one: Figure, other: Figure) -> Doubt | None:
    mine, theirs = of_kind("place", one.marks), of_kind("place", other.marks)
    if mine and theirs and mine.isdisjoint(theirs):
        return "notComparable", "counted in different places"
    if "world" in mine ^ theirs:
        return "notComparable", "counted all over the world against in one place"
    return None


def _moving(one: Figure, other: Figure) -> Doubt | None:
    """Views of a film are counted again every hour, so that two articles hardly tell the same moment's."""
    traded = all(each.measure.startswith("%") and not each.things and _is_price(each) for each in (one, other))
    if traded or {head(one.things), head(other.things)} & _COUNTED_HOURLY:
        return "compatible", "counted again all the time, so that another hour has another number"
    return None


def _is_price(figure: Figure) -> bool:
    """Tell whether every sentence tells of a share's price, and not of a share of the market."""
    return bool(figure.around) and all(
        words & _MOVING_PRICES and not words >= _SHARE_OF_MARKET for words in figure.around
    )


def _far_apart(one: Figure, other: Figure) -> Doubt | None:
    days = days_apart(one, other)
    return ("notComparable", f"told {days} days apart") if days > NEWS else None


def _unknown_event(one: Figure, other: Figure) -> Doubt | None:
    """Articles that share few of the names they are known by are of one event only where the sentences share some."""
    pairs = [(mine, theirs) for mine in one.about for theirs in other.about]
    named = of_kind("name", one.marks) & of_kind("name", other.marks)
    if not pairs or alike(one, other) or any(_are_close(*pair, CLOSE if not named else SHARED_NAMES) for pair in pairs):
        return None
    return "notComparable", "nothing tells that it is the same event"


def _unknown_incident(one: Figure, other: Figure) -> Doubt | None:
    """A war has dozens of strikes, and each its dead."""
    return ("notComparable", found) if (found := other_incident(one, other)) else None


def _of_other_days(one: Figure, other: Figure) -> Doubt | None:
    """Tolls go up and are corrected from day to day."""
    return ("compatible", f"told {days_apart(one, other)} days apart") if counted_later(one, other) else None


def _untold(one: Figure, other: Figure) -> Doubt | None:
    """A count of nobody in particular is of the same as another one only where both name the same besides."""
    named = of_kind("name", one.marks) & of_kind("name", other.marks)
    if ((one.of or other.of) and ((one.of and other.of) or named)) or alike(one, other):
        return None
    return "notComparable", "it is not told whom both count"


def _loosely_measured(one: Figure, other: Figure) -> Doubt | None:
    """Of a mere predicate its things have to be the same, and no other names told; of an amount some names as well.

    Or the same is said of both, and they are not far from each other.
    """
    if is_tabled(one.measure) and is_tabled(other.measure):
        return None
    if alike(one, other):
        replaced = EARLIER in one.marks ^ other.marks
        return ("notComparable", "too far apart to be of the same") if _far_off(one, other) and not replaced else None
    mine, theirs = counted_words(one.things), counted_words(other.things)
    fewer, more = sorted((of_kind("name", one.marks), of_kind("name", other.marks)), key=len)
    named = fewer <= more if not is_amount(one.measure) else bool(fewer) and fewer <= more
    told = one.measure and other.measure and not _far_off(one, other)
    if told and mine == theirs and names_a_group(mine) and (named or len(fewer & more) >= SEVERAL):
        return None
    return "notComparable", "nothing tells that it is of the same"


_DOUBTS: Final[tuple[Callable[[Figure, Figure], Doubt | None], ...]] = (
    _one_sentence,
    _converted,
    _denied,
    _superseded,
    _expected,
    _average,
    _rate,
    _some,
    _other_time,
    _other_place,
    _moving,
    _far_apart,
    unknown_order,
    _loosely_measured,
    _untold,
    _unknown_event,
    _unknown_incident,
    _of_other_days,
    one_voice,
    one_article,
    counted_again,
)


# what speaks against it only where nobody says that one number took the place of the other
_OF_ONE_TELLER: Final = (
    _superseded,
    _one_sentence,
    one_voice,
    one_article,
    counted_again,
    _other_time,
    unknown_order,
    _of_other_days,
)
_OF_UPDATES: Final = (
    _superseded,
    counted_again,
    unknown_order,
    _of_other_days,
)  # nor does it speak against an update


def _far_off(one: Figure, other: Figure, factor: float = FACTOR) -> bool:
    lower, higher = sorted((_near_end(one, other), _near_end(other, one)))
    return higher > factor * max(lower, 0)


def _near_end(one: Figure, other: Figure) -> float:
    """Return the end of a figure that lies towards the other one."""
    ends = [end for end in (one.low, one.high) if end is not None]
    facing = [end for end in (other.low, other.high) if end is not None]
    return min(ends, key=lambda end: abs(end - facing[0])) if ends and facing else 0.0


def _are_close(one: frozenset[str], other: frozenset[str], needed: int) -> bool:
    """Tell whether articles share so many of their names, or of few names more than half."""
    shared = len(one & other)
    return shared >= needed or shared > min(len(one), len(other)) / 2


def _listed(words: frozenset[str]) -> str:
    return ", ".join(sorted(words))
