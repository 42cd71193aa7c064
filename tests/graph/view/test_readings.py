"""What the page shows beside the words that prove a finding: whom a pronoun was read as, and what stands around."""

from __future__ import annotations

import dataclasses

import pytest

from tests.record_builder import article_record, built, entity, hop
from whosays.graph import KnowledgeGraph
from whosays.graph.view import gather
from whosays.graph.view.model.data import Kind, PageData, Voice
from whosays.graph.view.model.passages import FARTHER, around, passage
from whosays.graph.view.model.readings import Reading, by_voice, is_named, naming_sentence, readings

HALL = (
    "Lorna Vasik chairs the harbour council. The old quay is closed. "
    "The quay will open in May, she said. Clerk Ben Aldo said the crane is broken. "
    "Repairs are dear, the clerk added."
)


def _data() -> PageData:
    entities = (
        entity(HALL, "e1", "Person", "Lorna Vasik", "Lorna Vasik", "she"),
        entity(HALL, "e2", "Person", "Ben Aldo", "Clerk Ben Aldo", "the clerk"),
    )
    hops = (
        hop(HALL, 0, "she", "said", "The quay will open in May", entity="e1"),
        hop(HALL, 1, "Clerk Ben Aldo", "said|1", "the crane is broken", entity="e2"),
        hop(HALL, 2, "the clerk", "added", "Repairs are dear", entity="e2"),
    )
    record = article_record("hall.txt", HALL, outlet="Sarn Post", entities=entities, attributions=hops)
    return gather(built(KnowledgeGraph.in_memory(), [record]).dataset)


def _readings_of(data: PageData, content: str) -> tuple[Reading, ...]:
    (article,) = data.articles
    voices = {voice.key: voice for voice in data.voices}
    (chain,) = (
        chain for chain in data.chains if any(HALL[start:end].startswith(content) for start, end in chain.last.contents)
    )
    return readings(chain, article.text, voices, by_voice(data.mentions)[article.key])


def test_a_pronoun_is_shown_with_the_sentence_that_names_the_source() -> None:
    """It may stand some sentences before."""
    (read,) = _readings_of(_data(), "The quay will open")
    assert read == Reading(1, "she", ("", "Lorna Vasik", " chairs the harbour council."))


def test_a_description_is_shown_with_the_sentence_that_names_the_source() -> None:
    """The nearest before it."""
    (read,) = _readings_of(_data(), "Repairs are dear")
    assert (read.words, read.sentence) == ("the clerk", ("", "Clerk Ben Aldo", " said the crane is broken."))


def test_who_is_named_in_the_words_themselves_needs_no_other_sentence() -> None:
    """Nor does an outlet, which speaks without any."""
    assert _readings_of(_data(), "the crane is broken") == ()


def test_a_name_that_the_article_spells_otherwise_names_too() -> None:
    """Other articles call her otherwise; "He" and "the clerk" are no names, however they are written."""
    voice = next(voice for voice in _data().voices if voice.name == "Lorna Vasik")
    text = "He came. Lurna Wasyk chairs the council. The Clerk left."
    places = [(text.index(words), text.index(words) + len(words)) for words in ("He", "Lurna Wasyk", "The Clerk")]
    assert naming_sentence(text, voice, places, 50) == ("", "Lurna Wasyk", " chairs the council.")
    assert naming_sentence(text, voice, [places[0], places[2]], 50) is None


def test_a_source_that_no_sentence_names_is_told_without_one() -> None:
    """A reader learns that the name was not found in what was read as theirs."""
    data = dataclasses.replace(_data(), mentions=())
    (article,) = data.articles
    voices = {voice.key: voice for voice in data.voices}
    found = [readings(chain, article.text, voices, {}) for chain in data.chains]
    assert Reading(1, "the clerk", None) in [read for each in found for read in each]


@pytest.mark.parametrize(
    ("words", "name", "kind", "named"),
    [
        ("Mr Vasik", "Lorna Vasik", "person", True),
        ("harbour councillor Lorna Vasik", "Lorna Vasik", "person", True),
        ("she", "Lorna Vasik", "person", False),
        ("The chairwoman", "Lorna Vasik", "person", False),
        ("the HCO", "Harbour Council Office", "organization", True),
        ("the council", "Harbour Council Office", "organization", False),
        ("The governor of Orsk", "governor of Tarn", "unnamed", False),
        ("the governor", "governor of Tarn", "unnamed", True),
        ("rescuers", "rescuers", "unnamed", True),
        ("They", "rescuers", "unnamed", False),
    ],
)
def test_words_name_somebody_or_only_describe_them(words: str, name: str, kind: Kind, named: bool) -> None:
    """A surname and an acronym name; a pronoun, a common noun and somebody else's description do not."""
    assert is_named(words, Voice("v", name, kind)) is named


def test_what_stands_around_a_passage_is_whole_sentences() -> None:
    """As far as some hundred characters to both sides, and nothing of the passage twice."""
    text = f"Far away. {'Rain fell all day. ' * 60}{HALL} {'Wind rose at night. ' * 60}The end."
    shift = text.index(HALL)
    data = _data()
    chain = next(chain for chain in data.chains if len(chain.hops) > 1)
    last = chain.last

    def moved_on(spans: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
        return tuple((start + shift, end + shift) for start, end in spans)

    moved = dataclasses.replace(
        last, sources=moved_on(last.sources), cues=moved_on(last.cues), contents=moved_on(last.contents)
    )
    chain = dataclasses.replace(chain, hops=(*chain.hops[:-1], moved))
    before, after = around(chain, text)
    shown = "".join(piece.text for piece in passage(chain, text))
    assert f"{before}{shown}{after}" in text
    assert before.startswith("Rain fell")
    assert after.endswith((".", "!"))
    assert 0 < len(before) <= FARTHER
    assert 0 < len(after) <= FARTHER
    assert around(chain, None) == ("", "")
