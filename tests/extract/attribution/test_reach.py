"""How far reaches what somebody says, and what is nobody's word although a word of saying stands there."""

from __future__ import annotations

import pytest

from whosays.extract import Article, Extractor
from whosays.extract.records import ArticleRecord, Attribution


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    """Return the extractor with the shipped model."""
    return Extractor()


def read(extractor: Extractor, text: str) -> ArticleRecord:
    """Return the record of a text."""
    return extractor.record(Article("a.txt", text, "0" * 64, ((0, len(text)),), language="en"))


def words(text: str, spans: tuple[tuple[int, int], ...]) -> str:
    """Return the words of some spans."""
    return " … ".join(text[slice(*span)] for span in spans)


def hop_at(record: ArticleRecord, cue: str) -> Attribution | None:
    """Return the attribution, no mere act, whose cue has a word."""
    hops = (hop for hop in record.attributions if hop.kind != "act")
    return next((hop for hop in hops if cue in words(record.text, hop.cue).split()), None)


ENDS = {
    "with what was asked, before what was done": [
        (
            "“The bailiffs told us to leave the mill and we left,” said Bo Lund.",
            "told",
            "us to leave the mill",
        ),
        (
            "Ada Moll ordered the crew to open the sluice, after which the lower fields flooded.",
            "ordered",
            "the crew to open the sluice",
        ),
        (
            "“The warden told us to wait and we would be paid,” said Bo Lund, a Mora miller.",
            "told",
            "us to wait and we would be paid",
        ),
    ],
    "before what the claim is called by who tells of it": [
        (
            "The orchard guild called the mayor's claim that the pears were rotten “a shameless invention” on Monday.",
            "claim",
            "that the pears were rotten",
        ),
        (
            "A clerk criticized Bo Lund’s reported comments about not leaving as “lofty words” that are “of no use.”",
            "comments",
            "not leaving",
        ),
        (
            "The bishop rejected the mayor's claim that the pears were “a gift to thieves” on Monday.",
            "claim",
            "that the pears were “a gift to thieves”",
        ),
    ],
    "before what the voice around it says besides": [
        (
            "The clerk said the union called for new pumps, and that the old ones had been sold.",
            "called",
            "new pumps",
        ),
        (
            "The clerk said the guild demanded new boats and that nobody had come.",
            "demanded",
            "new boats",
        ),
        (
            "The clerk wrote that the guild claimed that the boats were new and that nobody had come.",
            "claimed",
            "that the boats were new and that nobody had come",
        ),
    ],
    "before what the writer leaves open": [
        (
            "The harbour office said nine boats had sunk, although the cause of the storm damage was not known.",
            "said",
            "nine boats had sunk",
        ),
        (
            "Earlier the guard said 30 sheep were lost , though the reason for the gap was not immediately clear.",
            "said",
            "30 sheep were lost",
        ),
        (
            "The harbour office said nine boats had sunk, although the storm had passed.",
            "said",
            "nine boats had sunk, although the storm had passed",
        ),
    ],
    "before the setting that the writer gives it": [
        (
            "The ministry said it would close the ferry line, which comes a week after the fire on the Marl.",
            "said",
            "it would close the ferry line",
        ),
        (
            "The guard said it was reading the letters, which come two days after a theft in the mill.",
            "said",
            "it was reading the letters",
        ),
        (
            "The ministry said it would close the ferry line, which comes to Mora every hour.",
            "said",
            "it would close the ferry line, which comes to Mora every hour",
        ),
    ],
    "before hearsay that the writer adds": [
        (
            "Police said they were searching the valley for the wolves, with two shepherds reportedly hurt on Friday.",
            "said",
            "they were searching the valley for the wolves",
        ),
        (
            "The guild said it was rowing home, with nine of its boats allegedly lost in the storm.",
            "said",
            "it was rowing home",
        ),
        (
            "The guild said it was rowing home, with nine of its boats lost in the storm.",
            "said",
            "it was rowing home, with nine of its boats lost in the storm",
        ),
    ],
    "before an aside in which the writer is “we”": [
        (
            "Mayor Bo Lund said the bridge would be sold – a plan that we have not seen in writing.",
            "said",
            "the bridge would be sold",
        ),
        (
            "Ada Moll said the pears must go, by cart or boat - something we have not heard from her before.",
            "said",
            "the pears must go, by cart or boat",
        ),
        (
            "“The bridge will be sold – a plan that we have not seen in writing,” said Mayor Bo Lund.",
            "said",
            "“The bridge will be sold – a plan that we have not seen in writing,”",
        ),
    ],
    "with a quotation that ends a sentence": [
        (
            'Ada Moll said the pears were a "gift from thieves." Harbour master Bo Lund ate nine of them.',
            "said",
            'the pears were a "gift from thieves."',
        ),
        (
            'The guild said it was an "act of spite." Premier Ada Moll called for calm.',
            "said",
            'it was an "act of spite."',
        ),
        ('Ada Moll said it was a "big" dam.', "said", 'it was a "big" dam'),
    ],
    "before a subheading": [
        (
            "In a statement, the guild called the order “a scandal that we shall fight in court.” “We slept in the "
            "mill” The order hit Mora, a town of millers, on Monday.",
            "called",
            "the order “a scandal that we shall fight in court.”",
        ),
        (
            "In a statement, the guild called the order “a scandal that we shall fight in court.” ‘They told us to "
            "go’ The order hit Mora, a town of millers, on Monday.",
            "called",
            "the order “a scandal that we shall fight in court.”",
        ),
        (
            "In a statement, the guild called the order “a scandal that we shall fight in court.” “We shall go to "
            "court.” The order hit Mora on Monday.",
            "called",
            "the order “a scandal that we shall fight in court.” … “We shall go to court.”",
        ),
    ],
}


@pytest.mark.model
@pytest.mark.parametrize(("text", "cue", "content"), [case for cases in ENDS.values() for case in cases])
def test_a_content_ends_where_its_speaker_ends(extractor: Extractor, text: str, cue: str, content: str) -> None:
    """Before the writer's words, and before an outer voice's; what looks alike stays."""
    hop = hop_at(read(extractor, text), cue)
    assert hop is not None
    assert words(text, hop.content) == content


BEGINS = [
    (
        "The guild accused the army of burning the orchard, which it said was a crime.",
        "said",
        "burning the orchard, which … was a crime",
    ),
    (
        "The ministry accused the guards of hindering the work of porters, which it said was a violation of the law.",
        "said",
        "hindering the work of porters, which … was a violation of the law",
    ),
    (
        "The guild accused the army of burning the orchard, which it said was a nest of thieves.",
        "said",
        "the orchard, which … was a nest of thieves",
    ),
    (
        "The sentences were widely considered by lawyers in Mora to be unfair.",
        "considered",
        "The sentences … to be unfair",
    ),
    (
        "Charges against the nine included theft, but were generally considered by the bishops to be invented.",
        "considered",
        "Charges against the nine … to be invented",
    ),
    ("Two clerks were urged by the bishops to be fair.", "urged", "to be fair"),
    (
        "Boats sank in Mora after a storm with winds of up to 90 km/h (56 mph), the harbour office said.",
        "said",
        "Boats sank in Mora after a storm with winds of up to 90 km/h (56 mph)",
    ),
    ("The harbour office said the boat sailed nine miles (14 km).", "said", "the boat sailed nine miles (14 km)"),
    ("(The harbour office said nine boats sank in Mora.)", "said", "nine boats sank in Mora"),
    (
        "The mission wrote a letter to the council on Thursday that said it is “both ironic and odd” that Norland "
        "continues to accuse it of the theft.",
        "wrote",
        "it is “both ironic and odd” that Norland continues to accuse it of the theft",
    ),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "cue", "content"), BEGINS)
def test_a_content_has_what_it_is_said_of(extractor: Extractor, text: str, cue: str, content: str) -> None:
    """A deed that is called a crime, the subject of a passive; who is urged is no part of it."""
    hop = hop_at(read(extractor, text), cue)
    assert hop is not None
    assert words(text, hop.content) == content


UNMEANT = [
    ("No one in the council denied that the dam had leaked.", "denied"),
    (
        "Ada Moll said Mora had a right to pears and that no-one disputed that but that “the law counts”.",
        "disputed",
    ),
    ("Norland has not claimed the raid on the mill.", "claimed"),
    ("Norland has not publicly claimed Friday's strikes on the mill.", "claimed"),
    ("“The sale was a farce. It only proves that theft pays in this valley,” Bo Lund told the Gull.", "proves"),
    ('"To the palace, it merely confirms that theft is a good tool of its trade," Bo Lund wrote.', "confirms"),
    ("Premier Ada Moll also expressed concern after Norland tanks were stationed close to a mill.", "concern"),
    ("The bishop voiced alarm after wolves were seen near the school.", "voiced"),
    ("He also limited comments on his posts.", "limited"),
    ('"We have faith," said Bo Lund. "What I\'ve said from the start is that it\'s fraud. It is fraud."', "'ve"),
]
MEANT = [
    ("Neither Bo Lund nor Ada Moll denied that the dam had leaked.", "denied"),
    ("The Red Guild has not claimed responsibility for the raid on the mill.", "claimed"),
    ("The bishop voiced alarm that wolves were seen near the school.", "voiced"),
    ("After the race Bo Lund declined to comment on his page.", "declined"),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "cue"), UNMEANT)
def test_nobody_means_it(extractor: Extractor, text: str, cue: str) -> None:
    """What nobody disputes, what a thing proves, when somebody spoke, who keeps others from speaking."""
    assert hop_at(read(extractor, text), cue) is None


@pytest.mark.model
@pytest.mark.parametrize(("text", "cue"), MEANT)
def test_somebody_means_it(extractor: Extractor, text: str, cue: str) -> None:
    """Two who are named, who claims no responsibility, what is feared, a question that is not answered."""
    assert hop_at(read(extractor, text), cue) is not None


STANCES = [
    ("Correction: This story previously stated that the mill burned in May.", "stated", "retracts"),
    ("An earlier version of this article said Bo Lund had sold the mill.", "said", "retracts"),
    ("This article originally reported that Mora asked the guild to arbitrate.", "reported", "retracts"),
    ("This article says the mill burned in May.", "says", "asserts"),
    ("An earlier version of the law said mills must close.", "said", "asserts"),
    ("Bo Lund said the miller had sold the bridge – which the miller denies.", "denies", "denies"),
    ("Ada Moll told the Gull that Bo Lund had hidden the pears - which Lund disputed.", "disputed", "denies"),
    ("The council has refused to recognise the verdict.", "refused", "doubts"),
    ("The council has declined to recognize the new guild.", "declined", "doubts"),
    ("The council has refused to acknowledge the letter.", "refused", "noComment"),
    ("The bakers ridiculed the mayor's claims.", "ridiculed", "doubts"),
    ("The bakers mocked the Norland government's accusations, saying they were old.", "mocked", "doubts"),
    ("The bakers mocked the mayor.", "mocked", "asserts"),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "cue", "stance"), STANCES)
def test_what_is_taken_back_or_scorned(extractor: Extractor, text: str, cue: str, stance: str) -> None:
    """A correction retracts what the article said; a verdict that is not recognised is doubted, a claim scorned."""
    hop = hop_at(read(extractor, text), cue)
    assert hop is not None
    assert hop.stance == stance


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Bo Lund said the miller had sold the bridge – which the miller denies.", "the miller had sold the bridge"),
        (
            "He also said that Ada Moll had snubbed him when he tried to say hello - which Moll denied.",
            "that Ada Moll had snubbed him when he tried to say hello",
        ),
    ],
)
def test_what_is_denied_behind_a_dash_is_all_that_was_said(extractor: Extractor, text: str, content: str) -> None:
    """Who denies it has not said it, and who says it does so in nobody's words."""
    record = read(extractor, text)
    hops = [hop for hop in record.attributions if hop.kind != "act"]
    assert [words(text, hop.content) for hop in hops] == [content, content]
    assert [hop.inside for hop in hops] == [None, None]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("“Following proof that only the barn could be reached, the fire was lit,” the brigade said.", "certain"),
        ("“After signs that it might rain, the fair was closed,” the guild said.", "certain"),
        ("The brigade said it could reach the barn.", "possible"),
        ("The coach said it was not possible to win by such a margin.", "certain"),
        ('Bo Lund wrote that it\'s not "humanly possible to beat that field".', "certain"),
        ("Bo Lund said that it is not only possible that the dam will break.", "possible"),
        ("The coach said it was possible to win.", "possible"),
    ],
)
def test_what_holds_nothing_back(extractor: Extractor, text: str, certainty: str) -> None:
    """ "Could" in a clause of time, and "not possible", hold nothing back of what is said."""
    (hop,) = [hop for hop in read(extractor, text).attributions if hop.kind != "act" and hop.inside is None]
    assert hop.certainty == certainty


@pytest.mark.model
def test_a_correction_in_a_correction_takes_back_one_thing(extractor: Extractor) -> None:
    """Nothing is lost of an article that corrects twice in one breath."""
    text = "Correction: an earlier version of this story said this article originally said that the mill burned in May."
    assert [hop.stance for hop in read(extractor, text).attributions].count("retracts") == 1
