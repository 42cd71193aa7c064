"""Names that the recogniser has torn, glued to what stands beside them or typed wrongly, and described people."""

from __future__ import annotations

import pytest

from tests.extract.coreference.test_fullest_names import found, meant, name_of
from tests.extract.coreference.test_last_told_of import parsed


@pytest.mark.parametrize("short", ["USA", "UK", "UAE"])
def test_a_country_in_capitals_ends_a_firm_s_name_that_does_something(short: str) -> None:
    """ "Orvex UK said" is the firm's branch, "Orvex UK sales" are sales in the UK."""
    assert found(f"They left. Orvex {short} said so.", Organization="Orvex", Place=short) == [f"Orvex {short}"]
    assert found(f"They saw Orvex {short} sales.", Organization="Orvex", Place=short) == ["Orvex", short]
    assert found(f"They saw J-Marl {short}. J-Marl {short} said so.", Person="J-Marl", Place=short)[-1] == (
        f"J-Marl {short}"
    )


@pytest.mark.parametrize(
    ("first", "second"),
    [("International Committee", "Blue Tent"), ("World Council", "Rivers"), ("National Union", "Weavers")],
)
def test_a_body_s_name_goes_on_behind_words_that_any_body_has(first: str, second: str) -> None:
    """The recogniser saw two names in "International Committee of the Blue Tent"."""
    text = f"The {first} of the {second} wept."
    assert found(text, Organization=f"{first}; {second}") == [f"{first} of the {second}"]


def test_the_council_of_a_body_is_not_the_body() -> None:
    """What has a name of its own is not made whole."""
    assert found("The Orvex Council of the Blue Tent wept.", Organization="Orvex Council; Blue Tent")[0] == (
        "Orvex Council"
    )


@pytest.mark.parametrize("echo", ["Ida Brandt Ida Brandt", "Ida Brandt Brandt"])
def test_a_caption_that_runs_into_the_story_doubles_no_name(echo: str) -> None:
    """The page has lost the line between them."""
    assert found(f"They met. {echo} wept.", Person=echo)[0] == "Ida Brandt"


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("They met Ida Brandt of the Rivers Board.", "Ida Brandt of the Rivers Board"),
        ("They met Ida Brandt of the Governor's Office.", "Ida Brandt of the Governor's Office"),
        ("They met Ida Brandt from the Rivers Board.", "Ida Brandt from the Rivers Board"),
    ],
)
def test_whence_somebody_is_is_no_part_of_the_name(text: str, person: str) -> None:
    """Nor does it make the person a body."""
    assert found(text, Person=person)[0] == "Ida Brandt"


@pytest.mark.parametrize("ministry", ["Chinese Foreign Ministry", "Polish Finance Ministry", "French Navy"])
def test_whose_ministry_it_is_belongs_to_its_name(ministry: str) -> None:
    """The recogniser took the ministry for a person, of whom the country would be a mere prefix."""
    entity = meant(f"The {ministry} wept.", f"The {ministry}", Person=ministry)
    assert entity is not None
    assert (entity.name, entity.type) == (ministry, "Organization")


def test_a_realtor_is_what_the_article_calls_one() -> None:
    """No table knows the trade; "realtor Ida Brandt" tells what "Realtor Brandt" is."""
    text = "They asked the zorler Ida Brandt. Zorler Brandt said so. Brandt wept."
    assert name_of(text, "Zorler Brandt", Person="Ida Brandt; Zorler Brandt; Brandt") == "Ida Brandt"


def test_a_person_stays_one_before_an_apposition_of_another() -> None:
    """ "For Ida Brandt, a bigger council" does not say that Ida Brandt is a council."""
    text = "For Orvelle Brandt, a bigger council. They left. Brandt said so."
    assert name_of(text, "Brandt", Person="Orvelle Brandt; Brandt") == "Orvelle Brandt"


@pytest.mark.parametrize("surname", ["Holder", "Sellers", "Driver"])
def test_a_surname_may_be_a_noun_for_people(surname: str) -> None:
    """Behind "Mr." it is a name, and so it is where the article has the full one."""
    text = f"They met Eric {surname} there. Mr. {surname} said so."
    assert name_of(text, f"Mr. {surname}", Person=f"Eric {surname}; Mr. {surname}") == f"Eric {surname}"
    text = f"They met Eric {surname} Jr. there. It snowed. {surname} said so."
    entity = meant(text, surname, Person=f"Eric {surname} Jr.")
    assert entity is not None
    assert entity.name.startswith(f"Eric {surname}")


@pytest.mark.parametrize(
    ("text", "label", "name"),
    [
        ("They met the Orvex CEO there.", "Organization", "Orvex CEO"),
        ("They met the Marl mayor there.", "Person", "Marl mayor"),
    ],
)
def test_a_noun_for_a_person_with_an_article_is_no_name(text: str, label: str, name: str) -> None:
    """Who is called so is described."""
    assert found(text, **{label: name}) == []


def test_the_late_driver_is_named() -> None:
    """A given name goes before the noun."""
    assert found("They met the Ida Driver there.", Person="Ida Driver") == ["Ida Driver"]


def test_what_stands_without_apostrophe_has_none() -> None:
    """Where Lowry is named, too, "Lowry's said" is a slip."""
    text = "Lowry's said so. It snowed. Lowry's told them. They met Lowry."
    assert name_of(text, "Lowry's", Organization="Lowry") == "Lowry"


@pytest.mark.parametrize(("title", "name"), [("Lord", "Harrow"), ("Baroness", "Harrow"), ("Lord", "Harrow of Marl")])
def test_a_peer_is_named_with_the_title(title: str, name: str) -> None:
    """A surname alone is half a name."""
    text = f"They met {title} {name} there. Harrow wept."
    assert name_of(text, "Harrow", Person=f"{name}; Harrow") == f"{title} {name}"


def test_capitals_of_a_first_line_are_not_how_somebody_is_written() -> None:
    """The name as it is written elsewhere goes before."""
    text = "IDA BRANDT left. They met Ida Brandt there. Brandt wept."
    assert name_of(text, "Brandt", Person="IDA BRANDT; Ida Brandt; Brandt") == "Ida Brandt"


@pytest.mark.parametrize(
    "phrase", ["a Gazette report earlier this month", "a Gazette report late last week", "a Gazette report this year"]
)
def test_the_time_behind_a_report_is_no_part_of_it(phrase: str) -> None:
    """Whoever issued it is found."""
    assert name_of(f"It leaked. {phrase} wept.", phrase, Outlet="Gazette") == "Gazette"


def test_who_is_named_in_a_bracket_does_not_speak() -> None:
    """ "Brandt (known for her work with Al Hask and Jo Lund)" is one person."""
    source = "Brandt (known for work with Al Hask and Jo Lund)"
    assert name_of(f"They met Ida Brandt. {source} wept.", source, Person="Ida Brandt; Brandt; Al Hask; Jo Lund") == (
        "Ida Brandt"
    )


def test_two_trades_make_one_person_two_offices_do_not() -> None:
    """ "The author and painter Ida Brandt" is one; "the mayor and minister Ida Brandt" may be two."""
    text = "the actor and painter Ida Brandt wept."
    assert name_of(text, text[:-6].strip(), Person="Ida Brandt") == "Ida Brandt"


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "sources", "name"),
    [
        (
            "Rep. Ida Brandt (D-Calif.) won. Rep. Jo Hask (D-Ga.) told reporters so. The California Democrat said yes.",
            ["Rep. Jo Hask", "The California Democrat"],
            "Ida Brandt",
        ),
        (
            "Rep. Al Lund, R-S.C., leads it. Rep. Jo Hask of Ohio left. The South Carolina Republican said no.",
            ["The South Carolina Republican"],
            "Al Lund",
        ),
        (
            "A Velmark transit chief said a man had died. Interim VART Police Chief Ed Marr said it was late.",
            ["Interim VART Police Chief Ed Marr", "A Velmark transit chief"],
            "Ed Marr",
        ),
        (
            "The mayor of the village where both lived said he waits. Ida Brandt, the mayor of Lower Marl, left.",
            ["The mayor of the village where both lived"],
            "Ida Brandt",
        ),
        (
            "The Brandt administration has sold the hall to the Marl Harbour Complex. The administration said so.",
            ["The administration"],
            "Brandt administration",
        ),
        (
            "Orvex said it would wait. Tests by the Federal Rivers Commission went on. The agency said they were late.",
            ["Orvex", "The agency"],
            "Federal Rivers Commission",
        ),
        (
            "The AP reported it. Orvex opened the files. The newspaper said they were old.",
            ["The AP", "The newspaper"],
            "newspaper",
        ),
        (
            "Their lawyers are Ida Brandt and Al Hask. Neither could be reached.",
            ["Neither"],
            "Ida Brandt and Al Hask",
        ),
        (
            "State Democrats are trying to stop Hask. They told a judge that Hask should go, the Gazette reports.",
            ["the Gazette", "They"],
            "State Democrats",
        ),
    ],
)
def test_who_is_described_is_who_the_article_tells(text: str, sources: list[str], name: str) -> None:
    """A party and a state, a role that is named at once, a body called after who leads it, two joined by "and"."""
    entity = parsed(text, *sources)
    assert entity is not None
    assert entity.name == name


@pytest.mark.model
def test_a_mother_is_no_he() -> None:
    """What the noun tells bars the other pronoun."""
    entity = parsed("Her mother told Ida so. He said it was late.", "Her mother", "He")
    assert entity is None or "mother" not in entity.name


@pytest.mark.model
@pytest.mark.parametrize("apostrophe", ["'", "’"])
def test_a_name_may_end_like_a_possessive(apostrophe: str) -> None:
    """ "Lowry's said" twice, and "Lowry" never: the firm is Lowry's."""
    firm = f"Lowry{apostrophe}s"
    entity = parsed(f"On Friday {firm} said that the mill fell. Last June {firm} warned that it would.", firm)
    assert entity is not None
    assert (entity.name, entity.type) == ("Lowry’s", "Organization")


@pytest.mark.parametrize(
    ("text", "entities"),
    [
        ("Hask & Brandt CIO Ida Orlo left. Orlo said so.", {"Organization": "Hask", "Person": "Brandt CIO Ida Orlo"}),
        ("Hask & Brandt CEO Ida Orlo left. Orlo said so.", {"Organization": "Hask & Brandt", "Person": "Ida Orlo"}),
    ],
)
def test_the_officer_of_a_firm_of_two_founders(text: str, entities: dict[str, str]) -> None:
    """Of "Hask & Brandt CIO Ida Orlo" one person is the name, and no coordination of two."""
    assert name_of(text, "Orlo", **entities) == "Ida Orlo"
    assert name_of(text, text[: text.index(" left")], **entities) == "Ida Orlo"


def test_a_hyphened_firm_is_one_of_which_neither_half_stands_alone() -> None:
    """ "Orvex-Pike" is a firm; where Orvex and Pike are there, it may be what is between them."""
    assert found("They saw it. Orvex-Pike wept.", Organization="Orvex; Pike") == ["Orvex-Pike"]
    assert "Orvex-Pike" not in found("They saw Orvex. Orvex-Pike wept.", Organization="Orvex; Pike")
