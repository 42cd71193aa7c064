"""Figures compared: what counts the same, what refines, and what only seems to contradict."""

from __future__ import annotations

import pytest

from whosays.graph.comparing import Figure, compare
from whosays.graph.comparing_measures import bearing, measure_of
from whosays.graph.comparing_periods import ALL, period
from whosays.sample import GoldArticle, GoldFigure, sample_gold

FLOOR = 51  # of the 53 pairs of figures that the sample's annotators compared


def f(low: float | None, high: float | None, measure: str = "killed", of: str = "people", **more: object) -> Figure:
    return Figure(low, high, measure, of, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        (f(100, None), f(100, None, of="soldiers"), "equal"),
        (f(43, 43), f(41, None), "refines"),
        (f(43, 43), f(60, None), "contradicts"),
        (f(43, 43, told_on="2031-05-01"), f(60, None, told_on="2031-05-09"), "compatible"),
        (f(60, None, told_on="2031-05-01"), f(43, 43, told_on="2031-05-09"), "contradicts"),
        (f(100, None), f(30, None, "killed or wounded", days=3), "compatible"),
        (f(60, None), f(54, 59, "killed or missing"), "contradicts"),
        (f(100, None), f(3, 9, vague=True), "compatible"),
        (f(12, 12, days=3), f(40, 40), "compatible"),
        (f(50, 50, days=3), f(40, 40, days=30), "contradicts"),
        (f(10, 10, of="children"), f(40, 40), "compatible"),
        (f(10, 10, "letters sent", "letters"), f(10, 10, "signed", "forms"), "notComparable"),
        (f(10, 10, of="Okhari soldiers"), f(90, 90, of="Zemrian soldiers"), "notComparable"),
        (f(200, 200, "fell", "millimetres"), f(100, 150, "fell", "millimetres", supposed=True), "notComparable"),
        (f(40, 40, "captured"), f(70, None), "notComparable"),
    ],
)
def test_how_two_figures_stand_to_each_other(one: Figure, other: Figure, relation: str) -> None:
    """The relation does not depend on which of the two comes first, and there is a reason."""
    for verdict in (compare(one, other), compare(other, one)):
        assert verdict.relation == relation
        assert verdict.reason


def test_who_refines_comes_first() -> None:
    """A verdict says when the second figure refines the first."""
    assert not compare(f(43, 43), f(41, None)).turned
    assert compare(f(41, None), f(43, 43)).turned


def test_measures_of_one_count() -> None:
    """Casualties are killed or wounded, and bodies found are people killed; bodies of water are not."""
    assert measure_of("casualties") == "killed or wounded"
    assert measure_of("found", "bodies") == "killed"
    assert measure_of("found", "lakes") == "found"
    assert bearing("killed", "killed or wounded") == "part"
    assert bearing("killed or wounded", "killed") == "whole"


@pytest.mark.parametrize(
    ("sentence", "days"),
    [
        ("At least 25 fell over the weekend, he said.", 3),
        ("At least 25 have fallen since the start of June.", 31),
        ("At least 25 have fallen since the invasion.", ALL),
        ("At least 25 have fallen.", None),
    ],
)
def test_periods(sentence: str, days: int | None) -> None:
    """The time that a figure covers is read from its sentence."""
    assert period(sentence, 0, 11).days == days


def figure_of(article: GoldArticle, figure: GoldFigure) -> Figure:
    around = article.text.rfind("\n", 0, figure.span[0]) + 1
    end = article.text.find("\n", figure.span[1])
    stops = [article.text.rfind(mark, around, figure.span[0]) for mark in (". ", ".” ", ".’ ", "? ")]
    start = max([around, *(stop + 2 for stop in stops)])
    stop = min(place for place in (article.text.find(". ", figure.span[1]), end, len(article.text)) if place >= 0)
    told = period(article.text[start:stop], figure.span[0] - start, figure.span[1] - figure.span[0])
    day = article.published[:10] if article.published else None
    measure = measure_of(figure.measure, figure.of)
    return Figure(figure.low, figure.high, measure, figure.of, told.days, told.supposed, day)


def test_figures_of_the_sample_compare_as_annotated() -> None:
    """Nearly all pairs that the annotators compared get their relation."""
    annotated = sample_gold()
    figures = {
        f"{article.file.rpartition('.')[0]}#{figure.label}": figure_of(article, figure)
        for article in annotated.articles
        for figure in article.figures
    }
    right = 0
    for pair in annotated.figure_relations:
        verdict = compare(*(figures[name] for name in pair.pair))
        relation = "not comparable" if verdict.relation == "notComparable" else verdict.relation
        right += relation == pair.relation and not verdict.turned * (relation == "refines")
    assert right >= FLOOR
