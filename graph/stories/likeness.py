"""How much two articles are about the same: the cosine of their words, a rare word counting for more than a common one.

All numbers are whole ones, so that the order in which they are added up changes nothing, and the rarity of a word goes
by powers of two, so that one more article changes few of them.
"""

from __future__ import annotations

import math
from typing import Final

ALIKE: Final = 80  # of 1000: articles of one story are as much alike, on average
LEAST: Final = 40  # what is less counts as nothing
KNOWN: Final = 300  # articles taken as read: in a handful on one event its names are rare all the same
FRESH: Final = 3  # days in which an event is told
HALVED: Final = 14  # days more after which a likeness counts half
UNDATED: Final = 0.8  # what a likeness counts where it is not known how far apart: hardly within days
COPIED: Final = 800  # of 1000: what is so much alike is of one story however late it comes


def rarity(holders: int, articles: int) -> int:
    """Return how much a word weighs that stands in so many of the articles."""
    return max(0, (articles + KNOWN).bit_length() - holders.bit_length())


def likeness(shared: int, one: int, other: int, days: int | None) -> int:
    """Return how alike two articles are, of 1000.

    ``shared`` is the sum of the squares of what the shared words weigh, ``one`` and ``other`` that of all words of
    each, ``days`` how far apart they were published, ``None`` where that is not known.
    """
    if not shared:
        return 0
    found = shared / math.sqrt(one * other)
    if 1000 * found < COPIED:
        found *= UNDATED if days is None else 0.5 ** (max(0, days - FRESH) / HALVED)
    return round(1000 * found)
