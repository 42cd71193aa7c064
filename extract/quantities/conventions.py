"""The conventions: which interval vague words and modifiers mean, and how units are written.

This is the one table that says what "nearly", "several hundred" or "dozens" stand for.  A modifier maps an
interval and a ``step`` to a new interval; ``step`` is 1 for what is counted ("nearly 1,000" goes up to 999) and 0 for
what is measured ("nearly 50 km" goes up to 50).  A bound is kept as it is printed: "more than 50" is 50 and up, and
"about 40" is 40, approximately; whoever compares figures knows how far that reaches.
"""

from __future__ import annotations

import math
from collections.abc import Callable

from whosays.resources import read_rows

PERCENT = "%"

SCALES = {
    "hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12, "dozen": 12,
    "lakh": 10**5, "crore": 10**7,
}  # fmt: skip
SCALE_SUFFIXES = {
    "k": 10**3,
    "mn": 10**6,
    "mln": 10**6,
    "bn": 10**9,
    "bln": 10**9,
    "tn": 10**12,
    "tln": 10**12,
    "trn": 10**12,
    "m": 10**6,
    "b": 10**9,
}
# The same as patterns: words that multiply, and letters right behind digits.
SCALE = "(?:hundred|thousand|million|billion|trillion|lakh|crore)"
SCALE_SUFFIX = "(?:k|mn|mln|bn|bln|tn|tln|trn|m|b)"
PEOPLE = "people|men|women|children"  # plurals without "s"
VAGUE = tuple(  # pattern, low, high; all of them approximate
    (pattern, float(low), float(high) if high else None)
    for pattern, low, high in read_rows("extract", "vague_numbers.tsv")
)
Interval = tuple[float | None, float | None, bool]  # low, high, approximate
Modifier = Callable[[Interval, float], Interval]


def at_least(interval: Interval, _step: float) -> Interval:
    """Return an interval without an end; "more than 50" is kept as it is printed, and begins at 50."""
    low, _, approximate = interval
    return low, None, approximate


def _at_most(interval: Interval, _step: float) -> Interval:
    _, high, approximate = interval
    return None, high, approximate


def _about(interval: Interval, _step: float) -> Interval:
    low, high, _ = interval
    return low, high, True


def _nearly(interval: Interval, step: float) -> Interval:
    low, high, _ = interval
    if low is None or low != high:
        return low, high, True
    return _rounded(low * 0.9, step, math.floor), low - step, True


def _just_over(interval: Interval, step: float) -> Interval:
    low, high, _ = interval
    if low is None or low != high:
        return low, None, True
    return low, _rounded(low * 1.1, step, math.ceil), True


def _rounded(value: float, step: float, towards: Callable[[float], int]) -> float:
    value = round(value, 6)
    return float(towards(value)) if step else value


BEFORE: tuple[tuple[str, Modifier], ...] = (
    (
        r"at (?:the (?:very )?)?least|no (?:fewer|less) than|not (?:fewer|less) than|a minimum of|minimum",
        at_least,
    ),
    (r"upwards? of|as few as", at_least),
    (
        r"just over|just above|slightly (?:more than|over|above)|a (?:little|bit) (?:more than|over)",
        _just_over,
    ),
    (r"little more than|barely more than", _just_over),
    (
        r"no more than|not more than|at (?:the )?(?:very )?most|as many as|as much as"
        r"|(?<!toll )(?<!tally )(?<!count )(?<!went )(?<!gone )up to(?: an?)?"  # "the toll is up to 15" bounds nothing
        r"|(?:a|the) maximum (?:[a-z]+ )?of",
        _at_most,
    ),
    (r"(?:up )?to a maximum of|not exceeding", _at_most),
    (r"nearly|almost|close to|just under|just below|just shy of|just short of|approaching|nearing|virtually", _nearly),
    (r"slightly (?:less|fewer) than|not quite", _nearly),
    (r"(?:far |well |many |significantly |considerably )?(?:more|greater|higher|larger) than", at_least),
    (r"(?:well |far )?(?:over|above|beyond|in excess of|north of)", at_least),
    (r"exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|topp(?:ed|ing)", at_least),
    (r"(?:far |well |many )?(?:fewer|less|lower|smaller) than|(?:well )?(?:under|below)", _at_most),
    (r"about|around|roughly|approximately|approx\.?|an estimated|estimated|some|circa|ca\.|~|≈", _about),
    (r"in the (?:region|neighbou?rhood|vicinity) of|something like|perhaps|maybe|more or less", _about),
)
_NOUN = rf" (?:[a-z]+s|{PEOPLE})"  # "100 boats or more": the words behind the noun bound the number
AFTER: tuple[tuple[str, Modifier], ...] = (
    (rf" or (?:more|higher|greater)\b(?! than\b)|(?={_NOUN} or more\b(?! than\b))|-or-more\b", at_least),
    (r" and (?:more|higher|greater)\b(?! [a-z])|-plus\b|\+| and counting\b| at (?:the )?least\b", at_least),
    (rf" or (?:less|fewer|lower)\b(?! than\b)|(?={_NOUN} or (?:less|fewer)\b(?! than\b))", _at_most),
    (r"-or-(?:less|fewer)\b| at (?:the )?most\b", _at_most),
    (rf"[- ]or[- ]so\b|(?={_NOUN} or so\b)| or thereabouts\b|-odd\b|ish\b|, give or take\b", _about),
)
CURRENCY_SIGNS = {sign: unit for place, sign, unit in read_rows("extract", "measuring_units.tsv") if place == "sign"}
UNITS = tuple((words, unit) for place, words, unit in read_rows("extract", "measuring_units.tsv") if place == "behind")
