"""What the clause around a figure says of it: the verb behind a list, "not" before a verb, how far away.

A parse often joins the list to the clause before it: "two men were killed and 30, including three nurses, were hurt".
"""

from __future__ import annotations

import re
from typing import Final

from spacy.tokens import Token

from whosays.extract.lexicon import participle, phrases, progressive, surface_forms, word_class

_LISTING: Final = r"(?:including|among (?:them|whom)|mostly|\w+ of (?:them|whom))"
_SAID = phrases("quantities", "clauses")
_WERE: Final = _SAID["WERE"]
_WHOLE: Final = re.compile(
    rf"(?: (?!and\b|or\b|\d)[\w’'-]+){{0,4}}?(?:,| \(| [–—-]) ?{_LISTING}\b(?P<list>[^.;:]{{1,80}}?){_WERE}"
)
_SOME_OF: Final = re.compile(rf"(?P<list>[^.;:,()–—]{{0,60}}?){_WERE}")
_OPENED: Final = re.compile(rf"(?:,| \(| [–—-]) ?{_LISTING} [^.;:,()–—]{{0,60}}$")
_OF_THEM: Final = re.compile(r" of (?:them|whom)\b")
_WORD: Final = re.compile(r"[a-z]+")
_LENGTHS: Final = frozenset(("km", "miles", "m", "nautical miles", "feet", "yards"))
_AWAY: Final = re.compile(r"(?: \([^()]{1,20}\))? (?:away|from (?:the|its|their) (?:border|frontier|front|coast))\b")
_NOT: Final = frozenset(("not", "n't", "n’t", "never"))
_ONLY: Final = word_class("behind_a_not")
_SUBJECTS: Final = frozenset(("nsubj", "nsubj:pass"))
_LONGEST: Final = 160  # characters before a number in which its list is opened


def state_behind_list(text: str, start: int, end: int, sentence_start: int) -> str | None:
    """Return what became of all and of some of them: "and 30, including three nurses, | were hurt" of both numbers."""
    before = text[max(sentence_start, start - _LONGEST) : start]
    listed = _OPENED.search(before) or (before.endswith(", ") and _OF_THEM.match(text, end))
    match = _SOME_OF.match(text, end) if listed else _WHOLE.match(text, end)
    if match is None or (listed and any(word in _told_apart() for word in _WORD.findall(match["list"]))):
        return None
    return surface_forms().get(match["state"])


def is_negated(top: Token) -> bool:
    """Tell whether a sentence says of a number that it did not happen: "40 lorries did not cross the border"."""
    verb = top.head
    if top.dep_ not in _SUBJECTS or verb is top:
        return False
    told = (child for child in verb.children if child.lower_ in _NOT and top.i < child.i < verb.i)
    return any(child.nbor(1).lower_ not in _ONLY for child in told)


def is_distance(text: str, end: int, unit: str | None, measure: str | None) -> bool:
    """Tell how far away something was ("heard 40 miles away") from how far somebody went ("moved 40 miles away")."""
    if unit not in _LENGTHS or measure is None or not _AWAY.match(text, end):
        return False
    return measure.split()[0] not in {form for verb in word_class("moving") for form in _forms(verb)}


def _told_apart() -> frozenset[str]:
    """Return the words that say of some of them what is not said of all: "three who died", "two of whom had left"."""
    return word_class("auxiliaries") | frozenset(surface_forms()) | {"who", "that"}


def _forms(verb: str) -> tuple[str, str]:
    return participle(verb), progressive(verb)
