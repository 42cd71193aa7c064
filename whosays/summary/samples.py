"""Which of many rows make good samples: words that can be read by themselves, each of another voice."""

from __future__ import annotations

import re
from typing import Any, TypeAlias

from whosays.errors import printable

Row: TypeAlias = dict[str, Any]  # of a table of the catalogue: what each column says

TELLING = 4  # words that a sample has at least, where there are such
LONGEST = 150  # characters that are shown uncut: what is cut before its verb says something else
# What has no subject says of nobody knows whom: "to hear from them", "had been wounded", "without a word"
HEADLESS = re.compile(
    r"(?:not |also |then )?(?:to|am|is|are|was|were|be|been|being|has|have|had|having|do|does|did|will|would|can|could"
    r"|may|might|must|shall|should|without|for|of|by|and|or|but|than)\b(?! (?:I|he|she|it|we|they|you|there)\b)",
    re.IGNORECASE,
)
CUT = re.compile(r"…|\.\.\.")  # left out by the article, or by us between two parts
SENTENCES = re.compile(r"\b[a-z]{2,}[.!?][\"”’']*\s+\S")  # and not "Mr. Roe"
# what points at something that stands elsewhere
POINTING = re.compile(
    r"(?:its|his|her|their|this|that|these|those|it|them|him|such)\b(?! (?:a|an|the)\b)", re.IGNORECASE
)
# of whom nobody can tell who it is: a voice of an article that does not tell it
PRONOUN = re.compile(r"(?:which|who|whom|that|this|it|he|she|they|the|no)\Z", re.IGNORECASE)
MARKS = (("“", "”"), ("‘", "’"), ("(", ")"))


def faults(text: str | None, *, clause: bool = True, subject: bool = True) -> int:
    """Return how many things keep words from being understood by themselves.

    ``clause``: they say something; ``subject``: they need one ("denied having said so" has its own).
    """
    words = printable(text or "")
    found = (
        not clause,
        len(words.split()) < TELLING,
        len(words) > LONGEST,
        subject and HEADLESS.match(words),
        CUT.search(words),
        SENTENCES.search(words),
        _is_half_quoted(words),
    )
    return sum(map(bool, found))


def is_headless(text: str | None) -> bool:
    """Tell words that say of nobody knows whom what they say."""
    return HEADLESS.match(text or "") is not None


def points_elsewhere(text: str | None) -> bool:
    """Tell "its report" and "that claim", which mean something that stands elsewhere."""
    return POINTING.match(text or "") is not None


def is_pronoun(name: str) -> bool:
    """Tell a voice that only a pronoun stands for."""
    return PRONOUN.match(name) is not None


def _is_half_quoted(words: str) -> bool:
    return words.count('"') % 2 == 1 or any(words.count(opening) > words.count(closing) for opening, closing in MARKS)
