"""What is said of somebody or something has them: on Docs made by hand."""

from __future__ import annotations

import pytest

from tests.doc_builder import parsed, span
from whosays.extract.attribution import AttributionSet, Hop, Reading, load_linker
from whosays.extract.attribution.revise.relatives import name_relatives
from whosays.extract.attribution.revise.torn import mend_torn

HOUSE = "They/PRP/nsubj/1 {} a/DT/det/1 house/NN/obj/-2 {} ././punct/-4"
LEADER = (
    "{noun} ,/,/punct/4 who/WP/nsubj:pass/3 is|be/VBZ/aux:pass/2 now/RB/advmod/1 seen|see/VBN/{dep}"
    " as/IN/case/2 a/DT/det/1 dove/NN/obl/-3 ,/,/punct/-4 stayed|stay/VBD/ROOT/0 ."
)
CLERKS = (
    "Two/CD/nummod/1 clerks/NNS/nsubj:pass/2 were|be/VBD/aux:pass/1 held|hold/VBN/ROOT/0 for/IN/mark/2"
    " allegedly/RB/advmod/-2 forging|forge/VBG/advcl/-3 it/PRP/obj/-1 ././punct/-5"
)
SOUGHT = (
    "Police/NNS/nsubj/1 {} {} for/IN/mark/2 allegedly/RB/advmod/1 forging|forge/VBG/advcl/-5 it/PRP/obj/-1 ././punct/-6"
)


def told(text: str, cue: str, content: str) -> list[str]:
    """Return the content of what nobody says, with what it is said of."""
    doc = parsed(text)
    found = AttributionSet([Hop(None, (span(doc, cue),), (span(doc, content),), None, 0.9)])
    name_relatives(doc, found)
    return [part.text for part in found[0].content]


@pytest.mark.parametrize(
    ("text", "cue", "content", "parts"),
    [
        (
            HOUSE.format("bought|buy/VBD/ROOT/0", "believed|believe/VBN/acl/-1 to/TO/mark/1 leak/VB/xcomp/-2"),
            "believed",
            "to leak",
            ["a house", "to leak"],
        ),
        (
            HOUSE.format(
                "have/VBP/ROOT/0",
                "which/WDT/nsubj:pass/2 is|be/VBZ/aux:pass/1 thought|think/VBN/acl/-3 to/TO/mark/1 leak/VB/xcomp/-2",
            ),
            "is thought",
            "to leak",
            ["a house", "to leak"],
        ),
        (
            LEADER.format(noun="Ada/NNP/nsubj/10 Lunt/NNP/flat/-1", dep="acl:relcl/-6"),
            "is now seen as",
            "a dove",
            ["Ada Lunt", "a dove"],
        ),
        (
            LEADER.format(noun="Allies/NNS/nsubj/12 of/IN/case/1 Ada/NNP/nmod/-2", dep="acl:relcl/-7"),
            "is now seen as",
            "a dove",
            ["Ada", "a dove"],
        ),
        (LEADER.format(noun="What/WP/nsubj/9 he/PRP", dep="ROOT/0"), "is now seen as", "a dove", ["a dove"]),
        (
            HOUSE.format("held|hold/VBD/ROOT/0", "accused|accuse/VBN/acl/-1 of/IN/case/1 arson/NN/obl/-2"),
            "accused of",
            "arson",
            ["arson"],
        ),
        (CLERKS, "allegedly", "forging it", ["Two clerks", "forging it"]),
        (
            SOUGHT.format("seek/VBP/ROOT/0", "a/DT/det/1 driver/NN/obj/-2"),
            "allegedly",
            "forging it",
            ["a driver", "forging it"],
        ),
        (SOUGHT.format("face/VBP/ROOT/0", "a/DT/det/1 trial/NN/obj/-2"), "allegedly", "forging it", ["forging it"]),
    ],
)
def test_whom_hearsay_is_about_is_part_of_it(text: str, cue: str, content: str, parts: list[str]) -> None:
    """ "A house believed [to leak]" is nothing without the house; who is not found is not guessed."""
    assert told(text, cue, content) == parts


def test_the_title_of_whom_hearsay_is_about_has_the_name_behind_it() -> None:
    """ "The pilot Ada Lunt was held for allegedly [...]", though the parser parts her from her trade."""
    doc = CLERKS.replace(
        "Two/CD/nummod/1 clerks/NNS/nsubj:pass/2", "Pilot/NN/nsubj:pass/4 Ada/NNP/nsubj/3 Lunt/NNP/flat/-1"
    )
    assert told(doc, "allegedly", "forging it") == ["Pilot Ada Lunt", "forging it"]


THAT = "They/PRP/nsubj/1 have/VBP/ROOT/0 a/DT/det/1 house/NN/obj/-2 that/WDT/{} Roe/NNP/nsubj/1 {}/acl:relcl/-3 {} ."
GIRLS = (
    "They/PRP/nsubj/1 have/VBP/ROOT/0 two/CD/nummod/1 {}/obj/-2 between/IN/case/2 the/DT/det/1 ages/NNS/nmod/-3"
    " of/IN/case/1 5/CD/nummod/-2 and/CC/cc/1 9/CD/conj/-2 who/WP/nsubj/3 Roe/NNP/nsubj/1 said|say/VBD/acl:relcl/-7"
    " hid|hide/VBD/ccomp/-1 ././punct/-13"
)


@pytest.mark.parametrize(
    ("text", "cue", "content", "parts"),
    [
        (
            THAT.format("obj/4", "vowed|vow/VBD", "to/TO/mark/1 sell/VB/xcomp/-2"),
            "vowed",
            "to sell",
            ["a house", "to sell"],
        ),
        (THAT.format("obj/2", "told|tell/VBD", "to/TO/mark/1 leave/VB/xcomp/-2"), "told", "to leave", ["to leave"]),
        (THAT.format("obl/2", "vowed|vow/VBD", "to/TO/mark/1 leave/VB/xcomp/-2"), "vowed", "to leave", ["to leave"]),
        (GIRLS.format("girls|girl/NNS"), "said", "hid", ["two girls between the ages of 5 and 9", "hid"]),
    ],
)
def test_what_is_said_of_the_noun_of_a_relative_clause_has_it(
    text: str, cue: str, content: str, parts: list[str]
) -> None:
    """ "A house that Roe vowed [to sell]" is what he means to sell; whom Roe told is not what he told them."""
    doc = parsed(text)
    found = AttributionSet([Hop(span(doc, "Roe"), (span(doc, cue),), (span(doc, content),), None, 0.9)])
    name_relatives(doc, found)
    assert [part.text for part in found[0].content] == parts


@pytest.mark.parametrize(
    ("noun", "far", "cue", "content", "parts"),
    [
        (
            "a/DT/det/1 raid/NN/obj/-2 ,/,/punct/3 which/WDT/obj/2",
            -4,
            "described",
            "as unfair",
            ["a raid", "as unfair"],
        ),
        (
            "Ada/NNP/obj/-1 Moll/NNP/flat/-1 ,/,/punct/3 whom/WP/obj/2",
            -5,
            "described as",
            "unfair",
            ["Ada Moll", "unfair"],
        ),
        (
            "tales/NNS/obj/-1 of/IN/case/1 raids/NNS/nmod/-2 ,/,/punct/3 which/WDT/obj/2",
            -6,
            "described",
            "as unfair",
            ["tales of raids", "as unfair"],
        ),
        ("a/DT/det/1 raid/NN/obj/-2 ,/,/punct/3 what/WP/obj/2", -4, "described", "as unfair", ["as unfair"]),
    ],
)
def test_what_somebody_is_called_is_told_with_who_or_what_is_called_so(
    noun: str, far: int, cue: str, content: str, parts: list[str]
) -> None:
    """ "A raid, which Roe described as unfair": the raid is; "what Roe described as" has no noun before it."""
    doc = parsed(
        f"They/PRP/nsubj/1 saw|see/VBD/ROOT/0 {noun} Roe/NNP/nsubj/1 described|describe/VBD/acl:relcl/{far}"
        " as/IN/mark/1 unfair/JJ/xcomp/-2"
    )
    found = AttributionSet([Hop(span(doc, "Roe"), (span(doc, cue),), (span(doc, content),), None, 0.9)])
    name_relatives(doc, found)
    assert [part.text for part in found[0].content] == parts


@pytest.mark.parametrize(
    ("said", "parts"),
    [("acl:relcl/-2", ["letters", "could matter"]), ("parataxis/-3", ["could matter"])],
)
def test_a_relative_clause_without_a_pronoun_says_something_of_its_noun(said: str, parts: list[str]) -> None:
    """ "They found letters Roe said could matter": the letters could."""
    doc = parsed(
        f"They/PRP/nsubj/1 found|find/VBD/ROOT/0 letters/NNS/obj/-1 Roe/NNP/nsubj/1 said|say/VBD/{said}"
        " could/MD/aux/1 matter/VB/ccomp/-2 ././punct/-6"
    )
    found = AttributionSet([Hop(span(doc, "Roe"), (span(doc, "said"),), (span(doc, "could matter"),), None, 0.9)])
    name_relatives(doc, found)
    assert [part.text for part in found[0].content] == parts


@pytest.mark.parametrize(
    ("text", "content", "whole"),
    [
        (
            "Roe/NNP/nsubj/1 said|say/VBD/ROOT/0 the/DT/det/1 boat/NN/nsubj/7 ,/,/punct/3 which/WDT/nsubj/2"
            " is|be/VBZ/cop/1 old/JJ/acl:relcl/-4 ,/,/punct/-1 would/MD/aux/1 sink/VB/ccomp/-9 ././punct/-10",
            "would sink",
            "the boat, which is old, would sink",
        ),
        (
            "The/DT/det/1 dam/NN/nsubj/5 ,/,/punct/1 full/JJ/acl/-2 ,/,/punct/-1 will/MD/aux/1 go/VB/ccomp/3"
            " ,/,/punct/2 Roe/NNP/nsubj/1 said|say/VBD/ROOT/0 ././punct/-1",
            "will go",
            "The dam, full, will go",
        ),
    ],
)
def test_a_content_that_begins_with_its_verb_gets_its_subject(text: str, content: str, whole: str) -> None:
    """Be it behind the cue or before it."""
    doc = parsed(text)
    found = AttributionSet([Hop(span(doc, "Roe"), (span(doc, "said"),), (span(doc, content),), None, 0.9)])
    mend_torn(Reading.of(doc, (), lambda _: [], load_linker()), found)
    assert found[0].content[0].text == whole


@pytest.mark.parametrize(
    ("verb", "content"),
    [("thought|think", ["The dam", "to leak"]), ("asked|ask", ["to leak"])],
)
def test_of_what_one_thinks_is_in_what_is_thought(verb: str, content: list[str]) -> None:
    """ "The dam was thought [to leak]" is nothing without the dam; who is asked to do something is asked."""
    doc = parsed(
        f"The/DT/det/1 dam/NN/nsubj:pass/2 was|be/VBD/aux:pass/1 {verb}/VBN/ROOT/0 to/TO/mark/1 leak/VB/xcomp/-2"
        " ././punct/-3"
    )
    found = AttributionSet(
        [Hop(None, (span(doc, f"was {verb.split('|', maxsplit=1)[0]}"),), (span(doc, "to leak"),), None, 0.9)]
    )
    name_relatives(doc, found)
    assert [part.text for part in found[0].content] == content


@pytest.mark.parametrize("pronoun", ["which/WDT", "who/WP"])
def test_what_is_said_in_a_relative_clause_is_said_of_its_noun(pronoun: str) -> None:
    """ "The crew, who Roe said could leave": the crew could."""
    doc = parsed(
        f"He/PRP/nsubj/1 saw|see/VBD/ROOT/0 the/DT/det/1 crew/NN/obj/-2 ,/,/punct/3 {pronoun}/nsubj/4 Roe/NNP/nsubj/1"
        " said|say/VBD/acl:relcl/-4 could/MD/aux/1 leave/VB/ccomp/-2 ././punct/-9"
    )
    hop = Hop(span(doc, "Roe"), (span(doc, "said"),), (span(doc, "could leave"),), None, 0.9)
    found = AttributionSet([hop])
    name_relatives(doc, found)
    assert [part.text for part in found[0].content] == ["the crew", "could leave"]


@pytest.mark.parametrize(("pronoun", "tag"), [("which", "WDT"), ("who", "WP")])
def test_who_is_expected_to_leave_is_named(pronoun: str, tag: str) -> None:
    """ "The crews, who were expected to leave": it is expected of the crews, and a pronoun alone tells nobody."""
    doc = parsed(
        f"The/DT/det/1 crews/NNS/nsubj/7 ,/,/punct/3 {pronoun}/{tag}/nsubj:pass/2 were|be/VBD/aux:pass/1"
        " expected|expect/VBN/acl:relcl/-4 to/TO/mark/1 leave/VB/xcomp/-2 ,/,/punct/-3 stayed|stay/VBD/ROOT/0 ."
    )
    content = span(doc, pronoun), span(doc, "to leave")
    found = AttributionSet([Hop(None, (span(doc, "were expected"),), content, None, 0.9)])
    name_relatives(doc, found)
    assert [part.text for part in found[0].content] == ["The crews", "to leave"]
