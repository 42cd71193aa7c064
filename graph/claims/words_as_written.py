"""The words of a claim as they stand: in lower case, and what those that say something begin with."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from whosays.resources import word_classes

LONGEST: Final = 60  # words: what comes later tells little
STEM: Final = 5  # letters
REMEMBERED: Final = 1 << 15  # texts
_WORD: Final = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_EMPTY: Final = word_classes("graph")["function_words"]


@lru_cache(maxsize=REMEMBERED)
def words_in(text: str) -> tuple[str, ...]:
    """Return the first words of a text in lower case, without "'s"."""
    found = (word.lower().replace("’", "'").removesuffix("'s") for word in _WORD.findall(text))
    return tuple(found)[:LONGEST]


@lru_cache(maxsize=REMEMBERED)
def stems_in(text: str) -> frozenset[str]:
    """Return what the words of a text begin with, those that say something."""
    telling = (word for word in words_in(text) if word not in _EMPTY and (len(word) > 2 or word.isdigit()))
    return frozenset(word[:STEM] for word in telling)
