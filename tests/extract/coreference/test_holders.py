"""Who holds a role that the article tells elsewhere, with whom, and whose spokesman it is."""

from __future__ import annotations

import pytest

from tests.extract.coreference.test_whole_names import spoken


def who(marked: str, source: str) -> tuple[str, bool] | None:
    """Return the name of whom the last place of a source stands for, and whether it is a proper name."""
    entity, _ = spoken(marked, source)
    return (entity.name, entity.named) if entity else None


@pytest.mark.parametrize(
    ("first", "source"),
    [
        ("{Ida Brandt}, Mr {Hask}'s lawyer, wept. {Peter Hask} left.", "Mr. Hask's lawyer"),
        ("{Peter Hask} left. His lawyer, {Ida Brandt}, wept.", "Hask's attorney"),
        ("{Peter Hask} left with his defence lawyer {Ida Brandt}.", "Hask's lawyer"),
        ("{Peter Hask} left. {Ida Brandt}, a lawyer for Mr {Hask}, wept.", "Hask's attorney"),
        ("{Peter Hask} left with his lawyer, Ms {Ida Brandt}. {Hask} wept.", "His lawyer"),
    ],
)
def test_a_role_with_an_owner_is_who_holds_it(first: str, source: str) -> None:
    """Somebody's lawyer is the one whom the article names as that person's lawyer or attorney."""
    marked = source.replace("Hask", "{Hask}")
    assert who(f"{first} Snow fell. {marked} said it was over.", source) == ("Ida Brandt", True)


@pytest.mark.parametrize(
    ("first", "source"),
    [
        ("{Peter Hask} left with his former lawyer, {Ida Brandt}.", "Hask's lawyer"),
        ("{Peter Hask} left with his lawyer, {Ida Brandt}.", "Hask's former lawyer"),
        ("{Peter Hask} left with his lawyer, {Ida Brandt}.", "Hask's lawyers"),
        ("{Peter Hask} left with his lawyer, {Ida Brandt}.", "Hask's tax lawyer"),
        ("{Peter Hask} left with his lawyer, {Ida Brandt}.", "Hask's brother"),
        ("{Peter Hask} left with one of his lawyers, {Ida Brandt}.", "Hask's lawyer"),
        ("{Peter Hask} left. {Ida Brandt}, a lawyer for {Eve Lund}, wept.", "Hask's lawyer"),
        ("{Ida Brandt}, {Hask}'s lawyer, wept. {Peter Hask} left. {Eve Lund}, {Hask}'s lawyer, left.", "Hask's lawyer"),
        ("{Peter Hask} left. According to {Hask}'s lawyer, {Ida Brandt} knew of it.", "Hask's lawyer"),
    ],
)
def test_a_role_stays_unnamed_against_evidence(first: str, source: str) -> None:
    """Two who hold it, a former holder, another owner or another role: nobody is named."""
    marked = source.replace("Hask", "{Hask}")
    assert who(f"{first} Snow fell. {marked} said it was over.", source) == (source, False)


def test_another_one_with_title_and_origin_is_who_is_named() -> None:
    """A title before a name that stands beside a description is no other person."""
    source = "Another Republican, Rep. Justin Darr of Velmark,"
    marked = source.replace("Justin Darr", "{Justin Darr}")
    assert who(f"{{Eve Lund}} left. {marked} said no.", source) == ("Justin Darr", True)
