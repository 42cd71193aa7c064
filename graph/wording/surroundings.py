"""The words of a sentence that belong to one figure: what is said of it, and not of the number beside it.

Two figures whose measures are mere words, or amounts, are of the same where these words are.
"""

from __future__ import annotations

import re
from typing import Final

from anyascii import anyascii

from whosays.graph.wording.groups_of_people import NUMBERS, singular

AROUND: Final = 110  # characters before and behind a figure
STEM: Final = 6  # letters of a word: "expanding" and "expansion" are alike
MANY: Final = 3  # words that two figures of the same share if they are half of those of the one with fewer
FEW: Final = 2  # the same if they are nearly half of all words of both
HALF: Final = 0.5
NEARLY_HALF: Final = 0.4
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
_NAME: Final = "@"  # before the stem of a word with a capital letter that does not open the sentence
_CAPITAL: Final = re.compile(r"\b[A-Z][A-Za-z']+")
_WORD: Final = re.compile(r"[A-Za-z][a-z']*[a-z]|[A-Z][A-Z]+")
_ENDING: Final = re.compile(r"(?<=\w{3})(?:ing|ed|e|ly)$")
# words that tell nothing of what is counted, nor those of reporting
_IDLE: Final = frozenset(
    """
    a compared followed about according after again against ago all also although among an and another any are
    around as at be because been before being both but by can could did do does doing down during each even ever
    every far first for former from further had has have having he her here him his how however i if in include
    included includes including into is it its itself just last latest least less like likely made make many may
    mean might more most mr mrs ms much nearly never new no nor not now of off on once one only or other our out
    over own per rather say said same saw says second see set she should since so some still such take tell than
    that the their them then there these they this those though three through time to today told too two under
    until up us very was we well went were what when where which while who whom whose why will with within
    without would yesterday year years month months week weeks day days yet you your monday tuesday wednesday
    thursday friday saturday sunday january february march april june july august september october november
    december approximately roughly almost estimated total percent cent billion million trillion thousand hundred
    dollar dollars reported reportedly report reports announced claim claimed claims tweeted added news
    statement source sources official officials spokesman spokeswoman wrote
    """.split()
)


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
    return frozenset(_stems(words)).union(_NAME + stem for stem in _stems(" ".join(named)))


def same_surroundings(one: frozenset[str], other: frozenset[str]) -> bool:
    """Tell whether what is said of two figures is the same, and neither names what the other does not."""
    if _named_besides(one, other) and _named_besides(other, one):
        return False
    mine, theirs = _plain(one), _plain(other)
    shared, fewer, both = len(mine & theirs), min(len(mine), len(theirs)), len(mine | theirs)
    return (shared >= MANY and shared >= HALF * fewer) or (shared >= FEW and shared >= NEARLY_HALF * both)


def _plain(words: frozenset[str]) -> frozenset[str]:
    return frozenset(word for word in words if not word.startswith(_NAME))


def _named_besides(one: frozenset[str], other: frozenset[str]) -> bool:
    """Tell whether somebody or something is named for the first that the second knows nothing of."""
    return any(word.startswith(_NAME) and word[len(_NAME) :] not in other for word in one)


def _stems(words: str) -> set[str]:
    found = (word.lower().removesuffix("'s") for word in _WORD.findall(anyascii(words)))
    told = (word for word in found if len(word) > 1 and word not in _IDLE and word not in NUMBERS)
    return {_ENDING.sub("", singular(word))[:STEM] for word in told}
