"""Short texts for a picture: lines that fit a box whatever the font, and numbers as people write them."""

from __future__ import annotations

import functools
import unicodedata

from whosays.graph.view.model.data import Figure
from whosays.graph.wording import measure_name, predicate_of, unit_of

ELLIPSIS = "…"
NARROW = frozenset("iljtfrI.,;:'’‘|!()[] ")
BROAD = frozenset("mwMW@%—…")


def fitted(text: str, width: float, lines: int) -> str:
    """Return ``text`` in at most ``lines`` lines of ``width`` ems, with an ellipsis where it was cut.

    Control, bidirectional and zero-width characters are left out: a label is a name tag, not the evidence.
    """
    words = [part for word in visible(text).split() for part in _broken(word, width)]
    rows: list[str] = []
    while words and len(rows) < lines:
        rows.append(words.pop(0))
        while words and _ems(f"{rows[-1]} {words[0]}") <= width:
            rows[-1] += " " + words.pop(0)
    if words and rows:
        rows[-1] = _cut(rows[-1] + ELLIPSIS, width)
    return "\n".join(rows)


def visible(text: str) -> str:
    """Return ``text`` without the characters that only steer how other ones are shown."""
    return "".join(" " if char.isspace() else char for char in text if char.isspace() or _shown(char))


def clipped(text: str, length: int) -> str:
    """Return ``text`` cut to ``length`` characters, an ellipsis for what is missing."""
    return text if len(text) <= length else text[: length - 1].rstrip() + ELLIPSIS


def figure(value: Figure) -> str:
    """Say a figure as an interval, what is counted and of whom: "100 or more · killed · soldiers".

    What is only about so many is said as the article does: "nearly 60", not "54 to 59"; so are its units.
    """
    told, measure = _interval(value), value.measure or ""
    if unit_of(measure.lower()):
        unit, done = measure_name(measure), predicate_of(measure.lower())
        told = told if told == value.text else f"{told} {unit.removesuffix(done).strip()}"
        measure = done
    parts = (told, measure, value.of)
    return " · ".join(part for part in parts if part)


def _interval(value: Figure) -> str:
    low, high = _number(value.low), _number(value.high)
    if value.approximate or (low is None and high is None):
        return value.text
    if high is None:
        return f"{low} or more"
    if low is None:
        return f"up to {high}"
    return f"{low}" if low == high else f"{low} to {high}"


def _number(value: float | None) -> str | None:
    if value is None:
        return None
    return f"{value:,.0f}" if value == int(value) else f"{value:,}"


@functools.cache  # of a million and a tenth code points; an article uses a hundred
def _shown(char: str) -> bool:
    return unicodedata.category(char) not in ("Cc", "Cf", "Co", "Cs", "Cn")


def _broken(word: str, width: float) -> list[str]:
    """Split a word that fits no line; what comes after a few lines is never shown."""
    parts: list[str] = []
    while _ems(word[:200]) > width and len(parts) < 4:
        end = next(end for end in range(1, len(word) + 1) if _ems(word[:end]) > width) - 1
        parts.append(word[: max(end, 1)])
        word = word[max(end, 1) :]
    return [*parts, word[:200]]


def _cut(row: str, width: float) -> str:
    while _ems(row) > width and len(row) > 1:
        row = row[:-2].rstrip() + ELLIPSIS
    return row


def _ems(text: str) -> float:
    return sum(map(_em, text))


@functools.cache
def _em(char: str) -> float:
    if unicodedata.combining(char):
        return 0.0
    if unicodedata.east_asian_width(char) in "WF":
        return 1.0
    if char in NARROW:
        return 0.36
    if char in BROAD:
        return 0.97
    return 0.74 if char.isupper() else 0.58
