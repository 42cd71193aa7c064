"""The words of two articles side by side: which word of the one is which of the other, and what stands between."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Final

from whosays.extract.records import Span
from whosays.graph.changes.account import Account
from whosays.graph.reuse import passages

REACH: Final = 6  # words to either side of a gap in which the ones that both have are looked for
KEPT: Final = 4  # of these words both have at least, so that the gap is in the same sentence of both
LONGEST: Final = 60  # words between two that both have, in which more of them are looked for
HALF: Final = LONGEST // 2
CLOSE: Final = 12  # words in which a single one is told from chance by those around it
ROW: Final = 3  # words in a row that are none by chance in a longer stretch
WIDEST: Final = 10  # words that stand in for others


@dataclass(frozen=True, slots=True)
class Gap:
    """Words of the one, those in their place in the other, and there the words around that both have."""

    before: range
    after: range
    around_after: Span


@dataclass(frozen=True, slots=True)
class Alignment:
    """``to`` maps words of the earlier article to words of the later one, by number."""

    earlier: Account
    later: Account
    to: Mapping[int, int]

    @classmethod
    def of(cls, earlier: Account, later: Account) -> Alignment:
        """Lay two articles side by side, by the passages that they share."""
        pairs: dict[int, int] = {}
        for passage in passages(later.words, earlier.words):
            pairs.update(zip(passage.taken, passage.copied, strict=True))
        pairs.update(_between(earlier.words.words, later.words.words, pairs))
        return cls(earlier, later, pairs)

    @property
    def days(self) -> int | None:
        """How many days the later article was published after the earlier one; ``None`` where that is not known."""
        before, after = self.earlier.told.day, self.later.told.day
        if before is None or after is None:
            return None
        return (dt.date.fromisoformat(after[:10]) - dt.date.fromisoformat(before[:10])).days

    def turned(self) -> Alignment:
        """Return the same from the later article to the earlier one."""
        return Alignment(self.later, self.earlier, {there: here for here, there in self.to.items()})

    def gap(self, span: Span) -> Gap | None:
        """Return what stands in the place of some words that are not there; ``None`` where the place is not known."""
        numbers = self.earlier.numbers(span)
        if not numbers or any(number in self.to for number in numbers):
            return None
        left = [number for number in range(numbers[0] - 1, numbers[0] - 1 - REACH, -1) if number in self.to]
        right = [number for number in range(numbers[-1] + 1, numbers[-1] + 1 + REACH) if number in self.to]
        if not left or not right or len(left) + len(right) < KEPT:
            return None
        first, last = self.to[left[0]], self.to[right[0]]
        outer = self.to[left[-1]], self.to[right[-1]]
        if not (outer[0] <= first < last <= outer[1]) or last - first - 1 > WIDEST or outer[1] - outer[0] > 4 * REACH:
            return None
        return Gap(
            range(left[0] + 1, right[0]),
            range(first + 1, last),
            self.later.words.covers(*outer),
        )

    def images(self, numbers: Iterable[int]) -> list[int]:
        """Return the words of the later article that some words of the earlier one are, in order."""
        return sorted(self.to[number] for number in numbers if number in self.to)


def _between(earlier: Sequence[str], later: Sequence[str], known: Mapping[int, int]) -> Iterator[tuple[int, int]]:
    """Yield the words of both between those known to be the same, too few in a row to be found by themselves."""
    ends = [(-1, -1), *sorted(known.items()), (len(earlier), len(later))] if known else []
    for (left, start), (right, end) in pairwise(ends):
        if max(right - left, end - start) <= LONGEST:
            yield from _runs(earlier, later, (left + 1, right), (start + 1, end))
            continue
        if left >= 0:
            yield from _runs(
                earlier, later, (left + 1, min(right, left + HALF)), (start + 1, max(start + 1, min(end, start + HALF)))
            )
        if right < len(earlier):
            yield from _runs(
                earlier, later, (max(left + HALF, right - HALF), right), (max(start + HALF, end - HALF), end)
            )


def _runs(earlier: Sequence[str], later: Sequence[str], here: Span, there: Span) -> Iterator[tuple[int, int]]:
    """Yield which words of two stretches are the same."""
    long = max(here[1] - here[0], there[1] - there[0])
    if min(here[1] - here[0], there[1] - there[0]) <= 0:
        return
    matcher = SequenceMatcher(None, earlier[slice(*here)], later[slice(*there)], autojunk=False)
    for run in matcher.get_matching_blocks():
        if run.size >= (1 if long <= CLOSE else ROW):
            yield from ((here[0] + run.a + n, there[0] + run.b + n) for n in range(run.size))
