"""Lines for a terminal: wrapped and shortened at words, never steering it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import Any

from wcwidth import clip, ljust, width, wrap

from whosays.errors import printable

WIDTH = 100
WIDEST = 42  # of the first of two columns
COUNT = re.compile(r" (\d+(?:,|$))")
# what says something else without what it leads up to: "a 23" of "a 23 per cent cut"
LEFT_OVER = re.compile(r"(?: (?:[^\w\s]*\d[\d.,]*|an?|the|of|in|to|by|for|not))+$", re.IGNORECASE)


def wrapped(text: str, indent: int = 2) -> list[str]:
    """Return the text in lines of at most ``WIDTH``, those after the first further in; no count leaves its name."""
    start = " " * indent
    lines = wrap(
        COUNT.sub("\xa0\\1", printable(text)),
        WIDTH,
        initial_indent=start,
        subsequent_indent=f"{start}  ",
        break_on_hyphens=False,
    )
    return [line.replace("\xa0", " ") for line in lines]


def shortened(text: str, room: int) -> str:
    """Return the text in at most ``room`` cells; an ellipsis after a whole word says that more follows."""
    whole = printable(text)
    if width(whole) <= room:
        return whole
    words = clip(whole, 0, room).rpartition(" ")[0] or clip(whole, 0, room - 1)
    return f"{LEFT_OVER.sub('', words).rstrip(' ,;:-–—')}…"


def in_columns(rows: Iterable[tuple[str, str]], indent: int = 2) -> list[str]:
    """Return each pair in lines of at most ``WIDTH``: the second texts wrapped, one below the other."""
    pairs = [(shortened(left, WIDEST), printable(right)) for left, right in rows]
    room = indent + max((width(left) for left, _ in pairs), default=0) + 2
    return [line for left, right in pairs for line in _beside(f"{' ' * indent}{left}", right, room)]


def _beside(left: str, right: str, room: int) -> list[str]:
    lines = wrap(right, WIDTH - room, break_on_hyphens=False) or [""]
    return [(ljust(left if not at else "", room) + text).rstrip() for at, text in enumerate(lines)]


def many(count: int, noun: str) -> str:
    """Return the count with its noun, in the plural where that is due."""
    return f"{count} {noun}{'' if count == 1 else 's'}"


def ranked(counts: Counter[Any]) -> list[tuple[Any, int]]:
    """Return what was counted, the most frequent first, then by name."""
    return sorted(counts.items(), key=lambda item: (-item[1], str(item[0])))


def counted(values: Iterable[Any]) -> str:
    """Return the values that are there, each with how often, the most frequent first."""
    return ", ".join(f"{name} {count}" for name, count in ranked(Counter(value for value in values if value)))


def distinct(texts: Iterable[Any]) -> list[str]:
    """Return the texts that are there, once each whatever their capitals, in their order."""
    shown = [printable(str(text)) for text in texts if text]
    return list({text.casefold(): text for text in reversed(shown)}.values())[::-1]


def some(texts: Iterable[Any], most: int) -> str:
    """Return up to ``most`` distinct texts; an ellipsis says that there are more."""
    found = distinct(texts)
    return "; ".join(found[:most]) + ("; …" if len(found) > most else "")
