"""The words of a claim as they stand."""

from whosays.graph.claims.words_as_written import stems_in, words_in


def test_words_and_stems() -> None:
    """Words come without "'s"; those that carry grammar have no stem, and "resign" is in "resignation"."""
    assert words_in("The mayor’s resignation, at 10") == ("the", "mayor", "resignation", "at", "10")
    assert stems_in("the mayor's resignation") & stems_in("to resign") == {"resig"}
