"""Whoever is named in full once is meant by every shorter name, and no name is cut short."""

from __future__ import annotations

import pytest

from tests.extract.coreference.test_names_in_full import labelled
from tests.extract.coreference.test_surroundings import NLP
from tests.extract.coreference.test_whole_names import names, spoken
from whosays.extract.coreference import resolve
from whosays.extract.coreference.naming.matching import same_organisation
from whosays.extract.coreference.noun_phrase import read_simple


@pytest.mark.parametrize("name", ["Fenna Orlun", "Tavi Brandt", "Perrin Hask"])
def test_a_first_paragraph_in_small_letters_names_in_full(name: str) -> None:
    """What the story calls somebody for short takes nothing off the full name before it."""
    first = name.split(maxsplit=1)[0]
    marked = (
        f"The ferries were not paid for, Harbour Minister {{{name}}} said today.\n\nSnow fell. {{{first}}} said so."
    )
    entity, _ = spoken(marked, first)
    assert entity is not None
    assert entity.name == name


@pytest.mark.parametrize("office", ["Chief of River Staff", "Minister of Roads", "Head of Velm Harbour"])
def test_an_owned_office_before_a_name_is_no_part_of_it(office: str) -> None:
    """ "Velmark's Chief of Staff General Asmund Orlun" is Asmund Orlun."""
    assert names(f"{{Velmark's {office} General Asmund Orlun}} left.") == ["Asmund Orlun"]


@pytest.mark.parametrize("before", ["the real Prince", "the old King", "the late Queen"])
def test_who_has_no_surname_is_named_with_the_style(before: str) -> None:
    """An adjective before "Prince" does not take the style away."""
    entity, _ = spoken(f"Snow fell on {before} {{Orlun}}. {{Orlun}} said so.", "Orlun")
    assert entity is not None
    assert entity.name == f"{before.rsplit(maxsplit=1)[-1]} Orlun"


@pytest.mark.parametrize("name", ["Carrow.com", "Velmdata.org", "Haskwell.net"])
def test_a_site_is_known_by_its_name_without_the_domain(name: str) -> None:
    """ "Carrow" is Carrow.com for short, and another than Carrowdale."""
    short = name.partition(".")[0]
    assert same_organisation(short, name)
    assert not same_organisation(f"{short}dale", name)


@pytest.mark.parametrize("name", ["Citizens' Ferry Trust", "Farmers' Mutual Bank", "Teachers' Pension Board"])
def test_a_body_keeps_whom_it_consists_of(name: str) -> None:
    """The recogniser saw only what stands behind the apostrophe."""
    members, _, rest = name.partition(" ")
    assert labelled(f"Then the {name} complained.", Organization=rest) == [(name, "Organization")]
    owned = f"Then the {members.lower()} {rest} complained."
    assert labelled(owned, Organization=rest) == [(rest, "Organization")]


@pytest.mark.parametrize("behind", ["co", "Co", "friends"])
def test_those_with_somebody_are_no_part_of_the_name(behind: str) -> None:
    """ "Ida Brandt & co" names Ida Brandt."""
    assert names(f"A club for {{Ida Brandt & {behind}}} met.") == ["Ida Brandt"]


@pytest.mark.parametrize(
    ("words", "tags"),
    [
        ("A few small, limited studies", "DT JJ JJ , JJ NNS"),
        ("two old, angry farmers", "CD JJ , JJ NNS"),
        ("the new, independent panel", "DT JJ , JJ NN"),
    ],
)
def test_a_comma_between_adjectives_ends_no_phrase(words: str, tags: str) -> None:
    """The noun behind the second adjective is what the phrase is about."""
    doc = NLP(words)
    for token, tag in zip(doc, tags.split(), strict=True):
        token.tag_ = tag
    assert read_simple(doc, 0, len(doc), {}).head == words.rsplit(maxsplit=1)[-1]


@pytest.mark.parametrize("who", ["officials", "teachers", "a judge"])
def test_officials_of_a_county_are_not_the_state_behind_the_comma(who: str) -> None:
    """ "officials in Marl County, Norway" are officials."""
    source = f"{who} in Marl County, Norway"
    doc = NLP(f"Snow fell, said {source}.")
    spans = [doc.char_span((at := doc.text.index(n)), at + len(n), label="Place") for n in ("Marl County", "Norway")]
    doc.set_ents([span for span in spans if span is not None], default="outside")
    start = doc.text.index(source)
    referents = resolve(doc, [(start, start + len(source))])
    number = referents.of((start, start + len(source)))
    assert [e.named for e in referents.entities if e.id == number] == [False]


@pytest.mark.parametrize("office", ["Minister for Rivers and Lakes", "MEC for River Works", "Governor of Upper Marl"])
def test_an_office_before_a_comma_is_no_body(office: str) -> None:
    """The recogniser took the office for a body; who is named behind the comma has it."""
    doc = NLP(f"{office}, Ida Brandt, said so.")
    spans = [
        doc.char_span(0, len(office), label="Organization"),
        doc.char_span(len(office) + 2, len(office) + 12, label="Person"),
    ]
    doc.set_ents([span for span in spans if span is not None], default="outside")
    referents = resolve(doc, [(0, len(office) + 12)])
    assert [e.name for e in referents.entities] == ["Ida Brandt"]
