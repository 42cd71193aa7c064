"""Which wordings say something by themselves, and which of several stands for a proposition."""

from __future__ import annotations

from functools import cache

import pytest
from spacy.language import Language

from whosays.extract.pipeline import load_model
from whosays.extract.syntax import claim_terms
from whosays.graph import is_clause

pytestmark = pytest.mark.model


@cache
def pipeline() -> Language:
    return load_model()


def terms(text: str) -> str:
    return claim_terms(pipeline()(text), [(0, len(text))])


@pytest.mark.parametrize(
    "text",
    [
        "the dam broke on Sunday",
        "Nine barges were sunk",
        "at least 60 people died",
        "the lock is sound",
        "its mayor needs a victory before the winter",
        "Sarn’s Tomas Ferrel speaks of 70 drowned sailors",
        "we take each of them seriously",
        "They walk as if on a picnic",
        "not to drink from the tap",
        "why nobody rang a bell",
        "whoever feels unwell should stay at home",
    ],
)
def test_what_says_something_is_a_clause(text: str) -> None:
    """A subject with what is said of it, or what to do."""
    assert is_clause(terms(text))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "800",
        "about 43",
        "it",
        "the suit",
        "a cracked tank",
        "cracked tank",
        "340 hospital patients",
        "an alarm that was switched off",
        "the story of the burned names as “theatre",
        "the number of sick at about 800",
        "her grandson",
        "everyone into the church",
        "a careful man who wrote fourteen letters that nobody read",
        "to comment",
        "the death of a colonel",
        "questions",
    ],
)
def test_a_number_a_pronoun_and_a_noun_are_none(text: str) -> None:
    """They name what is spoken of, and say nothing of it."""
    assert not is_clause(terms(text))
