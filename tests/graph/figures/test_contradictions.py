"""What is left of a contradiction: the same group, event, time and place, both of them counted and not expected."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from benchmarks.deriving import issues
from benchmarks.rough import rough_terms
from whosays.extract.quantities import read_setting, things
from whosays.graph.articles.statements import Claim, Counted, Told
from whosays.graph.figures.comparator import compare
from whosays.graph.figures.figure import Figure
from whosays.graph.wording.groups_of_people import counted_words, same_counted, standing
from whosays.graph.wording.marks import DENIED, EXPECTED, RATE, SENTENCE, SOME, marks, of_kind, setting
from whosays.graph.wording.measures import counting, is_amount, measure_of


def figure(sentence: str, measure: str = "killed", of: str = "", day: str | None = "2031-05-02") -> Figure:
    """Read the figure that stands between stars: "*40* soldiers were killed"."""
    found = re.search(r"\*(at least )?([\d.]+)\*", sentence)
    assert found
    number, plain = float(found[2]), sentence.replace("*", "")
    read = marks(setting(read_setting(plain, found.start(), len(found[0]) - 2)), rough_terms(plain))
    return Figure(number, None if found[1] else number, measure, of, told_on=day, marks=read, things=things(of))


def relation(one: Figure, other: Figure) -> str:
    there, back = compare(one, other), compare(other, one)
    assert there.relation == back.relation
    assert there.reason
    return there.relation


@pytest.mark.parametrize(
    ("one", "of_one", "other", "of_other"),
    [
        ("*40* soldiers were killed in the raid on Sarn.", "soldiers", "The raid killed *90* troops.", "troops"),
        ("*40* soldiers died at Sarn.", "soldiers", "The enemy lost *90* men at Sarn.", "men"),
        ("The flood in Sarn killed *12* villagers.", "villagers", "*30* residents drowned in Sarn.", "residents"),
        ("On Friday *12* Zemrian guards were killed.", "Zemrian guards", "*30* Zemrian guards died.", "Zemrian guards"),
        ("*12* people died when the dam burst.", "people", "The burst dam killed *at least 30* people.", "people"),
        ("*40* Okhari soldiers fell at Sarn.", "Okhari soldiers", "Sarn cost *70* Okhari dead.", "Okhari dead"),
    ],
)
def test_two_counts_of_the_same_group_contradict_each_other(one: str, of_one: str, other: str, of_other: str) -> None:
    """Words for one group, and a place or a day that only one of them tells, leave a contradiction one."""
    assert relation(figure(one, of=of_one), figure(other, of=of_other)) == "contradicts"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("soldiers", "civilians"),
        ("troops", "villagers"),
        ("North Zemrian soldiers", "South Zemrian soldiers"),
        ("Russian paratroopers", "Ukrainian paratroopers"),
        ("women", "men"),
        ("children", "adults"),
        ("policemen", "soldiers"),
        ("rebel fighters", "government troops"),
        ("British hostages", "American hostages"),
        ("school teachers", "school pupils"),
    ],
)
def test_different_groups_are_not_compared(one: str, other: str) -> None:
    """Nobody is in both of them, so both counts can be right."""
    pair = figure("*40* were killed in Sarn.", of=one), figure("*90* were killed in Sarn.", of=other)
    assert relation(*pair) == "notComparable"


@pytest.mark.parametrize(
    ("part", "whole"),
    [
        ("soldiers", "people"),
        ("Zemrian soldiers", "soldiers"),
        ("elderly villagers", "villagers"),
        ("bank clerks", "clerks"),
    ],
)
def test_a_group_may_be_a_part_of_another(part: str, whole: str) -> None:
    """More words may narrow a group down: neither count rules the other out."""
    pair = figure("*40* were killed in Sarn.", of=part), figure("*90* were killed in Sarn.", of=whole)
    assert relation(*pair) == "compatible"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("In 2009 *40* sailors drowned.", "In 2014 *90* sailors drowned."),
        ("In 1987 the ferry took *40* sailors down.", "*90* sailors drowned on Friday."),
        ("*40* sailors drowned on Monday.", "*90* sailors drowned on Tuesday."),
        ("*40* sailors drowned on Wednesday, compared to 90 the previous night.", "Overnight, *90* sailors drowned."),
        ("*40* sailors drowned in Quill.", "*90* sailors drowned in Harrow."),
        ("*40* sailors drowned off Cape Ardle.", "*90* sailors drowned near Port Merrow."),
        ("*40* sailors drowned off Cape Ardle.", "Worldwide *90* sailors drowned."),
        ("The storm could drown *40* sailors.", "The storm drowned *90* sailors."),
        ("The navy will send *40* sailors.", "The navy sent *90* sailors."),
        ("*40* sailors drown each year.", "*90* sailors drowned in the storm."),
    ],
)
def test_what_both_tell_of_time_place_and_firmness_must_agree(one: str, other: str) -> None:
    """Another year, day or place, an expectation and a rate count something else."""
    assert relation(figure(one, of="sailors"), figure(other, of="sailors")) == "notComparable"


@pytest.mark.parametrize(
    ("sentence", "mark"),
    [
        ("Rescuers found another *40* sailors.", SOME),
        ("They found *40* more sailors.", SOME),
        ("*40* of the sailors drowned.", SOME),
        ("*40* sailors drown every year.", RATE),
        ("On average *40* sailors drown.", RATE),
        ("Up to now they plan to send *40* sailors.", EXPECTED),
        ("It’ll cost the lives of *40* sailors.", EXPECTED),
    ],
)
def test_marks_of_a_figure(sentence: str, mark: str) -> None:
    """A sentence tells that a figure is one of some, so many each time, or only expected."""
    assert mark in figure(sentence).marks
    assert mark not in figure("*40* sailors drowned in May.").marks


def test_times_of_a_figure_are_those_of_its_clause() -> None:
    """A day in the next clause is not the figure's, a time that opens the sentence is, and "since May" is no month."""
    grown = figure("The tarn crab grows to be *10* inches, including its claws in May.").marks
    assert EXPECTED not in grown
    assert of_kind("month", grown) == set()
    assert EXPECTED in figure("*40* sailors are to be sent.").marks
    told = figure("In 2009, *40* sailors drowned, compared with 30 on Sunday.").marks
    assert of_kind("year", told) == {"2009"}
    assert of_kind("day", told) == set()
    assert of_kind("month", figure("*40* have drowned since May.").marks) == set()
    assert of_kind("month", figure("*40* drowned in May.").marks) == {"may"}
    assert of_kind("year", figure("The plague of the fourteenth century killed *40*.").marks) == {"14.."}


@pytest.mark.parametrize(
    ("measure", "one", "other"),
    [
        ("usd", "The ticket costs $*40* in Sarn.", "The budget of Sarn is $*9000*."),
        ("%", "Lund got *40* percent in Sarn.", "Marr got *60* percent in Sarn."),
        ("feet", "The crab measures *50* feet.", "Such crabs measure *12* feet."),
        ("usd paid", "Lund paid $*40* for stamps.", "Lund paid $*9000* for a boat."),
        ("boasted", "The app Tarn boasts *40* users.", "Quill, which Brask bought, boasts *900* users."),
    ],
)
def test_amounts_and_loose_measures_hardly_contradict(measure: str, one: str, other: str) -> None:
    """Prices, shares and lengths of who knows what differ without a contradiction."""
    of = "users" if measure == "boasted" else ""
    assert relation(figure(one, measure, of), figure(other, measure, of)) == "notComparable"


def test_things_that_were_flooded_are_counted_like_people() -> None:
    """Where a mere predicate counts the same things and no other names are told, two counts contradict each other."""
    one = figure("In Upper Marle *40* houses were flooded, Ilka Sorn said in Quay.", "flooded", "houses")
    other = figure("In Upper Marle and Quay *90* houses were flooded, Odo Brand said.", "flooded", "houses")
    bare = figure("*70* houses were flooded.", "flooded", "houses")
    assert relation(one, other) == relation(one, bare) == "contradicts"
    elsewhere = figure("After the storm *90* houses of the Tarn valley were flooded.", "flooded", "houses")
    assert relation(one, elsewhere) == "notComparable"


def test_amounts_are_on_one_issue_only_where_they_are_of_the_same() -> None:
    """Amounts of nothing in particular are on no issue together, unless they are the same number."""
    assert all(map(is_amount, ("usd", "% killed", "square miles")))
    assert not any(map(is_amount, ("killed", "missing")))
    assert measure_of("% killed") == "% killed"
    assert counting("usd", "ransom", "a") == counting("usd paid", things("the ransom"), "b")

    def told(article: str, low: float, of: str) -> Told:
        figure = Counted(f"{article}#qty=0,2", "some", low, low, "usd", of, things=things(of))
        claim = Claim(f"{article}#claim=0,9", 0, 9, "some", (figure,))
        return Told(article, None, frozenset({"sarn", "ferrel", "lowmark"}), (claim,), (), {})

    assert len(issues([told("x:a", 30, ""), told("x:b", 9000, "")])) == 2
    assert len(issues([told("x:a", 30, ""), told("x:b", 30, "")])) == 1
    assert len(issues([told("x:a", 30, "ransom"), told("x:b", 9000, "a ransom")])) == 1


def test_one_voice_does_not_contradict_itself() -> None:
    """Whoever tells both counts in one article counts two things; two voices of it may disagree."""
    one, other = figure("*40* sailors drowned.", of="sailors"), figure("*90* sailors drowned.", of="sailors")
    mine, yours = frozenset({"a#ref=1,2"}), frozenset({"a#ref=8,9"})
    assert relation(replace(one, voices=mine), replace(other, voices=yours)) == "contradicts"
    assert relation(replace(one, voices=mine), replace(other, voices=mine | yours)) == "compatible"


@pytest.mark.parametrize(
    ("place", "voices", "found"),
    [
        ("a#char=90", ("a#", "a#ref=8,9"), "notComparable"),
        ("a#char=90", ("Road Office", "Lorries' Union"), "contradicts"),
        ("b#char=90", ("a#", "b#ref=8,9"), "contradicts"),
    ],
)
def test_one_article_counts_things_at_two_places(place: str, voices: tuple[str, str], found: str) -> None:
    """What waits at one gate is not what waits at another; two papers, or two who are named, may count the same."""
    one = figure("*160* lorries were waiting at the gate.", "waiting", "lorries")
    other = figure("*370* lorries were waiting at the gate.", "waiting", "lorries")
    told = [
        replace(each, voices=frozenset({voice}), marks=each.marks | {f"{SENTENCE} {where}"})
        for each, voice, where in zip((one, other), voices, ("a#char=0", place), strict=True)
    ]
    assert relation(*told) == found


def test_one_voice_counts_again() -> None:
    """The toll that a named voice gives another day, or nobody knows when, is a newer one; on one day it is not."""
    one, other = figure("*40* sailors drowned.", of="sailors"), figure("*90* sailors drowned.", of="sailors")
    guard = frozenset({"Quill Coast Guard"})
    mine, later = replace(one, voices=guard | {"a#ref=1,2"}), replace(other, voices=guard | {"b#ref=8,9"})
    assert relation(mine, later) == "contradicts"
    assert relation(mine, replace(later, told_on=None)) == "compatible"


def test_men_who_are_buried_need_not_be_the_soldiers_who_died() -> None:
    """ "Men" are soldiers where both are killed; of a part and a whole the groups have to be one."""
    died = figure("*6* servicemen died in Sarn.", "killed", "servicemen")
    assert relation(died, figure("*12* men were buried in Sarn.", "buried", "men")) == "compatible"
    assert relation(died, figure("*12* soldiers were buried in Sarn.", "buried", "soldiers")) == "contradicts"
    assert relation(died, figure("*12* men were killed in Sarn.", "killed", "men")) == "contradicts"


def test_a_figure_that_is_denied_contradicts_none() -> None:
    """Whoever rejects a figure gives none of his own."""
    one, other = figure("*40* sailors drowned.", of="sailors"), figure("*90* sailors drowned.", of="sailors")
    assert relation(replace(one, marks=one.marks | {DENIED}), other) == "notComparable"


def test_articles_of_two_events_do_not_contradict_each_other() -> None:
    """Few shared names, or months between two reports, are no sign of one event."""
    one, other = figure("*40* sailors drowned.", of="sailors"), figure("*90* sailors drowned.", of="sailors")
    names = [frozenset(f"{letter}{number}" for number in range(12)) for letter in "ab"]
    shared = frozenset({"sarn", "quill", "harrow"})
    close, far = ([replace(one, about=(some | names[0],)), replace(other, about=(some | names[1],))]
                  for some in (shared | {"tarn", "lund"}, shared))  # fmt: skip
    assert relation(*close) == "contradicts"
    assert relation(*far) == "notComparable"
    assert relation(replace(one, told_on="2031-09-02"), other) == "notComparable"


def test_groups_that_are_counted() -> None:
    """What joins figures on one issue or in one claim: the same people or things, never two groups apart."""
    for one, other in (("soldiers", "civilians"), ("North Zemrian men", "South Zemrian men"), ("women", "men")):
        assert not same_counted(counted_words(things(one)), counted_words(things(other)))
    for one, other in (("soldiers", "people"), ("troops", "men"), ("Zemrian soldiers", "Zemrian troops")):
        assert same_counted(counted_words(things(one)), counted_words(things(other)))
    assert standing(counted_words(things("at least ten guards")), counted_words("guard")) == "same"


def test_a_month_long_past_is_another_event() -> None:
    """What was launched in January is nothing to what was launched now; last month may be the same."""
    now = figure("Okhar launched *180* rockets at Sarn.", "launched", "rockets", "2031-05-02")
    for month, other in (("January", True), ("April", False), ("May", False)):
        then = figure(f"Okhar launched *300* rockets at Sarn in {month}.", "launched", "rockets", "2031-05-02")
        assert (relation(now, then) == "notComparable") == other
