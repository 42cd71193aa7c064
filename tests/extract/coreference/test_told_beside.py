"""Whom a pronoun means where another than the last speaker has been told of since, by a name or by a noun alone."""

from __future__ import annotations

import pytest

from training.press import article_of
from whosays.extract import Extractor

OPENED = (
    "Mara Quill, the harbour chief of Ostrel, opened the new pier on Monday.\n\n“The pier is safe,” Quill said.\n\n"
)


def told(text: str, words: str) -> tuple[str | None, float]:
    """Return who says what begins with some words in a text, and how far that is believed."""
    record = Extractor().record(article_of(text))
    names = {entity.id: entity.name for entity in record.entities}
    hop = next(a for a in record.attributions if a.content and record.text[a.content[0][0] :].startswith(words))
    return names.get(hop.entity or ""), hop.confidence


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        (
            OPENED + "One woman was led away when she told the guards that the gate was broken.",
            "that the gate",
            "One woman",
        ),
        (
            OPENED + "But fishermen are in no mood to praise the pier after the council closed the old one. They say "
            "that the planks are rotten.",
            "that the planks",
            "fishermen",
        ),
        (
            "As others waited at the gate, they said that the pier had been closed without a word.",
            "that the pier",
            "others",
        ),
        (
            "The harbour board has closed the pier, Mara Quill said. The council knows what it wants, and the "
            "government of Ostrel has listed the piers that it believes are unsafe.",
            "the piers",
            "government of Ostrel",
        ),
    ],
)
def test_a_noun_beside_a_pronoun_goes_before_the_last_speaker(text: str, words: str, name: str) -> None:
    """Who is told of by a noun alone, and over the pronoun or as the last subject, is whom it means."""
    assert told(text, words)[0] == name


@pytest.mark.model
def test_who_is_spoken_to_is_not_told_of_again() -> None:
    """The last speaker as an object does not bring the pronoun back: it is the new subject that asks."""
    text = OPENED + (
        "Toward the end, Councillor Dora Vance returned to a question that she had put to Mara Quill years before, "
        "when she asked about the price of the planks."
    )
    assert told(text, "the price")[0] == "Dora Vance"


@pytest.mark.model
def test_who_asks_does_not_answer() -> None:
    """A quotation in the paragraph behind a question is that of who spoke before the one who asks."""
    text = (
        "Dora Vance of the Ostrel Gazette met the harbour chief, Mara Quill, on the new pier.\n\n“I am glad it is "
        "done,” Quill said.\n\nVance also asked about the price of the planks.\n\n“They were cheap,” she said."
    )
    assert told(text, "“They")[0] == "Mara Quill"


@pytest.mark.model
def test_a_title_before_a_name_is_the_name() -> None:
    """ "The harbour chief Lasse Holm" who is over a pronoun is Holm, and no chief beside him."""
    text = (
        "“The pier is safe,” the mayor of Ostrel, Tor Brandt, said.\n\nThe harbour chief Lasse Holm disagreed when he "
        "told the council that the planks were rotten."
    )
    assert told(text, "that the planks")[0] == "Lasse Holm"


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        (
            "The Ostrel Rowing Guard says the pier was shut after a fight. In its statement, the Guard said dozens had "
            "thrown planks. But the rowing group which Ada Moll had been with at the time dismissed claims that it "
            "threw planks at the crew.",
            "claims",
            "rowing group",
        ),
    ],
)
def test_a_description_that_tells_who_it_is_is_nobody_before(text: str, words: str, name: str) -> None:
    """ "The group which the girl had been with" is not the guards who spoke before, though both are bodies."""
    assert name in (told(text, words)[0] or "")


@pytest.mark.model
def test_nobody_is_the_object_of_a_verb_whose_subject_they_share() -> None:
    """Of "Holm came in and interrupted him" he is not the one interrupted, and "he" goes on with him."""
    text = (
        "Tor Brandt, the mayor of Ostrel, argued for the new pier. Lasse Holm, the harbour chief, came to the council "
        "and interrupted him. He said that the pier was rotten."
    )
    assert told(text, "that the pier")[0] == "Lasse Holm"


@pytest.mark.model
def test_where_two_may_be_meant_confidence_falls() -> None:
    """The same words of a source that is named are believed more than those of one of two."""
    said = "One woman was led away when {} told the guards that the gate was broken."
    doubtful, sure = (told(OPENED + said.format(who), "that the gate")[1] for who in ("she", "Quill"))
    assert doubtful < sure
