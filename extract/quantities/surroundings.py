"""The words of a sentence that belong to one figure: what is said of it, and not of the number beside it.

They are stems, so that "expanding" and "expansion" are alike; before that of a word with a capital letter that does not
open the sentence stands ``NAME``.  Tolls of an attack on a whole country are told for days in sentences that share
little else than by whom it was, on whom and when (``wave``).
"""

from __future__ import annotations

import re
from typing import Final

from anyascii import anyascii

from whosays.extract.lexicon import singular, word_class

AROUND: Final = 110  # characters before and behind a figure
STEM: Final = 6  # letters of a word
NAME: Final = "@"
NOBODY: Final = "-"  # in place of who did it, where a sentence does not tell
NUMBERS: Final = word_class("number_words")
_NUMBER: Final = re.compile(
    rf"(?<![\w-])(?:[$£€]?(?!(?:1[5-9]|20)\d\d\b(?!,\d))\d[\d.,]*\d*|(?:{'|'.join(sorted(NUMBERS))}|one)\b)",
    re.IGNORECASE,
)
_APART: Final = re.compile(
    r"[,;:()“”\"]|\s[–—-]+\s|--|—"
    r"|\b(?:and|but|or|while|whereas|compared|followed|against|versus|plus|including)\b"
)
# behind a figure that no other one follows, another thought begins
_ANOTHER: Final = re.compile(
    r"[;:]|, (?:but|and|which|who|while|although|though|because|so|as|when|where)\b|\b(?:which|who)\b"
)
_CAPITAL: Final = re.compile(r"\b[A-Z][A-Za-z']+")
_WORD: Final = re.compile(r"[A-Za-z][a-z']*[a-z]|[A-Z][A-Z]+")
_ENDING: Final = re.compile(r"(?<=\w{3})(?:ing|ed|e|ly)$")
_IDLE: Final = word_class("idle_around") | word_class("months") | word_class("weekdays") | NUMBERS
_LITTLE: Final = word_class("little_of_counted") | NUMBERS
_COUNTED: Final = re.compile(r"[^\W_]+")
_PREPOSITION: Final = re.compile(r"(?<=\w) (?:of|in|for|from|on|with|at|who|that|to|by)\b")
# the attack on a whole country that a sentence tells of
_MEANS: Final = r"(?:air ?strikes|strikes|attacks|bombings?|bombardments?|air raids|raids|missiles|shelling|barrages?)"
_BY: Final = re.compile(
    rf"\b([A-Z][a-z]+(?:an|i|ish|ese|ch|ek|wegian)) (?:(?!and\b|or\b)[a-z-]+ (?:and )?){{0,4}}?{_MEANS}\b"
)
_HIT: Final = re.compile(
    r"\b(?:air ?strike|strike|attack|blast|bombing|bombardment|raid|missile|barrage)s?\b|\bshelling\b"
)
_THE_COUNTRY: Final = re.compile(r"\b(?:the (?:whole |entire )?country|nationwide|countrywide)\b")
_WIDE: Final = re.compile(r"\b(?:across|waves?|barrages?|nationwide|countrywide|cities)\b")
_DAY: Final = re.compile(r"\b((?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b")
_NAMED: Final = re.compile(r"\b[A-Z][A-Za-z]+")


def surroundings(sentence: str, start: int, end: int) -> frozenset[str]:
    """Return the stems of the words that belong to the figure which stands there in its sentence."""
    before, behind = sentence[max(0, start - AROUND) : start], sentence[end : end + AROUND]
    opening = not sentence[: max(0, start - AROUND)].strip()
    earlier, later = list(_NUMBER.finditer(before)), _NUMBER.search(behind)
    if earlier:  # what stands between two figures belongs to the first of them up to a mark that parts them
        between = before[earlier[-1].end() :]
        parted = _APART.search(between)
        before, opening = between[parted.end() :] if parted else between, False
    if later:
        between = behind[: later.start()]
        parted = _APART.search(between)
        behind = between[: parted.start()] if parted else between
    else:
        behind = _ANOTHER.split(behind)[0]
    words = f"{before} {behind}"
    named = _CAPITAL.findall(anyascii(words).lstrip("\"'“”‘’( ")[1 if opening else 0 :])
    return frozenset(_stems(words)).union(NAME + stem for stem in _stems(" ".join(named)))


def things(of: str) -> str:
    """Return the words of whom or what is counted as singulars, the noun that names it first: "team west".

    A noun that tells nothing by itself ("others") has a "-" before it.
    """
    words = [singular(word) for word in _COUNTED.findall(of.lower())]
    front = _COUNTED.findall(_PREPOSITION.split(of.lower(), maxsplit=1)[0])
    head = singular(front[-1]) if front else ""
    telling = sorted({word for word in words if word not in _LITTLE} - {head})
    return " ".join(filter(None, (f"-{head}" if head in _LITTLE else head, *telling)))


def _stems(words: str) -> set[str]:
    found = (word.lower().removesuffix("'s") for word in _WORD.findall(anyascii(words)))
    told = (word for word in found if len(word) > 1 and word not in _IDLE)
    return {_ENDING.sub("", singular(word) if len(word) > len("gas") else word)[:STEM] for word in told}


def wave(sentence: str) -> str | None:
    """Return "wave by russia wide monday on @ukrain", the attack that a sentence tells of, ``None`` where it does not.

    Who names nobody ("across the country in Monday's strikes") tells of one where he tells how wide it was, and when.
    """
    plain = anyascii(sentence)
    doers = {doer.lower()[:STEM] for doer in _BY.findall(plain)}
    days = sorted({day.lower() for day in _DAY.findall(plain)})
    told = len(days) == 1 and _WIDE.search(plain) and _THE_COUNTRY.search(plain) and _HIT.search(plain)
    if len(doers) > 1 or not (doers or told):
        return None
    doer = next(iter(doers), NOBODY)
    names = sorted({name.lower()[:STEM] for name in _NAMED.findall(_DAY.sub(" ", plain))} - doers)
    wide = ["wide"] if _WIDE.search(plain) else []
    return " ".join(("wave by", doer, *wide, *days, "on", *(f"@{name}" for name in names)))
