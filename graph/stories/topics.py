"""What an article is about, in words: those of its title and of its lead.

News tells first what matters; what stands further down is background that other events share.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from anyascii import anyascii

from whosays.graph.articles import Article
from whosays.resources import word_classes

LEAD: Final = 1500  # characters: about the first ten sentences
_SHORTEST: Final = 3  # letters
_WORD: Final = re.compile(r"[^\W\d_][\w'’-]+|\d[\d,.]*\d")
_OWNER: Final = re.compile(r"'s$")


@dataclass(frozen=True, slots=True)
class Topic:
    """What an article is about: words; and its day and its title."""

    words: frozenset[str]
    day: str | None = None
    title: str | None = None


def topic(article: Article) -> Topic:
    """Return what an article is about."""
    told = (*_lead(article), article.credits.title or "")
    words = frozenset(word for text in told for word in _words(text))
    return Topic(words, article.told.day, article.credits.title)


def _lead(article: Article) -> Iterator[str]:
    """Yield the first sentences; what stands between them is a page's furniture, the same on all pages of a house."""
    told = 0
    for start, end in article.told.sentences or ((0, len(article.text)),):
        yield article.text[start : min(end, start + LEAD - told)]
        told += end - start
        if told >= LEAD:
            return


def _words(text: str) -> Iterator[str]:
    for match in _WORD.finditer(text):
        word = _OWNER.sub("", anyascii(match[0]).lower().strip("'-"))
        if len(word) >= _SHORTEST and word not in _left_out():
            yield word


def _left_out() -> frozenset[str]:
    common, own = word_classes("gazetteer"), word_classes("graph")
    return common["months"] | common["weekdays"] | own["little"] | own["telling"]
