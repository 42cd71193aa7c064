"""A pair of claims among all claims of their two articles."""

import pytest

from whosays.graph.claims.neighbours import Standing, among_neighbours, standings


def article(*texts: str) -> list[Standing]:
    """Return where the claims of an article stand that come one after the other."""
    return standings([((100 * number, 100 * number + 50), text) for number, text in enumerate(texts)])


HERALD = article("the dam was old", "the dam leaked in spring", "a strike stops the ferry", "the dam was inspected")
COURIER = article("the dam is safe", "the dam leaked", "the ferry will sail", "the dam cost a fortune")


def test_claims_stand_in_the_order_of_their_article() -> None:
    """In whatever order they are told, the first ranks 0 and the last 1; one alone ranks 0."""
    last, first, middle = standings([((90, 99), "c"), ((0, 9), "a"), ((40, 60), "b")])
    assert [place.rank for place in (first, middle, last)] == [0.0, 0.5, 1.0]
    assert [place.start for place in (first, middle, last)] == [0, 40, 90]
    (alone,) = article("the ferry sails")
    assert alone.rank == 0.0


def test_what_few_say_tells_more() -> None:
    """One word that only these two share tells more than one that most claims of both articles have."""
    ferry, dam = among_neighbours(HERALD[2], COURIER[2]), among_neighbours(HERALD[0], COURIER[0])
    assert ferry["telling"] > dam["telling"] > 0.0
    assert among_neighbours(HERALD[2], COURIER[1])["telling"] == 0.0


def test_who_is_nearer() -> None:
    """A pair is near where neither has a nearer one in the other article, those that it stands within left aside."""
    leaked = among_neighbours(HERALD[1], COURIER[1])
    assert leaked["nearer_than_others"] > 0.0 < leaked["others_nearer"]
    assert among_neighbours(HERALD[1], COURIER[0])["nearer_than_others"] < 0.0
    within = standings([((0, 90), "the company said that the dam leaked"), ((30, 60), "the dam leaked")])
    assert among_neighbours(HERALD[1], within[0])["nearer_than_others"] > 0.0


def test_order_and_distance() -> None:
    """How far apart two stand in the order of their articles, and in thousands of characters."""
    found = among_neighbours(HERALD[0], COURIER[3])
    assert (found["ranks_apart"], found["starts_apart"]) == (1.0, 0.3)


def test_sides_change_with_the_order_of_the_pair() -> None:
    """The other way round, who is nearer changes sides, and all else is the same to the last bit."""
    there, back = among_neighbours(HERALD[1], COURIER[0]), among_neighbours(COURIER[0], HERALD[1])
    sides = {"nearer_than_others", "others_nearer"}
    assert {name: value for name, value in there.items() if name not in sides} == {
        name: value for name, value in back.items() if name not in sides
    }
    assert there["nearer_than_others"] == back["others_nearer"] != there["others_nearer"]


@pytest.mark.parametrize("text", ["", "of the"])
def test_no_words(text: str) -> None:
    """A claim without a word that says something tells nothing, and is near to none."""
    (empty,) = article(text)
    found = among_neighbours(empty, COURIER[0])
    assert found["telling"] == found["telling_of_the_shorter"] == 0.0
    assert found["nearer_than_others"] <= 0.0
