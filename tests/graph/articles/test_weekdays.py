"""On which days of the week it happened what a claim tells: named in it, or at the head of what it is of."""

from __future__ import annotations

import pytest

from tests.graph.articles.test_regions import spans
from whosays.graph.articles.weekdays import weekdays


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("On Thursday, the march reached the bridge. The guards opened fire, the guild said.", {"thursday"}),
        ("Late on Thursday the march reached the bridge. It was dark. The guards opened fire.", {"thursday"}),
        ("On Monday, it rained. On Friday, the march began. The guards opened fire.", {"friday"}),
        ("On Monday, the guild said the guards opened fire on Friday.", {"friday"}),
        ("On Monday, it rained. It was dark. It was cold. The guards opened fire.", set()),
        ("The march reached the bridge on Thursday. The guards opened fire.", set()),
        ("The mayor said on Thursday that the guards opened fire.", set()),
        ("On Thursday, the guild said that the guards opened fire.", set()),
        ("On Friday, the mayor told a reporter that it was safe. The guards opened fire.", set()),
        ("Thursdays are quiet. The guards opened fire.", set()),
    ],
)
def test_weekdays(text: str, found: set[str]) -> None:
    """Its own day counts, then the nearest that opens a sentence; one on which somebody said it does not."""
    start = text.lower().index("the guards opened fire")
    end = text.index(".", start) if "on Friday." in text else start + len("the guards opened fire")
    assert set(weekdays(text, (start, end), spans(text))) == found


def test_no_sentences() -> None:
    """Where no sentence is known only the claim tells."""
    text = "On Thursday, the march began. The guards opened fire."
    assert weekdays(text, (30, 52), ()) == frozenset()
    assert weekdays(text, (0, 52), ()) == frozenset({"thursday"})
