"""What nobody has said, though a verb of telling stands there, beside what somebody has."""

from __future__ import annotations

import pytest

from tests.doc_builder import parsed
from whosays.extract import Article, Extractor
from whosays.extract.attribution.attribution import Hop
from whosays.extract.attribution.filter.unsaid import is_unsaid

UNSAID = {
    "not yet out is not refused, and proof is no word": [
        ("The board has not yet announced a date for the vote on the pier.", "announced"),
        ("Korrin has not released a date for its flight to the moon.", "released"),
        ("Officials have not publicly presented evidence that the mill had read the letters.", "presented"),
    ],
    "what would be": [
        ("If the visitors say the pier is unsafe, the board will close it.", "say"),
        ("The guard would have left at once, had he denied the charge before the judge.", "denied"),
    ],
    "of a talk to come nothing is told": [
        ("Ministers from seven states will discuss how to protect their mills next month.", "discuss"),
    ],
    "what a deed shows and a thing brings about": [
        ("The harbour board is buying six pumps, indicating a wet spring.", "indicating"),
        ("Slow sales and dear timber convinced the board that rates should be left alone.", "convinced"),
        ("The chairman failed to convince voters that the dam was safe.", "convince"),
        ("Norvane saw profits fall to 3m crowns after the strike.", "saw"),
        ("A striking photograph of the dinner raises questions about who was not invited.", "raises"),
        ("Norvane bought new boats, adding to concerns that the bay would be fished empty.", "adding"),
    ],
    "what can be seen of a thing": [
        ("The premier said the economy had shown “promising signs of recovery” in spring.", "shown"),
        ("The bakers have shown interest in the old mill.", "shown"),
        ("The bakers have expressed little interest in the old mill.", "expressed"),
        ("Two trawlers were observed near the pier, Ada Moll said.", "observed"),
        ("Guards were spotted carrying crates out of the mill.", "spotted"),
        ("The flood, which took three mills, has passed the bridge, underlining the need for a dam.", "underlining"),
    ],
    "what weather threatens": [
        ("The storm threatened to burst the dam.", "threatened"),
        ("Wildfires threatened to reach the mill.", "threatened"),
    ],
    "what a law lets people do": [
        ("The bill allows tenants to leave the house within a week.", "allows"),
    ],
    "that it is so": [
        ("The news that the mill had burned came at dawn.", "news"),
        ("No group claimed responsibility for the fire at the mill.", "claimed"),
    ],
    "whom a speaker takes to know": [
        ("“You know that the pier was never safe, and we told them so in March,” Ada Moll said.", "know"),
        ("“I don’t think the council understands how dangerous the pier is,” Ada Moll said.", "understands"),
    ],
}
SAID = [
    ("The board has not disclosed the price of the pier.", "disclosed"),
    ("Asked if he thought the pier was safe, the guard said the council knew it was not.", "said"),
    ("Ada Moll warned the board that the mill was unsafe, suggesting that it should be closed.", "suggesting"),
    ("A review by the harbour office raised concerns that the pier might fall.", "raised"),
    ("Statistics show signs of a recovery.", "show"),
    ("The rebels then threatened to kill the pilot unless the town surrendered.", "threatened"),
    ("His win was called into question by rowers because a rival slowed down.", "question"),
    ("The town plans to buy unsold homes, dubbed a “major solution” by Gull editors for the crisis.", "dubbed"),
    ("The town wants to sell the pier, called a “folly” by harbour guides.", "called"),
    ("Economists see the vote as a test of the coalition.", "see"),
    ("Ada Moll expressed doubt about the guild’s new hall.", "expressed"),
    ("The mayor underlined that the dam was sound.", "underlined"),
    ("Ada Moll observed that the pier was leaning.", "observed"),
]


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    """Return the extractor with the shipped model."""
    return Extractor()


def attributing(extractor: Extractor, text: str) -> list[str]:
    """Return the cues of what is attributed in a text."""
    record = extractor.record(Article("a.txt", text, "0" * 64, ((0, len(text)),), language="en"))
    return [" ".join(text[slice(*span)] for span in hop.cue) for hop in record.attributions if hop.kind != "act"]


@pytest.mark.model
@pytest.mark.parametrize(("text", "word"), [case for cases in UNSAID.values() for case in cases])
def test_nobody_says_what_is_only_done_supposed_or_to_come(extractor: Extractor, text: str, word: str) -> None:
    """Whatever else is said in the sentence, that word attributes nothing."""
    assert not [cue for cue in attributing(extractor, text) if word in cue]


@pytest.mark.model
@pytest.mark.parametrize(("text", "word"), SAID)
def test_what_looks_alike_and_is_said_stays(extractor: Extractor, text: str, word: str) -> None:
    """Silence, inferences in words, documents that raise concerns and what somebody sees in a thing are told."""
    assert [cue for cue in attributing(extractor, text) if word in cue]


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "Announcing a cut to the fares, Ada Moll spoke in the hall.",
        "Offering no proof, Ada Moll said the pier was safe.",
        "Comment the board declined to make.",
    ],
)
def test_an_article_may_begin_with_its_cue(extractor: Extractor, text: str) -> None:
    """Nothing stands before its first word, and it is read all the same."""
    assert len(attributing(extractor, f"{text}\n\nThe pier fell, Bo Lund said.")) >= 1


@pytest.mark.parametrize(
    ("who", "unsaid"), [("storm/NN", True), ("vows|vow/NNS", True), ("rebels|rebel/NNS", False), ("guild/NN", False)]
)
def test_a_thing_threatens_without_a_word(who: str, unsaid: bool) -> None:
    """What it may do nobody says, however sure the encoder is of the verb; whoever can speak has said it."""
    doc = parsed(
        f"The/DT/det/1 {who}/nsubj/1 threatened|threaten/VBD/ROOT/0 to/TO/mark/1 burst/VB/xcomp/-2"
        " the/DT/det/1 dam/NN/obj/-2"
    )
    assert is_unsaid(Hop(doc[0:2], (doc[2:3],), (doc[3:7],), None, 1.0)) is unsaid


def test_nothing_is_asked_for_before_the_first_word() -> None:
    """What is offered there is offered, with no word before it that could deny that."""
    doc = parsed("Offering|offer/VBG/advcl/4 no/DT/det/1 help/NN/obj/-2 Roe/NNP/nsubj/1 said|say/VBD/ROOT/0")
    assert not is_unsaid(Hop(doc[3:4], (doc[0:1],), (doc[1:3],), None, 0.5))


@pytest.mark.parametrize(
    ("who", "verb", "unsaid"),
    [
        ("firing/NN", "shows|show", True),
        ("raid/NN", "suggests|suggest", True),
        ("study/NN", "shows|show", False),
        ("footage/NN", "shows|show", False),
        ("guild/NN", "suggests|suggest", False),
    ],
)
def test_what_a_deed_shows_nobody_says(who: str, verb: str, unsaid: bool) -> None:
    """The writer reads it out of the deed; a study and a film tell what they show."""
    doc = parsed(f"The/DT/det/1 {who}/nsubj/1 {verb}/VBZ/ROOT/0 a/DT/det/1 lack/NN/obj/-2")
    assert is_unsaid(Hop(doc[0:2], (doc[2:3],), (doc[3:5],), None, 1.0)) is unsaid


def test_an_election_raises_hopes_without_a_word() -> None:
    """Nobody hopes there; who raises hopes in words is somebody."""
    told = "raised|raise/VBD/ROOT/0 hopes|hope/NNS/obj/-1 of/IN/case/1 peace/NN/nmod/-2"
    doc = parsed(f"The/DT/det/1 election/NN/nsubj/1 {told}")
    assert is_unsaid(Hop(doc[0:2], (doc[2:4],), (doc[4:6],), None, 1.0))
    doc = parsed(f"The/DT/det/1 mayor/NN/nsubj/1 {told}")
    assert not is_unsaid(Hop(doc[0:2], (doc[2:4],), (doc[4:6],), None, 1.0))
