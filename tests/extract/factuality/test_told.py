"""When the encoder's stance counts, and when the words are plainer than it is sure."""

from __future__ import annotations

import pytest

from whosays.extract.factuality import as_told
from whosays.extract.factuality.stance import Reading
from whosays.extract.records import Stance


@pytest.mark.parametrize(
    ("reading", "told", "share", "stance"),
    [
        (Reading("asserts", "certain", (), "prove"), "confirms", 0.99, "asserts"),
        (Reading("asserts", "certain", (), "show"), "confirms", 0.99, "asserts"),
        (Reading("asserts", "certain", (), "agree"), "confirms", 0.7, "confirms"),
        (Reading("asserts", "certain", (), "say"), "confirms", 0.7, "asserts"),
        (Reading("asserts", "certain", (), "say"), "confirms", 0.95, "confirms"),
        (Reading("asserts", "certain", (), "say"), "denies", 0.99, "asserts"),
        (Reading("asserts", "certain", (), "condemn"), "denies", 0.99, "asserts"),
        (Reading("asserts", "certain", (), "want"), "asks", 0.99, "asserts"),
        (Reading("asserts", "certain", (), "say"), "noComment", 0.7, "noComment"),
        (Reading("reports", "certain", (), "say"), "noComment", 0.99, "reports"),
        (Reading("reports", "certain", (), "say"), "unverified", 0.99, "reports"),
        (Reading("noComment", "unspecified", (), "comment", by_content=True), "asserts", 0.99, "noComment"),
        (Reading("denies", "certain", (), "say", by_content=True), "asserts", 0.99, "denies"),
        (Reading("noComment", "unspecified", (), "say"), "asserts", 0.95, "asserts"),
    ],
)
def test_plain_words_outweigh_a_sure_encoder(reading: Reading, told: Stance, share: float, stance: Stance) -> None:
    """It sees the cue and no content: neither what is silent or false there, nor whose silence is passed on."""
    other: Stance = "asserts" if told != "asserts" else "doubts"
    assert as_told(reading, {told: share, other: 1 - share}).stance == stance


def test_who_knows_nothing_changes_nothing() -> None:
    """Without an encoder the words alone tell."""
    reading = Reading("asserts", "certain", (), "say")
    assert as_told(reading, {}) == reading
