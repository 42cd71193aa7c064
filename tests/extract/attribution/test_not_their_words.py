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
        ("The choir said the new organ was expected to cost 70,000 crowns, and that it would wait.", "expected"),
        ("“The late pears are now expected to ripen sooner than the plums,” the orchard added.", "expected"),
    ],
    "asked of nobody": [
        ("They praise the crew without questioning whether or not the dam is needed.", "questioning"),
        ("The guild listed every boat, without asking why the pier had burned.", "asking"),
        ("Bo Lund told the board of the fire without blaming the crew for it.", "blaming"),
    ],
    "imposed": [
        ("To save the trout the angling club has imposed a “year of rest” on two lakes.", "imposed"),
        ("After the harvest, the mayor said, the guild had imposed a levy on pears in Mora.", "imposed"),
        ("Norland imposes new tolls on boats, its harbour office announced.", "imposes"),
    ],
    "what nobody claims": [
        ("Ada Moll was not claiming the pier was safe, and sold it.", "claiming"),
        ("The mayor, who did not claim that the flood was over, left the hall.", "claim"),
    ],
    "what others have said of it only to be contradicted": [
        ("The orchard in Mora is not as dry as the warden has said, two pickers have said.", "has said"),
        ("Two masons said the quarry was not nearly as deep as its owner claimed.", "claimed"),
        ("The dam isn't as safe as the board has suggested, Ada Moll wrote.", "suggested"),
    ],
    "the first half of a noun": [
        ("That the pears were ripe the Mora-based Centre for Orchard Research think tank did not believe.", "think"),
        ("The River Institute think tank said the valley was dry.", "think"),
        ("The choir was too small, warned the Organ Forum think tank, which two parishes pay.", "think"),
    ],
}
VOICES = [
    ("The premier is expected to announce a new plan for the pier on Monday.", "is expected"),
    ("The choirmaster is widely expected to retire in May, the Gull reported.", "is widely expected"),
    ("Ada Moll was questioning whether the dam is needed at all.", "questioning"),
    ("The flood was as low as the ministry said, Ada Moll wrote.", "said"),
    ("As the warden has said, the orchard in Mora is not dry.", "has said"),
    ("Cooks think tank leaks are rare in the quarries of the bay.", "think"),
    ("Bo Lund has not claimed responsibility for the lost ladders.", "claimed"),
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
            "Two pickers suggested the harvest was not as late as the warden said.",
            "Two pickers",
            "the harvest was not as late as the warden said",
        ),
        (
            "The choir said a brewer will lend it “a proper organ,” in the latest sign that the town likes singing.",
            "The choir",
            "a brewer will lend it “a proper organ,”",
        ),
        (
            "The orchard said 35 goats ate its pears in May - in what appears to be the oddest theft so far.",
            "The orchard",
            "35 goats ate its pears in May",
        ),
        (
            "Ada Moll says the guild has left the board, in a setback for the mayor.",
            "Ada Moll",
            "the guild has left the board",
        ),
        ("Ada Moll says the guild saw it in a sign on the wall.", "Ada Moll", "the guild saw it in a sign on the wall"),
        (
            "The ferry line said it would cut its fares, in a move that could cost the town dear.",
            "The ferry line",
            "it would cut its fares",
        ),
        (
            "The ferry line has cut its fares by half, according to the Gull, marking its first cut in a decade.",
            "the Gull",
            "The ferry line has cut its fares by half",
        ),
        (
            "Pears fell by 3% in May, according to the fruit board, missing forecasts and deepening the gloom.",
            "the fruit board",
            "Pears fell by 3% in May",
        ),
        (
            "Bo Lund said: “We left the board, in the clearest sign that we are done with it.”",
            "Bo Lund",
            "“We left the board, in the clearest sign that we are done with it.”",
        ),
        (
            "‘Sweet decade’ of pears ahead, orchard says, as late frosts spare the blossom",
            "orchard",
            "‘Sweet decade’ of pears ahead",
        ),
        (
            "Mrs Roe’s statement that her quarry didn’t cut the slate is plausible.",
            "Mrs Roe’s",
            "that her quarry didn’t cut the slate",
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
            "The choir was “glad to sing, the verger added. The quarry said it closed the pit after a rockfall at Mora."
            " The rockfall also buried six barrows in Vesta, the road office said. They left.",
            "The quarry",
            "it closed the pit after a rockfall at Mora",
        ),
        (
            "The choir was “glad to sing, the verger added. The quarry said it closed the pit after a rockfall at Mora."
            " The rockfall also buried six barrows in Vesta, the road office said. They left.",
            "the road office",
            "The rockfall also buried six barrows in Vesta",
        ),
        (
            "Ada Roe read out the choir's demand that the parish heat the hall in May, which the verger has rejected.",
            "the choir's",
            "that the parish heat the hall in May",
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
            "In the parish there was some scepticism at the verger's claim that his choir now sings in tune.",
            "the verger's claim that his choir now sings in tune",
            "doubts",
        ),
        (
            "The pears are green, and in Mora there is scepticism over Bo Tann's claim that 17 of them are ripe.",
            "Bo Tann's claim that 17 of them are ripe",
            "doubts",
        ),
        ("There are doubts about whether the ferry sank.", "whether the ferry sank", "doubts"),
        (
            "Choirmaster Bo Tann has expressed scepticism over the early harvest of the pears.",
            "the early harvest of the pears",
            "doubts",
        ),
        ("Bo Tann has expressed concern over the funding for the dam.", "the funding for the dam", "asserts"),
        (
            "With the verger silent, three choirs accused by the Gull of singing flat have all denied responsibility.",
            "responsibility",
            "denies",
        ),
        ("The bakers deny any involvement in the fire.", "any involvement in the fire", "denies"),
        (
            "For the whole orchard the guild has declared a day of rest.",
            "a day of rest",
            "asserts",
        ),
        ("The guild expects Norland to answer by Monday.", "Norland to answer by Monday", "asserts"),
        ("The guild asked Norland to answer by Monday.", "Norland to answer by Monday", "asks"),
        (
            "Norland warned of a flood expected to reach nine metres.",
            "a flood expected to reach nine metres",
            "asserts",
        ),
        ("The manual advises that boats should be tied up.", "that boats should be tied up", "asks"),
        ("The office advised that the road was closed.", "that the road was closed", "asserts"),
        ("The guide recommends hiring two cooks.", "hiring two cooks", "asks"),
        ("Ada Moll dismissed Bo Tann as a fool.", "Bo Tann as a fool", "asserts"),
        ("Ada Moll dismissed the mayor as a “liar”.", "the mayor as a “liar”", "asserts"),
        ("Ada Moll dismissed the claims as “nonsense”.", "the claims as “nonsense”", "denies"),
        (
            "Ada Moll said there was no evidence to suggest a leak.",
            "there was no evidence to suggest a leak",
            "asserts",
        ),
        (
            "“We urge the two choirs to share the hall in May,” the verger said.",
            "“We urge the two choirs to share the hall in May,”",
            "asks",
        ),
        ("“I ask the board to think again,” Bo Lund wrote.", "“I ask the board to think again,”", "asks"),
        (
            "“We would again call on the verger to tune the organ. It is flat,” Ada Moll said.",
            "“We would again call on the verger to tune the organ. It is flat,”",
            "asks",
        ),
        (
            "“We urged them to stop, but they went on,” Bo Lund said.",
            "“We urged them to stop, but they went on,”",
            "asserts",
        ),
        (
            "Bo Lund said that the pear and plum growers' claim is “simply not true.”",
            "that the pear and plum growers' claim is “simply not true.”",
            "denies",
        ),
        (
            "The verger said the choir’s claim is “simply false,” and that he would answer.",
            "the choir’s claim is “simply false,” and that he would answer",
            "denies",
        ),
        ("Ada Moll said the guild's claim is “true.”", "the guild's claim is “true.”", "asserts"),
        (
            "Norland said it was aware of claims that the ferry sank.",
            "it was aware of claims that the ferry sank",
            "asserts",
        ),
        (
            "The orchard said it was investigating reports that two ladders had been borrowed.",
            "it was investigating reports that two ladders had been borrowed",
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
