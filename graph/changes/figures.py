"""Figures that somebody who took over a sentence changed: another number in its place, or a bound that is gone.

Only what both sides of the number tell alike is compared: the word behind it, the sign before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from whosays.extract.records import Span
from whosays.graph.changes.account import Account
from whosays.graph.changes.alignment import Alignment
from whosays.graph.changes.change import Difference, Kind
from whosays.resources import read_lines, word_classes

NEAR: Final = 0.1  # of the number: a rounded one is not farther from it
MARKETS: Final = word_classes("graph")["of_markets"]
WEEK: Final = 7  # days after which a number in the same words is only of the same where it is
CLOSE: Final = 1.25  # so many times the other at most
OF_A_DAY: Final = word_classes("graph")["of_a_day"]
JUST_PAST: Final = word_classes("graph")["just_past"]
TIMES: Final = word_classes("graph")["times_just_past"]
BOUNDS: Final = tuple(read_lines("graph", "bounds.txt"))  # the first that stands there counts
_UNITS: Final = "|".join(sorted(word_classes("graph")["turned_into_others"]))
_CONVERTED: Final = re.compile(
    rf"(?:\d ?|[ -])(?:{_UNITS})\s?[(\[](?:(?:{'|'.join(BOUNDS)}) )?$"
)  # "two miles (about | 3 km)"
_BEFORE: Final = 60  # characters before a number in which what it is converted from ends


@dataclass(frozen=True, slots=True)
class _Number:
    """A number by the words that it is written in, its value, and the sign before it."""

    words: range
    span: Span
    value: float
    sign: str
    exact: int  # digits that tell something


def figure_differences(found: Alignment) -> Iterator[Difference]:
    """Yield the figures in whose place the later article has another one."""
    yield from _other_numbers(found)
    yield from _lost_bounds(found)


def _other_numbers(found: Alignment) -> Iterator[Difference]:
    earlier, later = list(_numbers(found.earlier)), list(_numbers(found.later))
    for number in earlier:
        place = _place(found, number.words)
        if place is None:
            continue
        there = [other for other in later if place[0] < other.words[0] and other.words[-1] < place[1]]
        here = [other for other in earlier if _between(number.words, other.words)]
        if len(there) != 1 or len(here) != 1 or there[0].sign != number.sign:
            continue
        kind = _kind(number, there[0])
        moves = MARKETS & found.earlier.said(found.earlier.sentence(number.span))
        if told_below(found.later, there[0].span, number.value):
            continue
        if kind and not moves and _counts_alike(found, number, there[0]) and not _anew(found, number, there[0]):
            words = found.earlier.exact(number.span), found.later.exact(there[0].span)
            yield Difference(
                kind,
                found.earlier.sentence(number.span),
                found.later.sentence(there[0].span),
                f"“{words[0]}” became “{words[1]}”",
            )


def _lost_bounds(found: Alignment) -> Iterator[Difference]:
    """Find "at least" before a number that both have, where nothing stands in its place."""
    for number in _numbers(found.earlier):
        if number.words[0] not in found.to:
            continue
        there = found.to[number.words[0]]
        for bound in BOUNDS:
            own = bound.split()
            before = range(number.words[0] - len(own), number.words[0])
            if [found.earlier.words.words[each] for each in before if each >= 0] != own or any(
                each in found.to for each in before
            ):
                continue
            if (
                found.to.get(before[0] - 1) == there - 1
                and found.later.words.words[there] == found.earlier.words.words[number.words[0]]
            ):
                span = found.earlier.words.covers(before[0], number.words[-1])
                after = found.later.words.covers(there, there + len(number.words) - 1)
                if told_below(found.later, after, number.value, bounded=True):
                    break
                yield Difference(
                    "boundDropped",
                    found.earlier.sentence(span),
                    found.later.sentence(after),
                    f"“{found.earlier.exact(span)}” became “{found.later.exact(after)}”",
                )
            break


def told_below(account: Account, span: Span, value: float, *, bounded: bool = False) -> bool:
    """Tell whether what stands in a headline is told in full below it: "20 killed" above "at least 20 were killed".

    ``value`` is the number that stands there, with one of ``BOUNDS`` before it where it has to be ``bounded``.
    """
    title = next((head for head in account.told.headlines if head[0] <= span[0] and span[1] <= head[1]), None)
    return title is not None and any(
        number.value == value and number.span[0] >= title[1] and (not bounded or _has_bound(account, number.words[0]))
        for number in _numbers(account)
    )


def _has_bound(account: Account, place: int) -> bool:
    """Tell whether a bound stands right before a word: "at least" before "20"."""
    return any(list(account.words.words[max(0, place - len(own)) : place]) == own for own in map(str.split, BOUNDS))


def _numbers(account: Account) -> Iterator[_Number]:
    """Yield the numbers of an article but those that tell another one in another unit."""
    for number in account.told.numbers:
        words = account.numbers((number.span[0] + len(number.sign), number.span[1]))
        if words and not _CONVERTED.search(account.text, max(0, number.span[0] - _BEFORE), number.span[0]):
            digits = f"{number.value:f}".replace(".", "").strip("0")
            yield _Number(words, number.span, number.value, number.sign, len(digits))


def _place(found: Alignment, own: range) -> tuple[int, int] | None:
    """Return the words of the later article between which the number would stand; ``None`` where it is there."""
    if all(number in found.to for number in own):
        return None
    left, right = found.to.get(own[0] - 1), found.to.get(own[-1] + 1)
    if left is None or right is None or not 1 < right - left <= len(own) + 4:
        return None
    kept = sum(own[0] - each in found.to for each in range(1, 5)) + sum(
        own[-1] + each in found.to for each in range(1, 5)
    )
    return (left, right) if kept >= 5 else None


def _between(own: range, other: range) -> bool:
    """Tell whether a number of the earlier article stands between the same words."""
    return own[0] - 1 < other[0] <= own[-1] + 1


def _counts_alike(found: Alignment, one: _Number, other: _Number) -> bool:
    """Tell whether the word behind the number is the same."""
    here, there = one.words[-1] + 1, other.words[-1] + 1
    words = found.earlier.words.words, found.later.words.words
    return here < len(words[0]) and there < len(words[1]) and words[0][here] == words[1][there]


def _anew(found: Alignment, one: _Number, other: _Number) -> bool:
    """Tell whether the later number is of another day or incident, told in the words of the earlier one.

    "In the last 24 hours" is another time each day; two weeks on another school was hit.
    """
    days = found.days
    if not days:
        return False
    far = max(one.value, other.value) > CLOSE * min(one.value, other.value)
    said = found.later.said(found.later.sentence(other.span))
    of_a_day = bool(said & OF_A_DAY or (said & JUST_PAST and said & TIMES))
    return of_a_day or (far and days > WEEK)


def _kind(one: _Number, other: _Number) -> Kind | None:
    if one.value in {other.value, 0}:
        return None
    if abs(one.value - other.value) <= NEAR * one.value and other.exact < one.exact:
        return "figureRounded"
    return "figureRaised" if other.value > one.value else "figureLowered"
