"""Two figures of which the same is said."""

from __future__ import annotations

import pytest

from tests.extract.quantities.test_surroundings import words
from whosays.graph.wording import same_surroundings


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
