"""Each body and each person has a name of its own: whole, and no other's with which it shares a word."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc

from tests.extract.coreference.test_fullest_names import found, meant, name_of, read
from whosays.extract.coreference import resolve
from whosays.extract.coreference.naming.matching import names_a_part, same_organisation
from whosays.extract.coreference.naming.mentions import find_mentions


@pytest.mark.parametrize(
    ("text", "people", "names"),
    [
        ("Former President Anna Brandt said so.", "Former President Anna; Brandt", ["Anna Brandt"]),
        ("Defense Minister Anna C. Brandt, Jr. said so.", "Minister Anna C. Brandt, Jr.", ["Anna C. Brandt, Jr."]),
        ("“(President Anna) Brandt left,” he said.", "President Anna; Brandt", ["Anna Brandt"]),
        ("“[Anna] Brandt left,” he said.", "Anna; Brandt", ["Anna Brandt"]),
        ("The board met Ms Brandt. Carrow left.", "Brandt. Carrow", ["Brandt"]),
        ("Rep. Anna Brandt, Md., left.", "Anna Brandt, Md.", ["Anna Brandt"]),
        ("The chairman of the board Anna Brandt MP left.", "Anna Brandt MP", ["Anna Brandt"]),
        ("They asked Brandt of the HFB.", "Brandt of the HFB", ["Brandt"]),
        ("The Brandt-era rules left.", "Brandt", ["Brandt"]),
    ],
)
def test_a_person_s_name_is_whole_and_no_more(text: str, people: str, names: list[str]) -> None:
    """A first name that stands apart or in a bracket belongs to it; a seat and the next sentence do not."""
    assert found(text, Person=people)[:1] == names


@pytest.mark.parametrize("label", ["Person", "Organization"])
def test_two_firms_taken_for_one_name_are_two(label: str) -> None:
    """Whose names stand alone elsewhere are no firm of two founders; each speaks for itself."""
    text = "Carrow and Hask met. Carrow left. Hask wept. Carrow said so."
    entity = meant(text, "Carrow", **{label: "Carrow and Hask; Carrow; Hask"})
    assert entity is not None
    assert entity.name == "Carrow"


def test_a_firm_of_two_founders_stays_one() -> None:
    """Neither name stands alone."""
    assert name_of("Carrow and Hask said so.", "Carrow and Hask", Organization="Carrow and Hask") == "Carrow and Hask"


def test_a_paper_with_its_article_is_another_than_the_one_before_it() -> None:
    """ "The" opens a name of its own."""
    assert found("The Herald and The Lantern left.", Organization="Herald and The Lantern") == ["Herald", "Lantern"]


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("Carrow", "Carrow Smart"),
        ("Carrow", "Carrow Velmark"),
        ("Carrow", "Carrow Research Lab Velmark"),
        ("Carrow", "Carrow Intelligence"),
    ],
)
def test_what_a_firm_makes_and_where_it_works_has_another_name(short: str, long: str) -> None:
    """A story that has had the firm by its name alone tells of two when it adds a word."""
    text = f"News\n\n{short} left. They saw {long}. {short} said so."
    assert name_of(text, short, Organization=f"{long}; {short}") == short


@pytest.mark.parametrize("long", ["Carrow Group", "Carrow Holdings", "Carrow Energy", "Carrow Tides Holdings"])
def test_a_firm_in_full_stays_the_firm(long: str) -> None:
    """A form of company is no product, whichever name is first; nor is what the story has in full first."""
    assert not names_a_part("Carrow", long)
    text = f"News\n\nCarrow left. They saw {long}. Carrow said so."
    assert name_of(text, "Carrow", Organization=f"{long}; Carrow") == long


def test_a_name_in_full_comes_first() -> None:
    """ "Carrow Smart" and later Carrow are one."""
    text = "News\n\nCarrow Smart left. Carrow said so."
    assert name_of(text, "Carrow", Organization="Carrow Smart; Carrow") == "Carrow Smart"


def test_bodies_of_one_name_in_two_countries_are_shown_with_the_country() -> None:
    """Otherwise nobody could tell them apart."""
    text = "France's Harbour Lights Board left. Spain's Harbour Lights Board said so."
    doc = read(text, Organization="Harbour Lights Board", Place="France; Spain")
    for token in doc:
        token.tag_ = "POS" if token.text == "'s" else token.tag_
    names = [entity.name for entity in resolve(doc, []).entities if entity.type == "Organization"]
    assert names == ["France’s Harbour Lights Board", "Spain’s Harbour Lights Board"]


def test_a_ministry_of_any_state_is_named_with_its_state() -> None:
    """ "Ministry of Foreign Affairs" is a name that says no more than "Foreign Ministry"."""
    doc = read("France's Ministry of Foreign Affairs left.", Organization="Ministry of Foreign Affairs", Place="France")
    doc[1].tag_ = "POS"
    names = [entity.name for entity in resolve(doc, []).entities if entity.type == "Organization"]
    assert names == ["France’s Ministry of Foreign Affairs"]


def test_the_coast_guards_of_two_countries_are_two() -> None:
    """Two units of one class with two countries are no one's."""
    text = "The Spanish Coast Guard left. The French Coast Guard said so."
    entity = meant(text, "The French Coast Guard", MilitaryUnit="Spanish Coast Guard; French Coast Guard")
    assert entity is not None
    assert entity.aliases == ("French Coast Guard",)


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("Bank", "Bank of Velmark"),
        ("Office", "Office for Roads"),
        ("Treasury", "US Treasury Department"),
        ("State Department", "US State Department"),
    ],
)
def test_the_head_of_a_body_s_name_stands_for_it(short: str, full: str) -> None:
    """ "The Bank" is the Bank of Velmark where no other bank is named."""
    assert same_organisation(short, full)


def test_the_bank_is_none_of_two() -> None:
    """Two banks are named; "the Bank" is neither for certain."""
    text = "The Bank of Velmark met the Bank of Orlune. The Bank said so."
    name = name_of(text, "The Bank", Organization="Bank of Velmark; Bank of Orlune; Bank")
    assert name == "Bank"


def test_bodies_with_their_short_names_speak_together() -> None:
    """The brackets between them are not those of an aside."""
    text = "The Harbour Board (HB), River Trust (RT) and Tide Office (TO) said so."
    source = text.removesuffix(" said so.")
    bodies = "Harbour Board; HB; River Trust; RT; Tide Office; TO"
    assert name_of(text, source, Organization=bodies) == "Harbour Board, River Trust and Tide Office"


def test_whom_a_lawyer_represents_does_not_speak_with_her() -> None:
    """The clients are in a clause about her; people behind a semicolon speak themselves."""
    text = "lawyer Anna Brandt, who helps Peter Hask and Ida Lund, said so."
    source = "lawyer Anna Brandt, who helps Peter Hask and Ida Lund"
    assert name_of(text, source, Person="Anna Brandt; Peter Hask; Ida Lund") == "Anna Brandt"
    text = "Anna Brandt, 38, who sold it; Peter Hask; and Ida Lund, said so."
    source = text.removesuffix(", said so.")
    assert name_of(text, source, Person="Anna Brandt; Peter Hask; Ida Lund") == "Anna Brandt, Peter Hask and Ida Lund"


@pytest.mark.parametrize(
    ("text", "entities", "name"),
    [
        ("They met Colleges Spain, which speaks for them, left.", {"Place": "Spain"}, "Colleges Spain"),
        (
            "They met. St Orsola's High School left.",
            {"Person": "Orsola", "Organization": "High School"},
            "St Orsola's High School",
        ),
        ("They met the Velmark News Now, which left.", {"Outlet": "Velmark News"}, "Velmark News Now"),
        ("They met Spain Renaissance, a bank.", {"Person": "Spain Renaissance"}, "Spain Renaissance"),
        ("They met Velmark Tide Assn. officials.", {"Organization": "Velmark Tide Assn."}, "Velmark Tide Assn."),
        ("They met KBN) Centre of Tides.", {"Organization": "KBN) Centre of Tides"}, "Centre of Tides"),
    ],
)
def test_a_body_s_name_is_whole(text: str, entities: dict[str, str], name: str) -> None:
    """Words that the recogniser left outside, or took for another name, belong to it."""
    doc = read(text, **entities)
    for token in doc:
        token.tag_ = "POS" if token.text == "'s" else token.tag_
    assert name in found_in(doc)


def found_in(doc: Doc) -> list[str]:
    """Return the names of a Doc."""
    return [mention.text for mention in find_mentions(doc, [], [])]


def test_a_country_before_somebody_known_is_no_part_of_a_name() -> None:
    """ "Spain Brandt" where the article has Anna Brandt."""
    assert "Brandt" in found("Anna Brandt left. They met Spain Brandt.", Person="Anna Brandt; Spain Brandt")


def test_a_name_that_ends_like_a_possessive_is_known_by_what_is_before_it() -> None:
    """ "The agency Lowry's" said it: an agency has no owner behind it."""
    text = "The agency Lowry's said so."
    doc = read(text, Organization="Lowry")
    doc[3].tag_, doc[5].tag_ = "POS", "RB"
    assert found_in(doc) == ["Lowry’s"]


@pytest.mark.parametrize(
    "text",
    ["They met Corvane (CRVN).", "Corvane analysts left.", "The chipmaker Corvane left.", "Corvane stores left."],
)
def test_a_firm_is_told_by_its_shares_and_its_people(text: str) -> None:
    """Who has shares, analysts and stores is no person."""
    doc = read(text, Person="Corvane")
    assert {m.text: m.type for m in find_mentions(doc, [], [])}["Corvane"] == "Organization"


@pytest.mark.parametrize(
    ("text", "source", "entities", "name"),
    [
        (
            "They read a report by Spain's Harbour Board on tides.",
            "a report by Spain's Harbour Board on tides",
            {"Organization": "Harbour Board", "Place": "Spain"},
            "Harbour Board",
        ),
        (
            "They read a report from tracking firm Carrow.",
            "a report from tracking firm Carrow",
            {"Organization": "Carrow"},
            "Carrow",
        ),
        (
            "They read a statement from Velmark Defence Minister Anna Brandt.",
            "a statement from Velmark Defence Minister Anna Brandt",
            {"Person": "Anna Brandt"},
            "Anna Brandt",
        ),
        (
            "They read a report by Spain's auditor.",
            "a report by Spain's auditor",
            {"Place": "Spain"},
            "a report by Spain's auditor",
        ),
    ],
)
def test_who_issued_a_document_is_named_with_it(text: str, source: str, entities: dict[str, str], name: str) -> None:
    """Whose a body is, what it does and which office somebody holds stand before the name; an auditor is no country."""
    assert name_of(text, source, **entities) == name


def test_a_name_that_is_cut_is_whole() -> None:
    """A source that begins in the midst of a body's name means the whole of it."""
    text = "The State Tide Office said so."
    assert name_of(text, "Tide Office", Organization="State Tide Office") == "State Tide Office"


def test_an_official_paper_is_no_official() -> None:
    """A word for people that is an adjective here makes nobody of a paper."""
    text = "The official Velmark Daily newspaper said so."
    entity = meant(text, "The official Velmark Daily newspaper", Outlet="Velmark Daily newspaper")
    assert entity is not None
    assert (entity.name, entity.type) == ("Velmark Daily", "Outlet")


def test_a_given_name_with_a_hyphen_is_whole() -> None:
    """What the tagger takes for a verb is the second half of a given name behind a surname, but not behind one."""
    doc = read("They met Seok Min-ho. They met Anna Brandt-led teams.", Person="Seok Min; Anna Brandt")
    doc[5].tag_, doc[12].tag_ = "VBD", "VBN"
    assert found_in(doc) == ["Seok Min-ho", "Anna Brandt"]


def test_a_service_is_no_short_form_of_its_part_s_name() -> None:
    """Everybody knows the one by its name alone."""
    assert not same_organisation("YouTube", "Carrow YouTube")
    assert same_organisation("Gazette", "Velmark Gazette")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("They asked the Corvane.", "Organization"),
        ("Then the Corvane said so.", "Organization"),
        ("Then the Corvane family left.", "Person"),
    ],
)
def test_nobody_s_name_has_an_article(text: str, kind: str) -> None:
    """Only where a noun follows is it that noun's."""
    doc = read(text, Person="Corvane")
    assert {m.text: m.type for m in find_mentions(doc, [], [])}["Corvane"] == kind


def test_a_country_s_office_is_no_firm() -> None:
    """ "US President" names nobody."""
    assert "US President" not in types_of("They met the US President, who left.", "US President")


def types_of(text: str, person: str) -> dict[str, str]:
    """Return what the names of a text are names of, where a recogniser saw a person."""
    return {m.text: m.type for m in find_mentions(read(text, Person=person), [], []) if m.type != "Person"}


def test_whose_a_blog_is_has_not_written_its_report() -> None:
    """The name behind the noun is the blog's."""
    text = "They read a report by Carrow blog lakes24."
    assert name_of(text, "a report by Carrow blog lakes24", Organization="Carrow") == "lakes24"
