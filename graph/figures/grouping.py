"""What comparable figures differ about, and how each two of them stand to each other.

An issue is a frame without its number: how many Okhari soldiers were killed, wounded or lost.  It holds the
figures of one family of measures, of the same people or things, in articles about the same.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import Final, TypeAlias

from whosays.graph.articles import Counted
from whosays.graph.figures.comparator import compare
from whosays.graph.figures.figure import Figure
from whosays.graph.figures.incidents import one_wave
from whosays.graph.figures.pair import Verdict
from whosays.graph.figures.same_count import holds_up
from whosays.graph.wording import DENIED, EARLIER, counted_words, is_amount, is_tabled, measure_name

# a figure, the day on which it was told, and the names that its article is known by
Dated: TypeAlias = tuple[Counted, str | None, frozenset[str]]
MOST: Final = 120  # different counts on one issue that are compared with each other
NEAR: Final = 1.25  # so many times another count of the measure in an article it may be of the same
FAR: Final = 4.0  # and so many times it is not
_HARDLY: Final = Verdict("notComparable", "what is said of both hardly tells that they count the same")
ABOUT: Final = 8  # articles of a count that are looked at for what it is about


@dataclass(frozen=True, slots=True)
class Count:
    """All figures of one issue that tell the same count; the first stands for them."""

    quantities: tuple[str, ...]
    figure: Figure


@dataclass(frozen=True, slots=True)
class Comparison:
    """How the count that ``one`` stands for relates to that of ``other``; who refines comes first."""

    one: str
    other: str
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Issue:
    """Counts that bear on each other."""

    key: str
    question: str
    counts: tuple[Count, ...]


def numbered(figure: Counted) -> str:
    """Return a figure's number of things where its measure is mere words, of a bare amount with its unit, or ``""``."""
    things = " ".join(sorted(counted_words(figure.things)))
    if not things and is_amount(figure.measure):
        things = figure.measure
    return f"{figure.low}\n{figure.high}\n{things}" if things and not is_tabled(figure.measure) else ""


def issue(figures: Iterable[Dated]) -> Issue:
    """Return the issue that all of the figures are on."""
    placed = sorted(figures, key=lambda dated: dated[0].quantity)
    counts = tuple(_counts(placed))
    measures = sorted({figure.measure for figure, *_ in placed})
    counted = Counter(figure.of for figure, *_ in placed if figure.of)
    ofs = sorted(counted, key=lambda of: (-counted[of], len(of), of))
    counting = "how much" if any(map(is_amount, measures)) else "how many"
    told = ", ".join(measure_name(measure) for measure in measures if measure)
    question = ": ".join(filter(None, (ofs[0] if ofs else counting, told)))
    return Issue(placed[0][0].quantity, question, counts)


def pairs(counts: Sequence[Count]) -> Iterator[tuple[Count, Count]]:
    """Yield the counts of an issue that are compared with each other."""
    return combinations(counts[:MOST], 2)


def comparison(one: Count, other: Count) -> Comparison:
    """Compare two counts of an issue, in their order there."""
    verdict = compare(one.figure, other.figure)
    if not (holds_up(verdict, one.figure, other.figure) or one_wave(one.figure, other.figure)):
        verdict = _HARDLY
    first, second = (other, one) if verdict.turned else (one, other)
    return Comparison(first.quantities[0], second.quantities[0], verdict)


def _counts(placed: list[Dated]) -> Iterator[Count]:
    alike: dict[tuple[object, ...], list[Dated]] = defaultdict(list)
    others = _others(placed)
    for figure, day, about in placed:
        alike[
            str(figure.low), str(figure.high), figure.measure, tuple(sorted(counted_words(figure.things))),
            str(figure.days), figure.supposed, day or "", figure.vague, DENIED in figure.marks,
            EARLIER in figure.marks,
        ].append((figure, day, about))  # fmt: skip
    for _, found in sorted(alike.items(), key=lambda item: item[1][0][0].quantity):
        yield Count(tuple(sorted(other.quantity for other, *_ in found)), _figure(found, others))


def _others(placed: Iterable[Dated]) -> dict[tuple[str, str], int]:
    """Return how many other counts of a measure an article tells, by both; those far off count double."""
    told: dict[tuple[str, str], set[float]] = defaultdict(set)
    for figure, *_ in placed:
        if not figure.vague:
            told[_article(figure), figure.measure].add(figure.low or figure.high or 0.0)
    return {key: _apart(sorted(numbers)) for key, numbers in told.items()}


def _apart(numbers: Sequence[float]) -> int:
    return sum((later > NEAR * earlier) + (later > FAR * earlier) for earlier, later in pairwise(numbers))


def _article(figure: Counted) -> str:
    return figure.quantity.partition("#")[0]


def _figure(found: Sequence[Dated], others: Mapping[tuple[str, str], int]) -> Figure:
    """Return what figures of one count are compared by: the first of them, and what the sentences of all tell."""
    (counted, day, _), marks = found[0], frozenset[str]().union(*(figure.marks for figure, *_ in found))
    about = tuple(dict.fromkeys(names for _, _, names in found))[:ABOUT]
    around = tuple(dict.fromkeys(words for figure, *_ in found for words in figure.around))[:ABOUT]
    return Figure(
        counted.low, counted.high, counted.measure, counted.of, counted.days, counted.supposed, day, counted.vague,
        marks, frozenset(voice for figure, *_ in found for voice in _voices(figure)), about, around,
        counted.things, max(others.get((_article(figure), figure.measure), 0) for figure, *_ in found),
    )  # fmt: skip


def _voices(figure: Counted) -> Iterator[str]:
    """Yield who tells a figure: the one who holds it, also by name, or its article in its own words."""
    yield figure.by or f"{_article(figure)}#"
    if figure.name:
        yield figure.name
