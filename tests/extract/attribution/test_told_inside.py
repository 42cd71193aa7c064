"""What is told by an aside, a cry, an adjective or an adverb of hearsay, and what a speaker tells of himself."""

from __future__ import annotations

import pytest

from tests.doc_builder import parsed, span
from tests.extract.attribution.test_stages import hop, reading, run, tagged, told
from whosays.extract.attribution.attribution import Hop
from whosays.extract.attribution.filter.acts import is_act
from whosays.extract.attribution.filter.non_statements import drop_unspoken
from whosays.extract.attribution.filter.words import is_word
from whosays.extract.attribution.kind_rules import kind_by_words
from whosays.extract.attribution.nesting import nest_contents
from whosays.extract.attribution.propose.according import propose_according
from whosays.extract.attribution.propose.hearsay import propose_hearsay
from whosays.extract.attribution.propose.passed_over import passed_over
from whosays.extract.attribution.propose.reporting_verbs import propose_reported
from whosays.extract.attribution.propose.tagged import linked
from whosays.extract.syntax import quotation_behind, speaker

VALVE = (
    "The/DT/det/1 old/JJ/amod/1 valve/NN/nsubj/7 ,/,/punct/3 as/IN/mark/2 Roe/NNP/nsubj/1 explained|explain/VBD/advcl/3"
    " ,/,/punct/-1 is/VBZ/cop/1 broken/JJ/ROOT/0"
)
WIDELY = (
    "As/IN/mark/2 widely/RB/advmod/1 reported|report/VBN/advcl/5 ,/,/punct/-1 the/DT/det/1"
    " valve/NN/nsubj/2 is/VBZ/cop/1"
    " broken/JJ/ROOT/0"
)
BY = (
    "As/IN/mark/1 claimed|claim/VBN/advcl/6 by/IN/case/1 Roe/NNP/obl/-2 ,/,/punct/-3 the/DT/det/1 valve/NN/nsubj/1"
    " broke|break/VBD/ROOT/0"
)
SURE = (
    "The/DT/det/1 keeper/NN/nsubj/2 is/VBZ/cop/1 sure/JJ/ROOT/0 that/IN/mark/3 the/DT/det/1 gate/NN/nsubj/1"
    " holds|hold/VBZ/ccomp/-4"
)


@pytest.mark.parametrize(
    ("words", "cue", "found"),
    [
        (VALVE, "explained", ("Roe", "The old valve … is broken")),
        (WIDELY, "reported", (None, "the valve is broken")),
        (BY, "claimed", ("Roe", "the valve broke")),
        (SURE, "sure", ("The keeper", "that the gate holds")),
    ],
    ids=["as Roe explained", "as widely reported", "as claimed by", "adjective"],
)
def test_an_aside_and_an_adjective_get_their_clause(words: str, cue: str, found: tuple[str | None, str]) -> None:
    """An aside tells the clause around it, an adjective the clause behind it."""
    doc = parsed(words)
    at = span(doc, cue).start
    (one,) = passed_over(doc, {i: 0.9 if i == at else 0.0 for i in range(len(doc))})
    assert (one.source.text if one.source else None, " … ".join(c.text for c in one.content)) == found


def test_an_aside_with_an_object_of_its_own_is_none() -> None:
    """ "As Roe raised the gate, ..." tells when, not what is said."""
    doc = parsed(
        "As/IN/mark/2 Roe/NNP/nsubj/1 noted|note/VBD/advcl/4 the/DT/det/1 leak/NN/obj/-2 it/PRP/nsubj/1 fell/VBD/ROOT/0"
    )
    (one,) = passed_over(doc, {i: 0.9 if i == 2 else 0.0 for i in range(len(doc))})
    assert [c.text for c in one.content] == ["the leak"]


CHANTED = (
    "The/DT/det/1 crowd/NN/nsubj/1 chanted|chant/VBD/ROOT/0 ,/,/punct/-1 “/``/punct/2 No/DT/det/1"
    " dams/NNS/obj/-4 ”/''/punct/-1"
)
YELLED = "A/DT/det/1 man/NN/nsubj/1 yelled|yell/VBD/ROOT/0 “/``/punct/1 Out/NN/obj/-2 ”/''/punct/-1 again/RB/advmod/-4"


@pytest.mark.parametrize(("words", "cried"), [(CHANTED, "No dams"), (YELLED, "Out")])
def test_what_is_cried_is_the_quotation_behind(words: str, cried: str) -> None:
    """However short it is, with a comma or without."""
    ((_, _, content, _),) = told(run(propose_reported, parsed(words)))
    assert content == (cried,)


def test_a_quotation_that_does_not_close_is_none() -> None:
    """A mark without its second half, and words that stand between."""
    doc = parsed("Roe/NNP/nsubj/1 yelled|yell/VBD/ROOT/0 “/``/punct/1 Out/NN/obj/-2")
    assert quotation_behind(doc[1:2]) is None
    assert quotation_behind(parsed(YELLED)[0:1]) is None


TOLD = (
    "Roe/NNP/nsubj/2 reportedly/RB/advmod/1 told|tell/VBD/ROOT/0 the/DT/det/1 crew/NN/iobj/-2"
    " that/IN/mark/2 it/PRP/nsubj/1"
    " leaked|leak/VBD/ccomp/-5"
)


def test_who_reportedly_says_something_is_heard_to_say_it() -> None:
    """The hearsay holds the whole clause, with whoever speaks inside it."""
    doc = parsed(TOLD)
    found = told(run(propose_hearsay, doc, [hop(doc, "Roe", "reportedly told", "that it leaked")]))
    assert found == [
        ("Roe", ("told",), ("that it leaked",), 1),
        (None, ("reportedly",), ("Roe", "told the crew that it leaked"), None),
    ]


def test_what_somebody_allegedly_says_is_only_hedged() -> None:
    """ "Allegedly" doubts what Roe does; the hop stays one."""
    doc = parsed(TOLD.replace("reportedly", "allegedly"))
    before = [hop(doc, "Roe", "allegedly told", "that it leaked")]
    assert run(propose_hearsay, doc, before) == before


def test_according_to_without_a_content_gets_its_clause() -> None:
    """The tagger saw the phrase and nothing that it tells: its clause, in two parts where it stands between."""
    doc = parsed(
        "The/DT/det/1 dam/NN/nsubj/7 ,/,/punct/3 according|accord/VBG/case/2 to/IN/fixed/-1 Roe/NNP/obl/3 ,/,/punct/-1"
        " was/VBD/cop/1 old/JJ/ROOT/0"
    )
    found = told(run(propose_according, doc, [hop(doc, "Roe", "according to")]))
    assert found == [("Roe", ("according to",), ("The dam", "was old"), None)]


JOINED = (
    "Roe/NNP/nsubj/2 is/VBZ/cop/1 critic/NN/ROOT/0 and/CC/cc/2 has/VBZ/aux/1 accused|accuse/VBN/conj/-3 Bo/NNP/obj/-1"
)
WHICH = "Roe/NNP/nsubj/2 is/VBZ/cop/1 critic/NN/ROOT/0 which/WDT/nsubj/1 says|say/VBZ/conj/-2 so/RB/advmod/-1"


def test_a_verb_joined_to_any_predicate_shares_its_subject() -> None:
    """ "Roe is a critic and has accused Bo"; a verb with a subject of its own does not look further."""
    doc = parsed(JOINED)
    who = speaker(doc[5])
    assert who is not None
    assert who.text == "Roe"
    assert speaker(parsed(WHICH)[4]) is None


def test_a_question_of_nobody_in_particular_is_no_act() -> None:
    """ "Asked whether ..." tells the question; "asked for" something does not ask."""
    doc = parsed("Asked|ask/VBN/ROOT/0 whether/IN/mark/2 it/PRP/nsubj/1 leaked|leak/VBD/ccomp/-3")
    assert is_word(Hop(None, (doc[0:1],), (doc[1:4],), None, 1.0))
    assert not is_word(Hop(None, (doc[0:1],), (doc[2:4],), None, 1.0))


def test_it_that_is_claimed_is_nobody() -> None:
    """ "It is also claimed that ...": nobody is named."""
    doc = parsed(
        "It/PRP/nsubj:pass/3 is/VBZ/aux:pass/2 also/RB/advmod/1 claimed|claim/VBN/ROOT/0"
        " that/IN/mark/2 sales/NNS/nsubj/1"
        " fell|fall/VBD/ccomp/-3"
    )
    ((source, _, content, _),) = told(run(drop_unspoken, doc, [hop(doc, "It", "is also claimed", "that sales fell")]))
    assert (source, content) == (None, ("that sales fell",))


@pytest.mark.parametrize(("verb", "inner"), [("warned|warn/VBD", 1), ("warn/VBP", 0)])
def test_what_a_speaker_once_said_is_told_what_he_says_now_is_his_own(verb: str, inner: int) -> None:
    """ "Roe said I warned that ..." tells of what Roe once said; "I warn that ..." only says it."""
    doc = parsed(
        f"Roe/NNP/nsubj/1 said|say/VBD/ROOT/0 I/PRP/nsubj/1 {verb}/ccomp/-2 that/IN/mark/3 the/DT/det/1 dam/NN/nsubj/1"
        " leaked|leak/VBD/ccomp/-4"
    )
    content = doc[2:].text
    found = told(run(nest_contents, doc, [hop(doc, "Roe", "said", content)]))
    assert len(found) == 1 + inner


def test_naming_something_and_reaching_nobody_are_no_deeds() -> None:
    """ "Termed the deal a theft" says something of it, "neither could be reached" tells of silence."""
    doc = parsed("Roe/NNP/nsubj/1 termed|term/VBD/ROOT/0 the/DT/det/1 deal/NN/obj/-2 a/DT/det/1 theft/NN/xcomp/-4")
    assert not is_act(Hop(doc[0:1], (doc[1:2],), (doc[2:6],), None, 1.0))
    doc = parsed(
        "Neither/DT/nsubj:pass/3 could/MD/aux/2 be/VB/aux:pass/1 reached|reach/VBN/ROOT/0"
        " for/IN/case/1 talks/NNS/obl/-2"
    )
    assert not is_act(Hop(doc[0:1], (doc[1:4],), (doc[5:6],), None, 1.0))
    assert is_act(Hop(None, (doc[1:4],), (doc[5:6],), None, 1.0))


@pytest.mark.parametrize(("noun", "source"), [("letter", "a letter"), ("sign", "a sign"), ("day", "Roe")])
def test_a_participle_behind_a_paper_is_the_papers(noun: str, source: str) -> None:
    """ "Roe sent a letter calling for calm": the letter calls for it."""
    doc = parsed(
        f"Roe/NNP/nsubj/1 sent|send/VBD/ROOT/0 a/DT/det/1 {noun}/NN/obj/-2 urging|urge/VBG/acl/-1 calm/NN/obj/-1"
    )
    spans = tagged(doc, [("S", "Roe"), ("Q", "urging"), ("C", "calm")])
    (found,) = linked(reading(doc), spans)
    assert found.source is not None
    assert found.source.text == source


def test_who_speaks_of_a_number_tells_it() -> None:
    """ "The governor speaks of 4,000" gives a figure; to speak of the weather may be an act."""
    doc = parsed("Roe/NNP/nsubj/1 speaks|speak/VBZ/ROOT/0 of/IN/case/1 seventy/CD/obl/-2 ././punct/-3")
    assert is_word(Hop(doc[0:1], (doc[1:3],), (doc[3:4],), None, 1.0))
    doc = parsed("Roe/NNP/nsubj/1 speaks|speak/VBZ/ROOT/0 of/IN/case/1 rain/NN/obl/-2 ././punct/-3")
    assert not is_word(Hop(doc[0:1], (doc[1:3],), (doc[3:4],), None, 1.0))


@pytest.mark.parametrize(
    ("verb", "noun", "told"),
    [
        ("dismissed|dismiss", "story", True),
        ("rejected|reject", "claim", True),
        ("refuted|refute", "allegations|allegation", True),
        ("dismissed|dismiss", "case", False),
        ("rejected|reject", "offer", False),
    ],
)
def test_who_calls_others_words_wrong_has_spoken(verb: str, noun: str, told: bool) -> None:
    """ "Roe dismissed the story" is a denial, and no refusal to speak; a judge who dismisses a case decides."""
    doc = parsed(f"Roe/NNP/nsubj/1 {verb}/VBD/ROOT/0 the/DT/det/1 {noun}/NN/obj/-2 ././punct/-3")
    found = Hop(doc[0:1], (doc[1:2],), (doc[2:4],), None, 1.0)
    assert is_word(found) == told
    assert kind_by_words(found, "refusal") == "speech"
