"""Figures whose measures are mere words: of the same by what is said of them, in one unit or another, rounded."""

from __future__ import annotations

import pytest

from benchmarks.deriving import issues
from whosays.extract.quantities import read_setting, things
from whosays.graph.articles.statements import Claim, Counted, Told
from whosays.graph.figures.comparator import compare
from whosays.graph.figures.figure import Figure
from whosays.graph.figures.likeness import alike, meeting
from whosays.graph.figures.numbers import in_one_unit, is_rounded
from whosays.graph.wording import base_unit, predicate_of, unit_of
from whosays.graph.wording.marks import CONVERTED, EARLIER, RATE, SENTENCE, SOME, marks, setting

CRANE = frozenset({"crane", "tarn", "harbou", "bought"})
FERRY = frozenset({"ferry", "sarn", "painte", "winter"})


def amount(number: float, measure: str = "usd paid", of: str = "", **more: object) -> Figure:
    """Return an amount, if nothing else is told for the crane of the Tarn harbour."""
    told = {"around": (CRANE,)} | more
    return Figure(number, number, measure, of, things=things(of), **told)  # type: ignore[arg-type]


def relation(one: Figure, other: Figure) -> str:
    """Return how two figures stand to each other, which does not depend on their order."""
    there, back = compare(one, other), compare(other, one)
    assert there.relation == back.relation
    return there.relation


def test_amounts_for_the_same_contradict_each_other() -> None:
    """The same sentence but for the number is of the same; another sentence, or another unit, is not."""
    assert relation(amount(5687), amount(5587)) == "contradicts"
    assert relation(amount(5687), amount(5587, around=(FERRY,))) == "notComparable"
    assert relation(amount(5687), amount(5587, "eur paid")) == "notComparable"
    assert relation(amount(5687, of="a crane"), amount(5587, of="a ferry")) == "notComparable"


def test_what_is_done_with_an_amount_must_be_the_same() -> None:
    """What is paid is not what is asked; where only one of them tells it, it may be."""
    assert relation(amount(5687, "usd paid"), amount(5587, "usd asked")) == "notComparable"
    assert relation(amount(5687, "usd paid"), amount(5587, "usd")) == "contradicts"


def test_numbers_far_from_each_other_are_hardly_of_the_same() -> None:
    """A price of nine thousand and one of nine million are of two things, whatever the words around."""
    assert relation(amount(9000), amount(9_000_000)) == "notComparable"


def test_one_sentence_tells_two_things() -> None:
    """Two numbers of one sentence do not contradict each other."""
    here = frozenset({f"{SENTENCE} a#0,90"})
    assert relation(amount(5687, marks=here), amount(5587, marks=here)) == "notComparable"


def test_counts_of_the_same_things_need_no_measure() -> None:
    """ "23 steps" and "19 steps" of one plan differ where the same is said of them."""
    one, other = amount(23, "", "steps"), amount(19, "", "further steps")
    assert meeting(one) == meeting(other) == "of step"
    assert relation(one, other) == "contradicts"
    assert relation(one, amount(19, "", "boats")) == "notComparable"


def test_what_is_counted_every_hour_differs_rightly() -> None:
    """Two numbers of views are of two hours."""
    one, other = (amount(number, "", "views") for number in (9000, 13000))
    assert relation(one, other) == "compatible"


def test_sizes_are_told_on_average() -> None:
    """A crab that grows to ten inches on average does not grow to five; of money each month there is no total."""
    average = frozenset({RATE})
    assert relation(amount(10, "inches", marks=average), amount(5, "inches")) == "contradicts"
    assert relation(amount(10, marks=average), amount(5)) == "notComparable"
    assert relation(amount(10, marks=average), amount(5, marks=average)) == "contradicts"


def test_a_share_is_one_of_all() -> None:
    """ "70 % of its dead" leaves nobody out, "70 of its dead" does."""
    some = frozenset({SOME})
    assert relation(amount(70, "%", "the dead", marks=some), amount(50, "%", "the dead")) == "contradicts"


def test_one_length_in_two_units_is_the_same() -> None:
    """Each is exact to its last digit: 12 feet are 3.7 metres and not 5."""
    feet = amount(12, "feet")
    assert relation(feet, amount(3.7, "m")) == "equal"
    assert relation(feet, amount(5, "m")) == "contradicts"
    assert in_one_unit(feet, amount(12, "feet")) == (feet, amount(12, "feet"))
    assert (base_unit("feet"), unit_of("usd paid"), predicate_of("usd paid")) == ("m", "usd", "paid")
    assert unit_of("killed") is None


@pytest.mark.parametrize(
    ("rounded", "exact", "told"),
    [(43000, 43350, True), (3e9, 3.2e9, False), (43350, 43000, False), (40, 43, False), (1.6e6, 1.5e6, False)],
)
def test_a_number_in_fewer_digits_is_rounded(rounded: float, exact: float, told: bool) -> None:
    """Large numbers only, and by a twentieth at most."""
    assert is_rounded(amount(rounded), amount(exact)) is told
    if told:
        assert relation(amount(rounded), amount(exact)) == "refines"


def test_a_number_that_was_replaced_is_updated() -> None:
    """ "Up from 12", "first reported 30": even in one sentence, the other number takes its place."""
    sentence = "The toll rose to 30, up from 12 on Monday."
    place = sentence.index("12")
    read = marks(setting(read_setting(sentence, place, 2)), "")
    assert EARLIER in read
    here = frozenset({f"{SENTENCE} a#0,90"})
    old, new = Figure(12, 12, "killed", "people", marks=read | here), Figure(30, 30, "killed", "people", marks=here)
    assert relation(old, new) == "updates"
    assert compare(old, new).turned
    assert not compare(new, old).turned


def test_an_amount_in_other_money_counts_nothing_anew() -> None:
    """ "$1 million (£636,000)" tells one amount, turned at some rate."""
    sentence = "They want $1 million (£636,000) for the boat."
    place = sentence.index("£")
    read = marks(setting(read_setting(sentence, place, len("£636,000"))), "")
    assert CONVERTED in read
    assert relation(amount(636_000, "gbp", marks=read), amount(638_000, "gbp")) == "notComparable"


def test_figures_of_the_same_meet_on_one_issue() -> None:
    """Amounts of nothing in particular meet where the same is said of them, and only there."""

    def told(article: str, low: float, around: frozenset[str]) -> Told:
        figure = Counted(f"{article}#qty=0,2", "some", low, low, "usd paid", "", around=(around,))
        assert alike(figure, figure)
        claim = Claim(f"{article}#claim=0,9", 0, 9, "some", (figure,))
        return Told(article, None, frozenset({"sarn", "ferrel", "lowmark"}), (claim,), (), {})

    ((_, (found,)),) = issues([told("x:a", 5687, CRANE), told("x:b", 5587, CRANE)])
    assert found.verdict.relation == "contradicts"
    assert len(issues([told("x:a", 5687, CRANE), told("x:b", 5587, FERRY)])) == 2
