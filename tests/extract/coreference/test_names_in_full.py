"""The name shown of a speaker: whole, without debris, and nobody else's."""

from __future__ import annotations

import pytest
import spacy

from tests.extract.coreference.test_surroundings import NLP
from tests.extract.coreference.test_whole_names import names, spoken
from whosays.extract.coreference import resolve
from whosays.extract.coreference.naming.matching import same_organisation, same_person
from whosays.extract.coreference.naming.mentions import find_mentions


def labelled(text: str, **entities: str) -> list[tuple[str, str]]:
    """Return the names of a text with their types; ``entities`` are the recogniser's, by label ("A; B")."""
    doc = NLP(text)
    for token in doc:
        token.tag_ = "NNP" if token.text[:1].isupper() and not token.is_sent_start else "NN"
    spans = [
        doc.char_span(text.index(name), text.index(name) + len(name), label=label)
        for label, listed in entities.items()
        for name in listed.split("; ")
    ]
    doc.set_ents([span for span in spans if span is not None], default="outside")
    return [(mention.text, mention.type) for mention in find_mentions(doc, [], [])]


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("Coach ({Ida) Brandt} left.", "Ida Brandt"),
        ("{Laurence des Brandt} left.", "Laurence des Brandt"),
        ("{Ida von Brandt} left.", "Ida von Brandt"),
        ("His Honour Judge {Ida Brandt QC} left.", "Ida Brandt"),
        ("{Velmark's Minister of Justice, Gunnar Brandt}, left.", "Gunnar Brandt"),
        ("{Director and Chief Officer of Super Marl Ida Brandt} left.", "Ida Brandt"),
        ("{Deputy Secretary for River Security Charlind Brandt} left.", "Charlind Brandt"),
        ("Leader of Town Business Dr {Amerin Brandt} left.", "Amerin Brandt"),
        ("A spokeswoman for Speaker {Paul D. Brandt of Velmark} left.", "Paul D. Brandt"),
    ],
)
def test_a_person_s_name_is_whole_and_bare(marked: str, name: str) -> None:
    """Brackets, letters of honour, offices and bodies are left out; particles and initials are part of a name."""
    assert names(marked)[0] == name


@pytest.mark.parametrize(
    ("text", "entities", "found"),
    [
        (
            "The Korrin Governor's Office of Flood Services wrote.",
            {"Person": "Korrin Governor's Office of Flood Services"},
            [("Korrin Governor's Office of Flood Services", "Organization")],
        ),
        (
            "Pupils of Marl County Public Schools wrote.",
            {"Place": "Marl County"},
            [("Marl County Public Schools", "Organization")],
        ),
        (
            "Orbex Corp. grew. Both Orbex and Carrow wrote. Carrow.com grew.",
            {"Organization": "Orbex Corp.; Orbex and Carrow; Carrow.com"},
            [
                ("Orbex Corp.", "Organization"),
                ("Orbex", "Organization"),
                ("Carrow", "Organization"),
                ("Carrow.com", "Organization"),
            ],
        ),
        ("The Pike and Carrow wrote.", {"Organization": "Pike and Carrow"}, [("Pike and Carrow", "Organization")]),
        (
            "So said Reps. Ida Brandt, Oda Hask and Eve Lund on Monday.",
            {"Person": "Ida Brandt, Oda Hask and Eve Lund"},
            [("Ida Brandt", "Person"), ("Oda Hask", "Person"), ("Eve Lund", "Person")],
        ),
        (
            "Then Rivers, Roads and Bridges Canada (RRBC) wrote.",
            {"Place": "Canada"},
            [("Rivers, Roads and Bridges Canada", "Organization"), ("RRBC", "Organization")],
        ),
        ("So wrote Mr Jordan on Monday.", {"Place": "Jordan"}, [("Jordan", "Person")]),
        ("The army of Jordan wrote.", {"Place": "Jordan"}, [("Jordan", "Place")]),
    ],
)
def test_a_name_is_one_body_s_or_one_person_s(
    text: str, entities: dict[str, str], found: list[tuple[str, str]]
) -> None:
    """Two firms, three lawmakers and an officer's office are told apart, and an acronym tells how long a name is."""
    assert labelled(text, **entities) == found


def test_those_who_share_a_surname_have_it_each() -> None:
    """ "Oskar and Ida Hask" are two Hasks, and the elder is not whom the article calls a son."""
    assert names("So said {Peter} and {Ida Hask}.") == ["Peter Hask", "Ida Hask"]
    text = "{Peter} and {Viktor Hask} paid. His son {Viktor Hask} gave less. The elder {Hask} gave more, said Hask."
    entity, _ = spoken(text.replace(", said Hask", ""), "Hask")
    assert entity is not None
    assert entity.name == "Peter Hask"


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("officials and customers who", "officials and customers"),
        ("farmers and residents also", "farmers and residents"),
        ("the committee’s", "committee"),
        ("a string of lawmakers who", "a string of lawmakers"),
        ("at least one lawmaker", "at least one lawmaker"),
        ("Minister in the Ministry of Rivers {Ida Brandt}", "Ida Brandt"),
        ("Chief Officer of Super Marl {Ida Brandt}", "Ida Brandt"),
        ("a lawyer for Team {Ida Brandt}", "a lawyer for Team Ida Brandt"),
        ("another diplomat, former envoy to Norway {Ida Brandt}", "Ida Brandt"),
        ("{Ida Brandt}, {Peter Hask} and {Eve Lund}", "Ida Brandt, Peter Hask and Eve Lund"),
    ],
)
def test_a_source_is_shown_without_what_follows_it(source: str, name: str) -> None:
    """Relatives, adverbs and possessive endings close no name, and an office stands before its holder's."""
    entity, _ = spoken(f"Snow fell, said {source}.", source.replace("{", "").replace("}", ""))
    assert entity is not None
    assert entity.name == name


@pytest.mark.parametrize("royal", ["Prince", "King", "Queen"])
def test_who_has_a_first_name_alone_is_shown_with_the_style(royal: str) -> None:
    """ "Prince Orlo" is no Orlo."""
    entity, _ = spoken(f"{royal} {{Orlo}} left. {{Orlo}} said so.", "Orlo")
    assert entity is not None
    assert entity.name == f"{royal} Orlo"
    assert entity.name in entity.aliases


def test_she_behind_a_quotation_tells_nothing_of_whom_it_is_about() -> None:
    """“nothing President Roe did is a crime,” she said" says nothing of Roe."""
    entity, _ = spoken(
        "President {Peter Hask} left. “Nothing President {Hask} did is bad,” she said. {Hask} wept.", "Hask"
    )
    assert entity is not None
    assert entity.name == "Peter Hask"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("C&P", "Carrow & Pike Co.", True),
        ("Carrow & Pike Inc.", "C&P", True),
        ("Korrin Post", "Norway Post", False),
        ("Norway Post", "Korrin Post", False),
        ("Post", "Korrin Post", True),
    ],
)
def test_short_forms_of_bodies(one: str, other: str, same: bool) -> None:
    """Firms are abbreviated without what they are by law, and two papers of one last word are two."""
    assert same_organisation(one, other) is same


def test_an_article_of_a_name_may_be_left_out() -> None:
    """ "Dorri" is Abdel al-Dorri."""
    assert same_person("Dorri", "Abdel al-Dorri")
    assert not same_person("Dorri", "Abdel al-Marri")


@pytest.mark.parametrize(
    ("text", "source", "name"),
    [
        ("{Ida Brandt} was cleared. Her bank records showed nothing.", "Her bank records", "Ida Brandt’s bank records"),
        ("{Ida Brandt} was charged. Her indictment tells why.", "Her indictment", "Ida Brandt’s indictment"),
        ("{Ida Brandt} wrote. Her letter says why.", "Her letter", "Ida Brandt"),
    ],
)
def test_what_others_wrote_of_somebody_is_not_their_word(text: str, source: str, name: str) -> None:
    """Records and indictments do not speak for whom they are about, letters do."""
    entity, _ = spoken(text, source)
    assert entity is not None
    assert entity.name == name


def test_companies_are_not_the_one_named_before() -> None:
    """ "the companies" are several; "the services" may be one body."""
    doc = spacy.blank("en")("The Orbex Company grew. So the companies said.")
    doc.set_ents(list(filter(None, [doc.char_span(4, 17, label="Organization")])), default="outside")
    at = doc.text.index("the companies")
    found = resolve(doc, [(at, at + 13)])
    assert next(e.name for e in found.entities if e.id == found.of((at, at + 13))) == "companies"
