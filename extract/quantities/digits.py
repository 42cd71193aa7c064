"""Numbers in digits as newspapers write them: thousands by comma, space or point, decimals by point or comma.

English sets points before decimals and commas between thousands; pages translated from the Continent have it the other
way round.  A comma is one of decimals where a scale, a percentage or a unit follows one or two digits ("2,5 million");
a point is one of thousands where it groups three digits of what is counted in whole numbers ("1.500 workers").
Undecided stays English: "€1.599 a litre".  Pure functions on strings.
"""

from __future__ import annotations

import re

from whosays.extract.quantities.conventions import PEOPLE, SCALE, SCALE_SUFFIX, UNITS

_ENGLISH = (
    r"(?:\d{1,3}(?:,\d{3})+(?!\d)|\d{1,2}(?:,\d{2})+,\d{3}(?!\d)|"
    r"\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)|\d+)(?:\.\d+)?|\.\d+"
)
_UNIT = "|".join(pattern for pattern, _ in UNITS)
_SCALED = rf"[ \u00a0-]?(?:{SCALE}|{SCALE_SUFFIX}|{_UNIT})(?![\w])"
_UP_TO = r"(?: ?[-–] ?| to | and )[$£€]?\d+(?:[,.]\d{1,2})?"  # the other end of a range, whose scale is that of both
# What ends in "s" and is counted in decimals, or is no plural.
_NO_PLURAL = r"(?:[a-z]*[sui]s|as|has|was|does|times|points|goals|seconds|minutes|hours|runs|odds|carats)\b"
_PLURAL = rf" (?:[a-z][\w-]+ )?(?!{_NO_PLURAL}|(?:{_UNIT})(?!\w))(?:[a-z-]+s|{PEOPLE})\b"
_CONTINENTAL = (
    r"[1-9]\d{0,2}(?:\.\d{3})+,\d{1,2}(?!\d)|[1-9]\d{0,2}(?:\.\d{3}){2}(?!\d)"
    rf"|[1-9]\d{{0,2}}\.\d{{3}}(?={_PLURAL})"
    rf"|\d{{1,3}},\d{{1,2}}(?!\d)(?=(?:{_UP_TO})?{_SCALED})"
)
DIGITS = rf"(?:{_CONTINENTAL}|{_ENGLISH})"
_SWAPPED = re.compile(r"\d{1,3}(?:\.\d{3})+,\d{1,2}|\d{1,3},\d{1,2}|\d{1,3}(?:\.\d{3}){2}")
_POINTED = re.compile(r"[1-9]\d{0,2}\.\d{3}")
_COUNTED = re.compile(_PLURAL)


def digits_value(digits: str, after: str) -> float:
    """Return the value of a number that ``DIGITS`` found; ``after`` is the text behind, which tells what it counts."""
    if _SWAPPED.fullmatch(digits):
        return float(digits.replace(".", "").replace(",", "."))
    if _POINTED.fullmatch(digits) and _COUNTED.match(after):
        return float(digits.replace(".", ""))
    return float(re.sub(r"[^\d.]", "", digits))
