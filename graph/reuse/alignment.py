"""The words that two texts have in common, as passages: where they stand in the one and in the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from whosays.graph.reuse.fingerprints import Text

SEED: Final = 4  # words in a row that must agree for a comparison to begin
GAP: Final = 6  # words put in, left out or changed between two runs of one passage
PASSAGE: Final = 8  # equal words that make a passage; fewer are how everybody writes
PLACES: Final = 8  # where a phrase that a text repeats is looked for, so that no text takes quadratic time


@dataclass(frozen=True, slots=True)
class Run:
    """``length`` equal words in a row, from word ``copy`` of the one and ``original`` of the other."""

    copy: int
    original: int
    length: int


@dataclass(frozen=True, slots=True)
class Passage:
    """Runs in the same order in both texts, close to each other: one stretch taken over, perhaps retouched."""

    runs: tuple[Run, ...]

    @property
    def copied(self) -> tuple[int, ...]:
        """The words of the copy that stand in the original."""
        return tuple(word for run in self.runs for word in range(run.copy, run.copy + run.length))

    @property
    def taken(self) -> tuple[int, ...]:
        """The words of the original that stand in the copy."""
        return tuple(word for run in self.runs for word in range(run.original, run.original + run.length))

    @property
    def in_copy(self) -> tuple[int, int]:
        """First and last word of it in the copy."""
        return self.runs[0].copy, self.runs[-1].copy + self.runs[-1].length - 1

    @property
    def in_original(self) -> tuple[int, int]:
        """First and last word of it in the original."""
        return self.runs[0].original, self.runs[-1].original + self.runs[-1].length - 1


def passages(copy: Text, original: Text) -> tuple[Passage, ...]:
    """Return what the first text shares with the second, in the order of the first; linear in both."""
    found: list[list[Run]] = []
    for run in _runs(copy.words, original.words):
        if found and _continues(found[-1][-1], run):
            found[-1].append(run)
        else:
            found.append([run])
    whole = (Passage(tuple(runs)) for runs in found)
    return tuple(passage for passage in whole if len(passage.copied) >= PASSAGE)


def _continues(before: Run, run: Run) -> bool:
    skipped = run.copy - before.copy - before.length
    left_out = run.original - before.original - before.length
    return skipped <= GAP and 0 <= left_out <= GAP


def _runs(copy: tuple[str, ...], original: tuple[str, ...]) -> Iterator[Run]:
    places = _places(original)
    at = 0
    expected = 0
    while at <= len(copy) - SEED:
        starts = places.get(copy[at : at + SEED], ())
        runs = [Run(at, start, _length(copy, at, original, start)) for start in starts]
        if not runs:
            at += 1
            continue
        longest = max(runs, key=lambda run: (run.length, -abs(run.original - expected), -run.original))
        yield longest
        at += longest.length
        expected = longest.original + longest.length


def _places(words: tuple[str, ...]) -> dict[tuple[str, ...], list[int]]:
    places: dict[tuple[str, ...], list[int]] = {}
    for at in range(len(words) - SEED + 1):
        known = places.setdefault(words[at : at + SEED], [])
        if len(known) < PLACES:
            known.append(at)
    return places


def _length(copy: tuple[str, ...], at: int, original: tuple[str, ...], start: int) -> int:
    most = min(len(copy) - at, len(original) - start)
    return next((n for n in range(SEED, most) if copy[at + n] != original[start + n]), most)
