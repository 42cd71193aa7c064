"""Numbers of a claim in digits, however they are written: "Forty", "40", "two hundred"."""

from __future__ import annotations

from itertools import takewhile
from math import prod
from typing import Final

from whosays.extract.lexicon import numerals, word_class
from whosays.extract.pipeline import Columns

_MONTHS: Final = word_class("months")
_NUMBERS: Final = {word: value for word, value in numerals().items() if value > 1}
_POWERS: Final = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9}


def in_digits(words: Columns, at: int) -> str:
    """Return a number in digits, a power times what stands before it; none where it is the day of a month.

    "20 may die" is no day.
    """
    low, beside = words.lower[at], [i for i in (at - 1, at + 1) if 0 <= i < len(words.lower)]
    if low in _POWERS or any(words.lower[i] in _MONTHS and words.text[i][0].isupper() for i in beside):
        return ""
    digits = low.replace(",", "")
    value = _NUMBERS.get(low) or (float(digits) if digits.replace(".", "", 1).isdecimal() else None)
    if value is None:
        return digits if digits[:1].isdigit() else ""
    power = prod(_POWERS[word] for word in takewhile(_POWERS.__contains__, words.lower[at + 1 : at + 3]))
    return str(round(value * power)) if power > 1 or low in _NUMBERS else digits
