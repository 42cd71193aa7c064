"""Two sides that contradict each other, and sides that only differ."""

from __future__ import annotations

import pytest

from whosays.graph.conflicts.comparing import conflict
from whosays.graph.conflicts.disputes import disputes
from whosays.graph.conflicts.parties import spoken_for
from whosays.graph.conflicts.side import Party, Side, State


def side(number: int, answer: str, day: str | None = "2031-05-01", article: str | None = None) -> Side:
    """Return who tells in whose hands Velm is."""
    text = f"Velm: {answer}"
    where = article or f"urn:a{number}"
    state = State("in whose hands", frozenset({"velm"}), "velm", frozenset({answer}))
    return Side(
        f"{where}#attr={number}",
        f"{where}#claim={number}",
        where,
        day,
        "tells",
        Party(frozenset({f"{where}#ref={number}"})),
        "",
        Party(),
        blames=False,
        act="",
        regions=frozenset(),
        span=(number, number + 9),
        text=text,
        state=state,
    )


@pytest.mark.parametrize(
    ("one", "other", "is_one"),
    [
        ("zemria", "korrin", True),
        ("zemria", "not zemria", True),
        ("not zemria", "korrin", False),
        ("not zemria", "not korrin", False),
    ],
)
def test_what_is_not_the_ones_may_be_the_others(one: str, other: str, is_one: bool) -> None:
    """That a town is not Zemria's says nothing against its being Korrin's."""
    assert (conflict(side(1, one), side(2, other), {}) is not None) is is_one


@pytest.mark.parametrize(
    ("first", "second", "is_one"),
    [
        (("2031-05-01", "urn:a"), ("2031-05-02", "urn:b"), True),
        (("2031-05-01", "urn:a"), ("2031-05-03", "urn:b"), False),
        (("2031-05-01", "urn:a"), (None, "urn:b"), False),
        ((None, "urn:a"), (None, "urn:b"), False),
        ((None, "urn:a"), (None, "urn:a"), True),
    ],
)
def test_a_town_changes_hands_in_time(
    first: tuple[str | None, str], second: tuple[str | None, str], is_one: bool
) -> None:
    """Of articles without a day nothing is known, but that what one article has is of one time."""
    assert (conflict(side(1, "zemria", *first), side(2, "korrin", *second), {}) is not None) is is_one


def test_many_sides_make_one_dispute() -> None:
    """However many hold either, each of them once."""

    def never(*_: Side) -> bool:
        return False

    sides = [side(number, ("zemria", "korrin")[number % 2]) for number in range(120)]
    (found,) = disputes(sides, {}, never)
    assert (len(found.so), len(found.otherwise)) == (60, 60)
    assert (found,) == disputes(reversed(sides), {}, never)


@pytest.mark.parametrize(
    ("told", "state"),
    [
        ("French Foreign Minister Ola Lund", "france"),
        ("Ola Lund\npresident of Poland", "poland"),
        ("former French minister", ""),
        ("French opposition leader", ""),
        ("president of Georgia Tech", ""),
        ("Michael Jordan\nspokesman for Jordan Brand", ""),
        ("president of Real Marl, Spain", ""),
    ],
)
def test_whose_official_somebody_is(told: str, state: str) -> None:
    """Of a state by its people before the office or its name behind it, and of nobody's who is no more in office."""
    assert spoken_for(told) == state
