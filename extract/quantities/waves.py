"""An attack on a whole country that a sentence tells of: by whom, on which day, and what else it names.

"At least 36 people were killed across Zemria in Okhari attacks on Monday": tolls of it are told for days, in sentences
that share little else.
"""

from __future__ import annotations

import re
from typing import Final

from anyascii import anyascii

STEM: Final = 6  # letters of a name
_MEANS: Final = r"(?:air ?strikes|strikes|attacks|bombings?|bombardments?|air raids|raids|missiles|shelling|barrages?)"
_BY: Final = re.compile(
    rf"\b([A-Z][a-z]+(?:an|i|ish|ese|ch|ek|wegian)) (?:(?!and\b|or\b)[a-z-]+ (?:and )?){{0,4}}?{_MEANS}\b"
)
_WIDE: Final = re.compile(r"\b(?:across|waves?|barrages?|nationwide|countrywide|cities)\b")
_DAY: Final = re.compile(r"\b((?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b")
_NAME: Final = re.compile(r"\b[A-Z][A-Za-z]+")


def wave(sentence: str) -> str | None:
    """Return "wave by russia wide monday on @ukrain", the attack that a sentence tells of, ``None`` without a doer."""
    plain = anyascii(sentence)
    doers = {doer.lower()[:STEM] for doer in _BY.findall(plain)}
    if len(doers) != 1:
        return None
    (doer,) = doers
    days = sorted({day.lower() for day in _DAY.findall(plain)})
    names = sorted({name.lower()[:STEM] for name in _NAME.findall(_DAY.sub(" ", plain))} - doers)
    wide = ["wide"] if _WIDE.search(plain) else []
    return " ".join(("wave by", doer, *wide, *days, "on", *(f"@{name}" for name in names)))
