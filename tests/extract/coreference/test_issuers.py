"""Whose "the statement" is, whose a sworn paper, and which bodies are only where something is done."""

from __future__ import annotations

import pytest

from tests.extract.coreference.test_last_told_of import parsed


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "On Monday, Orbex Foods issued a statement about the dairy after Ada Lund scolded the firm on television. "
            'Ada Lund said it was late. "The milk is safe," the statement continued.',
            "Orbex Foods",
        ),
        (
            "Ada Lund wrote that a statement would come. The Harbour Authority released a statement on Sunday. "
            "The statement said that the port was open.",
            "Harbour Authority",
        ),
        (
            "The Harbour Authority sent a letter to the farmers. The mayor, Ada Lund, said she was glad. "
            "The letter said that the port was open.",
            "Harbour Authority",
        ),
    ],
)
def test_a_statement_is_of_who_issued_it(text: str, name: str) -> None:
    """The subject of the clause that told of a statement goes before who spoke last."""
    sources = ["Ada Lund", "the statement" if "the statement" in text else "The statement"]
    if "The letter" in text:
        sources = ["Ada Lund", "The letter"]
    entity = parsed(text, *sources)
    assert entity is not None
    assert entity.name == name


@pytest.mark.model
def test_criticism_issues_no_letter() -> None:
    """What came in a letter is nobody who could have written it."""
    entity = parsed("The latest criticism came in a letter on Friday. The letter said it was late.", "The letter")
    assert entity is None or "criticism" not in entity.name


@pytest.mark.model
@pytest.mark.parametrize("verb", ["obtained", "saw", "received"])
def test_who_gets_hold_of_a_statement_did_not_issue_it(verb: str) -> None:
    """ "Orbex obtained a statement" does not tell whose it is."""
    entity = parsed(f"Orbex Foods {verb} a statement. The statement said that the port was open.", "The statement")
    assert entity is None or entity.name != "Orbex Foods"


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The guards lied, according to an affidavit from the Harbour Police.", "an affidavit from the Harbour Police"),
        ("The Harbour Police came. A Harbour Police warrant said he had fled.", "A Harbour Police warrant"),
        ("An indictment by the Justice Ministry says that he fled.", "An indictment by the Justice Ministry"),
    ],
)
def test_a_sworn_paper_speaks_for_itself(text: str, source: str) -> None:
    """Whoever it is from, what it says is not laid in the mouth of a body."""
    entity = parsed(text, source)
    assert entity is not None
    assert not entity.named


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "source", "wrong"),
    [
        ("Ada Lund will sing at the Orion Awards. But the company said she may not.", "the company", "Orion Awards"),
        ('Ada Lund has a new Kinova series. "We never stopped her," they said on Friday.', "they", "Kinova"),
        ('Ada Lund is glad. "We never stopped her Kinova series," they said on Friday.', "they", "Kinova"),
    ],
)
def test_where_something_is_done_does_not_speak(text: str, source: str, wrong: str) -> None:
    """An event, or the sort of a series, has done nothing that it could speak of."""
    entity = parsed(text, source)
    assert entity is None or entity.name != wrong


@pytest.mark.model
@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("a statement from Works Minister Ada Lund", "Ada Lund"),
        ("a news release from the mayor's office", "mayor's office"),
        ("three separate reports by the water board", "water board"),
        ("a letter posted by the farmers", "farmers"),
    ],
)
def test_a_document_is_of_who_is_told_behind_it(source: str, name: str) -> None:
    """A body without a name issues papers, too."""
    entity = parsed(f"The port was open, according to {source}.", source)
    assert entity is not None
    assert entity.name == name


@pytest.mark.model
@pytest.mark.parametrize("source", ["a video obtained by the mayor's office", "a report on the work by night"])
def test_a_document_is_not_of_who_has_it(source: str) -> None:
    """ "By" alone names nobody who has written it."""
    entity = parsed(f"The port was open, according to {source}.", source)
    assert entity is None or entity.name == source


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "source", "name"),
    [
        (
            "Orbex Foods is for sale, the Marl Gazette reported. It was late. The article said so.",
            "The article",
            "Marl",
        ),
        (
            "The port is shut, says a report in the state-run Marl Gazette. Ada Lund, the report said, knew.",
            "the report",
            "Marl",
        ),
    ],
)
def test_the_article_is_the_newspaper_s(text: str, source: str, name: str) -> None:
    """What a newspaper has just reported is its article."""
    first = "the Marl Gazette" if "the Marl Gazette" in text else "a report in the state-run Marl Gazette"
    entity = parsed(text, first, source)
    assert entity is not None
    assert name in entity.name


@pytest.mark.model
def test_a_paper_of_one_country_is_not_issued_by_another() -> None:
    """ "The French readout" is none of the Japanese government's."""
    text = "The Japanese government said so in a readout. It was late. The French readout said that the port was open."
    entity = parsed(text, "The Japanese government", "The French readout")
    assert entity is None or "Japan" not in entity.name


REPORT = "The walls leak, according to a new report by US and allied river agencies obtained by the Marl Gazette. "


@pytest.mark.model
@pytest.mark.parametrize("source", ["The report", "The document", "The analysis", "The same report"])
@pytest.mark.parametrize("between", ["It was late. ", "The 60-page report came. The new report was awaited. "])
def test_a_report_of_several_agencies_is_theirs(source: str, between: str) -> None:
    """They wrote it, not the country that one of them is of nor who has got hold of it, whatever it is called next."""
    entity = parsed(f"{REPORT}{between}{source} said that the dam was old.", REPORT[32:-2], source)
    assert entity is not None
    assert entity.name == "US and allied river agencies"


@pytest.mark.model
@pytest.mark.parametrize("between", ["The mayor signed a document. ", "Ada Lund read the first report. "])
def test_another_document_is_not_theirs(between: str) -> None:
    """What the article has called a document, or counts, is none that it has told of before."""
    source = "The document" if "document" in between else "The report"
    entity = parsed(f"{REPORT}{between}{source} said that the dam was old.", REPORT[32:-2], source)
    assert entity is None or entity.name != "US and allied river agencies"


@pytest.mark.model
def test_a_report_of_a_country_and_a_body_is_of_both() -> None:
    """ "By Korrin and the River Board" names two who wrote it."""
    entity = parsed("It leaks, says a report by France and the River Board.", "a report by France and the River Board")
    assert entity is not None
    assert "France" in entity.name


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "source", "name"),
    [
        (
            "One statement, issued by ten unions in Marl, said so.",
            "One statement, issued by ten unions in Marl,",
            "unions",
        ),
        ("The other letter, published by 46 companies, said so.", "The other letter, published by 46 companies,", "46"),
        ("Ada Lund left. Posts from her Chirper account said so.", "Posts from her Chirper account", "Ada Lund"),
    ],
)
def test_whoever_has_issued_a_document_is_told_with_it(text: str, source: str, name: str) -> None:
    """Behind a comma, too, and by whose an account is."""
    entity = parsed(text, *(["Ada Lund"] if "Ada" in text else []), source)
    assert entity is not None
    assert name in entity.name
    assert not {"statement", "letter", "Posts"} & set(entity.name.split())


@pytest.mark.model
@pytest.mark.parametrize(("owner", "name"), [("the company", "company"), ("the board", "board")])
def test_a_statement_of_a_body_without_a_name_is_that_body_s(owner: str, name: str) -> None:
    """It is no "company's statement" that speaks."""
    source = f"{owner.capitalize()}'s statement"
    entity = parsed(f"It was late. {source} said that the port was open.", source)
    assert entity is not None
    assert entity.name == name


@pytest.mark.model
@pytest.mark.parametrize(("document", "verb"), [("statement", "added"), ("post", "added"), ("letter", "concluded")])
def test_what_goes_on_is_what_has_just_been_said(document: str, verb: str) -> None:
    """ "The statement added" is of who spoke last, where no statement has been told of."""
    text = f"Ada Lund said that the port was shut.\n\nThe {document} {verb} that the dam was old."
    entity = parsed(text, "Ada Lund", f"The {document}")
    assert entity is not None
    assert entity.name == "Ada Lund"


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "A statement was read out. Ada Lund said that the port was shut.\n\nThe statement added that the dam was old.",
        "Ada Lund said that the port was shut.\n\nThe statement was torn and added to the pile.",
    ],
)
def test_what_goes_on_may_be_another_s(text: str) -> None:
    """Where a statement has been told of before, or nothing goes on, who spoke last is not taken for the issuer."""
    entity = parsed(text, "Ada Lund", "The statement")
    assert entity is None or entity.name != "Ada Lund"


ORBEX = "Orbex Foods issued a statement about the dairy. Orbex Foods said in a statement that it was clean. "


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "sources", "name"),
    [
        (
            ORBEX + "A statement released later from the Harbour Authority said the port was shut. The statement added "
            "that the dam was old.",
            ["Orbex Foods", "A statement released later from the Harbour Authority", "The statement"],
            "Harbour Authority",
        ),
        (
            ORBEX + "A statement published on Tuesday morning by the Harbour Authority said the port was shut. "
            "The statement said that the dam was old.",
            ["Orbex Foods", "A statement published on Tuesday morning by the Harbour Authority", "The statement"],
            "Harbour Authority",
        ),
        (ORBEX + "The police statement said that the dam was old.", ["Orbex Foods", "The police statement"], "police"),
        (ORBEX + "The statement said that the dam was old.", ["Orbex Foods", "The statement"], "Orbex Foods"),
        (ORBEX + "The brief statement said so.", ["Orbex Foods", "The brief statement"], "Orbex Foods"),
    ],
)
def test_a_later_statement_is_of_whom_its_words_name(text: str, sources: list[str], name: str) -> None:
    """When it was released and what sort of body it is of keep nobody from being told, and no earlier one has it."""
    entity = parsed(text, *sources)
    assert entity is not None
    assert entity.name == name


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "Ada Lund spoke of reports that Bo Marl told the crew that he would stay. The pier is his, Bo Marl added, "
        "according to the reports.",
        "Bo Marl said in a report that the pier was shut. The pier is his, Bo Marl added, according to the report.",
    ],
)
def test_who_is_reported_on_wrote_no_report(text: str) -> None:
    """Who speaks inside a report, and beside "according to the report", is whom it tells of."""
    last = "the reports" if "the reports" in text else "the report"
    entity = parsed(text, "Bo Marl", last)
    assert entity is None or entity.name != "Bo Marl" or last == "the report"


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "sources", "name"),
    [
        (
            "Nordwacht told the Gull that it would stay. Nordwacht repeated its wish for a truce. The organization "
            "called for help.",
            ["Nordwacht", "The organization"],
            "Gull",
        ),
        (
            "Ada Lund went in with a senior harbour official from Velm. Ada Lund left. The senior harbour official "
            "kept silent.",
            ["Ada Lund", "The senior harbour official"],
            "Ada Lund",
        ),
        (
            "Ada Lund, the UN relief chief, spoke. The EU aid chief said it was late.",
            ["Ada Lund, the UN relief chief", "The EU aid chief"],
            "Ada Lund",
        ),
    ],
)
def test_a_description_is_of_nobody_whom_it_cannot_mean(text: str, sources: list[str], name: str) -> None:
    """An outlet that is told something, who is named, and who heads another body are no such."""
    entity = parsed(text, *sources)
    assert entity is None or entity.name != name


@pytest.mark.model
def test_a_chief_is_of_the_body_with_the_same_initials() -> None:
    """So it is where no other body is named."""
    entity = parsed("Ada Lund, the UN relief chief, spoke. The UN chief said it was late.", "The UN chief")
    assert entity is not None
    assert entity.name == "Ada Lund"


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "sources", "name"),
    [
        (
            "The Lakes Union was late. It rained in Velm for a week. The Nordwacht Front repeated its wish for a "
            "truce. The organization called for help.",
            ["The Nordwacht Front", "The organization"],
            "Nordwacht Front",
        ),
        (
            "Ada Lund spoke, in the words of a senior harbour official, of rain. Ada Lund left. The senior harbour "
            "official kept silent.",
            ["Ada Lund", "The senior harbour official"],
            "senior harbour official",
        ),
        (
            "Nordwacht repeated its wish for a truce. The Lakes Union sent boats. The organization called for help.",
            ["Nordwacht", "The organization"],
            "Lakes Union",
        ),
    ],
)
def test_a_description_is_of_whom_the_sentence_before_tells(text: str, sources: list[str], name: str) -> None:
    """ "The organization" is the body that has just spoken or acted, an official told of without a name has none."""
    entity = parsed(text, *sources)
    assert entity is not None
    assert entity.name.removeprefix("a ") == name
