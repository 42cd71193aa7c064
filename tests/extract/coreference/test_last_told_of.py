"""Whom pronouns and descriptions mean where somebody who has not spoken was told of last, or is named later."""

from __future__ import annotations

import pytest

from tests.extract.coreference.test_surroundings import read
from tests.extract.coreference.test_whole_names import spoken
from whosays.extract.coreference import resolve
from whosays.extract.pipeline import load_model
from whosays.extract.records import Entity


def parsed(text: str, *sources: str) -> Entity | None:
    """Return who the last place of the last source stands for, as the shipped model reads a text."""
    doc = load_model()(text)
    places = [(text.rindex(source), text.rindex(source) + len(source)) for source in sources]
    found = resolve(doc, places)
    number = found.of(places[-1])
    return next((entity for entity in found.entities if entity.id == number), None)


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "sources", "name"),
    [
        (
            "The agency said the dam was full. Governor Peter Hask and the leaders of the senate left early. "
            "They said the dam would hold.",
            ["The agency", "They"],
            "Governor Peter Hask and the leaders of the senate",
        ),
        (
            "The council said it would wait. Dozens of farmers came to the square. They said the water was gone.",
            ["The council", "They"],
            "Dozens of farmers",
        ),
        (
            "The agency said it was safe. The fishermen sailed at dawn. They came home at noon. They said it was calm.",
            ["The agency", "They"],
            "fishermen",
        ),
        (
            "The agency said it was safe. Korra's leadership know all that. They said it was calm.",
            ["The agency", "They"],
            "Korra's leadership",
        ),
        (
            "The agency said it was safe. The rain came and the fishermen sailed home. They said it was calm.",
            ["The agency", "They"],
            "fishermen",
        ),
        (
            "A proclamation of the mayor bans all rallies. It orders shops to close.",
            ["It"],
            "A proclamation of the mayor",
        ),
    ],
)
def test_they_goes_on_with_the_last_subject(text: str, sources: list[str], name: str) -> None:
    """Several of whom the last sentence told go before a body that spoke, and "it" is the document told of."""
    entity = parsed(text, *sources)
    assert entity is not None
    assert entity.name == name


@pytest.mark.model
def test_they_in_a_clause_of_others_is_who_has_the_clause() -> None:
    """ "Officials believe they said so" does not look back to the sentence before."""
    text = "Dozens of farmers came. The officials think that they said too much."
    entity = parsed(text, "The officials", "they")
    assert entity is None or entity.name == "officials"


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Peter Hask spoke of the budget. Ida Brandt, who had been ill, returned home on Friday, her spokesman said.",
         "Ida Brandt’s spokesman"),
        ("Peter Hask left the town. Viktor Brandt has returned home, his spokesman said.", "Viktor Brandt’s spokesman"),
        ("Peter Hask praised the crew. Emil Lorne is ill and will not travel, his spokesman said.",
         "Emil Lorne’s spokesman"),
    ],
)  # fmt: skip
def test_a_spokesman_behind_a_report_is_of_whom_it_tells(text: str, name: str) -> None:
    """ "Brandt has returned, his spokesman said": his is Brandt's."""
    source = "her spokesman" if "her spokesman" in text else "his spokesman"
    entity = parsed(text, source)
    assert entity is not None
    assert entity.name == name


@pytest.mark.parametrize(
    ("marked", "source", "name"),
    [
        ("Snow fell. Rain fell. Wind rose. Hail fell. Fog rose. Ice came. Frost came. The inspector general wept. "
         "So did the inspector general, {Ida Brandt}.", "The inspector general", "Ida Brandt"),
        ("Snow fell. Rain fell. Wind rose. Hail fell. Fog rose. Ice came. Frost came. The spokesman wept. "
         "So did the spokesman, {Ida Brandt}.", "The spokesman", "spokesman"),
        ("White Harbour spokesman {Peter Hask} left. So said the spokesman for the Roads Board.",
         "the spokesman for the Roads Board", "spokesman for the Roads Board"),
        ("{Trump} left. {Melania Trump} stayed. Mrs. {Trump} wept. So said Trump.", "Trump", "Trump"),
    ],
)  # fmt: skip
def test_an_office_is_its_only_holder_s(marked: str, source: str, name: str) -> None:
    """There is one inspector general, many spokesmen, and a Mrs Roe is not whom the article calls Roe before her."""
    entity, _ = spoken(marked.replace("So said Trump.", "So said {Trump}."), source)
    assert entity is not None
    assert entity.name == name


@pytest.mark.parametrize(
    ("text", "source", "name"),
    [
        ("So said the local council in a statement. The statement blamed snow.", "The statement", "local council"),
        ("{Ida Brandt} sent a letter. The missive blamed snow.", "The missive", "missive"),
        ("A town handed out a Velmarkian online brochure. The brochure blamed snow.", "The brochure", "brochure"),
    ],
)
def test_a_document_speaks_for_who_spoke_in_it(text: str, source: str, name: str) -> None:
    """A statement is that of whoever has just spoken in one, be it somebody without a name."""

    doc = read(text)
    sources = [(doc.text.rindex(source), doc.text.rindex(source) + len(source))]
    if "local council" in text:
        at = doc.text.index("the local council")
        sources.insert(0, (at, at + len("the local council")))
    found = resolve(doc, sources)
    assert next(e.name for e in found.entities if e.id == found.of(sources[-1])) == name


def test_a_new_paper_is_no_newspaper() -> None:
    """ "the new paper" is the researchers', not the outlet that was named."""
    doc = load_model()("The Velmark Gazette wrote of it. According to the new paper, snow fell.")
    doc.set_ents(list(filter(None, [doc.char_span(4, 19, label="Outlet")])), default="outside")
    at = doc.text.index("the new paper")
    found = resolve(doc, [(at, at + len("the new paper"))])
    assert next(e.name for e in found.entities if e.id == found.of((at, at + len("the new paper")))) == "new paper"


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "firm"),
    [
        (
            "The boss of Orbex is leaving the company after two years. Jo Roe is stepping down and will be replaced by "
            "Ben Nickel, the head of the grill chain Chitalo, the company said.",
            "the company",
        ),
        (
            "Orbex opened its first mill in June. The mill will be led by Ada Lund, a former manager of Tarnwell "
            "Steel, the firm said on Monday.",
            "the firm",
        ),
    ],
)
def test_a_firm_that_speaks_is_the_one_told_of_and_no_rival_that_its_sentence_only_mentions(
    text: str, firm: str
) -> None:
    """Where the firm mentioned last only tells where somebody comes from, the one before it is meant."""
    doc = load_model()(text)
    place = (text.rindex(firm), text.rindex(firm) + len(firm))
    found = resolve(doc, [place], contents=[((text.index(". ") + 2, place[0] - 2), place)])
    assert [e.name for e in found.entities if e.id == found.of(place)] == ["Orbex"]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "sources", "name"),
    [
        (
            "A teacher at a school in the state of Hesse said it was late. The western state is planning a ban.",
            ["A teacher at a school in the state of Hesse", "The western state"],
            "western state",
        ),
        (
            "A new report on ferries said it was late. It was long. The report adds that it was cold.",
            ["A new report on ferries", "The report"],
            "A new report on ferries",
        ),
    ],
)
def test_where_somebody_works_is_not_who_it_is(text: str, sources: list[str], name: str) -> None:
    """ "The state" is not the teacher in one, and "the report" is the report on ferries."""
    entity = parsed(text, *sources)
    assert entity is not None
    assert entity.name == name
