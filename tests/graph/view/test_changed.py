"""What the page says of words that changed on their way: at the statements in which they stand, and nowhere else."""

from __future__ import annotations

import pytest

from whosays.graph.view.model.changed import by_article, changed
from whosays.graph.view.model.data import Attribution, Chain, Change

CHANGES = (
    Change("hedgeLost", "a", (0, 100), "“may” is gone", "The dam may have leaked.", "Kestrel Post", 1),
    Change("boundDropped", "a", (200, 260), "“at least 41” became “41”", "At least 41.", "Kestrel Post", 0),
    Change("sourceDropped", "b", (0, 100), "“Lund” said so", "Lund said it leaked.", "Kestrel Post"),
)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ((10, 30), [("Hedge lost, 1 day later: “may” is gone", "Kestrel Post: The dam may have leaked.")]),
        ((250, 300), [("Bound dropped: “at least 41” became “41”", "Kestrel Post: At least 41.")]),
        ((120, 150), []),
    ],
)
def test_a_statement_is_told_with_what_changed_in_its_words(said: tuple[int, int], told: list[tuple[str, str]]) -> None:
    """The kind by its name in the vocabulary, what differs, how much later, and the words before with their outlet."""
    hop = Attribution("h", "a", None, None, None, "asserts", "certain", None, None, None, (), (), (said,), ())
    assert changed(Chain((hop,), False), by_article(CHANGES)) == told
