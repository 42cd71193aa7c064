"""Words in the form in which they are compared: in small letters, without accents, in one spelling."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache
from typing import TypeVar

from whosays.resources import read_records

T = TypeVar("T")
CACHED = 16_384  # words whose reading is remembered
LONGEST_RUN = 4  # words
POSSESSIVES = ("'s", "’s", "‘s", "´s")


def word_set(text: str) -> frozenset[str]:
    """Return the words of a text as a set; word lists read best as text."""
    return frozenset(text.split())


SMALL_WORDS = word_set("the a an of for and & on in at to de la du des von van der")


@lru_cache(maxsize=CACHED)
def fold(text: str) -> str:
    """Return a text in lower case without accents, possessive endings and full stops."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).lower()
    return re.sub(r"(?:['’‘´]s?|[.,])$", "", plain.replace("’", "'")).replace(".", "")


@lru_cache(maxsize=CACHED)
def words_of(text: str) -> tuple[str, ...]:
    """Return the folded words of a text, spelled one way ("Defense" and "Defence" are the same word)."""
    found = (fold(word) for word in re.sub(r"\s*([’‘´'])s\b", r"\1s", text).split())
    return tuple(_spellings().get(word, word) for word in found if word.strip("-–—()[]\"“”'’‘,;:"))


def runs(words: Sequence[str], told: Callable[[str], T | None]) -> Iterator[tuple[T, int, int]]:
    """Yield what runs of words are told to be, with where they begin and end: from left to right, longest first."""
    start = 0
    while start < len(words):
        for end in range(min(start + LONGEST_RUN, len(words)), start, -1):
            if found := told(" ".join(words[start:end])):
                yield found, start, end
                start = end
                break
        else:
            start += 1


@cache
def _spellings() -> dict[str, str]:
    return {row["word"]: row["one_spelling"] for row in read_records("gazetteer", "spellings.tsv")}
