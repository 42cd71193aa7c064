"""Contents that only point at another claim of their article."""

from __future__ import annotations

import pytest

from whosays.extract.syntax import pointer


@pytest.mark.parametrize(
    ("content", "marks"),
    [
        ("the account", ("account",)),
        ("that it", ("it",)),
        ("the union’s higher figure", ("figure", "counts", "of union", "higher")),
        ("“that toll”", ("toll", "counts", "deaths")),
        ("the video", ("video", "shown")),
        ("the report on the stuck gate", ("report", "on gate stuck")),
        ("about the gate", ("it", "about gate")),
        ("neither claim", ("claim", "several")),
        ("the upper gate was stuck", ()),
        ("the account that the union gave", ()),
    ],
)
def test_a_content_that_says_nothing_itself(content: str, marks: tuple[str, ...]) -> None:
    """It is told which noun it takes up, whose that is and on what; what says something itself points at nothing."""
    assert pointer(content) == marks
