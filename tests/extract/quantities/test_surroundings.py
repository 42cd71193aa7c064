"""The words that belong to a figure, and not to the one beside it; and those of whom it counts."""

from __future__ import annotations

import pytest

from whosays.extract.quantities.surroundings import surroundings, things


def words(sentence: str) -> frozenset[str]:
    """Return the words around the number between stars."""
    before, number, behind = sentence.split("*")
    return surroundings(before + number + behind, len(before), len(before) + len(number))


def test_words_between_two_figures_belong_to_one_of_them() -> None:
    """What stands behind a mark that parts them is of the second, what stands before it of the first."""
    sentence = "Sales of cranes dropped *7.1%*, compared with a 6.7% decline of the whole yard."
    assert words(sentence) == {"sal", "cran", "dropp"}
    other = sentence.replace("*", "").replace("6.7%", "*6.7%*")
    assert words(other) == {"declin", "whol", "yard"}


def test_a_year_and_words_of_telling_are_none() -> None:
    """A year is no other figure, and "according to a report" says nothing of what is counted."""
    assert words("In 2031 the harbour had *40* cranes, according to a report.") == {"harbou", "cran"}


@pytest.mark.parametrize(
    ("of", "told"),
    [
        ("teams in the West", "team west"),
        ("Okhari soldiers", "soldier okhari"),
        ("families", "family"),
        ("at least ten women", "woman"),
        ("others", "-other"),
        ("", ""),
    ],
)
def test_whom_a_figure_counts(of: str, told: str) -> None:
    """The noun comes first, in the singular; one that tells nothing by itself is marked."""
    assert things(of) == told
