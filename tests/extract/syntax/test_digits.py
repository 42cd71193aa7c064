"""Numbers of a claim in digits."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc

from tests.doc_builder import BLANK
from whosays.extract.pipeline import columns
from whosays.extract.syntax.digits import in_digits


@pytest.mark.parametrize(
    ("words", "digits"),
    [
        ("8.2 million", "8200000"),
        ("8,200,000 boats", "8200000"),
        ("Forty boats", "40"),
        ("two hundred thousand", "200000"),
        ("20 may die", "20"),
        ("500 march for peace", "500"),
        ("20 May", ""),
        ("20 MAY", ""),
    ],
)
def test_one_number_has_one_form(words: str, digits: str) -> None:
    """However it is written; the day of a month is none, and no month is what may be or who march."""
    assert in_digits(columns(Doc(BLANK.vocab, words=words.split())), 0) == digits
