"""Whether an article is wholly another one's (every attribution in it stands there, or nearly all words), or mostly."""

from __future__ import annotations

import bisect
from collections.abc import Collection, Iterator
from typing import Final

from whosays.extract.records import Span
from whosays.graph.reuse.fingerprints import Text
from whosays.resources import word_classes

MOST: Final = 0.5  # of the words of either text: more is no borrowed passage
WHOLE: Final = 0.85  # of all words: what an outlet adds beside is furniture
WITHOUT_ATTRIBUTIONS: Final = 0.6  # of all words, where nobody says anything in the article
TAKEN: Final = 0.7  # of the attributions: the rest may be retold in other words, or misread
COVERED: Final = 0.5  # of the words of a content, in shared passages
RETOLD: Final = 0.6  # of the telling words of a content, in one stretch of the original
STRETCH: Final = 40  # words: a sentence and its attribution
_LITTLE: Final = word_classes("graph")["little"]


def is_whole(contents: Collection[tuple[Span, ...]], copy: Text, shared: Collection[int], original: Text) -> bool:
    """Tell whether a copy is wholly one; ``contents`` are what its sources say, ``shared`` its words in passages."""
    part = len(shared) / max(1, len(copy.words))
    if part >= WHOLE:
        return True
    found = [words for content in contents if (words := list(_words(content, copy)))]
    if not found:
        return part >= WITHOUT_ATTRIBUTIONS
    places = _places(original)
    taken = sum(_stands(words, copy, shared, places) for words in found)
    return taken >= TAKEN * len(found)


def is_most(copied: int, copy: Text, taken: int, original: Text) -> bool:
    """Tell whether the words that two texts share are most of the one or of the other."""
    return copied >= MOST * len(copy.words) or taken >= MOST * len(original.words)


def _words(content: tuple[Span, ...], text: Text) -> Iterator[int]:
    for start, end in content:
        first = bisect.bisect_left(text.spans, (start, start))
        last = bisect.bisect_left(text.spans, (end, end))
        yield from range(first, last)


def _stands(words: list[int], copy: Text, shared: Collection[int], places: dict[str, list[int]]) -> bool:
    if sum(word in shared for word in words) >= COVERED * len(words):
        return True
    telling = {copy.words[word] for word in words} - _LITTLE
    return bool(telling) and _densest(telling, places) >= RETOLD * len(telling)


def _places(text: Text) -> dict[str, list[int]]:
    places: dict[str, list[int]] = {}
    for at, word in enumerate(text.words):
        if word not in _LITTLE:
            places.setdefault(word, []).append(at)
    return places


def _densest(telling: set[str], places: dict[str, list[int]]) -> int:
    """Return how many of the words stand together in one stretch at most."""
    found = sorted((at, word) for word in telling for at in places.get(word, ()))
    inside: dict[str, int] = {}
    most = first = 0
    for at, word in found:
        inside[word] = inside.get(word, 0) + 1
        while found[first][0] <= at - STRETCH:
            gone = found[first][1]
            inside[gone] -= 1
            if not inside[gone]:
                del inside[gone]
            first += 1
        most = max(most, len(inside))
    return most
