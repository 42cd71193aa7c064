"""Names are whole and bare, and each who speaks with others is told."""

from __future__ import annotations

import pytest

from tests.extract.coreference.test_surroundings import NLP, read, types
from whosays.extract.coreference import Referents, resolve
from whosays.extract.coreference.naming.mentions import find_mentions
from whosays.extract.records import Entity


def spoken(marked: str, source: str) -> tuple[Entity | None, Referents]:
    """Return who the last place of a source stands for, and all of the text."""
    doc = read(marked)
    start = doc.text.rindex(source)
    referents = resolve(doc, [(start, start + len(source))])
    number = referents.of((start, start + len(source)))
    return next((entity for entity in referents.entities if entity.id == number), None), referents


def names(marked: str) -> list[str]:
    """Return the names of a text, in order."""
    return [mention.text for mention in find_mentions(read(marked), [], [])]


def test_a_name_that_the_recogniser_tore_is_one() -> None:
    """ "Anna" beside "Brandt" is one person, and the surname alone is she."""
    assert names("President {Anna} {Brandt} left. {Brandt} said so.") == ["Anna Brandt", "Brandt"]


def test_two_people_whom_the_recogniser_took_for_one_are_two() -> None:
    """What stands behind a bracket and a comma is somebody else."""
    assert names("It was {Anna Brandt (R-Velm.), Governor Peter Hask} who won.") == ["Anna Brandt", "Peter Hask"]


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("{Justice Ida Brandt} left.", "Ida Brandt"),
        ("{Senate President Pro Tem Ida Brandt} left.", "Ida Brandt"),
        ("{Secretary of the Interior Ida Brandt} left.", "Ida Brandt"),
        ("{Senator Ida Brandt of Velmark} left.", "Ida Brandt"),
    ],
)
def test_a_title_and_a_place_are_no_part_of_a_name(marked: str, name: str) -> None:
    """Titles before a name and whence somebody comes are left out."""
    assert names(marked)[0] == name


def test_words_of_a_headline_are_no_part_of_a_name() -> None:
    """Where all words have capitals, the name is the one that the story has."""
    assert names("{Hask Ferry Plan} Fails\n\nSnow fell. {Hask} said so.") == ["Hask", "Hask"]


def test_a_surname_stays_with_whom_the_article_calls_so() -> None:
    """Who was named so alone is meant again, not the one who was named in full in between."""
    text = "{Anna Brandt} left. {Brandt} wept. Her sister is {Ida Brandt}. {Brandt} said so."
    entity, _ = spoken(text, "Brandt")
    assert entity is not None
    assert entity.name == "Anna Brandt"


@pytest.mark.parametrize(
    "source",
    [
        "a lawyer for the family, {Ida Brandt} of the Velmark Bar",
        "another diplomat, former envoy {Ida Brandt}",
        "{Ida Brandt}, head of works and repairs",
    ],
)
def test_an_apposition_is_who_it_names(source: str) -> None:
    """Who is described and named in one phrase is one person, with that name."""
    entity, _ = spoken(f"Snow fell, said {source}.", source.replace("{", "").replace("}", ""))
    assert entity is not None
    assert entity.name == "Ida Brandt"


@pytest.mark.parametrize(
    ("source", "people"),
    [
        ("{Ida Brandt} and {Peter Hask}", ["Ida Brandt", "Peter Hask"]),
        ("Mr {Brandt} and Ms {Hask}", ["Brandt", "Hask"]),
        (
            "{Ida Brandt}, 38, who lost a boat; {Peter Hask}, 66; and {Eve Lund}, a nurse",
            ["Ida Brandt", "Peter Hask", "Eve Lund"],
        ),
        ("{Ida Brandt} and her deputy, {Peter Hask}", ["Ida Brandt", "Peter Hask"]),
        ("engineers, among them Dr {Brandt} and {Peter Hask}", ["Brandt", "Peter Hask"]),
    ],
)
def test_each_who_speaks_with_others_is_a_member(source: str, people: list[str]) -> None:
    """One source of several people has all of them as members."""
    entity, referents = spoken(f"Snow fell, said {source}.", source.replace("{", "").replace("}", ""))
    assert entity is not None
    by_id = {each.id: each.name for each in referents.entities}
    assert [by_id[member] for member in entity.members] == people


def test_who_is_met_in_a_relative_clause_does_not_speak() -> None:
    """ "who met Lund" tells of somebody, and does not make Lund a speaker."""
    entity, _ = spoken("So said {Ida Brandt}, a guard and cook who met {Eve Lund}.", "Ida Brandt, a guard and cook")
    assert entity is not None
    assert (entity.name, entity.members) == ("Ida Brandt", ())


def test_a_description_says_whose_it_is() -> None:
    """ "his office" is told with the name of whose office it is."""
    entity, _ = spoken("{Peter Hask} left on Monday. His office said so.", "His office")
    assert entity is not None
    assert (entity.name, entity.named) == ("Peter Hask’s office", False)


def test_a_speech_speaks_for_whose_it_is() -> None:
    """ "his speech" and "Hask's comments" stand for Hask."""
    for source in ("his speech", "Hask's comments"):
        entity, _ = spoken(f"{{Peter Hask}} left. {{Hask}} was angry, said {source}.", source)
        assert entity is not None
        assert entity.name == "Peter Hask"


def labelled(text: str, *bodies: str) -> list[tuple[str, str]]:
    """Return the names of a text with their types, where the recogniser took some words for bodies."""
    doc = NLP(text)
    spans = [doc.char_span(text.index(body), text.index(body) + len(body), label="Organization") for body in bodies]
    doc.set_ents([span for span in spans if span is not None], default="outside")
    return [(mention.text, mention.type) for mention in find_mentions(doc, [], [])]


@pytest.mark.parametrize(
    ("text", "bodies", "found"),
    [
        ("The VDF Radio reported snow.", ["VDF"], [("VDF Radio", "Outlet")]),
        ("The VDF radio reported snow.", ["VDF"], [("VDF", "Organization")]),
        ("It was the 14th Amendment that failed.", ["Amendment"], [("14th Amendment", "Organization")]),
        ("The NRO & DGH left.", ["NRO", "DGH"], [("NRO", "Organization"), ("DGH", "Organization")]),
        ("The NRO & DGH left.", ["NRO & DGH"], [("NRO", "Organization"), ("DGH", "Organization")]),
        ("The Carrow & Pike left.", ["Carrow", "Pike"], [("Carrow & Pike", "Organization")]),
    ],
)
def test_a_body_s_name_is_whole_and_one_body_s(text: str, bodies: list[str], found: list[tuple[str, str]]) -> None:
    """A station is none of the body it is called after, two acronyms are two bodies, an ordinal is a part of a name."""
    assert labelled(text, *bodies) == found


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The {Hask Tower Velmark} was a plan. President {Hask} left. {Hask} said so.", "Hask"),
        ("{Peter Hask} left. The {Hask Hotel} burned. {Hask} said so.", "Peter Hask"),
        ("President {Hask} left. {Hask University} was shut. {Hask} said so.", "Hask"),
        ("{Peter Hask} left with his wife, {Emma Hask}. {Hask} said so.", "Peter Hask"),
        ("{Emma Hask} left. {Hask} wept. President {Hask} hoped that he would win. {Hask} said so.", "Hask"),
        ("First Lady {Emma Hask} left. President {Hask} wept. {Hask} said so.", "Hask"),
        ("{Emma Hask} left. Mr. {Hask} wept. {Hask} said so.", "Hask"),
        ("{Peter Hask} left with his father, {Viktor Hask}. The elder {Hask} said so.", "Viktor Hask"),
        ("{Emma Hask} left. President {Hask} wept. {Hask} said so.", "Emma Hask"),
        ("{Emma Hask} left. President {Hask} hoped that she would win. {Hask} said so.", "Emma Hask"),
    ],
)
def test_a_surname_is_neither_a_house_nor_a_relative(text: str, speaker: str) -> None:
    """What is called after somebody is another thing, and a title or "he" tells of two Hasks which one is meant."""
    entity, referents = spoken(text, "Hask")
    assert entity is not None
    assert entity.name == speaker, referents.entities


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Ida Tower", "Place"),
        ("Hask Hotel Velmark", "Place"),
        ("Ida Foundation", "Organization"),
        ("Ida Park", "Person"),
    ],
)
def test_what_is_called_after_somebody_is_no_person(name: str, kind: str) -> None:
    """A tower and a foundation are told by words that are nobody's surname."""
    assert types(f"{{{name}}} was seen.") == {name: kind}


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("{Peter Hask} himself", "Peter Hask"),
        ("{Peter Hask} himself in a letter", "Peter Hask"),
        ("Mr {Hask} - now recovering from his fall", "Hask"),
        ("two officials who had seen the plan", "two officials"),
        ("senior members who", "senior members"),
        ("the envoy himself", "envoy"),
        ("a town in which nobody lives", "a town in which nobody lives"),
        ("those who left", "those who left"),
        ("a lawyer - now retired -", "a lawyer"),
        ("drivers and owners, in their replies to the town", "drivers and owners"),
        ("drivers and owners, who had lost boats", "drivers and owners"),
        ("a lawyer of the Rivers Committee", "a lawyer of the Rivers Committee"),
        ("a lawyer for {Ida Brandt}", "a lawyer for Ida Brandt"),
        ("Deputy Assistant Secretary for River {Safety Ida Brandt}", "Ida Brandt"),
        ("Deputy Assistant Secretary for River {Security Xanlene Brandt}", "Xanlene Brandt"),
        ("then-Senator {Ida Brandt}", "Ida Brandt"),
        ("then-Director {Ida Brandt}", "Ida Brandt"),
    ],
)
def test_a_name_has_nothing_behind_it(source: str, name: str) -> None:
    """Who speaks is the name or the noun phrase: no "himself", no relative clause, no adjunct, no office."""
    entity, referents = spoken(f"Snow fell, said {source}.", source.replace("{", "").replace("}", ""))
    assert entity is not None, referents.entities
    assert entity.name == name
