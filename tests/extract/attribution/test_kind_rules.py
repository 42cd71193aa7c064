"""The kind of a hop by its words: who or what the source is, whether there is one, what the verb tells."""

from __future__ import annotations

import pytest

from whosays.extract import Article, Extractor

CASES = {
    "a paper tells": [
        ("The brochure says that water should be boiled.", "document"),
        ("A petition calls on the zoo to close the pit.", "document"),
        ("The letter argues that the mill was sold too cheaply.", "document"),
        ("The database says that the bridge was closed twice.", "document"),
        ("The doctrine states that no ship may anchor there.", "document"),
        ("The results indicate that the mill still has work to do.", "document"),
        ("The museum’s website says the hall was opened in 1991.", "document"),
        ("A series of leaflets claimed that the pier had rotted.", "document"),
        ("The directive states that no boat may be tied up there.", "document"),
        ("The digital ads claim that the mayor sold the pier too cheaply.", "document"),
        ("The rules said that boats must carry lights.", "document"),
        ("The brewery's own research shows that guests prefer to sit by the lake.", "document"),
        ("Lisk Power's hourly numbers showed a drop of ten percent.", "document"),
        ("According to the Lund Convention from 1936, ships may stay nine days.", "document"),
        ("The Mora peace deal calls for both towns to pull down their walls.", "document"),
        ("The brewery's press release said two vats had burst.", "document"),
        ("The Lund Convention Bureau says ships may stay nine days.", "speech"),
    ],
    "who gives his word speaks": [
        ("The baker claims to be the heir of the mill.", "speech"),
        ("Walkers vow to return to the pier in spring.", "speech"),
        ("Norvane promises to leave room for small boats.", "speech"),
        ("Norvane hopes to leave room for small boats.", "thought"),
    ],
    "who is told something has it from somebody": [
        ("The crew were informed that the dam leaked.", "speech"),
        ("The rowers were later told to come back the next day.", "speech"),
        ("The rowers are said to have come back the next day.", "hearsay"),
    ],
    "who bears a name speaks, through whatever is heard of it": [
        ("The well was dry, according to the Norpress news agency.", "speech"),
        ("The shop will shut in May, according to two people familiar with the plan.", "speech"),
        ("The pier was unsafe, according to a group of divers.", "speech"),
        ("The pier was unsafe, according to a study.", "document"),
        ("Norway says a foreign aircraft crossed its border on Monday.", "speech"),
    ],
    "a picture shows": [
        ("Video footage shows guards beating a man at the gate.", "showing"),
        ("The film shows that the mayor took money from the owner of the mill.", "showing"),
        ("A video clip of the regatta shows the rower waving to the crowd.", "showing"),
        ("Photographs indicate that the hull was already cracked.", "showing"),
    ],
    "nobody is named": [
        ("The painter is believed to have fled by boat.", "hearsay"),
        ("The mayor is expected to resign in May.", "hearsay"),
        ("Two guards are accused of hiding the keys.", "hearsay"),
        ("Ada Brandt is widely seen as the next chair of the guild.", "hearsay"),
        ("The mill was said to have been sold for a song.", "hearsay"),
    ],
    "thought, wanted or feared": [
        ("The brewery plans to open a second mill in spring.", "thought"),
        ("The doctor assumed that the girl had a cold.", "thought"),
        ("The rowing club is concerned that the lake will dry out.", "thought"),
        ("The captain remains confident that the crew will reach the moon first.", "thought"),
        ("Economists see the report as key to the next rise in rates.", "thought"),
        ("Their belief that the oil lay further west proved correct.", "thought"),
        ("The guards wondered how the key had been lost.", "thought"),
        ("Fears that the dam may burst have emptied the valley.", "thought"),
        ("The bridge was closed amid concerns that the ice would not hold.", "thought"),
        ("Claims that the dam had burst emptied the valley.", "hearsay"),
    ],
    "held back": [
        ("The owner declined to say when the mill would reopen.", "refusal"),
        ("Police have not disclosed the name of the diver.", "refusal"),
        ("The guild made no mention of the broken lock.", "refusal"),
        ("Neither Ada Brandt nor her lawyers will have any public comment on the fire.", "refusal"),
        ("The guild could not confirm the reports.", "speech"),
        ("The Gull could not verify whether the letter was real.", "speech"),
        ("The broker pleaded not guilty to eleven counts of fraud.", "speech"),
    ],
}


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    """Return the extractor with the shipped model."""
    return Extractor()


@pytest.mark.model
@pytest.mark.parametrize(("text", "kind"), [case for cases in CASES.values() for case in cases])
def test_the_kind_is_told_by_source_and_verb(extractor: Extractor, text: str, kind: str) -> None:
    """Of each rule several sentences that it is about, and some that it must leave alone."""
    record = extractor.record(Article("a.txt", text, "0" * 64, ((0, len(text)),), language="en"))
    assert [hop.kind for hop in record.attributions if hop.kind != "act"][:1] == [kind], record.attributions
