"""In which regions a claim stands: those that it names, and the one that its "the region" is of.

"A curfew is in force in the area" says another thing in each article; the sentences around it tell of where.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from anyascii import anyascii

from whosays.extract.records import Span
from whosays.resources import read_rows, word_classes

_CLASSES: Final = word_classes("graph")
_AND: Final = "and"
ANY: Final = "area"  # a noun that points at a region of any kind
_KINDS: Final = {noun: row[0] for row in read_rows("graph", "regions.tsv", 2) for noun in (row[0], *row[1].split())}
_NOUNS: Final = "|".join(sorted(_KINDS))
_NAME: Final = r"[^\W\d_a-z][^\W\d_]{1,30}(?:[ -][^\W\d_a-z][^\W\d_]{1,30}){0,2}"
_LIST: Final = rf"{_NAME}(?:, {_NAME}){{0,3}}(?:,? {_AND} {_NAME})?"
_THE, _WHOLE, _LYING, _OFFICERS = (
    "|".join(sorted(_CLASSES[name])) for name in ("points_at_a_region", "all_of_it", "before_regions", "of_a_region")
)
_ALONE: Final = rf"(?! (?:of|{_OFFICERS})\b)"  # not "the district of 400 people", nor "the district attorney"
_BEFORE: Final = re.compile(rf"(?<!\w)({_LIST}) (?:(?:{_LYING}) )?((?i:{_NOUNS}))(s?)\b(?! (?:{_OFFICERS})\b)")
_BEHIND: Final = re.compile(rf"\b((?i:{_NOUNS}))(s?) of ({_LIST})")
_POINTING: Final = re.compile(rf"\b(?:{_THE}) (?:(?:{_WHOLE}) )?({_NOUNS}|{ANY})\b{_ALONE}", re.IGNORECASE)
_APART: Final = re.compile(rf", {_AND} |, | {_AND} ")
_NAMELESS: Final = frozenset().union(*(_CLASSES[name] for name in ("before_regions", "little", "not_the_one", "days")))
_OF_A_PEOPLE: Final = tuple(sorted(_CLASSES["ends_of_peoples"]))  # "a Russian region" is not called so
BACK: Final = 1  # sentences before its own in which a region is named


def regions(text: str, span: Span, sentences: Sequence[Span], headlines: Iterable[Span]) -> frozenset[str]:
    """Return the regions in which a claim stands, by kind and name: "region sarn" of "the Sarn region".

    One that it points at and that is named nowhere near is not known.  A claim of a headline that names none stands
    where the first sentence below it does, if that names just one.
    """
    own = frozenset(_named(text[slice(*span)]))
    if own:
        return own
    title = next((head for head in headlines if head[0] <= span[0] and span[1] <= head[1]), None)
    if title is not None:
        below = next((text[start:end] for start, end in sentences if start >= title[1]), "")
        found = frozenset(_named(below))
        return found if len(found) == 1 else frozenset()
    pointed = {match[1].lower() for match in _POINTING.finditer(text[slice(*span)])}
    return _meant(text, span[0], sentences, pointed) if pointed else frozenset()


def sentence_at(start: int, sentences: Sequence[Span]) -> int | None:
    """Return which of the sentences a place stands in, ``None`` where it stands in none."""
    return next((number for number, (first, last) in enumerate(sentences) if first <= start < last), None)


def _meant(text: str, start: int, sentences: Sequence[Span], pointed: set[str]) -> frozenset[str]:
    """Return the region named last before a place, of the kind that is pointed at."""
    kinds = {_KINDS[noun] for noun in pointed - {ANY}}
    at = sentence_at(start, sentences)
    if at is None:
        return frozenset()
    before = text[sentences[max(0, at - BACK)][0] : start]
    fitting = [each for each in _named(before) if not kinds or each.partition(" ")[0] in kinds]
    return frozenset(fitting[-1:])


def _named(text: str) -> Iterator[str]:
    """Yield the regions that a text names, in order: "the Sarn and Marn regions", "the province of Sarn"."""
    found = {match.start(1): (match[3], match[1], match[2]) for match in _BEHIND.finditer(text)}
    for match in _BEFORE.finditer(text):
        if _name(match[1]):  # "the Sarn region of Zemria", but "the Zemrian region of Sarn"
            found[match.start(2)] = (match[1], match[2], match[3])
    for _, (names, noun, plural) in sorted(found.items()):
        parts = _APART.split(names)
        called = map(_name, parts if plural else parts[-1:])
        yield from (f"{_KINDS[noun.lower()]} {name}" for name in called if name)


def _name(words: str) -> str:
    """Return a name as names are compared; nothing where it names no region ("The", "Zemrian", "Monday")."""
    told = [word for word in anyascii(words).lower().split() if word not in _NAMELESS]
    return "" if not told or told[-1].endswith(_OF_A_PEOPLE) or not words[:1].isupper() else " ".join(told)
