"""Figures compared: what counts the same, what refines, and what only seems to contradict."""

from __future__ import annotations

import pytest

from benchmarks.deriving import issues
from benchmarks.rough import rough_terms
from corpus import GoldArticle, GoldFigure, sample_gold
from whosays.extract.quantities import read_setting, things
from whosays.graph.articles import reach
from whosays.graph.articles.statements import Claim, Counted, Told
from whosays.graph.figures.comparator import compare
from whosays.graph.figures.figure import Figure
from whosays.graph.wording.marks import days, marks, setting
from whosays.graph.wording.measures import bearing, measure_of, measured

FLOOR = 50  # of the 53 pairs of figures that the sample's annotators compared


def f(low: float | None, high: float | None, measure: str = "killed", of: str = "people", **more: object) -> Figure:
    return Figure(low, high, measure, of, things=things(of), **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        (f(100, None), f(100, None, of="soldiers"), "equal"),
        (f(43, 43), f(41, None), "refines"),
        (f(43, 43), f(60, None), "contradicts"),
        (f(43, 43, told_on="2031-05-01"), f(60, None, told_on="2031-05-09"), "updates"),
        (f(4, 4, "baked", told_on="2031-05-01"), f(6, 6, "baked", told_on="2031-05-09"), "compatible"),
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
        (f(300, 300, "fired", "drones and missiles"), f(170, 170, "fired", "drones"), "notComparable"),
        (f(300, 300, "fired", "missiles and drones"), f(300, 300, "fired", "drones and missiles"), "equal"),
        (f(60, 60, of="fishermen and pilots"), f(40, 40, of="fishermen"), "notComparable"),
        (f(60, 60, of="Zemrian and Okhari men"), f(40, 40, of="men"), "compatible"),
    ],
)
def test_how_two_figures_stand_to_each_other(one: Figure, other: Figure, relation: str) -> None:
    """The relation does not depend on which of the two comes first, and there is a reason."""
    for verdict in (compare(one, other), compare(other, one)):
        assert verdict.relation == relation
        assert verdict.reason


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        (f(1000, None), f(None, 1000), "only 1,000 fits both"),
        (f(None, 12), f(12, None), "only 12 fits both"),
        (f(None, 1_234_567), f(1_234_567, None), "only 1,234,567 fits both"),
        (f(None, 2.5), f(2.5, None), "only 2.5 fits both"),
        (f(900, None), f(None, 1000), "some counts fit both"),
        (f(900, 1000), f(950, 1100), "some counts fit both"),
    ],
)
def test_bounds_that_meet_in_one_number_leave_only_that(one: Figure, other: Figure, why: str) -> None:
    """ "Up to 1,000" and "at least 1,000" agree on a single count, and the reason says so."""
    verdict = compare(one, other)
    assert verdict.relation == "compatible"
    assert verdict.reason.startswith(why)


def test_who_refines_comes_first() -> None:
    """A verdict says when the second figure refines the first."""
    assert not compare(f(43, 43), f(41, None)).turned
    assert compare(f(41, None), f(43, 43)).turned


def test_measures_of_one_count() -> None:
    """Casualties are killed or wounded, and bodies found are people killed; bodies of water are not."""
    assert measure_of("casualties") == "killed or wounded"
    assert measure_of("found", "body") == "killed"
    assert measure_of("found", "lake") == "found"
    assert bearing("killed", "killed or wounded") == "part"
    assert bearing("killed or wounded", "killed") == "whole"


@pytest.mark.parametrize(
    ("told", "of", "terms", "measure"),
    [
        ("lost their lives", "people", "lose/V/m their/N/m life/N/m", "killed"),
        ("gunned down", "guards", "gun/V/m down/N/m", "gunned down"),
        ("perished", "sailors", "perish/V/m", "killed"),
        ("levelled", "barns", "level/V/m", "destroyed"),
        ("moved", "residents", "", "evacuated"),
        ("moved", "troops", "", "deployed"),
    ],
)
def test_measures_go_by_what_they_mean(told: str, of: str, terms: str, measure: str) -> None:
    """A measure that the tables do not name is read by the sense of its terms, where it has one of theirs only."""
    assert measure_of(told, things(of), terms) == measure


@pytest.mark.parametrize(
    ("told", "of", "terms", "mark", "measure"),
    [
        ("found", "villagers", "", "bodies", "killed"),
        ("found", "villagers", "", "", "found"),
        ("", "treated patients", "treat/V/c patient/N/c", "", "treated"),
        ("", "men", "man/N/c come/V/p/nf back/R", "", "killed"),
        ("", "men", "man/N/c kill/V/p guard/N/o", "", ""),
        ("killed", "people", "", "with missing", "killed or missing"),
    ],
)
def test_a_measure_is_read_from_the_words_around(told: str, of: str, terms: str, mark: str, measure: str) -> None:
    """Where the predicate tells nothing, or not all, the rest of the sentence does."""
    assert measured(told, things(of), terms, frozenset({mark})) == measure


def test_equal_counts_of_the_same_things_are_on_one_issue() -> None:
    """Cracks that ran through a wall are those that a report counted, and homes are houses."""

    def told(article: str, measure: str, of: str) -> Told:
        figure = Counted(f"{article}#qty=0,2", "30", 30, 30, measure, of, things=things(of))
        claim = Claim(f"{article}#claim=0,9", 0, 9, "30 of them", (figure,))
        return Told(article, None, frozenset({"sarn", "ferrel", "lowmark"}), (claim,), (), {})

    for one, other in (
        (("counted", "cracks"), ("ran through", "cracks")),
        (("destroyed", "homes"), ("levelled", "houses")),
    ):
        ((issue, comparisons),) = issues(
            [told("x:a", *one), told("x:b", measure_of(other[0], things(other[1])), other[1])]
        )
        verdicts = {comparison.verdict.relation for comparison in comparisons}
        assert verdicts == {"equal"} or len(issue.counts) == 1


def figure_of(article: GoldArticle, figure: GoldFigure) -> Figure:
    around = article.text.rfind("\n", 0, figure.span[0]) + 1
    end = article.text.find("\n", figure.span[1])
    stops = [article.text.rfind(mark, around, figure.span[0]) for mark in (". ", ".” ", ".’ ", "? ")]
    start = max([around, *(stop + 2 for stop in stops)])
    stop = min(place for place in (article.text.find(". ", figure.span[1]), end, len(article.text)) if place >= 0)
    day = article.published[:10] if article.published else None
    measure = measure_of(figure.measure, things(figure.of))
    sentence, place = article.text[start:stop], figure.span[0] - start
    told = setting(read_setting(sentence, place, figure.span[1] - figure.span[0]))
    read = marks(told, rough_terms(sentence))
    low, high = reach(figure.low, figure.high, approximate=figure.approximate)
    counted = things(figure.of)
    return Figure(low, high, measure, figure.of, days(read), "supposed" in read, day, marks=read, things=counted)


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
        right += relation == pair.relation and not verdict.turned * (relation in ("refines", "updates"))
    assert right >= FLOOR
