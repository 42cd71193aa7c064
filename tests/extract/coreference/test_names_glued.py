"""What is glued to names and descriptions, and offices of a body before their holder's name."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc

from tests.extract.coreference.test_last_told_of import parsed
from tests.extract.coreference.test_whole_names import spoken
from whosays.extract.coreference.naming.edges import before_network
from whosays.extract.coreference.noun_phrase import joins_modifiers


@pytest.mark.model
@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("Korran fishermen earlier", "Korran fishermen"),
        ("the harbour police on Tuesday evening", "harbour police"),
        ("the harbour police on Monday", "harbour police"),
        ("Jo Brandt amid the flood", "Jo Brandt"),
        ("Ida Lund despite the flood", "Ida Lund"),
    ],
)
def test_when_and_amid_what_is_no_name(source: str, name: str) -> None:
    """The time and the surroundings of what is said are nobody's name."""
    entity = parsed(f"It was late. {source[0].upper()}{source[1:]} said it fell.", f"{source[0].upper()}{source[1:]}")
    assert entity is not None
    assert entity.name.removeprefix("The ").startswith(name)
    assert not {"earlier", "Tuesday", "Monday"} & set(entity.name.split())


@pytest.mark.model
def test_a_published_paper_keeps_its_day() -> None:
    """A day that only tells when a survey came out is left in its description."""
    source = "a survey published on Wednesday"
    entity = parsed(f"The roof leaks, {source} suggested.", source)
    assert entity is not None
    assert "published on Wednesday" in entity.name


@pytest.mark.parametrize(
    "source",
    [
        "the president of the harbour's governing body Ida Brandt",
        "the head of the Velmark Armed Forces Ida Brandt",
        "the Chief of the General Staff Ida Brandt",
        "Chief of General Staff Ida Brandt",
    ],
)
def test_who_is_named_behind_a_body_heads_it(source: str) -> None:
    """Without a comma the name is that of the officer, and no word of the body is in it."""
    marked = source.replace("Ida Brandt", "{Ida Brandt}")
    entity, _ = spoken(f"Snow fell on {marked} .", source)
    assert entity is not None
    assert (entity.name, entity.named) == ("Ida Brandt", True)


@pytest.mark.parametrize("source", ["the friend of the singer Ida Brandt", "the lawyer of Ida Brandt"])
def test_who_is_named_behind_a_person_is_no_officer(source: str) -> None:
    """A friend of a singer is somebody else."""
    entity, _ = spoken(f"Snow fell on {source.replace('Ida Brandt', '{Ida Brandt}')} .", source)
    assert entity is None or entity.name != "Ida Brandt"


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "source", "name"),
    [
        ("The Marl Mail on Sunday newspaper said so.", "The Marl Mail on Sunday newspaper", "Marl Mail on Sunday"),
        ("The popular pro-river Velmark Telegram channel said so.", "The popular pro-river Velmark Telegram channel",
         "Velmark"),
    ],
)  # fmt: skip
def test_what_is_in_the_name_of_an_outlet(text: str, source: str, name: str) -> None:
    """A day before "newspaper" is in it, the network of a channel is not."""
    entity = parsed(text, source)
    assert entity is not None
    assert entity.name == name


@pytest.mark.model
@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("More than a third (34%) of those questioned", "More than a third of those questioned"),
        ("A quarter (25%) of the farmers", "quarter of the farmers"),
        ("More than a third (34%), it was late,", "More than a third"),
    ],
)
def test_of_whom_a_share_is(source: str, name: str) -> None:
    """Whom a third is a third of stands behind the figure in brackets."""
    entity = parsed(f"{source} said it fell.", source)
    assert entity is not None
    assert entity.name.removeprefix("A ") == name


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Marl Journal Thursday", "Marl Journal"),
        ("Marl Sunday Journal", "Marl Sunday Journal"),
        ("Marl Black Friday", "Marl Black Friday"),
        ("Journal Thursday", "Journal Thursday"),
    ],
)
def test_the_day_on_which_a_paper_prints_is_none_of_its_name(words: str, name: str) -> None:
    """A day in the middle of a name is, and so is one behind what is no paper."""
    doc = Doc(spacy.blank("en").vocab, words=words.split())
    assert doc[: before_network(doc, 0, len(doc))].text == name


@pytest.mark.model
@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("Dutch, Greek and Polish officials", "Dutch, Greek and Polish officials"),
        ("Dutch, Greek and rebel envoys", "Dutch, Greek and rebel envoys"),
    ],
)
def test_several_peoples_of_one_noun_are_told_in_full(source: str, name: str) -> None:
    """The comma between two of them ends no phrase."""
    entity = parsed(f"{source} said on Monday that it was late.", source)
    assert entity is not None
    assert entity.name == name


def test_a_comma_behind_a_noun_parts_two() -> None:
    """ "Dutch officials, Greek police" are two."""
    doc = tagged("Dutch/JJ officials/NNS ,/, Greek/JJ police/NNS")
    assert not joins_modifiers(doc, 0, 2, 5)
    doc = tagged("Dutch/NNP ,/, Greek/JJ and/CC Polish/JJ officials/NNS")
    assert joins_modifiers(doc, 0, 1, 6)


def tagged(words: str) -> Doc:
    """Return words with their tags."""
    pairs = [word.rpartition("/") for word in words.split()]
    return Doc(spacy.blank("en").vocab, words=[word for word, _, _ in pairs], tags=[tag for _, _, tag in pairs])
