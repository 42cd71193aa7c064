"""What somebody does not say, cut off from what they say, and what they say besides, on Docs made by hand."""

from __future__ import annotations

import pytest

from tests.doc_builder import parsed, span
from whosays.extract.attribution import AttributionSet, Hop, Reading, load_linker
from whosays.extract.attribution.revise.splitting import split_contents
from whosays.extract.attribution.revise.tails import cut_tails
from whosays.extract.pipeline import find_quotations

SAID = "Roe/NNP/nsubj/1 said|say/VBD/ROOT/0 it/PRP/nsubj/1 fell|fall/VBD/ccomp/-2 ,/,/punct/-1 "
QUOTED = "“/``/punct/2 It/PRP/nsubj/1 fell|fall/VBD/ccomp/4 ,/,/punct/-1 ”/''/punct/-2 Roe/NNP/nsubj/1 "


@pytest.mark.parametrize(
    ("tail", "kept"),
    [
        ("without/IN/mark/1 elaborating|elaborate/VBG/advcl/-3 .", "it fell"),
        ("without/IN/mark/1 giving|give/VBG/advcl/-3 any details|detail/NNS/obj/-2 .", "it fell"),
        ("without/IN/mark/1 offering|offer/VBG/advcl/-3 evidence/NN/obj/-1 .", "it fell"),
        ("without/IN/mark/1 hurting|hurt/VBG/advcl/-3 anyone/NN/obj/-1 .", "it fell, without hurting anyone"),
    ],
)
def test_what_somebody_leaves_out_is_not_what_they_say(tail: str, kept: str) -> None:
    """ "Without giving details" tells how they spoke, "without hurting anyone" how it fell."""
    doc = parsed(SAID + tail)
    whole = doc[2 : len(doc) - 1]
    found = AttributionSet([Hop(span(doc, "Roe"), (span(doc, "said"),), (whole,), None, 0.9)])
    cut_tails(Reading.of(doc, (), lambda _: [], load_linker()), found)
    assert [part.text for part in found[0].content] == [kept]


@pytest.mark.parametrize(
    ("verb", "cue", "topic", "parts"),
    [
        ("said|say/VBD/ROOT/0 of/IN/case/1", "said of", "floods/NNS/obl/-2", ["“It fell,”"]),
        ("wrote|write/VBD/ROOT/0 about/IN/case/1", "wrote about", "bridges/NNS/obl/-2", ["“It fell,”"]),
        ("warned|warn/VBD/ROOT/0 of/IN/case/1", "warned of", "dams/NNS/obl/-2", ["“It fell,”"]),
        ("said|say/VBD/ROOT/0 ,/,/punct/-1", "said", "laughing|laugh/VBG/advcl/-2", ["“It fell,”", "laughing"]),
    ],
)
def test_what_a_quotation_is_about_is_no_part_of_it(verb: str, cue: str, topic: str, parts: list[str]) -> None:
    """Behind the cue stands what is spoken of; behind a comma the parser has its way."""
    doc = parsed(f"{QUOTED}{verb} {topic} ././punct/-1")
    contents = (span(doc, "“It fell,”"), span(doc, topic.split("/", 1)[0].split("|", 1)[0]))
    found = AttributionSet([Hop(span(doc, "Roe"), (span(doc, cue),), contents, None, 0.9)])
    cut_tails(Reading.of(doc, (), lambda _: [], load_linker()), found)
    assert [part.text for part in found[0].content] == parts


CLAIM = (
    "The/DT/det/1 claim/NN/nsubj/{to} that/IN/mark/2 it/PRP/nsubj/1 leaked|leak/VBD/acl/-3"
    " is|be/VBZ/{be} serious/JJ/{serious} ././punct/-1"
)
NOON = (
    "Roe/NNP/nsubj/1 said|say/VBD/ROOT/0 {when} that/IN/mark/2 it/PRP/nsubj/1 leaked|leak/VBD/ccomp/{back} ././punct/-1"
)
TURN = "Roe/NNP/nsubj/1 says|say/VBZ/ROOT/0 it/PRP/nsubj/1 leaked|leak/VBD/ccomp/-2 ,/,/punct/-1 {turn} ././punct/-2"


@pytest.mark.parametrize(
    ("words", "cue", "content", "kept"),
    [
        (CLAIM.format(to=5, be="cop/1", serious="ROOT/0"), "claim", "that it leaked is serious", "that it leaked"),
        (CLAIM.format(to=4, be="ROOT/0", serious="xcomp/-1"), "claim", "that it leaked is serious", "that it leaked"),
        (
            NOON.format(when="at/IN/case/1 noon/NN/obl/-2", back=-5),
            "said",
            "at noon that it leaked",
            "that it leaked",
        ),
        (
            NOON.format(when="the/DT/det/1 crew/NN/obj/-2", back=-5),
            "said",
            "the crew that it leaked",
            "the crew that it leaked",
        ),
        (
            NOON.format(when="the/DT/det/1 crew/NN/iobj/-2", back=-5).replace("said|say", "told|tell"),
            "told",
            "the crew that it leaked",
            "that it leaked",
        ),
        (TURN.format(turn="though/RB/advmod/-2"), "says", "it leaked, though", "it leaked"),
        (TURN.format(turn="again/RB/advmod/-2"), "says", "it leaked, again", "it leaked, again"),
    ],
)
def test_the_clause_around_a_content_is_no_part_of_it(words: str, cue: str, content: str, kept: str) -> None:
    """The predicate of a claim, whom and when it is told, the writer's "though" are told of what is said."""
    doc = parsed(words)
    found = AttributionSet([Hop(None, (span(doc, cue),), (span(doc, content),), None, 0.9)])
    cut_tails(Reading.of(doc, (), lambda _: [], load_linker()), found)
    assert [part.text for part in found[0].content] == [kept]


@pytest.mark.parametrize(
    ("more", "second"),
    [
        ("adding|add/VBG/advcl/-4 that/IN/mark/2 he/PRP/nsubj/1 died|die/VBD/ccomp/-3 .", ("adding", "that he died")),
        ("adding|add/VBG/advcl/-4 “ we are safe ” .", ("adding", "“we are safe”")),
        ("and/CC/cc/1 demanded|demand/VBD/conj/-5 more/JJR/amod/1 help/NN/obj/-2 .", ("demanded", "more help")),
        ("adding|add/VBG/advcl/-2 salt/NN/obj/-1 .", None),
    ],
)  # fmt: skip
def test_who_adds_something_is_heard_twice(more: str, second: tuple[str, str] | None) -> None:
    """A second verb of saying has its own content; to add salt is no saying."""
    doc = parsed(SAID + more)
    whole = doc[2 : len(doc) - 1]
    found = AttributionSet([Hop(span(doc, "Roe"), (span(doc, "said"),), (whole,), None, 0.9)])
    split_contents(Reading.of(doc, find_quotations(doc.text), lambda _: [], load_linker()), found)
    told = [(hop.cue[0].text, hop.content[0].text) for hop in found.hops()]
    assert told == ([("said", "it fell"), second] if second else [("said", whole.text)])


@pytest.mark.parametrize(
    ("text", "cue", "content", "kept"),
    [
        (
            "Those/DT/nsubj/7 who/WP/nsubj/1 say/VBP/acl:relcl/-2 it/PRP/nsubj/1 leaked|leak/VBD/ccomp/-2"
            " are|be/VBP/cop/2 now/RB/advmod/1 many/JJ/ROOT/0 .",
            "say",
            "it leaked are now many",
            "it leaked",
        ),
        (
            "Roe/NNP/nsubj/1 says|say/VBZ/ROOT/0 it/PRP/nsubj/1 fell|fall/VBD/ccomp/-2 ,/,/punct/2 a/DT/det/1"
            " line/NN/obj/-5 he/PRP/nsubj/1 tells|tell/VBZ/acl:relcl/-2 .",
            "says",
            "it fell, a line",
            "it fell",
        ),
        (
            "Roe/NNP/nsubj/1 says|say/VBZ/ROOT/0 it/PRP/nsubj/1 hit/VBD/ccomp/-2 the/DT/det/1 dam/NN/obj/-2"
            " he/PRP/nsubj/1 built|build/VBD/acl:relcl/-2 .",
            "says",
            "it hit the dam",
            "it hit the dam",
        ),
    ],
)
def test_what_the_writer_adds_to_a_content_is_cut(text: str, cue: str, content: str, kept: str) -> None:
    """The predicate of those who say it is the writer's, and so is what he makes of the words."""
    doc = parsed(text)
    found = AttributionSet([Hop(doc[:1], (span(doc, cue),), (span(doc, content),), None, 0.9)])
    cut_tails(Reading.of(doc, (), lambda _: [], load_linker()), found)
    assert [part.text for part in found[0].content] == [kept]


CREW = "{verb} the/DT/det/1 crew/NN/obj/-2 {}"
VISIT = "during/IN/case/2 {}/DT/det/1 visit/NN/{}"


@pytest.mark.parametrize(
    ("verb", "tail", "kept"),
    [
        ("praised|praise", VISIT.format("a", "obl/-5"), "the crew"),
        ("praised|praise", VISIT.format("the", "nmod/-3"), "the crew during the visit"),
        ("praised|praise", "hurt|hurt/VBN/acl/-1 " + VISIT.format("a", "obl/-3"), "the crew hurt during a visit"),
        ("praised|praise", "as/IN/mark/2 talks/NNS/nsubj/1 go/VBP/advcl/-5", "the crew"),
        ("predicted|predict", "as/IN/mark/2 talks/NNS/nsubj/1 go/VBP/advcl/-5", "the crew as talks go"),
        ("announced|announce", "last/JJ/amod/1 week/NN/nmod/-2", "the crew"),
        ("praised|praise", "last/JJ/amod/1 week/NN/nmod/-2", "the crew last week"),
    ],
)
def test_when_somebody_speaks_is_not_what_they_say(verb: str, tail: str, kept: str) -> None:
    """ "Praised [the crew] during a visit", and announced it last week; who was hurt during it, was."""
    doc = parsed("Roe/NNP/nsubj/1 " + CREW.format(tail, verb=f"{verb}/VBD/ROOT/0"))
    hop = Hop(span(doc, "Roe"), (doc[1:2],), (doc[2 : len(doc)],), None, 0.9)
    found = AttributionSet([hop])
    cut_tails(Reading.of(doc, (), lambda _: [], load_linker()), found)
    assert found[0].content[0].text == kept
