"""Who holds a role that the article tells elsewhere, with whom, and whose spokesman it is."""

from __future__ import annotations

import pytest

from tests.extract.coreference.test_resolver import blank_pipeline
from tests.extract.coreference.test_resolver import who as speakers
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


@pytest.mark.parametrize(
    ("source", "whose"),
    [("The Prime Minister", ("The Prime Minister", False)), ("The wife", ("Eve Lund", True))],
)
def test_whose_wife_somebody_is_is_not_her_office(source: str, whose: tuple[str, bool]) -> None:
    """What stands behind the owner is what she is."""
    name, named = whose
    told = who(
        f"{{Peter Hask}} left. {{Eve Lund}}, the Prime Minister's wife, wept. {source} said it was over.", source
    )
    assert told is not None
    assert (told[0].removeprefix("The "), told[1]) == (name.removeprefix("The "), named)


def test_another_one_with_title_and_origin_is_who_is_named() -> None:
    """A title before a name that stands beside a description is no other person."""
    source = "Another Republican, Rep. Justin Darr of Velmark,"
    marked = source.replace("Justin Darr", "{Justin Darr}")
    assert who(f"{{Eve Lund}} left. {marked} said no.", source) == ("Justin Darr", True)


def test_an_inspector_general_is_no_general() -> None:
    """ "The inspector general" is who is told to be that, not a general."""
    text = "{Ida Brandt}, the inspector general, wept. {Jo Roe}, a general, left. It was late, {} said."
    assert who(text.replace("{}", "the inspector general"), "the inspector general") == ("Ida Brandt", True)
    assert who(text.replace("{}", "the general"), "the general") == ("Jo Roe", True)


def test_somebody_in_person_is_that_somebody() -> None:
    """ "Hask himself" is Hask."""
    assert who("{Peter Hask} left. {Hask} himself said so.", "Hask himself") == ("Peter Hask", True)


@pytest.mark.parametrize(
    ("office", "source"),
    [
        ("Secretary of State", "the secretary"),
        ("The Velmarkian Secretary of Works", "the secretary of works"),
        ("Former Minister for Rivers", "the minister"),
    ],
)
def test_an_office_of_several_words_is_a_role(office: str, source: str) -> None:
    """ "The secretary" is who was Secretary of State before a name, other names between."""
    assert who(f"{office} {{Ida Brandt}} left. {{Eve Lund}} wept. It was late, {source} said.", source) == (
        "Ida Brandt",
        True,
    )


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("<{O Orbex} = x> said (1: it was late). It was cold, <a spokesman = x> added.", "Orbex’s spokesman"),
        ("<{O Orbex} = x> said (1: {O Lund Bank} was late) and <a spokeswoman = x> agreed.", "Orbex’s spokeswoman"),
        ("{O Orbex} closed the pier. It was cold, <a company spokesman = x> said.", "Orbex’s spokesman"),
        ("{O Orbex} closed the pier of {O Lund Bank}. It was cold, <a spokesman = x> said.", "a spokesman"),
        ("(1: {O Orbex} has struck the port), <a spokesman = x> said.", "a spokesman"),
        ("<{N Daily Gull} = x> said (1: {O Orbex} was late). It was cold, <a spokesman = x> said.", "a spokesman"),
        ("{O Orbex} closed. Snow fell. Rain came. It was cold, <a spokesman = x> said.", "a spokesman"),
    ],
)
def test_whose_spokesman_it_is(text: str, name: str) -> None:
    """A spokesman right behind a body that spoke or acted is that body's; nobody's behind two, or an outlet."""
    *_, found = speakers(text, blank_pipeline())
    assert found is not None
    assert (found.name, found.named) == (name, False)


def test_spokesmen_of_two_bodies_are_two() -> None:
    """Each body has a spokesman of its own, who is the same again when it speaks again."""
    found = speakers(
        "<{O Orbex} = x> said no. <A spokesman = x> wept. <{O Lund Bank} = x> said no. <A spokesman = x> wept. "
        "<{O Orbex} = x> said so. <A spokesman = x> wept.",
        blank_pipeline(),
    )
    assert [entity and entity.name for entity in found[1::2]] == [
        "Orbex’s spokesman",
        "Lund Bank’s spokesman",
        "Orbex’s spokesman",
    ]
    assert found[1] == found[5]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("<The cable = x> said (1: {O Orbex} was late). <It = x> also noted the snow.", "cable"),
        ("<A report = x> found (1: {O Orbex} knew of it). <It = x> added that snow fell.", "A report"),
        ("<A report by the {O Harbour Office} = x> found (1: {O Orbex} knew). <It = x> added so.", "Harbour Office"),
        ("<{P Peter Hask} = x> said (1: {P Karl Lund} was seized). <He = x> said it was over.", "Peter Hask"),
    ],
)
def test_who_is_named_in_the_words_of_the_last_source_does_not_speak_next(text: str, name: str) -> None:
    """A pronoun that speaks goes on with the last source, a document too, not with whom that told of."""
    *_, found = speakers(text, blank_pipeline())
    assert found is not None
    assert found.name == name


def test_who_is_told_of_speaks_where_the_last_source_cannot_be_meant() -> None:
    """ "She" is the woman of whom he told."""
    *_, found = speakers(
        "Mr <{P Hask} = x> said (1: Ms {P Lund} was seized). <She = x> said it was over.", blank_pipeline()
    )
    assert found is not None
    assert found.name == "Lund"
