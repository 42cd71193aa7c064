"""The network that reads two claims at once: what it joins, and what it keeps apart."""

import pytest

from whosays.graph.claims import LIKELY
from whosays.graph.claims.paraphrase import chance, paraphrase, readable

PLAIN = 1.0  # log odds of the words

SAME = [
    ("Ferrel: I am going to give up my seat", "Ferrel: he will step down from the council seat"),
    ("Ferrel: I will not seek another term as mayor", "Ferrel: he would not stand for mayor again"),
    ("Ferrel: the dam is safe and nobody needs to leave", "Ferrel: the dam was safe and no one had to leave"),
]
APART = [
    ("the Lissa bridge will stay closed until June", "the Lissa bridge will stay closed until August"),
    ("the union struck a deal with the port", "the port rejected a deal with the union"),
    ("the mayor accused the bank of fraud", "the bank accused the mayor of fraud"),
    ("the museum opened in 1970", "the museum has 1,200 paintings"),
]


@pytest.mark.model
@pytest.mark.parametrize(("one", "other"), SAME)
def test_joins(one: str, other: str) -> None:
    """Other words for the same are the same, whichever comes first."""
    assert chance(PLAIN, paraphrase().belief(one, other)) >= LIKELY
    assert paraphrase().belief(one, other) == paraphrase().belief(other, one)


@pytest.mark.model
@pytest.mark.parametrize(("one", "other"), APART)
def test_keeps_apart(one: str, other: str) -> None:
    """Another day, another doer, another statement on the topic are not the same."""
    assert chance(PLAIN, paraphrase().belief(one, other)) < LIKELY


def test_readable() -> None:
    """Brackets around names go, the holder stands in front."""
    assert readable("Tomas Ferrel", "[Ferrel]  will\n go") == "Tomas Ferrel: Ferrel will go"
    assert readable("", "it rained") == "it rained"


def test_words_count() -> None:
    """Where the network is in doubt, the words decide; where it is sure that they differ, nothing does."""
    assert chance(4.0, 0.6) >= LIKELY
    assert chance(-2.0, 0.6) < LIKELY
    assert chance(3.0, 0.001) < LIKELY
