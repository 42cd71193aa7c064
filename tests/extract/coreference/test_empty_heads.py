"""A line break that the parser takes for a noun phrase has no head, and is nobody."""

from __future__ import annotations

import pytest

from whosays.extract.coreference.noun_phrase import Phrase
from whosays.extract.coreference.referent import Referent
from whosays.extract.coreference.roles import fit


@pytest.mark.parametrize(("head", "noun"), [("crew", "crew"), ("rescue crew", "crew"), ("", ""), ("\n", "")])
def test_the_noun_of_a_phrase_is_its_last_word(head: str, noun: str) -> None:
    """Of "rescue crew" it is "crew"."""
    assert Phrase(0, 1, "noun", head=head).noun == noun


def test_a_phrase_without_a_head_fits_as_well_as_any_other() -> None:
    """It is compared, and raises nothing."""
    people = Referent("Organization", named=False, description="crews", plural=True)
    bare, crews = (fit(Phrase(0, 1, "noun", head=head), people, frozenset()) for head in ("\n", "crews"))
    assert bare <= crews
