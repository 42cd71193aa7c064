"""Which figures are on one issue, kept as groups; a group is told anew where a figure of it came or went.

What is joined are classes: an article's figures of one family of measures and of the same people or things.  Two of
them meet by their family, or by a number of the same things where their measures are mere words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import astuple
from typing import Any, TypeAlias

from whosays.graph.articles import Article, Counted, Told
from whosays.graph.figures import (
    MOST,
    Comparison,
    Count,
    Dated,
    Issue,
    alike,
    comparison,
    issue,
    meeting,
    numbered,
    pairs,
)
from whosays.graph.incremental.cache import Cache, Index, Table
from whosays.graph.incremental.group_maintenance import Bonds, rejoined
from whosays.graph.incremental.numbers import Numbers
from whosays.graph.incremental.part import Part, Update
from whosays.graph.incremental.partition import Partition
from whosays.graph.incremental.stories.stories import Stories
from whosays.graph.origins import comparison_triples, issue_triples
from whosays.graph.rdf import PROPOSITIONS, Triple
from whosays.graph.wording import counted_words, counting, is_tabled, same_counted

# the fields of a figure and its day: plain, as an issue may have thousands of them to be read
Plain: TypeAlias = tuple[tuple[Any, ...], str | None]


class Issues(Part):
    """The figures of all articles by class, and the issues that they are on."""

    def __init__(self, cache: Cache, numbers: Numbers, stories: Stories) -> None:
        self._numbers = numbers
        self._stories = stories
        self._figures: Table[dict[str, tuple[Plain, ...]]] = cache.table("figures of articles")
        self._meet: Index = cache.index("articles by what figures meet by")
        self._groups: Partition[str] = Partition(cache, "issues", str)
        self._keys: Table[str] = cache.table("issues of classes")
        self._counts: Table[tuple[Count, ...]] = cache.table("counts of issues")
        self._gone: dict[str, list[str]] = {}
        self._come: list[str] = []
        self.differing: set[str] = set()  # articles of which figures came to another issue

    def begin(self, update: Update) -> None:
        """Forget what changed."""
        super().begin(update)
        self._gone.clear()
        self._come.clear()

    def leave(self, article: str) -> None:
        """Take an article's figures away."""
        number = self._numbers.of(article)
        for class_ in self._figures.get(article) or ():
            self._gone[class_] = [other for other in self._meeting(class_) if self._joined(class_, other)]
        for class_ in self._figures.get(article) or ():
            for key in _met_by(class_, self._dated(class_)):
                self._meet.discard(key, number)
            self._keys.put(class_, None)
        self._figures.put(article, None)

    def enter(self, article: Article) -> None:
        """Add an article's figures."""
        number = self._numbers.of(article.iri)
        classes = _classes(article.told)
        for class_, dated in classes.items():
            for key in _met_by(class_, dated):
                self._meet.add(key, number)
            self._come.append(class_)
        self._figures.put(article.iri, {class_: _plain(classes[class_]) for class_ in classes} or None)

    def of(self, article: str) -> Mapping[str, str]:
        """Return the key of the issue of every figure of an article that is on one."""
        classes = (self._figures.get(article) or {}).items()
        return {fields[0]: self._keys[class_] for class_, figures in classes for fields, _ in figures}

    def compared(self) -> Iterator[tuple[Count, ...]]:
        """Yield the counts of each issue that are compared with each other."""
        return filter(None, map(self._counts.get, self._counts.keys()))

    def change(self) -> None:
        """Tell the touched issues anew."""
        for article, near in self._stories.moved.items():
            for class_ in self._figures.get(article) or ():
                there = self._met(class_, near)
                self._gone[class_] = [
                    other for other in there if same_counted(_of(class_), _of(other)) and self._meets(class_, other)
                ]
                self._come.append(class_)
        ledger, bonds = self.update.ledger, Bonds(self._joined, self._meeting, self._meeting)
        before, now = rejoined(self._groups, self._gone, self._come, bonds)
        old = [self._counts[group[0]] for group in before]
        for group in before:
            ledger.put(PROPOSITIONS, f"issue {group[0]}", ())
            self._counts.put(group[0], None)
        told = {group: self._issue(group) for group in now}
        for group, each in sorted(told.items()):
            ledger.put(PROPOSITIONS, f"issue {group[0]}", issue_triples(each))
            self._counts.put(group[0], each.counts[:MOST])
        self._compare(old, [each.counts[:MOST] for each in told.values()])
        self.differing = {article for group, each in told.items() for article in self._keyed(group, each.key)}

    def _compare(self, old: list[tuple[Count, ...]], new: list[tuple[Count, ...]]) -> None:
        """Compare counts with each other that were not compared before, and take back what was told of others."""
        gone = (comparison(*pair) for pair in _pairs_without(old, new))
        come = (comparison(*pair) for pair in _pairs_without(new, old))
        self.update.ledger.shift(PROPOSITIONS, _triples(gone), _triples(come))

    def _keyed(self, group: Iterable[str], key: str) -> Iterator[str]:
        """Keep the key of the classes' issue; yield the articles of those that had another one."""
        for class_ in group:
            if self._keys.get(class_) != key:
                self._keys.put(class_, key)
                yield _article(class_)

    def _issue(self, group: Iterable[str]) -> Issue:
        return issue(dated for class_ in group for dated in self._dated(class_))

    def _dated(self, class_: str) -> Iterator[Dated]:
        about = self._stories.names(_article(class_))
        return ((Counted(*fields), day, about) for fields, day in self._figures[_article(class_)][class_])

    def _meeting(self, class_: str) -> Iterator[str]:
        return self._met(class_, self._stories.near(_article(class_)))

    def _met(self, class_: str, near: frozenset[int]) -> Iterator[str]:
        there = {number for key in _met_by(class_, self._dated(class_)) for number in self._meet.of(key) & near}
        for number in sorted(there):
            article = self._numbers.article(number)
            yield from (other for other in self._figures[article] if other != class_)

    def _joined(self, one: str, other: str) -> bool:
        return (
            same_counted(_of(one), _of(other))
            and self._meets(one, other)
            and self._stories.are_near(_article(one), _article(other))
        )

    def _meets(self, one: str, other: str) -> bool:
        if _family(one) == _family(other):
            return True
        mine, theirs = list(self._dated(one)), list(self._dated(other))
        if not _numbers(mine).isdisjoint(_numbers(theirs)):
            return True
        return any(alike(figure, another) for figure, *_ in mine for another, *_ in theirs)


def _classes(told: Told) -> dict[str, tuple[Dated, ...]]:
    """Return an article's figures by class, written as article, family and words, each on a line of its own."""
    found: dict[str, list[Dated]] = {}
    for claim in told.claims:
        for figure in claim.figures:
            if figure.measure or figure.of:
                words = " ".join(sorted(counted_words(figure.things)))
                family = counting(figure.measure, figure.things, figure.quantity)
                class_ = "\n".join((told.article, family, words))
                found.setdefault(class_, []).append((figure, told.day, told.context))
    return {class_: tuple({dated[0].quantity: dated for dated in found[class_]}.values()) for class_ in found}


def _plain(figures: Iterable[Dated]) -> tuple[Plain, ...]:
    return tuple((astuple(figure), day) for figure, day, _ in figures)


def _met_by(class_: str, dated: Iterable[Dated]) -> frozenset[str]:
    """Return what a class is found by; no family has a line break in it."""
    figures = list(dated)
    like = (f"like {meeting(figure)}\n" for figure, *_ in figures if figure.around and not is_tabled(figure.measure))
    return frozenset({_family(class_)}).union(_numbers(figures), like)


def _numbers(dated: Iterable[Dated]) -> frozenset[str]:
    return frozenset(number for figure, *_ in dated if (number := numbered(figure)))


def _pairs_without(ones: list[tuple[Count, ...]], others: list[tuple[Count, ...]]) -> Iterator[tuple[Count, Count]]:
    """Yield the pairs of counts that are compared on one of the first issues and on none of the second ones."""
    place = {(count.quantities[0], count.figure): number for number, counts in enumerate(others) for count in counts}
    for counts in ones:
        found = {count.quantities[0]: place.get((count.quantities[0], count.figure)) for count in counts}
        for one, other in pairs(counts):
            there = found[one.quantities[0]]
            if there is None or there != found[other.quantities[0]]:
                yield one, other


def _triples(comparisons: Iterable[Comparison]) -> Iterator[Triple]:
    return (triple for each in comparisons for triple in comparison_triples(each))


def _article(class_: str) -> str:
    return class_.split("\n", 1)[0]


def _family(class_: str) -> str:
    return class_.split("\n", 2)[1]


def _of(class_: str) -> frozenset[str]:
    return frozenset(class_.rsplit("\n", 1)[1].split())
