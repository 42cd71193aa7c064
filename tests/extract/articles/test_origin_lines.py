"""Credit lines that say where a text comes from."""

from __future__ import annotations

import pytest

from whosays.extract.articles import credits_of
from whosays.extract.records import Credit

OWN = """In the harbour pub the talk was of other boats. “My uncle lost three of them to that stone,” said Jarn Tolle,
who mends nets behind the cannery and has not been to sea since spring. The mayor, Osk Lindal, said that he would not
resign over a lamp. A second ferry is due on Sunday, weather permitting, and the tickets are sold out.
"""


def credits_(text: str, wire: str | None = None) -> list[Credit]:
    return list(credits_of(text, wire))


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("This article was first published by The Hill Courier.", ["The Hill Courier"]),
        ("Originally appeared on Pell Today", ["Pell Today"]),
        ("Republished with permission from the Bank of Pell Review", ["the Bank of Pell Review"]),
        ("He first appeared in May, Tolle said.", ["May"]),
        ("Source: coast guard", []),
    ],
)
def test_credit_lines_name_who_had_it_first(line: str, names: list[str]) -> None:
    """Only in short lines near the edges; the name as it is written."""
    found = credits_(f"Title\n\n{OWN}\n\n{line}")
    assert [each.name for each in found if each.how == "taken"] == names


def test_credits_without_a_name_and_names_of_one_word() -> None:
    """ "Source Link" is a credit to nobody; "By Norlan" is an agency, "By Staff" and "By Ilo Brandt" are not."""
    assert credits_(f"{OWN}\n\nSource Link Website") == [Credit("", "linked")]
    assert credits_(OWN) == []
    assert credits_("Title\n\nBy NLN\n\nText") == [Credit("NLN", "signed", (7, 13))]
    assert [credits_(f"By {name}\n\nText") for name in ("Staff", "Ilo Brandt")] == [[], []]


def test_the_words_that_credit_an_agency() -> None:
    """A dateline, a line of its own, or one that claims a part only; an agency that no line names has none."""
    assert credits_(f"PELL (Norlan) — {OWN}", "Norlan") == [Credit("Norlan", "wire", (0, 13))]
    assert credits_("With files from Norlan", "Norlan") == [Credit("Norlan", "wire", (0, 22), share=True)]
    assert credits_("By Norlan", "Norlan") == [Credit("Norlan", "wire", (0, 9))]
    assert credits_(OWN, "Norlan") == [Credit("Norlan", "wire")]
