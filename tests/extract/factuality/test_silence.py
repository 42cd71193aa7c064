"""What is neither said nor denied: silence in all its forms, acts that look like denials, negation beside the cue."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc, Span

from tests.doc_builder import BLANK, parsed, span
from whosays.extract.articles.article import Article
from whosays.extract.attribution.attribution import AttributionSet, Hop
from whosays.extract.attribution.filter.acts import is_act
from whosays.extract.attribution.linker import Linker
from whosays.extract.attribution.propose.no_comment import propose_silence
from whosays.extract.attribution.reading import Reading
from whosays.extract.extractor import Extractor
from whosays.extract.factuality.stance import read_stance


def silent(doc: Doc) -> list[Hop]:
    """Return the hops of silence in a Doc."""
    found = AttributionSet()
    propose_silence(Reading.of(doc, [], lambda docs: [[] for _ in docs], Linker({}, {})), found)
    return found.hops()


SHUT = "the/DT/det/1 gate/NN/nsubj/2 was|be/VBD/cop/1 shut/JJ/ccomp/-4 ././punct/-5"


@pytest.mark.parametrize(
    ("words", "source", "cue", "stance"),
    [
        (
            "A/DT/det/1 source/NN/nsubj/7 who/WP/nsubj/1 asked|ask/VBD/acl:relcl/-2 not/RB/advmod/3 to/TO/mark/2"
            f" be/VB/aux:pass/1 named|name/VBN/xcomp/-4 said|say/VBD/ROOT/0 {SHUT}",
            "A source",
            "said",
            "asserts",
        ),
        (
            "A/DT/det/1 source/NN/nsubj/6 asking|ask/VBG/acl/-1 not/RB/advmod/3 to/TO/mark/2"
            f" be/VB/aux:pass/1 named|name/VBN/xcomp/-4 said|say/VBD/ROOT/0 {SHUT}",
            "A source",
            "said",
            "asserts",
        ),
        (
            "A/DT/det/1 clerk/NN/nsubj/5 who/WP/nsubj/1 refused|refuse/VBD/acl:relcl/-2 to/TO/mark/1"
            f" comment/VB/xcomp/-2 confirmed|confirm/VBD/ROOT/0 {SHUT}",
            "A clerk",
            "confirmed",
            "confirms",
        ),
        (
            f"The/DT/det/1 clerk/NN/nsubj/3 did|do/VBD/aux/2 n’t|not/RB/advmod/1 say/VB/ROOT/0 {SHUT}",
            "The clerk",
            "say",
            "noComment",
        ),
        (
            "A/DT/det/1 clerk/NN/nsubj/3 did|do/VBD/aux/2 not/RB/advmod/1 want/VB/ROOT/0 to/TO/mark/1"
            f" say/VB/xcomp/-2 {SHUT}",
            "A clerk",
            "say",
            "noComment",
        ),
        (
            f"The/DT/det/1 firm/NN/nsubj/1 has|have/VBZ/ROOT/0 yet/RB/advmod/-1 to/TO/mark/1 say/VB/xcomp/-3 {SHUT}",
            "The firm",
            "say",
            "noComment",
        ),
        (
            "The/DT/det/1 firm/NN/nsubj/3 could|can/MD/aux/2 not/RB/advmod/1 confirm/VB/ROOT/0 or/CC/cc/1"
            f" deny/VB/conj/-2 {SHUT}",
            "The firm",
            "deny",
            "noComment",
        ),
        (
            "The/DT/det/1 firm/NN/nsubj/2 neither/RB/cc:preconj/1 confirmed|confirm/VBD/ROOT/0 nor/CC/cc/1"
            f" denied|deny/VBD/conj/-2 {SHUT}",
            "The firm",
            "neither confirmed nor denied",
            "noComment",
        ),
        (
            f"The/DT/det/1 clerk/NN/nsubj/2 never/RB/advmod/1 denied|deny/VBD/ROOT/0 {SHUT}",
            "The clerk",
            "denied",
            "noComment",
        ),
        (
            f"The/DT/det/1 clerk/NN/nsubj/4 with/IN/case/2 no/DT/det/1 pay/NN/nmod/-3 denied|deny/VBD/ROOT/0 {SHUT}",
            "The clerk",
            "denied",
            "denies",
        ),
    ],
)
def test_negation_reaches_what_it_hangs_on(words: str, source: str, cue: str, stance: str) -> None:
    """Names withheld, sleep not slept: the saying stands; what governs the saying negates it."""
    doc = parsed(words)
    reading = read_stance(doc, [span(doc, cue)], span(doc, source), [span(doc, "the gate was shut")])
    assert reading.stance == stance


@pytest.mark.parametrize(
    ("words", "cue", "content", "act"),
    [
        (
            "The/DT/det/1 union/NN/nsubj/1 refused|refuse/VBD/ROOT/0 to/TO/mark/1 leave/VB/xcomp/-2",
            "refused",
            "to leave",
            True,
        ),
        (
            "The/DT/det/1 union/NN/nsubj/1 declined|decline/VBD/ROOT/0 to/TO/mark/1 run/VB/xcomp/-2",
            "declined",
            "to run",
            True,
        ),
        (
            "The/DT/det/1 union/NN/nsubj/1 refused|refuse/VBD/ROOT/0 to/TO/mark/1 say/VB/xcomp/-2",
            "refused",
            "to say",
            False,
        ),
        ("She/PRP/nsubj/1 refused|refuse/VBD/ROOT/0 comment/NN/obj/-1", "refused", "comment", False),
        ("She/PRP/nsubj/1 refused|refuse/VBD/ROOT/0 help/NN/obj/-1", "refused", "help", True),
        (
            "They/PRP/nsubj/1 denied|deny/VBD/ROOT/0 them|they/PRP/iobj/-1 a/DT/det/1 loan/NN/obj/-3",
            "denied",
            "them a loan",
            True,
        ),
        (
            "They/PRP/nsubj:pass/2 were|be/VBD/aux:pass/1 denied|deny/VBN/ROOT/0 entry/NN/obj/-1",
            "were denied",
            "entry",
            True,
        ),
        (
            "They/PRP/nsubj/1 denied|deny/VBD/ROOT/0 vaccines|vaccine/NNS/obj/-1 to/IN/case/2 the/DT/det/1"
            " crew/NN/obl/-4",
            "denied",
            "vaccines to the crew",
            True,
        ),
        (
            "The/DT/det/1 request/NN/nsubj:pass/2 was|be/VBD/aux:pass/1 denied|deny/VBN/ROOT/0",
            "was denied",
            "The request",
            True,
        ),
        (
            "The/DT/det/1 claim/NN/nsubj:pass/2 was|be/VBD/aux:pass/1 denied|deny/VBN/ROOT/0",
            "was denied",
            "The claim",
            False,
        ),
        ("They/PRP/nsubj/1 rejected|reject/VBD/ROOT/0 the/DT/det/1 offer/NN/obj/-2", "rejected", "the offer", True),
        ("They/PRP/nsubj/1 rejected|reject/VBD/ROOT/0 the/DT/det/1 report/NN/obj/-2", "rejected", "the report", False),
        ("They/PRP/nsubj/1 denied|deny/VBD/ROOT/0 the/DT/det/1 theft/NN/obj/-2", "denied", "the theft", False),
        (
            "They/PRP/nsubj/1 denied|deny/VBD/ROOT/0 the/DT/det/1 offer/NN/nsubj:pass/2 was|be/VBD/aux:pass/1"
            " made|make/VBN/ccomp/-4",
            "denied",
            "the offer was made",
            False,
        ),
    ],
)
def test_acts_are_told_from_words(words: str, cue: str, content: str, act: bool) -> None:
    """Refusing to act, withholding and turning down say nothing; denying and rejecting what is claimed does."""
    doc = parsed(words)
    assert is_act(Hop(None, (span(doc, cue),), (span(doc, content),), None, 1.0)) is act


@pytest.mark.parametrize(
    ("verb", "content", "act"),
    [
        ("abandoned|abandon", "the plans", True),
        ("abandoned|abandon", "“the plans", False),
        ("announced|announce", "the plans", False),
    ],
)
def test_verbs_of_deeds_tell_nothing_that_was_said(verb: str, content: str, act: bool) -> None:
    """ "The firm abandoned the plans" is no report of the firm's, unless it is in somebody's words."""
    mark = "“/``/punct/2 " if content.startswith("“") else ""
    doc = parsed(f"The/DT/det/1 firm/NN/nsubj/1 {verb}/VBD/ROOT/0 {mark}the/DT/det/1 plans/NNS/obj/-2")
    assert is_act(Hop(span(doc, "The firm"), (doc[2:3],), (span(doc, content),), None, 1.0)) is act


@pytest.mark.parametrize(("kind", "act"), [("Place", True), ("Organization", False)])
def test_a_place_in_which_something_was_counted_says_nothing(kind: str, act: bool) -> None:
    """ "Zemria has recorded 40 cases" is the writer's own; a ministry that has recorded them tells them."""
    doc = parsed("Zemria/NNP/nsubj/2 has|have/VBZ/aux/1 recorded|record/VBN/ROOT/0 40/CD/nummod/1 cases/NNS/obj/-2")
    doc.ents = [Span(doc, 0, 1, label=kind)]
    assert is_act(Hop(doc[0:1], (doc[1:3],), (doc[3:5],), None, 1.0)) is act


@pytest.mark.parametrize(
    ("words", "source", "cue", "content"),
    [
        (
            "The/DT/det/1 firm/NN/nsubj/1 had|have/VBD/ROOT/0 no/DT/det/1 comment/NN/obj/-2 on/IN/case/2"
            " the/DT/det/1 leak/NN/nmod/-3 ././punct/-6",
            "The firm",
            "had no comment on",
            "the leak",
        ),
        (
            "The/DT/det/1 firm/NN/nsubj/1 had|have/VBD/ROOT/0 no/DT/det/1 comment/NN/obj/-2 ././punct/-3",
            "The firm",
            "had",
            "no comment",
        ),
        (
            "There/EX/expl/1 was|be/VBD/ROOT/0 no/DT/det/2 immediate/JJ/amod/1 comment/NN/nsubj/-3 from/IN/case/2"
            " the/DT/det/1 firm/NN/nmod/-3 ././punct/-7",
            "the firm",
            "There was",
            "no immediate comment",
        ),
        (
            "The/DT/det/1 clerk/NN/nsubj:pass/4 could|can/MD/aux/3 not/RB/advmod/2 be/VB/aux:pass/1"
            " reached|reach/VBN/ROOT/0 for/IN/case/1 comment/NN/obl/-2 ././punct/-3",
            "The clerk",
            "could not be reached for",
            "comment",
        ),
        (
            "The/DT/det/1 mayor/NN/nsubj:pass/4 could|can/MD/aux/3 n’t|not/RB/advmod/2 be/VB/aux:pass/1"
            " reached|reach/VBN/ROOT/0 ././punct/-1",
            "The mayor",
            "could n’t",
            "be reached",
        ),
        (
            "The/DT/det/1 clerk/NN/nsubj/2 was|be/VBD/cop/1 unavailable/JJ/ROOT/0 for/IN/case/1"
            " comment/NN/obl/-2 ././punct/-3",
            "The clerk",
            "was unavailable for",
            "comment",
        ),
        (
            "Calls|call/NNS/nsubj/4 to/IN/case/2 the/DT/det/1 firm/NN/nmod/-3 went|go/VBD/aux:pass/1"
            " unanswered|unanswer/VBN/ROOT/0 ././punct/-1",
            "the firm",
            "went unanswered",
            "Calls",
        ),
        (
            "The/DT/det/1 clerk/NN/nsubj/1 refused|refuse/VBD/ROOT/0 to/TO/mark/2 be/VB/aux:pass/1"
            " drawn|draw/VBN/xcomp/-3 on/IN/case/2 the/DT/det/1 date/NN/obl/-3 ././punct/-7",
            "The clerk",
            "refused to be drawn on",
            "the date",
        ),
        (
            "The/DT/det/1 clerk/NN/nsubj/1 declined|decline/VBD/ROOT/0 to/TO/mark/2 be/VB/aux:pass/1"
            " interviewed|interview/VBN/xcomp/-3 ././punct/-4",
            "The clerk",
            "declined",
            "to be interviewed",
        ),
    ],
)
def test_silence_is_an_attribution_of_no_comment(words: str, source: str, cue: str, content: str) -> None:
    """Whoever was asked is the source, however the silence is worded."""
    doc = parsed(words)
    (hop,) = silent(doc)
    assert hop.source is not None
    assert (hop.source.text, [part.text for part in hop.cue], [part.text for part in hop.content]) == (
        source,
        [cue],
        [content],
    )
    assert read_stance(doc, hop.cue, hop.source, hop.content).stance == "noComment"


@pytest.mark.parametrize(
    "words",
    [
        "A/DT/det/1 deal/NN/nsubj:pass/4 could|can/MD/aux/3 not/RB/advmod/2 be/VB/aux:pass/1 reached|reach/VBN/ROOT/0",
        "The/DT/det/1 town/NN/nsubj:pass/2 was|be/VBD/aux:pass/1 reached|reach/VBN/ROOT/0",
        "The/DT/det/1 firm/NN/nsubj/1 had|have/VBD/ROOT/0 a/DT/det/1 comment/NN/obj/-2",
        "There/EX/expl/1 was|be/VBD/ROOT/0 no/DT/det/1 reaction/NN/nsubj/-2",
        "Calls|call/NNS/nsubj:pass/2 were|be/VBD/aux:pass/1 returned|return/VBN/ROOT/0",
    ],
)
def test_what_nobody_was_asked_is_no_silence(words: str) -> None:
    """Deals and towns do not comment, and silence of nobody is nobody's."""
    assert silent(parsed(words)) == []


def test_a_question_that_is_answered_is_not_doubted() -> None:
    """The noun questions nothing beside a verb that tells; alone it does."""
    doc = Doc(BLANK.vocab, words=["He", "said", "in", "answer", "to", "a", "question", "it", "sank"])
    doc[6].pos_ = "NOUN"
    assert read_stance(doc, [doc[1:7]], doc[:1], [doc[7:]]).stance == "asserts"
    assert read_stance(doc, [doc[6:7]], None, [doc[7:]]).stance == "doubts"


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


READ = [
    ("The islanders have proven a burden to the port, the mayor said.", ["asserts"]),
    ("The new gate proved useless in the flood, divers told the Post.", ["asserts"]),
    ("The tests proved that the dam was safe, the mayor said.", ["asserts", "asserts"]),
    ("The samples demonstrated that the well was clean, the mayor said.", ["reports", "asserts"]),
    ("The data show that the well was clean, the mayor said.", ["asserts", "asserts"]),
    ("Data from the ministry show that the well was clean, the mayor said.", ["reports", "asserts"]),
    ("Data from Norvane Foods show that the well was clean, the mayor said.", ["reports", "asserts"]),
    ("The mayor said divers believed the dam was safe.", ["asserts", "asserts"]),
    ("The mayor said the divers told her the dam was safe.", ["reports", "asserts"]),
    ("A source who asked not to be named said the bridge would close.", ["asserts"]),
    ("A clerk, who did not want to be identified, told the Gull the bridge would close.", ["asserts"]),
    ("Speaking on condition that she not be named, the clerk said the bridge was shut.", ["asserts"]),
    ("The union refused to negotiate with the harbour board.", []),
    ("The union has repeatedly refused to take part.", []),
    ("The agency is denying flu vaccines to the detainees.", []),
    ("The council rejected the attempt to close the school.", []),
    ("The request was denied.", []),
    ("The judge denied the request for a delay.", []),
    ("He has been denied bail.", []),
    ("The mayor rejected the claim that the dam was unsafe.", ["denies"]),
    ("The mayor rejected the rumour that the mill was sold.", ["denies"]),
    ("Roe denied allegations that the votes were bought.", ["denies"]),
    ("Roe rejected the mayor’s claim that the dam was safe.", ["denies", "asserts"]),
    ("The mayor dismissed the appeal as a stunt.", ["denies"]),
    ("The mayor was not suggesting any closing of the harbour schools.", []),
    ("The minister did not propose a new tax.", []),
    ("The police have not accused him of any wrongdoing.", []),
    ("Parliament overwhelmingly rejected the premier’s veto of the harbour bill.", []),
    ("Mr Roe rejected Liberals’ proposals for reopening the harbour.", []),
    ("The premier rejected the union’s demands for higher wages.", []),
    ("House Liberals rejected the mayor’s trade agenda in overwhelming numbers.", []),
    ("A judge dismissed the claims against the ferry firm.", []),
    ("A judge dismissed the claim that the ferry was safe.", ["denies"]),
    ("Roe has challenged the mayor’s efforts to reopen the harbour.", []),
    ("Roe challenged the mayor’s account of the flood.", ["doubts"]),
    ("The mayor dismissed the concerns.", ["denies"]),
    ("The mayor rejected the criticism.", ["denies"]),
    ("The board rejected the objections.", ["denies"]),
    ("The mayor dismissed fears of a flood.", ["denies"]),
    ("The council dismissed the risk of flooding.", ["denies"]),
    ("The mayor dismissed talk of a strike.", ["denies"]),
    ("Roe rejected accusations of theft.", ["denies"]),
    ("The claims were rejected by the council.", ["denies"]),
    ("The league has routinely denied any plans for expansion.", ["denies"]),
    ("The mayor has flatly denied that the dam leaked.", ["denies"]),
    ("The claim was denied by the mayor.", ["denies"]),
    ("The mayor didn’t deny that the dam leaked.", ["noComment"]),
    ("The ministry neither confirmed nor denied the report.", ["noComment"]),
    ("The ministry would neither confirm nor deny that the dam had leaked.", ["noComment"]),
    ("The ministry could not confirm or deny that the dam had leaked.", ["noComment"]),
    ("The ministry wouldn't confirm or deny the report.", ["noComment"]),
    ("The ministry said it could neither confirm nor deny the report.", ["noComment"]),
    ("The firm said it could not confirm or deny the sale.", ["noComment"]),
    ("Lund refused to testify.", ["noComment"]),
    ("The minister had no comment on the report.", ["noComment"]),
    ("The minister could not immediately be reached for comment.", ["noComment"]),
    ("Mr Oster couldn’t be reached on Friday.", ["noComment"]),
    ("Oster could not be contacted for comment.", ["noComment"]),
    ("The firm would not comment on the leak.", ["noComment"]),
    ("The general refused to be drawn on the date.", ["noComment"]),
    ("The firm has yet to comment on the leak.", ["noComment"]),
    ("There was no immediate comment from the firm.", ["noComment"]),
    ("“No comment,” said Oster.", ["noComment"]),
    ("The mayor said she couldn't comment on the inquiry.", ["noComment"]),
    ("Prosecutors alleged that no checks were made at the dam.", ["asserts"]),
    ("The union said that no checks were made at the dam.", ["asserts"]),
    ("The army said the bridge was held; the mayor said that it was not.", ["asserts", "denies"]),
    ("“It will not,” Holt said.", ["denies"]),
    ("The minister’s claim that the dam is safe is untrue, the union said.", ["denies", "asserts"]),
    ("The driver pleaded not guilty to the charge.", ["denies"]),
    ("Friends of Dr Roe say reports he ran the mill for years are ‘lies’.", ["denies"]),
    ("The navy said it could not immediately confirm the authenticity of the film.", ["unverified"]),
    ("Mayor Ada Brandt could not confirm the reports.", ["unverified"]),
    ("The Gull could not confirm whether the letter was real.", ["unverified"]),
    ("Lund said he could not confirm the reports.", ["unverified"]),
    ("The harbour office said it was unable to confirm the death toll.", ["unverified"]),
    ("Ada Brandt said the town hall could not confirm the letter’s authenticity.", ["reports", "unverified"]),
    ("Roe said the police could not verify the film.", ["reports", "unverified"]),
    ("Police have not confirmed whether he owned the boat.", ["noComment"]),
    ("“We are unable to confirm or deny that,” Lund said.", ["noComment"]),
    ("“I cannot confirm or deny that,” Roe said.", ["noComment"]),
    ("She has said she has ‘no comment’ to make about the fire.", ["noComment"]),
    ("Roe brushed aside questions about the missing money.", ["noComment"]),
    ("The council wants the mill to pay for the dam.", ["asserts"]),
    ("Korrin pledges two million crowns to fight the floods.", ["asserts"]),
    ("The Council of Divers condemned the theft of the anchors.", ["asserts"]),
    ("Roe said that he believed the dam was safe.", ["asserts", "asserts"]),
    ("Divers said the mayor repeatedly told the crew that the dam was safe.", ["reports", "asserts"]),
    ("Law officers said Ada Moll told the guards that the dam was safe.", ["reports", "asserts"]),
    ("“They just laugh at each other and think, ‘Aren’t we clever?’” Roe said.", ["asserts"]),
    ("She said in answer to a question that the dam was safe.", ["asserts"]),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "stances"), READ)
def test_silence_acts_and_denials_in_whole_sentences(extractor: Extractor, text: str, stances: list[str]) -> None:
    """From the text to the record: who is silent, who denies, and what is no attribution at all."""
    article = Article("a.txt", text, "0" * 64, ((0, len(text)),), language="en")
    assert [a.stance for a in extractor.record(article).attributions if a.kind != "act"] == stances


@pytest.mark.parametrize(
    ("verb", "content", "stance"),
    [
        ("said|say", "nothing", "noComment"),
        ("said|say", "nothing about the gate", "noComment"),
        ("said|say", "nothing moved", "asserts"),
        ("feared|fear", "nothing", "asserts"),
    ],
)
def test_who_said_nothing_was_silent(verb: str, content: str, stance: str) -> None:
    """Of those who say something or fear nothing that is not told."""
    words = " ".join(f"{word}/NN/dep/0" for word in content.split())
    doc = parsed(f"Roe/NNP/nsubj/1 {verb}/VBD/ROOT/0 {words}")
    assert read_stance(doc, [doc[1:2]], doc[:1], [doc[2:]]).stance == stance
