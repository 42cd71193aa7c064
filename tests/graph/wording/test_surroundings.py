"""The words that belong to a figure, and not to the one beside it."""

from __future__ import annotations

import pytest

from whosays.graph.wording.surroundings import same_surroundings, surroundings


def words(sentence: str) -> frozenset[str]:
    """Return the words around the number between stars."""
    before, number, behind = sentence.split("*")
    return surroundings(before + number + behind, len(before), len(before) + len(number))


def test_words_between_two_figures_belong_to_one_of_them() -> None:
    """What stands behind a mark that parts them is of the second, what stands before it of the first."""
    sentence = "Sales of cranes dropped *7.1%*, compared with a 6.7% decline of the whole yard."
    assert words(sentence) == {"sal", "cran", "dropp"}
    other = sentence.replace("*", "").replace("6.7%", "*6.7%*")
    assert words(other) == {"declin", "whol", "yard"}


def test_a_year_and_words_of_telling_are_none() -> None:
    """A year is no other figure, and "according to a report" says nothing of what is counted."""
    assert words("In 2031 the harbour had *40* cranes, according to a report.") == {"harbou", "cran"}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (
            "The Sarn app, built in Quill, has raised a total of *$77 million* from its backers.",
            "Sarn, which was built in Quill, has raised *about $67 million* since it was founded.",
            True,
        ),
        (
            "Brask paid *$42* for each user of Tarn, and $33 for each user of Osk.",
            "Brask paid $42 for each user of Tarn, and *$33* for each user of Osk.",
            False,
        ),
        ("The river crab grows to *five inches*.", "The tall crane stands at *ten inches* of rain.", False),
    ],
)
def test_what_is_said_of_the_same(one: str, other: str, same: bool) -> None:
    """Three words shared that are half of the fewer ones make it the same, in either order."""
    assert same_surroundings(words(one), words(other)) is same
    assert same_surroundings(words(other), words(one)) is same
