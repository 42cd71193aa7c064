"""How far two claims overlap: in their words as they stand, and in what those words are of each claim."""

import pytest

from benchmarks.rough import rough_terms
from whosays.graph.claims.common_words import overlap, trees, worth_weighing
from whosays.graph.claims.neighbours import among_neighbours, standings
from whosays.graph.wording import wording


def compared(one: str, other: str, voices: tuple[str, str] = ("", "")) -> dict[str, float]:
    return overlap((wording(rough_terms(one)), wording(rough_terms(other))), (one, other), voices)


@pytest.mark.parametrize(
    ("one", "other", "worth"),
    [
        ("Ferrel to step aside", "Ferrel will step down", True),
        ("the resignation", "he will resign", True),
        ("the dam was built in 1970", "the union called a strike", False),
        ("Ferrel opened the new bridge on Monday", "Ferrel closed a school", False),
    ],
)
def test_worth_weighing(one: str, other: str, *, worth: bool) -> None:
    """Two stems suffice, or half of those of a short claim; one name among many words does not."""
    assert worth_weighing(one, other) is worth
    assert worth_weighing(other, one) is worth


def test_a_piece_of_a_quotation() -> None:
    """Of a piece of a quotation all words stand in the other side by side."""
    piece = compared("the gate was never safe", "we told them that the gate was never safe and that nobody listened")
    mixed = compared("the gate was never safe", "never was a gate that the owners held to be safe")
    assert piece["in_order"] == 1.0 > mixed["in_order"]
    assert piece["run"] > mixed["run"]


def test_who_holds_it() -> None:
    """Voices are apart where both are named and share no name, and one where they share one."""
    for voices, apart, one in (
        (("Tomas Ferrel", "Ferrel"), 0.0, 1.0),
        (("Tomas Ferrel", "Ana Malk"), 1.0, 0.0),
        (("Tomas Ferrel", ""), 0.0, 0.0),
    ):
        found = compared("it rained", "it rained", voices)
        assert (found["voices_apart"], found["one_voice"]) == (apart, one)


def test_the_shipped_trees_know_their_traits() -> None:
    """Every trait that they ask for is told, and the same words weigh more than others on the topic."""
    here = standings([((0, 40), "the upper gate of the dam was stuck")])
    there = standings(
        [((0, 40), "the gate is green and the dam is old"), ((50, 90), "the upper gate of the dam was stuck")]
    )
    same = compared("the upper gate of the dam was stuck", "the upper gate of the dam was stuck")
    other = compared("the upper gate was stuck", "the gate is green and the dam is old")
    alike = trees().log_odds(same | among_neighbours(here[0], there[1]))
    assert alike > 0 > trees().log_odds(other | among_neighbours(here[0], there[0]))
