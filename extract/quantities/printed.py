"""Numbers as they are printed, whoever tells them and whether or not they count anything: copies change them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from whosays.extract.lexicon import word_class
from whosays.extract.records import Number

_NUMBER: Final = re.compile(
    r"(?<![\w.,:/–-])(?P<sign>[$£€]?)(?P<digits>\d{1,3}(?:,\d{3})+|\d+)(?P<rest>\.\d+)?(?![\w:/–-]|[.,]\d)"
)
_WORD: Final = re.compile(r"[^\W_]+")
_NEAR: Final = 40  # characters in which the next words stand
_YEAR: Final = range(1800, 2100)
_SCALES: Final = {"hundred": 2, "thousand": 3, "million": 6, "billion": 9, "trillion": 12}  # noughts
_DATED: Final = word_class("months") | word_class("beside_dates")


def printed_numbers(text: str) -> Iterator[Number]:
    """Yield the numbers of a text that are no dates, clock times, ages and scores, "3 million" as a whole.

    Their spans are those of the digits and of the sign before them.
    """
    for match in _NUMBER.finditer(text):
        before = _WORD.findall(text[max(0, match.start() - _NEAR) : match.start()])[-1:]
        behind = [word.lower() for word in _WORD.findall(text[match.end() : match.end() + _NEAR])[:2]]
        digits = match["digits"].replace(",", "")
        year = match["digits"].isdecimal() and not match["rest"] and not match["sign"] and int(digits) in _YEAR
        if not year and _DATED.isdisjoint([*map(str.lower, before), *behind]):
            noughts = _SCALES.get("".join(behind[:1]), 0)
            yield Number(match.span(), float(f"{digits}{match['rest'] or ''}e{noughts}"), match["sign"])
