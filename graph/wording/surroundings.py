"""What is said of two figures, by the stems of the words around them as the article was read (``ws:setting``).

Two figures whose measures are mere words, or amounts, are of the same where these words are.
"""

from __future__ import annotations

from typing import Final

from whosays.graph.wording.incidents import NAME, names_among

MANY: Final = 3  # words that two figures of the same share if they are half of those of the one with fewer
FEW: Final = 2  # the same if they are nearly half of all words of both
HALF: Final = 0.5
NEARLY_HALF: Final = 0.4


def same_surroundings(one: frozenset[str], other: frozenset[str]) -> bool:
    """Tell whether what is said of two figures is the same, and neither names what the other does not."""
    if _named_besides(one, other) and _named_besides(other, one):
        return False
    mine, theirs = (frozenset(word for word in side if not word.startswith(NAME)) for side in (one, other))
    shared, fewer, both = len(mine & theirs), min(len(mine), len(theirs)), len(mine | theirs)
    return (shared >= MANY and shared >= HALF * fewer) or (shared >= FEW and shared >= NEARLY_HALF * both)


def _named_besides(one: frozenset[str], other: frozenset[str]) -> bool:
    """Tell whether somebody or something is named for the first that the second knows nothing of."""
    return not names_among(one) <= other
