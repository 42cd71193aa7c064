"""Two tolls are of one incident where their sentences show it: a war, or one day of it, has dozens of strikes."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from whosays.extract.quantities import read_setting
from whosays.graph.articles.statements import Counted
from whosays.graph.figures import issue
from whosays.graph.figures.comparator import compare
from whosays.graph.figures.figure import Figure
from whosays.graph.figures.incidents import other_incident
from whosays.graph.wording.marks import AROUND, marks, setting, words_of

WAR = (frozenset({"zemria", "okhar", "sarn", "delm"}),)


def toll(sentence: str, day: str = "2031-05-02", measure: str = "killed") -> Figure:
    """Read the toll that stands between stars, with the words around it, in an article on the war in Zemria."""
    found = re.search(r"\*(at least )?([\d.]+)\*", sentence)
    assert found
    number, plain = float(found[2]), sentence.replace("*", "")
    read = setting(read_setting(plain, found.start(), len(found[0]) - 2))
    around = (frozenset((words_of(AROUND, read) or "").split()),)
    return Figure(
        number, None if found[1] else number, measure, "people", told_on=day, marks=marks(read, ""), about=WAR,
        around=around, things="people", others=2,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("A strike on a school in Delm killed *22* people.", "A raid on a market in Sarn killed *28* people."),
        ("The war has killed *41000* people, the ministry said.", "The strike killed *19* people, the ministry said."),
        ("The health ministry in Sarn said *36* people were killed.", "In Sarn *37* people died, officials said."),
        ("The strike on the mosque killed *at least 20* people.", "The whole war has killed *900* people since May."),
    ],
)
def test_tolls_of_one_war_are_not_compared(one: str, other: str) -> None:
    """What all sentences of a war share tells nothing, nor does a count a hundred times the other."""
    assert compare(toll(one), toll(other)).relation == "notComparable"
    assert compare(toll(other), toll(one)).relation == "notComparable"


def test_what_only_one_incident_has_makes_its_tolls_comparable() -> None:
    """Of one ferry that capsized there are two counts."""
    one = toll("*12* people drowned when the ferry Alba capsized.")
    other = toll("The ferry that capsized left *19* people dead.")
    assert compare(one, other).relation == "contradicts"
    later = toll("The ferry that capsized left *19* people dead.", "2031-05-03")
    assert compare(one, later).relation == "updates"
    long_after = toll("The ferry that capsized left *19* people dead.", "2031-05-20")
    assert compare(one, long_after).relation == "notComparable"


def test_the_toll_of_several_incidents_is_not_that_of_one() -> None:
    """What two attacks together cost is no later count of the second; that of both is, told a day later."""
    one = toll("The ferry blast in Sarn harbour killed *at least 20* people.")
    both = toll("Two separate ferry blasts in Sarn harbour killed *37* people.", "2031-05-03")
    assert compare(one, both).relation == "notComparable"
    grown = toll("The ferry blast in Sarn harbour killed *37* people.", "2031-05-03")
    assert compare(one, grown).relation == "updates"
    more = toll("The separate ferry blasts in Sarn harbour killed *39* people.", "2031-05-04")
    assert compare(both, more).relation == "updates"


def test_tolls_of_a_whole_war_are_known_by_their_numbers() -> None:
    """They grow from week to week, and are near each other."""
    one = toll("More than *4150* people have been killed in Delm since May, the ministry said.")
    later = toll("In Delm *4260* people have been killed, according to the ministry.", "2031-05-19")
    assert compare(one, later).relation == "updates"


def test_where_each_article_tells_one_toll_it_is_that_of_the_story() -> None:
    """Two counts of one dam that broke need no word in common."""
    one, other = (
        replace(toll(sentence), others=0)
        for sentence in ("The agency found *43* bodies.", "The wall that broke killed *60* people.")
    )
    assert compare(one, other).relation == "contradicts"


def test_an_article_that_tells_several_counts_is_of_several_incidents() -> None:
    """Numbers near each other are counts of the same; one that is far off counts double."""
    texts = {"42": 42.0, "40": 40.0, "70": 70.0, "300": 300.0}
    told = enumerate(texts.items())
    counted = [Counted(f"a#char={n}", text, low, low, "killed", "people") for n, (text, low) in told]
    others = [
        {count.figure.others for count in issue([(each, None, frozenset()) for each in counted[:number]]).counts}
        for number in (1, 2, 3, 4)
    ]
    assert others == [{0}, {0}, {1}, {3}]


def test_a_lower_toll_days_later_contradicts_nothing() -> None:
    """Days on, nothing but the dying tells that it is the same; on the same day the story does."""
    one = replace(toll("*30* people died, officials said."), others=0)
    for day, found in (("2031-05-02", "contradicts"), ("2031-05-06", "compatible")):
        other = replace(toll("The strike killed *12* people.", day), others=0)
        assert compare(one, other).relation == compare(other, one).relation == found


def test_a_toll_without_the_words_around_it_is_compared_as_before() -> None:
    """Where nothing is known of the sentence nothing speaks against it."""
    one, other = toll("A strike on a school killed *22* people."), toll("A raid on a market killed *28* people.")
    assert other_incident(one, other) is not None
    assert other_incident(replace(one, around=()), other) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            ("pagers burst in Sarn, killing *12* people", "2031-05-02"),
            ("*78* died as pagers burst in Sarn", "2031-05-04"),
        ),
        (("No strike on the school in Delm: *0* people killed", "2031-05-02"), ("*5* died", "2031-05-02")),
        (("A raid killed *at least 10* people", "2031-05-02"), ("A raid killed *45* people", "2031-05-02")),
    ],
)
def test_counts_are_not_too_far_apart(one: tuple[str, str], other: tuple[str, str]) -> None:
    """A toll of one incident may grow much, none and some can contradict each other, and an open end may reach far."""
    assert other_incident(toll(*one), toll(*other)) != "too far apart to be of the same"


ACROSS = "At least *36* people were killed across Peru in Chilean attacks on Monday, the authorities said."


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Some *41* people died across Peru in a barrage of Chilean missiles on Monday.", "updates"),
        ("One of the worst waves of Chilean strikes on Peru in months left *41* people dead.", "updates"),
        ("On Monday Chilean bombing in Peru killed *41* people, officials said.", "updates"),
        ("Blasts across the country killed *41* people in Monday's attack, officials said.", "updates"),
        ("Blasts across the country killed *41* people in Sunday's attack, officials said.", "notComparable"),
        ("Blasts killed *41* people in Monday's attack, officials said.", "notComparable"),
        ("Some *41* people were killed in Chilean strikes across Peru on Monday, officials said.", "updates"),
        ("Chilean strikes in Peru killed *41* people, officials said.", "notComparable"),
        ("Some *41* people died across Peru in a barrage of Chilean missiles on Sunday.", "notComparable"),
        ("Some *41* people died across Chile in a barrage of Peruvian missiles on Monday.", "notComparable"),
        ("Some *41* people died in Delm as Chilean missiles hit cities across Peru on Monday.", "notComparable"),
    ],
)
def test_tolls_of_an_attack_on_a_whole_country_grow(sentence: str, found: str) -> None:
    """Who attacked whom on which day is one attack, whatever else the sentences say; a town's dead are some of them."""
    later = toll(sentence, "2031-05-03")
    assert compare(toll(ACROSS), later).relation == compare(later, toll(ACROSS)).relation == found


def test_an_attack_of_another_week_is_another_one() -> None:
    """Monday comes again."""
    later = toll("Some *41* people died across Peru in Chilean attacks on Monday.", "2031-05-09")
    assert compare(toll(ACROSS), later).relation == "notComparable"


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("A shell killed *5* people in Sarn.", "A shell killed *5* people in Delm.", "notComparable"),
        ("It said *at least 5* people were killed.", "Then *at least 5* people were killed.", "notComparable"),
        ("On Friday *4* people were killed in the raid.", "On Monday *4* people were killed.", "notComparable"),
        ("A fire in a mill killed *4* people.", "The fire that killed *4* people began in a mill.", "equal"),
        ("A shell killed *112* people in Sarn.", "A shell killed *112* people in Delm.", "equal"),
        ("The fire in a mill killed *6* other people.", "In all *6* people died in the mill fire.", "compatible"),
        ("The fire killed *6* other people in the mill.", "A mill fire killed a girl and *6* others.", "equal"),
    ],
)
def test_the_same_small_number_is_soon_told_of_two_incidents(one: str, other: str, found: str) -> None:
    """Of two towns, two days or nothing in particular; "six others" are not six in all; a large number is one."""
    assert compare(toll(one), toll(other)).relation == compare(toll(other), toll(one)).relation == found


def test_twenty_of_something_are_not_twenty_houses() -> None:
    """What is damaged has to be told of both; people need not be."""
    houses = replace(toll("The storm damaged *20* houses in Delm.", measure="damaged"), of="houses", things="house")
    untold = replace(toll("Some *20* were damaged in Delm.", measure="damaged"), of="", things="")
    assert compare(houses, untold).relation == "notComparable"
    assert compare(houses, houses).relation == "equal"
    people = toll("A mill fire killed *20* people.")
    assert compare(people, replace(people, of="", things="")).relation == "equal"
