"""What stands beside a name is no part of it: tickers, ranks, products, members, namesakes."""

from __future__ import annotations

import pytest

from tests.extract.coreference.test_fullest_names import found, meant, name_of, read
from whosays.extract.coreference.naming.matching import same_organisation, same_person
from whosays.extract.coreference.naming.mentions import find_mentions
from whosays.extract.coreference.naming.strays import shaped_like_a_body


@pytest.mark.parametrize(
    ("seen", "name"),
    [
        ("Corvane Inc. CRVN", "Corvane Inc."),
        ("Corvane Corp. C-V", "Corvane Corp."),
        ("Marl City, Velm.-based Corvane", "Corvane"),
        ("Corvane CEO", "Corvane"),
        ("Lowmark Council aide", "Lowmark Council"),
    ],
)
def test_what_stands_beside_a_firm_is_none_of_its_name(seen: str, name: str) -> None:
    """The ticker of its shares, whence it is, and who speaks for it."""
    assert found(f"On Monday {seen} said so.", Organization=seen) == [name]


def test_a_firm_of_two_names_is_whole() -> None:
    """The recogniser may leave out what a hyphen holds on."""
    assert found("On Monday Lund-Corvane Co. said so.", Organization="Corvane Co.") == ["Lund-Corvane Co."]


@pytest.mark.parametrize(
    ("seen", "name"),
    [
        ("Agent Brandt", "Brandt"),
        ("Special Agent Brandt", "Brandt"),
        ("Special Counsel Ida Brandt", "Ida Brandt"),
        ("AG Brandt", "Brandt"),
        ("Ida Brandt VPAC", "Ida Brandt"),
        ("Ida R. Brandt M.D.", "Ida R. Brandt"),
        ("Ida Brandt III", "Ida Brandt III"),
    ],
)
def test_ranks_and_letters_are_none_of_a_person_s_name(seen: str, name: str) -> None:
    """A rank in front, a conference or a degree behind; the number of a generation stays."""
    assert found(f"On Monday {seen} said so.", Person=seen) == [name]


def test_a_body_behind_a_name_is_the_body() -> None:
    """ "The Brandt White House" is the White House, and nobody is called so."""
    mentions = find_mentions(read("In the Brandt White House all wept.", Person="Brandt White House"), [], [])
    assert [(m.text, m.type) for m in mentions] == [("White House", "Organization")]


@pytest.mark.parametrize(
    ("short", "name", "one"),
    [
        ("House", "White House", False),
        ("House", "House Republicans", False),
        ("Senate", "Velmark Senate", True),
        ("Carrow", "Carrow Maps", False),
        ("Carrow", "Carrow Community Hub", False),
        ("Carrow", "Camp Carrow", False),
        ("Carrow", "Carrow Group", True),
        ("Carrow", "Carrow militants", False),
    ],
)
def test_a_product_a_member_and_a_house_are_not_the_body(short: str, name: str, one: bool) -> None:
    """A chamber is not its parties; a firm is not what it sells."""
    assert same_organisation(short, name) is one


def test_an_exchange_in_brackets_is_no_short_form() -> None:
    """ "Corvane Inc. (VELMEX: CRV)" is traded there; "Velmark Exchange (VELMEX)" is called so."""
    text = "Corvane Inc. (VELMEX: CRV) rose. VELMEX said so."
    assert name_of(text, "VELMEX", Organization="Corvane Inc.; VELMEX") == "VELMEX"


@pytest.mark.parametrize(("one", "other"), [("Jo Jr.", "Jo Brandt"), ("Ida II", "Ida Brandt")])
def test_a_given_name_with_a_number_is_somebody_else(one: str, other: str) -> None:
    """ "Jo Jr." is not Jo Brandt, nor Queen "Ida II" Ida Brandt."""
    assert not same_person(one, other)
    assert same_person("Jo Jr.", "Jo Brandt Jr.")


def test_a_father_is_not_his_junior() -> None:
    """Where the text says "father"; else the name without "Jr." is the same man's."""
    told = "Peter Brandt Jr. left with his father, Peter Brandt. Snow fell. Peter Brandt wept."
    entity = meant(told, "Peter Brandt", Person="Peter Brandt Jr.; Peter Brandt")
    assert entity is not None
    assert entity.aliases == ("Peter Brandt",)
    assert name_of(
        "Peter Brandt Jr. left. Peter Brandt wept.", "Peter Brandt", Person="Peter Brandt Jr.; Peter Brandt"
    ) == ("Peter Brandt Jr.")


def test_an_office_nobody_gave_a_junior_is_another_s() -> None:
    """ "President Brandt" is not Peter Brandt Jr., "Mayor Brandt" is where he was told to be mayor."""
    people = "Peter Brandt Jr.; Brandt"
    assert (
        name_of("A photo shows Peter Brandt Jr. on a hill. President Brandt said so.", "Brandt", Person=people)
        == "Brandt"
    )
    told = "Peter Brandt Jr., the mayor, left. Mayor Brandt said so."
    assert name_of(told, "Brandt", Person=people) == "Peter Brandt Jr."


@pytest.mark.parametrize(
    ("word", "body"),
    [("LakeWatch", True), ("Lakes24", True), ("lakes.info", True), ("McLund", False), ("Brandt", False)],
)
def test_words_that_no_surname_is_written_like(word: str, body: bool) -> None:
    """Capitals or digits inside, or an address."""
    assert shaped_like_a_body(word) is body


def test_what_is_written_like_a_body_is_one() -> None:
    """ "LakeWatch" and "LWNB" speak as bodies, unless somebody has the initials."""
    for word in ("LakeWatch", "LWNB", "TechCrunch"):
        (mention,) = find_mentions(read(f"On Monday {word} said so.", Person=word), [], [])
        assert mention.type in ("Organization", "Outlet")
    text = "On Monday Ida Karin Brandt left. Then IKB said so."
    assert find_mentions(read(text, Person="Ida Karin Brandt; IKB"), [], [])[-1].type == "Person"


@pytest.mark.parametrize(
    ("seen", "name"),
    [("Chide Brandt", "Brandt"), ("Getty Brandt", "Brandt"), ("Getty Anna", "Anna"), ("Seddo Brandt", "Seddo Brandt")],
)
def test_a_word_before_a_surname_is_no_given_name(seen: str, name: str) -> None:
    """A headline's word that the story has in small letters, a photo agency; who is unknown has a name of their own."""
    text = f"On Monday {seen} wept. They chide Ida Brandt."
    assert found(text, Person=f"{seen}; Ida Brandt")[0] == name


def test_a_letter_before_a_case_at_court_is_no_name() -> None:
    """ "Korrin v. Ida Brandt" names her."""
    assert found("It was in Korrin v. Ida Brandt.", Person="v. Ida Brandt") == ["Ida Brandt"]


def test_initials_and_an_apostrophe_belong_to_the_name_behind() -> None:
    """ "LWN Harbour Group" of which the recogniser saw the end; "O'Brandt" that the tokens tear."""
    text = "On Monday LWN Harbour Group said so."
    assert found(text, Organization="Harbour Group") == ["LWN Harbour Group"]


def test_whom_a_site_tells_of_is_no_site() -> None:
    """ "Ida Brandt, the LWN monitoring service said" is about a person."""
    text = "It shows Ida Brandt, the Lakes monitoring service said."
    assert [m.type for m in find_mentions(read(text, Person="Ida Brandt"), [], []) if m.text == "Ida Brandt"] == [
        "Person"
    ]


def test_whoever_there_is_has_no_name() -> None:
    """ "Everyone" is nobody's name, and "Most Velmarkers" begins none."""
    assert found("Everyone wept.", Person="Everyone") == []
    assert found("On Monday Most Norwegians wept.", Person="Most Norwegians") == []


def test_an_office_of_two_is_each_one_s() -> None:
    """ "Justices Anna Hask and Peter Brandt Jr." makes him Justice Brandt."""
    text = "Justices Anna Hask and Peter Brandt Jr. left. Justice Brandt said so."
    assert name_of(text, "Brandt", Person="Anna Hask; Peter Brandt Jr.; Brandt") == "Peter Brandt Jr."


def test_whom_one_tells_is_another() -> None:
    """ "Chairman Brandt told her" does not make a woman of him."""
    text = "Peter Brandt left. Chairman Brandt told her so."
    assert name_of(text, "Brandt", Person="Peter Brandt; Brandt") == "Peter Brandt"
