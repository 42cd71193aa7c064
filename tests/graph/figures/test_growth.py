"""Counts that take the place of others: tolls that grow, numbers told as earlier ones; and what only looks like it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.graph.figures.test_contradictions import figure, relation
from whosays.graph.figures.comparator import compare
from whosays.graph.figures.figure import Figure
from whosays.graph.wording import SENTENCE

MONDAY, TUESDAY = "2031-05-05", "2031-05-06"


def told(sentence: str, of: str = "", day: str | None = None, *, measure: str = "killed", at: str = "") -> Figure:
    """Read a figure of an article of its own, told by the article itself."""
    article = at or f"{sentence} {day}".replace(" ", "_")
    read = figure(sentence, measure, of, day)
    return replace(read, marks=read.marks | {f"{SENTENCE} {article}#char=0"}, voices=frozenset({f"{article}#"}))


@pytest.mark.parametrize(
    ("later", "earlier", "days"),
    [
        ("The death toll of the quake in Sarn rose to *78*.", "The quake in Sarn killed *at least 41* people.", True),
        ("The toll in Sarn has climbed to *78*.", "The quake in Sarn killed *41* people.", False),
        ("The toll in Sarn is now *78*.", "The quake in Sarn killed *41* people.", False),
        ("Two more deaths bring the toll in Sarn to *78*.", "The quake in Sarn killed *41* people.", False),
        ("The ministry lowered the toll in Sarn to *29*.", "The quake in Sarn killed *41* people.", False),
        ("The quake in Sarn killed *78* people.", "The toll in Sarn was raised to 80 from *41*.", False),
    ],
)
def test_a_number_told_as_a_newer_one_updates_the_other(later: str, earlier: str, days: bool) -> None:
    """No day has to be known where the words tell which number took the place of which."""
    new = told(later, "people", TUESDAY if days else None)
    old = told(earlier, "people", MONDAY if days else None)
    assert compare(new, old).relation == compare(old, new).relation == "updates"
    assert not compare(new, old).turned
    assert compare(old, new).turned


def test_a_toll_that_rose_does_not_update_a_later_one() -> None:
    """What was told on a later day is no earlier count, however low."""
    new = told("The toll in Sarn rose to *78*.", "people", MONDAY)
    assert relation(new, told("The quake in Sarn killed *41* people.", "people", TUESDAY)) != "updates"


def test_one_sentence_may_tell_both_the_old_number_and_the_new() -> None:
    """ "Rose to 78, up from 41", and another number of the same sentence has nothing to do with it."""
    both = "The toll rose to {}, up from {} a day earlier, after {} patients died."
    new, old, more = (
        told(both.format(*numbers), of, at="one")
        for numbers, of in (
            (("*78*", "41", "3"), ""),
            (("78", "*41*", "3"), ""),
            (("78", "41", "*3*"), "patients"),
        )
    )
    assert relation(new, old) == "updates"
    assert relation(more, old) != "updates"


def test_whoever_counts_again_updates_the_own_count() -> None:
    """The same agency told 41 on Monday and 78 on Tuesday."""
    agency = frozenset({"agency"})
    old = replace(told("The quake in Sarn killed *41* people.", "people", MONDAY), voices=agency)
    new = replace(told("The quake in Sarn killed *78* people.", "people", TUESDAY), voices=agency)
    assert relation(new, old) == "updates"
    assert relation(replace(new, told_on="2031-08-01"), old) == "notComparable"


def test_a_toll_goes_up_from_at_least_so_many() -> None:
    """A later, higher number takes the place of "at least 41"; told before, or on that day, it only tells more."""
    least = "The quake in Sarn killed *at least 41* people."
    old = told(least, "people", MONDAY)
    for number in ("*43*", "*at least 43*"):
        text = f"The quake in Sarn killed {number} people."
        assert compare(told(text, "people", TUESDAY), old).relation == "updates"
        assert compare(old, told(text, "people", TUESDAY)).turned
        assert relation(told(text, "people", MONDAY), old) == "refines"
        assert relation(told(text, "people", MONDAY), told(least, "people", TUESDAY)) == "refines"


@pytest.mark.parametrize("mark", ["denied", "expected", "some", "earlier", "place @ora"])
def test_what_is_no_count_of_the_same_takes_no_place(mark: str) -> None:
    """A number that is denied, expected, or of others is no later count."""
    old = told("The quake in Sarn killed *at least 41* people.", "people", MONDAY)
    new = told("The quake in Sarn killed *43* people.", "people", TUESDAY)
    old = replace(old, marks=old.marks | {"place @sarn"} if mark.startswith("place") else old.marks)
    new = replace(new, marks=frozenset(m for m in new.marks if not m.startswith("place")) | {mark})
    assert compare(new, old).relation != "updates"


def test_cases_are_found_one_after_another() -> None:
    """A later, higher count of cases updates the earlier one; one of letters that were sent does not."""
    for things, found in (("cases of river fever", "updates"), ("letters of protest", "compatible")):
        old = told(f"Sarn has *34* {things}.", things, MONDAY, measure="")
        new = told(f"Sarn has *61* {things}.", things, TUESDAY, measure="")
        old, new = (replace(each, around=(frozenset({"fever", "river", "sarn"}),)) for each in (old, new))
        assert relation(new, old) == found


def test_tolls_of_which_no_day_is_known_do_not_contradict_each_other() -> None:
    """One may be of the next morning; a count that does not grow stays a contradiction."""
    one, other = "The quake in Sarn killed *41* people.", "The quake in Sarn killed *78* people."
    assert relation(told(one, "people"), told(other, "people")) == "compatible"
    assert relation(told(one, "people", MONDAY), told(other, "people", MONDAY)) == "contradicts"
    ministry, rebels = (
        replace(told(each, "people"), voices=frozenset({name}))
        for each, name in zip((one, other), ("M", "R"), strict=True)
    )
    assert relation(ministry, rebels) == "contradicts"
    assert relation(told(one, "people", at="x"), told(other, "people", at="x")) != "updates"


def test_a_number_of_before_contradicts_nothing() -> None:
    """Neither "from 56" nor "an earlier figure of 52" is held any more."""
    one = told("The toll in Sarn rose to 60 from *56*.", "people", MONDAY)
    other = told("The ministry revised an earlier figure of *52* dead in Sarn.", "people", TUESDAY)
    assert relation(one, other) == "compatible"


def test_the_day_on_which_somebody_spoke_is_not_that_of_the_deaths() -> None:
    """ "Said on Sunday" and "on Saturday" are no two days of fighting; two days of dying are."""
    saturday = figure("*9* guards were killed in Saturday's raid on Sarn.", of="guards")
    said = figure("The army said on Sunday that *35* guards were killed in the raid on Sarn.", of="guards")
    assert relation(said, saturday) == "contradicts"
    died = figure("*35* guards were killed on Sunday in the raid on Sarn.", of="guards")
    assert relation(died, saturday) == "notComparable"


def test_an_average_is_less_than_what_some_come_to() -> None:
    """Eels of five inches on average may grow to ten; of ten on average, they grow to more than five."""
    around = (frozenset({"eel", "grow", "pond"}),)

    def eels(sentence: str, low: float | None, high: float) -> Figure:
        return replace(figure(sentence, "inches grown"), low=low, high=high, around=around)

    mean = eels("The pond's eels grow to an average of *5* inches.", 5, 5)
    assert relation(mean, eels("The pond's eels normally grow to *10* inches.", 10, 10)) == "compatible"
    assert relation(mean, eels("The pond's eels grow to up to *4* inches.", None, 4)) == "contradicts"


def test_the_price_of_a_share_moves_all_day() -> None:
    """Two numbers of one morning are of two minutes; two shares of a market are two counts."""
    for words, found in (
        ({"shar", "tellar", "trad"}, "compatible"),
        ({"shar", "market", "tellar"}, "contradicts"),
    ):
        one, other = (
            replace(figure(f"It was *{number}* percent."), measure="%", around=(frozenset(words),), about=())
            for number in (41, 57)
        )
        assert relation(one, other) == found
