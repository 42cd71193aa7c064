"""Verdicts on what others have said, whatever the form of "not"."""

from __future__ import annotations

import pytest

from tests.doc_builder import BLANK, parsed
from whosays.extract.factuality.contradiction import names_false, says_false


@pytest.mark.parametrize("mark", ["n't", "n’t", "not", "‘false’"])
def test_claims_that_are_not_true_are_denied(mark: str) -> None:
    """The apostrophe of "aren’t" is no quotation mark."""
    rest = "false/JJ/ROOT/0" if "false" in mark else f"{mark}/RB/advmod/1 true/JJ/ROOT/0"
    doc = parsed(
        "Reports|report/NNS/nsubj/8 she/PRP/nsubj/1 ran|run/VBD/acl/-2 the/DT/det/1 mill/NN/obj/-2"
        f" for/IN/case/1 years|year/NNS/obl/-4 are|be/VBP/cop/1 {rest}"
    )
    assert says_false([doc[:]])


@pytest.mark.parametrize(
    ("words", "false"),
    [("a thing that isn’t true", True), ("something that wasn't so", True), ("a true story", False)],
)
def test_what_is_called_untrue(words: str, false: bool) -> None:
    """Be it by a word or by its denial."""
    doc = BLANK(words)
    assert names_false([doc[:]]) is false
