"""Parts of a content that its speaker does not say, on Docs made by hand."""

from __future__ import annotations

import numpy as np
import pytest
from spacy.tokens import Doc

from tests.doc_builder import encoded, parsed, span
from whosays.extract.attribution import AttributionSet, Hop, Reading, load_linker
from whosays.extract.attribution.revise.parts import drop_parts
from whosays.extract.pipeline import ENCODED, Located

TOLD = (
    "“ Roe/NNP/nsubj/1 told|tell/VBD/ccomp/6 me/PRP/obj/-1 {opens} it/PRP/nsubj/1 held|hold/VBD/ccomp/-4 , {closes} ”"
    " Ada/NNP/nsubj/1 said|say/VBD/ROOT/0 {stop} “ {second} . ”"
)
ASKED = (
    "As the old mayor left the hall and/CC/cc/2 Roe/NNP/nsubj/1 asked|ask/VBD/ROOT/0 : “ Who/WP/nsubj/1"
    " pays|pay/VBZ/ccomp/-4 ? ”"
)


def reduced(doc: Doc, hops: list[Hop]) -> list[list[str]]:
    """Return the contents that are left of some hops."""
    found = AttributionSet(hops)
    drop_parts(Reading.of(doc, (), lambda _: [], load_linker()), found)
    return [[part.text for part in hop.content] for hop in found.hops()]


@pytest.mark.parametrize(
    ("opens", "stop", "second", "kept"),
    [
        ("that/IN/mark/2", ".", "It fell", 1),
        ("that/IN/mark/2", ",", "and it fell", 2),  # the sentence goes on behind who said it
        ("‘/``/punct/2", ".", "It fell", 2),  # quoted inside the quotation, over both parts
    ],
)
def test_what_is_reported_inside_a_quotation_ends_with_its_part(opens: str, stop: str, second: str, kept: int) -> None:
    """The next part of the quotation is the speaker's own, unless it goes on with the sentence or the inner words."""
    doc = parsed(TOLD.format(opens=opens, closes="", stop=stop, second=second))
    first, more = span(doc, doc.text[: doc.text.index("Ada")].strip()), span(doc, f"“{second}.”")
    outer = Hop(span(doc, "Ada"), (span(doc, "said"),), (first, more), None, 0.9)
    parts = (span(doc, "it held"), span(doc, second))
    inner = Hop(span(doc, "Roe"), (span(doc, "told"),), parts, 0, 0.9)
    assert reduced(doc, [outer, inner])[1] == [part.text for part in parts[:kept]]


@pytest.mark.parametrize(("believed", "kept"), [(False, ["“Who pays?”"]), (True, ["As the old mayor left the hall"])])
def test_a_lead_that_the_encoder_hardly_believes_is_the_writers(believed: bool, kept: list[str]) -> None:
    """How far it is believed is worked out of the words around it too; without an encoder it stays."""
    doc = parsed(ASKED)
    lead, quoted = span(doc, "As the old mayor left the hall"), span(doc, "“Who pays?”")
    known = encoded(len(doc), {})
    known.scores["role"][:, 0] = 1.0
    known.scores["role"][lead.start : lead.end, 6] = 6.0 if believed else 0.0
    chain = np.zeros((7, 7), dtype=np.float32), np.zeros(7, dtype=np.float32)
    hop = Hop(span(doc, "Roe"), (span(doc, "asked"),), (lead, quoted), None, 0.9)
    assert reduced(doc, [hop])[0] == [lead.text, quoted.text]
    doc.user_data[ENCODED] = Located(known, 0, chain)
    assert reduced(doc, [hop])[0][0] == kept[0]


def test_the_subject_of_hearsay_is_no_lead() -> None:
    """ "The most wanted man here has reportedly been wounded": however little of it is believed, of him it is told."""
    doc = parsed(
        "The/DT/det/3 most wanted man/NN/nsubj:pass/5 here has/VBZ/aux/3 reportedly/VBN/advcl/2 been/VBN/aux:pass/1"
        " wounded/VBN/ROOT/0"
    )
    doc[6].pos_ = "VERB"  # as the tagger has it after a helper
    who, what = span(doc, "The most wanted man here has"), span(doc, "been wounded")
    known = encoded(len(doc), {})
    known.scores["role"][:, 0] = 1.0
    doc.user_data[ENCODED] = Located(known, 0, (np.zeros((7, 7), dtype=np.float32), np.zeros(7, dtype=np.float32)))
    assert reduced(doc, [Hop(None, (doc[6:7],), (who, what), None, 0.9)]) == [[who.text, what.text]]
    assert reduced(doc, [Hop(doc[7:8], (doc[6:7],), (who, what), None, 0.9)])[0][0] != who.text


def test_a_link_at_the_end_of_a_post_says_nothing() -> None:
    """A content that is nothing but a link keeps it; the name of a site is a word."""
    doc = parsed(
        "Roe : It fell . https://example.com/x/NN/dep/0 ¶ Ada : https://example.com/y/NN/dep/0"
        " ¶ Bo : I read example.com"
    )
    parts = ("Roe", "It fell. https://example.com/x"), ("Ada", "https://example.com/y"), ("Bo", "I read example.com")
    hops = [Hop(span(doc, name), (), (span(doc, part),), None, 0.9) for name, part in parts]
    assert reduced(doc, hops) == [["It fell."], ["https://example.com/y"], ["I read example.com"]]


def test_a_lead_that_the_rest_is_joined_to_stays() -> None:
    """ "It rose, he said, and fell" is one clause, however little of it is believed."""
    doc = parsed("Then the old dam rose , Roe/NNP/nsubj/1 said|say/VBD/ROOT/0 , and/CC/cc/1 fell|fall/VBD/conj/-3 .")
    doc.user_data[ENCODED] = Located(encoded(len(doc), {}), 0, (np.zeros((7, 7), np.float32), np.zeros(7, np.float32)))
    contents = span(doc, "Then the old dam rose"), span(doc, "and fell")
    hop = Hop(span(doc, "Roe"), (span(doc, "said"),), contents, None, 0.9)
    assert reduced(doc, [hop]) == [[part.text for part in contents]]


RUMOUR = (
    "Roe/NNP/nsubj/1 said|say/VBD/ROOT/0 {} crews/NNS/nsubj/2 reportedly/RB/advmod/1"
    " fled|flee/VBD/ccomp/-4 ././punct/-5"
)


@pytest.mark.parametrize(
    ("said", "subject", "kept"),
    [
        ("crews reportedly fled", "Roe said that crews", ["that crews", "fled"]),
        ("crews reportedly fled", "crews", ["crews", "fled"]),
        (None, "Roe said that crews", ["Roe said that crews", "fled"]),
    ],
    ids=["with who tells it", "without", "nobody is heard"],
)
def test_who_passes_a_rumour_on_is_no_part_of_it(said: str | None, subject: str, kept: list[str]) -> None:
    """Where he says something: it is inside what he says."""
    doc = parsed(RUMOUR.format("that/IN/mark/3"))
    rumour = Hop(None, (span(doc, "reportedly"),), (span(doc, subject), span(doc, "fled")), None, 0.9)
    teller = [Hop(span(doc, "Roe"), (span(doc, "said"),), (span(doc, f"that {said}"),), None, 0.9)] if said else []
    assert reduced(doc, [*teller, rumour])[-1] == kept


ACCUSED = (
    "Ada/NNP/nsubj/1 accused|accuse/VBD/ROOT/0 Roe/NNP/obj/-1 ,/,/punct/2 who/WP/nsubj/1"
    " {}/VBZ/acl:relcl/-3 it/PRP/obj/-1 ././punct/-6"
)


@pytest.mark.parametrize(
    ("verb", "content", "inside"),
    [("denies|deny", "Roe", None), ("says|say", "Roe, who says it", 0)],
    ids=["denied", "said"],
)
def test_who_denies_it_behind_a_comma_does_so_to_the_writer(verb: str, content: str, inside: int | None) -> None:
    """ "Ada accused Roe, who denies it": Ada does not tell of his denial; of what he says she may."""
    doc = parsed(ACCUSED.format(verb))
    word = verb.split("|", maxsplit=1)[0]
    outer = Hop(span(doc, "Ada"), (span(doc, "accused"),), (span(doc, f"Roe, who {word} it"),), None, 0.9)
    found = AttributionSet([outer, Hop(span(doc, "who"), (span(doc, word),), (span(doc, "it"),), 0, 0.9)])
    drop_parts(Reading.of(doc, (), lambda _: [], load_linker()), found)
    assert [part.text for part in found[0].content] == [content]
    assert found[1].inside == inside
