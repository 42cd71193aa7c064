"""What looks like the writer's comparison, comment or dispute and is the speaker's own; and requests that are none."""

from __future__ import annotations

import pytest

from tests.extract.attribution.test_not_their_words import attributed, extractor, told
from whosays.extract import Extractor

__all__ = ["extractor"]


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "The water has not fallen so far, as the ministry has said.",
        "The boats had not reached Mora as of Monday, as the ministry has said.",
        "The flood is not over so far, as Ada Moll said.",
    ],
)
def test_who_says_the_same_is_not_compared_with(extractor: Extractor, text: str) -> None:
    """ "So far" and "as of Monday" compare nothing, so who has said as much has said it."""
    assert [source for source, _, _ in told(extractor, text)] in (["the ministry"], ["Ada Moll"])


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "Ada Moll said the boy was found at dawn, in a signal box near Mora.",
            "Ada Moll",
            "the boy was found at dawn, in a signal box near Mora",
        ),
    ],
)
def test_what_they_say_themselves_stays(extractor: Extractor, text: str, source: str, content: str) -> None:
    """A place that only sounds like a sign."""
    assert (source, content) in [(who, said) for who, _, said in told(extractor, text)]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("“I beg to differ,” Ada Moll said.", "asserts"),
        ("“I beg your pardon, it was late,” Ada Moll said.", "asserts"),
        ("“I beg the mayor to open the gate,” Ada Moll said.", "asks"),
        ("“We demand that the gate be opened,” Ada Moll said.", "asks"),
    ],
)
def test_begging_asks_where_it_says_whom_for_what(extractor: Extractor, text: str, stance: str) -> None:
    """Manners of speaking ask for nothing."""
    assert [hop.stance for hop, _ in attributed(extractor, text)][:1] == [stance]


@pytest.mark.model
def test_half_a_noun_at_the_end_of_a_cut_sentence_costs_no_article(extractor: Extractor) -> None:
    """A sentence that is too long to be read whole may end between the two words of a noun."""
    text = "The crew " + "rowed and " * 123 + "the Lund Institute think tank did not believe it."
    assert attributed(extractor, text) is not None
    text = "The crew " + "rowed and " * 122 + "slept and the Lund Institute think tank did not believe it."
    assert attributed(extractor, text) is not None
