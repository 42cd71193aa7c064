"""Two things that happened are not one claim: another day, one and several, two titles; and what a join needs."""

from __future__ import annotations

import pytest

from tests.graph.claims.test_claim_matcher import wording
from whosays.graph.articles.statements import Claim, Counted
from whosays.graph.claims import likeness
from whosays.graph.claims.cores import LIKELY
from whosays.graph.claims.likeness import likely_same, of_two_happenings, same_figure
from whosays.graph.claims.matcher import Node
from whosays.graph.claims.neighbours import standings
from whosays.graph.wording import Wording

THURSDAY, FRIDAY = frozenset({"thursday"}), frozenset({"friday"})


def told(text: str, days: frozenset[str] = frozenset(), *, heading: bool = False, holder: str = "") -> Node:
    claim = Claim(f"{text}#claim=0,9", 0, 9, text, terms="", alone=text, days=days, heading=heading)
    (stands,) = standings([((0, 9), text)])
    return Node(claim.iri, claim, wording(text), None, holder=holder, alone=text, stands=stands)


def counted(text: str, figure: str, things: str, low: float, days: frozenset[str] = frozenset(), *around: str) -> Node:
    number = Counted("q", figure, low, low, "killed", things, around=(frozenset(around),), things=things)
    return Node(f"{text}#q", Claim(text, 0, 9, text, (number,), days=days), Wording(()), number)


@pytest.mark.model
@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("the guard was injured at the depot", "the guards were injured at the depot in Sarn", True),
        ("poachers shot a ranger at the ford", "rangers were shot at the ford by poachers", True),
        ("poachers shot a ranger at the ford", "a ranger was shot at the ford by two poachers", False),
        ("the guards were injured at the depot", "the depot guards were injured", False),
        ("the guard was praised at the depot", "the guards were praised at the depot", False),
    ],
)
def test_one_who_is_harmed_is_not_several(one: str, other: str, apart: bool) -> None:
    """A guard and guards are hurt in two incidents; whom nothing happened to may be told of either way."""
    assert of_two_happenings(told(one), told(other)) is of_two_happenings(told(other), told(one)) is apart


@pytest.mark.model
def test_two_days_are_two_happenings() -> None:
    """Where each tells a day, or what it is of does, they have to share one."""
    text = "guards at the depot opened fire"
    assert of_two_happenings(told(text, THURSDAY), told(text, FRIDAY))
    assert not of_two_happenings(told(text, THURSDAY), told(text, THURSDAY | FRIDAY))
    assert not of_two_happenings(told(text, THURSDAY), told(text))


@pytest.mark.model
@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("Anglers at Lenn weir subdue knife-wielding poacher", "Knife-wielding poacher at Lenn weir sentenced", True),
        ("Poacher at Lenn weir sentenced", "Knife-wielding poacher from Lenn weir is sentenced to a year", False),
        ("Fire at Lenn mill kills two", "Two are killed in Lenn mill fire", False),
    ],
)
def test_two_titles_on_one_topic(one: str, other: str, apart: bool) -> None:
    """A title names its topic in full, so that sharing it tells nothing: they have to share what happens."""
    assert of_two_happenings(told(one, heading=True), told(other, heading=True)) is apart
    assert not of_two_happenings(told(one, heading=True), told(other))


@pytest.mark.model
def test_what_a_join_needs(monkeypatch: pytest.MonkeyPatch) -> None:
    """More where few words stand in a row, less of one voice; none without the network's belief."""
    one = told("the marsh keepers mended fences by the northern dyke", holder="Ana Malk")
    other = told("northern dyke fences had been repaired by keepers of that marsh", holder="Tomas Ferrel")
    again = told("northern dyke fences had been repaired by keepers of that marsh", holder="Malk")
    for chance, belief, joined, by_one in ((0.7, 0.9, False, True), (0.85, 0.9, True, True), (0.9, 0.4, False, False)):
        monkeypatch.setattr(likeness, "in_the_same_words", lambda *_: False)
        monkeypatch.setattr(likeness, "chance", lambda *_, chance=chance: chance)
        monkeypatch.setattr(likeness, "read_together", lambda *_, belief=belief: belief)
        assert (likely_same(one, other) >= LIKELY) is joined
        assert (likely_same(one, again) >= LIKELY) is by_one
    in_a_row = told("keepers said the marsh keepers mended fences by that dyke", holder="Tomas Ferrel")
    monkeypatch.setattr(likeness, "chance", lambda *_: 0.6)
    monkeypatch.setattr(likeness, "read_together", lambda *_: 0.9)
    assert likely_same(one, in_a_row) >= LIKELY


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (("Nine children were among the dead", "Nine", "child"), ("nine people were killed", "nine", "people"), False),
        (("nine children were killed", "nine", "child"), ("nine children died", "nine", "child"), True),
        (("40 hunters, including nine by bears", "nine", ""), ("nine hunters died", "nine", "hunter"), False),
        (("40, including nine hunters", "nine", "hunter"), ("nine hunters died", "nine", "hunter"), True),
        (("nine hunters died", "nine", "hunter"), ("nine were killed", "nine", ""), True),
    ],
)
def test_a_part_is_not_a_whole(one: tuple[str, str, str], other: tuple[str, str, str], same: bool) -> None:
    """Children among the dead and some of a greater count are other counts than one of all."""
    nodes = [counted(text, figure, things, 9, frozenset(), "kill", "ferry") for text, figure, things in (one, other)]
    assert same_figure(*nodes) is same_figure(*nodes[::-1]) is same


def test_those_in_one_hospital_are_not_all() -> None:
    """Who is treated there is counted apart."""
    all_ = counted("60 were hurt", "60", "people", 60, frozenset(), "ferry", "hurt")
    here = counted("the clinic treats 60", "60", "people", 60, frozenset(), "clinic", "treat")
    there = counted("60 are treated in the clinic", "60", "people", 60, frozenset(), "treat")
    assert not same_figure(all_, here)
    assert same_figure(here, there)


def test_small_tolls_of_two_days() -> None:
    """Seven on Thursday are not seven on Friday; seventy may be the same."""
    words = ("kill", "ferry")
    assert not same_figure(
        counted("a", "7", "people", 7, THURSDAY, *words), counted("b", "7", "people", 7, FRIDAY, *words)
    )
    assert same_figure(
        counted("a", "7", "people", 7, THURSDAY, *words), counted("b", "7", "people", 7, frozenset(), *words)
    )
    assert same_figure(
        counted("a", "70", "people", 70, THURSDAY, *words), counted("b", "70", "people", 70, FRIDAY, *words)
    )
