"""What names and descriptions of bodies tell."""

import pytest

from whosays.graph.names import is_one_body


@pytest.mark.parametrize(
    "description",
    [
        "Lund's office",
        "Oona Lund’s office",
        "the Marrow administration",
        "UN food agency",
        "Norwegian government",
        "Norway’s mission to the UN",
        "office of Oona Lund",
    ],
)
def test_a_body_is_told_by_whose_it_is(description: str) -> None:
    assert is_one_body(description)


@pytest.mark.parametrize(
    "description",
    [
        "Aid agency",
        "a Norwegian agency",
        "its office",
        "government",
        "Norwegian authorities",
        "office of the mayor",
        "Ministry of Health there",
        "A spokesman for Norway",
        "sources in the Danish army",
        "officials from the Danish army",
        "of",
        "",
    ],
)
def test_others_are_not(description: str) -> None:
    assert not is_one_body(description)
