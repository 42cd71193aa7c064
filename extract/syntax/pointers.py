"""Contents that only point at another claim of the article: "the account", "that claim", "the union's figure", "it".

What one points at is told by marks, as the setting of a figure is: "it", or the noun; "counts" and "deaths" where that
is a number; "shown" where it is what shows something itself; "of ..." whose it is, "on ..." and "about ..." its topic,
the latter wherever that is told of; "higher" of several; "several" where it is no single one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from whosays.extract.lexicon import word_class

# what shows or tells something itself; it stands for what it was said to show
_EVIDENCE: Final = word_class("evidence")
_FIGURES: Final = word_class("counting_claims")
_DEATHS: Final = frozenset("toll count tally".split())
_POINTER: Final = re.compile(
    r"[\s\"'“‘]*(?:(?:that|whether)\s+)?(?:"
    r"it|this|that|the same|these|those|(?:about|on)\s+(?:the|that|this)\s+(?P<of>[\w’'-]+)"
    r"|(?P<whose>the|that|this|these|those|neither|both|any|no|his|her|its|their|[\w’'. -]{1,40}?[’']s?)\s+"
    r"(?P<which>(?:[\w-]+\s+){0,2}?)(?P<noun>" + "|".join(sorted(word_class("claims") | _EVIDENCE, reverse=True)) + r")"
    r"(?:\s+(?:about|on)\s+(?P<topic>[\w’'-]+(?:\s+[\w’'-]+){0,2}))?"
    r")[\s\"'”’.,]*",
    re.IGNORECASE,
)
_HIGHER: Final = frozenset("higher highest larger bigger".split())
_MANY: Final = word_class("of_how_many")
_EMPTY: Final = word_class("empty_of_meaning")
_WORD: Final = re.compile(r"[^\W_]+")


def pointer(content: str) -> tuple[str, ...]:
    """Return the marks of a content that only points at another claim, none where it says something itself."""
    found = _POINTER.fullmatch(content)
    return () if found is None else tuple(_marks(content, found))


def _marks(content: str, found: re.Match[str]) -> Iterator[str]:
    noun = (found["noun"] or "it").lower()
    yield noun
    if noun in _FIGURES:
        yield "counts"
    if noun in _DEATHS:
        yield "deaths"
    if noun in _EVIDENCE:
        yield "shown"
    if owners := (_words(found["whose"]) | _words(found["which"])) - _EMPTY - _HIGHER - _MANY:
        yield " ".join(("of", *sorted(owners)))
    for kind, topic in (("on", found["topic"]), ("about", found["of"])):
        if topic is not None:
            yield " ".join((kind, *sorted(_words(topic) - _EMPTY)))
    if _HIGHER & _words(found["which"]):
        yield "higher"
    if _MANY & _words(content):
        yield "several"


def _words(text: str | None) -> frozenset[str]:
    return frozenset(word.lower() for word in _WORD.findall(text or "") if len(word) > 1)
