"""What is no voice of its own beside one, what somebody did not say, and what the writer adds behind their words."""

from __future__ import annotations

import pytest

from whosays.extract import Article, Extractor
from whosays.extract.records import Attribution


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    """Return the extractor with the shipped model."""
    return Extractor()


Told = tuple[str | None, str, str]  # source, cue, content


def attributed(extractor: Extractor, text: str) -> list[tuple[Attribution, Told]]:
    """Return what is attributed in a text, with its words."""
    record = extractor.record(Article("a.txt", text, "0" * 64, ((0, len(text)),), language="en"))
    return [
        (
            hop,
            (
                text[slice(*hop.source)] if hop.source else None,
                " … ".join(text[slice(*span)] for span in hop.cue),
                " … ".join(text[slice(*span)] for span in hop.content),
            ),
        )
        for hop in record.attributions
        if hop.kind != "act"
    ]


def told(extractor: Extractor, text: str) -> list[Told]:
    """Return sources, cues and contents of a text."""
    return [words for _, words in attributed(extractor, text)]


NO_VOICE = {
    "a hedge in somebody's own words": [
        ("Mara Moll said wages are projected to fall next year in the whole valley.", "projected"),
        ("The tax office said the reform was expected to cost 3m crowns, and that it would wait.", "expected"),
        ("“The old pump is now expected to fail more often than it did,” the guild added.", "expected"),
    ],
    "asked of nobody": [
        ("They praise the crew without questioning whether or not the dam is needed.", "questioning"),
        ("The guild listed every boat, without asking why the pier had burned.", "asking"),
        ("Bo Lund told the board of the fire without blaming the crew for it.", "blaming"),
    ],
    "imposed": [
        ("The governor has imposed a “state of siege” in three towns to stop the floods.", "imposed"),
        ("The mayor said the guild had imposed a curfew in Mora after the flood.", "imposed"),
        ("Norland imposes new tolls on boats, its harbour office announced.", "imposes"),
    ],
    "what nobody claims": [
        ("Ada Moll was not claiming the pier was safe, and sold it.", "claiming"),
        ("The mayor, who did not claim that the flood was over, left the hall.", "claim"),
    ],
    "what others have said of it only to be contradicted": [
        ("The situation in Mora is not as calm as the governor has said, some channels have said.", "has said"),
        ("Some divers said the flood was not nearly as low as the ministry claimed.", "claimed"),
        ("The dam isn't as safe as the board has suggested, Ada Moll wrote.", "suggested"),
    ],
    "the first half of a noun": [
        ("The Lund-based Institute for River Studies think tank did not believe all of it was flooded.", "think"),
        ("The River Institute think tank said the valley was dry.", "think"),
        ("The Vesta Forum think tank, which is paid by the guild, warned that the dam was old.", "think"),
    ],
}
VOICES = [
    ("The premier is expected to announce a new plan for the pier on Monday.", "is expected"),
    ("The premier is widely expected to resign on Monday, the Gull reported.", "is widely expected"),
    ("Ada Moll was questioning whether the dam is needed at all.", "questioning"),
    ("The flood was as low as the ministry said, Ada Moll wrote.", "said"),
    ("As the governor has said, the situation in Mora is not calm.", "has said"),
    ("Sailors think tank losses are high in the war for the bay.", "think"),
    ("Bo Lund has not claimed responsibility for the fire.", "claimed"),
    ("Residents say the pier is not safe as it stands.", "say"),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "word"), [case for cases in NO_VOICE.values() for case in cases])
def test_no_voice_of_its_own(extractor: Extractor, text: str, word: str) -> None:
    """Whoever else speaks in the sentence, that word attributes nothing."""
    assert not [cue for _, cue, _ in told(extractor, text) if word in cue]


@pytest.mark.model
@pytest.mark.parametrize(("text", "word"), VOICES)
def test_a_voice_that_looks_alike_stays(extractor: Extractor, text: str, word: str) -> None:
    """A rumour in the writer's sentence, what others expect, a question that is asked, what is borne out."""
    assert [cue for _, cue, _ in told(extractor, text) if word in cue]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "Some channels suggested the flood was not as bad as the ministry said.",
            "Some channels",
            "the flood was not as bad as the ministry said",
        ),
        (
            "Norland said Vesta will give it “military help,” in the latest sign that the island turns away.",
            "Norland",
            "Vesta will give it “military help,”",
        ),
        (
            "The Palace said 1,000 troops entered its land on Tuesday - in what appears to be the largest raid so far.",
            "The Palace",
            "1,000 troops entered its land on Tuesday",
        ),
        (
            "Ada Moll says the guild has left the board, in a setback for the mayor.",
            "Ada Moll",
            "the guild has left the board",
        ),
        ("Ada Moll says the guild saw it in a sign on the wall.", "Ada Moll", "the guild saw it in a sign on the wall"),
        (
            "Bo Lund said: “We left the board, in the clearest sign that we are done with it.”",
            "Bo Lund",
            "“We left the board, in the clearest sign that we are done with it.”",
        ),
        (
            "‘New age’ of floods beginning, Norland says, as more dams break across the valley",
            "Norland",
            "‘New age’ of floods beginning",
        ),
        (
            "Mr Hale’s statement that his firm didn’t make the pumps is plausible.",
            "Mr Hale’s",
            "that his firm didn’t make the pumps",
        ),
        ("The mayor's claim that the dam was sound was widely shared.", "The mayor's", "that the dam was sound"),
        (
            "The mayor's claim that what he had built was safe drew laughter.",
            "The mayor's",
            "that what he had built was safe",
        ),
        ("Ada Roe fired a baker whom she blamed for a theft at the mill.", "she", "a baker … a theft at the mill"),
        (
            "Divers found Bo Tann, the captain whom they accused of sinking the ferry.",
            "they",
            "the captain … sinking the ferry",
        ),
        (
            "The mayor was “ready to go, the guild added. The army said it sank the ferry in a raid on Mora."
            " The raid also killed 90 sailors in Vesta, the health office said. They left.",
            "The army",
            "it sank the ferry in a raid on Mora",
        ),
        (
            "The mayor was “ready to go, the guild added. The army said it sank the ferry in a raid on Mora."
            " The raid also killed 90 sailors in Vesta, the health office said. They left.",
            "the health office",
            "The raid also killed 90 sailors in Vesta",
        ),
        (
            "Bo Tann repeated Norland's demand that the guild keep boats in Mora, which Vesta has rejected.",
            "Norland's",
            "that the guild keep boats in Mora",
        ),
        (
            "Ada Moll said “the plan, which the guild has rejected, is sound.”",
            "Ada Moll",
            "“the plan, which the guild has rejected, is sound.”",
        ),
        (
            "Ada Moll said the plan, which the guild has rejected, is sound.",
            "Ada Moll",
            "the plan, which the guild has rejected, is sound",
        ),
        ("They found the captain, and she blamed him for the theft.", "she", "him for the theft"),
    ],
)
def test_what_is_said_is_neither_cut_nor_added_to(extractor: Extractor, text: str, source: str, content: str) -> None:
    """What it means, what goes on meanwhile and what is thought of it the writer tells; who is blamed is told."""
    assert (source, content) in [(who, said) for who, _, said in told(extractor, text)]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "content", "stance"),
    [
        (
            "There was some scepticism at the mayor's claim that his crews now hold the dam.",
            "the mayor's claim that his crews now hold the dam",
            "doubts",
        ),
        (
            "The dams are old, and there is scepticism over Bo Tann's claim that 40 of them are safe.",
            "Bo Tann's claim that 40 of them are safe",
            "doubts",
        ),
        ("There are doubts about whether the ferry sank.", "whether the ferry sank", "doubts"),
        (
            "Candidate Bo Tann has expressed scepticism over the continued funding for the dam.",
            "the continued funding for the dam",
            "doubts",
        ),
        ("Bo Tann has expressed concern over the funding for the dam.", "the funding for the dam", "asserts"),
        (
            "Two firms accused by the Gull of making the pumps have both denied responsibility, with Norland silent.",
            "responsibility",
            "denies",
        ),
        ("The bakers deny any involvement in the fire.", "any involvement in the fire", "denies"),
        (
            "The town has declared a state of emergency in the whole valley.",
            "a state of emergency in the whole valley",
            "asserts",
        ),
        ("The guild expects Norland to answer by Monday.", "Norland to answer by Monday", "asserts"),
        ("The guild asked Norland to answer by Monday.", "Norland to answer by Monday", "asks"),
        (
            "“We urge both sides to stop the work at once,” the guild said.",
            "“We urge both sides to stop the work at once,”",
            "asks",
        ),
        ("“I ask the board to think again,” Bo Lund wrote.", "“I ask the board to think again,”", "asks"),
        (
            "“We would again call on Norland to open the port. It is late,” Ada Moll said.",
            "“We would again call on Norland to open the port. It is late,”",
            "asks",
        ),
        (
            "“We urged them to stop, but they went on,” Bo Lund said.",
            "“We urged them to stop, but they went on,”",
            "asserts",
        ),
        (
            "Ada Moll said that the Norland and Vesta harbour office's claim is “absolutely not true.”",
            "that the Norland and Vesta harbour office's claim is “absolutely not true.”",
            "denies",
        ),
        (
            "Ada Moll said the guild's claim is “patently false,” and that it would sue.",
            "the guild's claim is “patently false,” and that it would sue",
            "denies",
        ),
        ("Ada Moll said the guild's claim is “true.”", "the guild's claim is “true.”", "asserts"),
        (
            "Norland said it was aware of claims that the ferry sank.",
            "it was aware of claims that the ferry sank",
            "asserts",
        ),
        (
            "Norland said it was investigating reports that a sailor had been wounded.",
            "it was investigating reports that a sailor had been wounded",
            "asserts",
        ),
        ("Norland said divers had reported that the ferry sank.", "divers had reported that the ferry sank", "reports"),
    ],
)
def test_doubts_and_denials_are_told_by_nouns_too(extractor: Extractor, text: str, content: str, stance: str) -> None:
    """Who expects or declares something asks it of nobody."""
    assert (content, stance) in [(words[2], hop.stance) for hop, words in attributed(extractor, text)]


@pytest.mark.model
def test_nobody_doubts_what_is_beyond_doubt(extractor: Extractor) -> None:
    """ "There is no doubt that" doubts nothing."""
    hops = attributed(extractor, "There is no doubt that the ferry sank, Ada Moll said.")
    assert all(hop.stance != "doubts" for hop, _ in hops)
