"""On which days of the week it happened what a claim tells: those that it names, or the one that opens what it is of.

"The guards opened fire" is told of Thursday's march in one report and of Friday's in the next; where the claim itself
names no day, the sentence does that begins with one: "On Thursday, the march reached the bridge.  The guards ...".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from whosays.extract.records import Span
from whosays.graph.articles.regions import sentence_at
from whosays.resources import word_classes

BACK: Final = 2  # sentences before its own that set the scene
_NEAR: Final = 5  # words behind the day
_SAYING: Final = word_classes("graph")["reporting"]
_WORD: Final = re.compile(r"[^\W\d_]+")
_DAYS: Final = "|".join(sorted(word_classes("gazetteer")["weekdays"]))
_DAY: Final = re.compile(rf"\b(?:{_DAYS})\b", re.IGNORECASE)
_BEFORE: Final = "|".join(sorted(word_classes("graph")["before_days"]))
_OPENING: Final = re.compile(rf"\W*(?:(?:{_BEFORE}) )*({_DAYS})\b", re.IGNORECASE)


def weekdays(text: str, span: Span, sentences: Sequence[Span]) -> frozenset[str]:
    """Return the days of the week that a claim names, or the one with which a sentence just before it begins.

    The nearest one counts: of "On Monday, ... On Friday, ... The guards fired" it is Friday.  "On Friday, the mayor
    said" tells when something was said.
    """
    own = frozenset(match[0].lower() for match in _DAY.finditer(text, *span))
    if own:
        return own
    at = sentence_at(span[0], sentences)
    if at is None:
        return frozenset()
    before = (text[slice(*sentence)] for sentence in reversed(sentences[max(0, at - BACK) : at + 1]))
    opened = next((found for found in map(_OPENING.match, before) if found and not _is_of_saying(found)), None)
    return frozenset({opened[1].lower()}) if opened else frozenset()


def _is_of_saying(day: re.Match[str]) -> bool:
    """Tell whether a verb of saying is among the words right behind the day that opens a sentence."""
    behind = _WORD.findall(day.string[day.end() :])[:_NEAR]
    return not _SAYING.isdisjoint(word.lower() for word in behind)
