"""Claims as one reads them: without the marks around them, and which of them say something by themselves.

A clause does, a bare number, a pronoun or a noun phrase does not.

Read without a parser, from forms of "be" and "have", modals, endings and what stands before them; a verb that cannot
be told from a noun is missed ("hundreds fall ill").
"""

from __future__ import annotations

import re
from typing import Final

from whosays.graph.wording.grammar import Word, read_words
from whosays.graph.wording.word_senses import irregular_verbs

_FINITE: Final = frozenset(
    """
    am is are was were has have had will would shall should can could may might must do does did cannot isn aren wasn
    weren hasn haven hadn won wouldn shouldn couldn mustn don doesn didn
    """.split()
)
_SUBJECTS: Final = frozenset("i we they you he she it who nobody everybody everyone somebody someone".split())
_RELATIVES: Final = frozenset({"that", "which", "who", "whose", "whom", "where"})
# behind one of these a word in "-ed" describes what follows: "the burned names", "of cracked tanks"
_BEFORE_NOUNS: Final = frozenset(
    """
    a an the this that these those his her its their our my your some any no every each all both many more most few
    of in on at by with from for to about as and or than very so too newly badly recently into onto over under
    through between against without during after before since until near around
    """.split()
)
# behind a verb: "needs a victory", "speaks of it", and seldom behind a noun in "-s"
_OBJECTS: Final = frozenset("a an the his her its their no of to it them him us me this these those".split())
_HELPERS: Final = _FINITE | frozenset("be been being having getting got get not n't".split())
_INFINITIVE: Final = 4  # words of "not to drink from the tap" that say enough
_MARKS: Final = frozenset([*",;:.!?…", "..."])
_EDGES: Final = re.compile(r"^(?:that|whether)\s+|[\s,]+$|,(?=[\"”’']$)")
_PAIRS: Final = {"“": "”", "‘": "’", '"': '"', "'": "'"}
_SAID_TO_HAVE: Final = re.compile(r"^(?P<who>[^…]+) … (?P<denied>not )?to have (?=\w)")
_SEVERAL: Final = re.compile(
    r"^(?:some|many|most|several|both|two|three|dozens|hundreds|thousands|people|they|we|\d+)\b"
    r"|\b(?:people|police|men|women|children|\w+[^sui\W]s)$",
    re.IGNORECASE,
)
_PARTED: Final = re.compile(r"\w\s+…\s+(?:not\s+)?to\s+\w")  # "The dam … to have leaked"


def worded(text: str) -> str:
    """Return a claim's words without the marks around them, "The dam … to have leaked" as the clause that it is."""
    bare = " … ".join(filter(None, map(_unquoted, text.split(" … "))))
    found = _SAID_TO_HAVE.match(bare)
    if found is None:
        return bare
    have = "have" if _SEVERAL.search(found["who"].split(",")[0]) else "has"
    comma = "," if "," in found["who"] else ""
    return f"{found['who']}{comma} {have} {found['denied'] or ''}{bare[found.end() :]}"


def _unquoted(text: str) -> str:
    """Return words without "that", without the comma at their end, and without quotation marks that hold all of them.

    Marks of which only one is left are cut off as well; those of words that are quoted inside stay.
    """
    while (bare := _without_marks(_EDGES.sub("", text))) != text:
        text = bare
    return text


def _without_marks(text: str) -> str:
    for opening, closing in _PAIRS.items():
        inside = text[1:-1]
        if text.startswith(opening) and text.endswith(closing) and opening not in inside and len(text) > 1:
            return inside
        if text.startswith(opening) and closing not in text[1:]:
            return text[1:]
        if text.endswith(closing) and opening not in text[:-1]:
            return text[:-1]
    return text


def is_clause(text: str) -> bool:
    """Tell whether a wording says something of something: "the dam broke", and not "800", "it" or "the suit"."""
    words = [word for word in read_words(text) if word.low not in _MARKS]
    return bool(_PARTED.search(text)) or _has_predicate(words) or _is_infinitive(words)


def _has_predicate(words: list[Word]) -> bool:
    """Tell whether there is a finite verb that belongs to no relative clause."""
    pending = 0
    for at in range(1, len(words)):
        low = words[at].low
        if low in _RELATIVES:
            pending += 1
        elif _is_finite(words, at):
            if not pending:
                return True
            pending -= 1
    return False


def _is_finite(words: list[Word], at: int) -> bool:
    word, ahead, behind = words[at], words[at - 1], words[at + 1].low if at + 1 < len(words) else ""
    if word.low in _FINITE:
        return True
    if word.low in _BEFORE_NOUNS or ahead.low in _BEFORE_NOUNS | _HELPERS:
        return False
    if word.low.endswith("ed") or word.low in irregular_verbs():
        return not ahead.low[:1].isdigit() or not behind.isalpha() or behind in _BEFORE_NOUNS  # "340 treated patients"
    if ahead.low in _SUBJECTS:
        return word.low.isalpha()
    if word.low.endswith("ing"):
        return ahead.capital and not word.capital  # a headline's "Okhar losing men"
    present = word.low.endswith("s") and not word.low.endswith(("ss", "us"))
    return present and not word.capital and (behind in _OBJECTS or behind[:1].isdigit())


def _is_infinitive(words: list[Word]) -> bool:
    lows = [word.low for word in words if word.low != "not"]
    return lows[:1] == ["to"] and len(lows) > _INFINITIVE
