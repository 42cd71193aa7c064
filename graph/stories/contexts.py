"""Which articles are about the same: those that share enough of the names that they are known by.

Articles of two months that nothing but a few names ties together are of two events: the same people make news again.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Final

SHARED_NAMES: Final = 3
MANY_NAMES: Final = 7  # that articles share which are about the same long after
LONG_AFTER: Final = 60  # days
FEW: Final = 64  # articles, which are looked at one by one


@dataclass(frozen=True, slots=True)
class Context:
    """What an article is known by: names, and the day on which it was published."""

    names: frozenset[str]
    day: str | None = None


def about_the_same(one: Context, other: Context) -> bool:
    """Tell whether two articles are about the same."""
    return len(one.names & other.names) >= (MANY_NAMES if _long_after(one.day, other.day) else SHARED_NAMES)


def _long_after(one: str | None, other: str | None) -> bool:
    if one is None or other is None or one[:7] == other[:7]:
        return False
    return abs((dt.date.fromisoformat(one) - dt.date.fromisoformat(other)).days) > LONG_AFTER
