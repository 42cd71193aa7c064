"""Numbers as they are printed."""

from __future__ import annotations

import pytest

from whosays.extract.quantities import printed_numbers


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("It cost $1.5 million for 41 homes", [("$1.5", 1_500_000, "$"), ("41", 41, "")]),
        ("It cost £1,973 in 1981", [("£1,973", 1973, "£")]),
        ("At 7:30 on May 4, aged 41 years, they won 3-1", []),
    ],
)
def test_what_is_printed_as_a_number(text: str, numbers: list[tuple[str, float, str]]) -> None:
    """With its sign and its million; years, days, times, ages and scores are none."""
    found = [(text[slice(*each.span)], each.value, each.sign) for each in printed_numbers(text)]
    assert found == numbers
