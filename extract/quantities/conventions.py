"""The conventions: which interval vague words and modifiers mean, and how units are written.

This is the one table that says what "nearly", "several hundred" or "dozens" stand for.  A modifier maps an
interval to a new one.  A bound is kept as it is printed: "more than 50" is 50 and up, "about 40" and "nearly 40" are
40, approximately; whoever compares figures knows how far that reaches.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

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
Modifier = Callable[[Interval], Interval]


def scaled(value: float, by: int) -> float:
    """Return so many times a number as it is printed: 8.2 million are 8,200,000, and not a fraction less."""
    return float(Decimal(str(value)) * by)


def at_least(interval: Interval) -> Interval:
    """Return an interval without an end; "more than 50" is kept as it is printed, and begins at 50."""
    low, _, approximate = interval
    return low, None, approximate


def _at_most(interval: Interval) -> Interval:
    _, high, approximate = interval
    return None, high, approximate


def _about(interval: Interval) -> Interval:
    low, high, _ = interval
    return low, high, True


def _just_over(interval: Interval) -> Interval:
    low, _, _ = interval
    return low, None, True


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
    (r"not exceeding", _at_most),
    (r"nearly|almost|close to|just under|just below|just shy of|just short of|approaching|nearing|virtually", _about),
    (r"slightly (?:less|fewer) than|not quite", _about),
    (r"(?:far |well |many |significantly |considerably )?(?:more|greater|higher|larger) than", at_least),
    (r"(?:well |far )?(?:over|above|beyond|in excess of|north of)", at_least),
    (r"exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|topp(?:ed|ing)", at_least),
    (r"(?:far |well |many )?(?:fewer|less|lower|smaller) than|(?:well )?(?:under|below)", _at_most),
    (
        r"about|around|roughly|approximately|approx\.?|an estimated|(?<=\bthe )estimated|(?<=\bits )estimated"
        r"|some|circa|ca\.|~|≈",
        _about,
    ),
    (r"(?<=\ba )near", _about),  # "a near 20% share"
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
_RATE = re.compile(  # "1,300 a day", but not "30 in a week" or "12 a day later"
    r"(?: (?!in\b|for\b|within\b|of\b|over\b|after\b|once\b|during\b|about\b)[a-z-]+){0,6}? (?:per|an?|each|every) "
    r"((?<=per )second\b|second(?=[.,;:)”\"]|$| (?:in|at|on|from|during|when|and|or|to|is|for)\b)"  # no "second wave"
    r"|(?:minute|hour|day|week|month|year)\b)(?!-| (?:after|before|later|earlier|ago|long)\b)"
)


def is_unit(word: str) -> bool:
    """Tell whether a measure's first word is that of a currency or a unit, which another number need not have."""
    return word in {unit.split()[0] for _, unit in UNITS} | set(CURRENCY_SIGNS.values())


def rate(text: str, start: int, end: int) -> str | None:
    """Return per what time the words behind a number, up to an end, say that it is counted: "1,300 a day"."""
    match = _RATE.match(text, start, end)
    return f"per {match[1]}" if match else None
