"""What is a word by its form, however little the judge of kinds believes in it, and what the writer foretells."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc, Span

from tests.doc_builder import parsed, span
from tests.extract.attribution.test_stages import hop, run, told
from whosays.extract.attribution.attribution import Hop
from whosays.extract.attribution.filter.acts import is_act
from whosays.extract.attribution.filter.words import FORMED, OWNED, THOUGHT, is_word, share_needed
from whosays.extract.attribution.propose.hearsay import propose_hearsay
from whosays.extract.attribution.propose.nouns import nominal
from whosays.extract.attribution.propose.orphan_quotes import propose_bare
from whosays.extract.attribution.structures.beside import speaker_beside


def needed(text: str, cue: str, content: str, source: str | None = "Roe") -> float:
    """Return how much of the judge's belief a hop needs, by its words in a text."""
    doc = parsed(text)
    return share_needed(Hop(at(doc, source), (span(doc, cue),), (span(doc, content),), None, 1.0))


def at(doc: Doc, words: str | None) -> Span | None:
    return span(doc, words) if words is not None else None


STATED = (
    "Roe/NNP/nsubj/1 {}/VERB/ROOT/0 the/DT/det/1 pier/NN/nsubj/2 had/VBD/aux/1 burned|burn/VBN/ccomp/-4 ././punct/-5"
)
AS = "Roe/NNP/nsubj/1 {}/ROOT/0 the/DT/det/1 pier/NN/obj/-2 as/IN/case/2 a/DT/det/1 marvel/NN/obl/-5 ././punct/-6"
TO = "Roe/NNP/nsubj/1 {}/ROOT/0 to/IN/case/2 two/CD/nummod/1 leaks/NNS/obl/-3 ././punct/-4"
OBJECT = "Roe/NNP/nsubj/1 {}/ROOT/0 a/DT/det/1 second|second/JJ/amod/1 pump/NN/obj/-3 ././punct/-4"
TO_DO = "Roe/NNP/nsubj/1 {}/ROOT/0 to/TO/mark/1 sell/VB/xcomp/-2 the/DT/det/1 pier/NN/obj/-2 ././punct/-5"
CRY = "Roe/NNP/nsubj/1 {}/ROOT/0 “/``/punct/2 No/DT/det/1 dams/NNS/obj/-3 ”/''/punct/-1"
COLON = "Roe/NNP/nsubj/1 {}/ROOT/0 :/:/punct/-1 “/``/punct/2 No/DT/det/1 dams/NNS/obj/-4 ”/''/punct/-1"


@pytest.mark.parametrize(
    ("text", "cue", "content", "share"),
    [
        (STATED.replace("{}/VERB", "confirmed|confirm/VBD"), "confirmed", "the pier had burned", FORMED),
        (STATED.replace("{}/VERB", "agrees|agree/VBZ"), "agrees", "the pier had burned", FORMED),
        (STATED.replace("{}/VERB", "ensured|ensure/VBD"), "ensured", "the pier had burned", 1.0),
        (AS.format("bills|bill/VBZ"), "bills", "the pier as a marvel", 0.0),
        (AS.format("portrayed|portray/VBD"), "portrayed", "the pier as a marvel", 0.0),
        (AS.format("sees|see/VBZ"), "sees", "the pier as a marvel", 0.0),
        (OBJECT.format("praised|praise/VBD"), "praised", "a second pump", FORMED),
        (AS.format("used|use/VBD"), "used", "the pier as a marvel", 1.0),
        (TO.format("pointed|point/VBD"), "pointed to", "two leaks", FORMED),
        (TO.format("drove|drive/VBD"), "drove to", "two leaks", 1.0),
        (OBJECT.format("recommends|recommend/VBZ"), "recommends", "a second pump", FORMED),
        (OBJECT.format("installs|install/VBZ"), "installs", "a second pump", 1.0),
        (TO_DO.format("vowed|vow/VBD"), "vowed", "to sell the pier", FORMED),
        (TO_DO.format("hopes|hope/VBZ"), "hopes", "to sell the pier", THOUGHT),
        (TO_DO.format("managed|manage/VBD"), "managed", "to sell the pier", 1.0),
        (CRY.format("chanted|chant/VBD"), "chanted", "“No dams”", FORMED),
        (CRY.format("painted|paint/VBD"), "painted", "“No dams”", 1.0),
        (COLON.format("adds|add/VBZ"), "adds", "“No dams”", FORMED),
    ],
)
def test_some_forms_need_less_belief(text: str, cue: str, content: str, share: float) -> None:
    """A clause, an "as", advice, a pledge, a cry and a thought are words more often than their verbs look."""
    assert needed(text, cue, content) == share


@pytest.mark.parametrize(("who", "share"), [("Polls|poll/NNS", FORMED), ("Skies|sky/NNS", 1.0)])
def test_what_papers_show_is_told(who: str, share: float) -> None:
    """ "Polls show a gain" tells it; what the skies show is there to be seen."""
    text = OBJECT.format("show/VBP").replace("Roe/NNP", who)
    assert needed(text, "show", "a second pump", who.partition("|")[0]) == share


@pytest.mark.parametrize(
    ("verb", "thing", "word"),
    [
        ("withdrew|withdraw", "claims", True),
        ("withdrew|withdraw", "troops", False),
        ("denied|deny", "everything", True),
    ],
)
def test_taking_a_word_back_is_one(verb: str, thing: str, word: bool) -> None:
    """ "Withdrew her claims" and "denied everything" are words, "withdrew her troops" is none."""
    doc = parsed(f"Roe/NNP/nsubj/1 {verb}/VBD/ROOT/0 her/PRP$/nmod:poss/1 {thing}/NNS/obj/-2")
    assert is_word(Hop(doc[0:1], (doc[1:2],), (doc[2:4],), None, 1.0)) == word


@pytest.mark.parametrize(
    ("before", "source"),
    [("I/PRP/nsubj/1", "I"), ("Nobody/NN/nsubj/1", "Nobody"), ("Roe/NNP/nsubj/2 never/RB/advmod/1", "Roe")],
)
def test_what_is_denied_and_what_one_says_oneself_is_left_to_the_judge(before: str, source: str) -> None:
    """ "I vowed to", "nobody vowed to" and "Roe never vowed to" tell of no word of anybody's."""
    text = f"{before} vowed|vow/VBD/ROOT/0 to/TO/mark/1 sell/VB/xcomp/-2"
    cue = "never vowed" if "never" in before else "vowed"
    assert needed(text, cue, "to sell", source) == 1.0


@pytest.mark.parametrize(
    ("verb", "cue"),
    [
        ("would/MD/aux/1 vow/VB/ROOT/0", "would vow"),
        ("to/TO/mark/1 vow/VB/ROOT/0", "vow"),
        ("is/VBZ/aux:pass/1 advised|advise/VBN/ROOT/0", "advised"),
    ],
)
def test_what_may_be_said_one_day_is_left_to_the_judge(verb: str, cue: str) -> None:
    """ "Would vow", "to vow" and "is advised" are no words of Roe's yet."""
    words = 2
    text = f"Roe/NNP/nsubj/{words} {verb} to/TO/mark/1 sell/VB/xcomp/-2"
    assert needed(text, cue, "to sell") == 1.0


def test_what_lacks_its_object_is_left_to_the_judge() -> None:
    """ "What Roe regards as unfair" without what it is."""
    assert (
        needed("Roe/NNP/nsubj/1 regards|regard/VBZ/ROOT/0 as/IN/case/1 unfair/JJ/obl/-2", "regards", "as unfair") == 1.0
    )


def test_its_promise_to_do_something_is_its_word() -> None:
    """ "Its promise to close" holds what is promised; "its plan to close" need not have been told to anybody."""
    text = "its/PRP$/nmod:poss/1 {}/NN/ROOT/0 to/TO/mark/1 close/VB/acl/-2"
    assert needed(text.format("promise"), "promise", "to close", "its") == FORMED
    assert needed(text.format("plan"), "plan", "to close", "its") == OWNED


@pytest.mark.parametrize(("by", "word"), [("from/IN", True), ("with/IN", False)])
def test_a_promise_from_somebody_is_his_wherever_the_parser_hangs_him(by: str, word: bool) -> None:
    """ "Won a promise from the mayor that he would pay": the mayor has promised."""
    doc = parsed(
        f"They/PRP/nsubj/1 won|win/VBD/ROOT/0 a/DT/det/1 promise/NN/obj/-2 {by}/case/2 the/DT/det/1 mayor/NN/obl/-5"
        " that/IN/mark/3 he/PRP/nsubj/2 would/MD/aux/1 pay/VB/acl/-4"
    )
    found = [one for one in nominal(doc) if one.source is not None]
    assert [one.source.text for one in found if one.source] == (["the mayor"] if word else [])
    assert all(map(is_word, found))


@pytest.mark.parametrize(("adverb", "called"), [("often", True), ("be", False)])
def test_what_is_called_something_is_hearsay(adverb: str, called: bool) -> None:
    """ "Is often described as a marvel" says so of nobody in particular; "described" without an "as" tells nothing."""
    last = "as/IN/case/2" if called else "in/IN/case/2"
    doc = parsed(
        f"Piers/NNS/nsubj:pass/3 are/VBP/aux:pass/2 {adverb}/RB/advmod/1 described|describe/VBN/ROOT/0"
        f" {last} a/DT/det/1 book/NN/obl/-3"
    )
    cue = doc[1:5] if called else doc[1:4]
    assert is_word(Hop(None, (cue,), (doc[0:1], doc[5:7]), None, 1.0)) == called


@pytest.mark.parametrize(
    ("subject", "adverb", "foretold"),
    [
        ("storms|storm/NNS", "", True),
        ("storms|storm/NNS", "widely/RB/advmod/1 ", False),
        ("Roe/NNP", "", False),
        ("officials|official/NNS", "", False),
        ("he/PRP", "", False),
    ],
)
def test_what_is_expected_of_things_the_writer_foretells_himself(subject: str, adverb: str, foretold: bool) -> None:
    """ "Storms are expected to come" is nobody's word; of people others expect it, and "widely expected" is told so."""
    gap = 3 if adverb else 2
    doc = parsed(
        f"{subject}/nsubj:pass/{gap} are/VBP/aux:pass/{gap - 1} {adverb}expected|expect/VBN/ROOT/0"
        " to/TO/mark/1 come/VB/xcomp/-2"
    )
    cue = doc[1 : gap + 1]
    assert is_act(Hop(None, (cue,), (doc[0:1], doc[gap + 1 :]), None, 1.0)) == foretold


def test_what_somebody_allegedly_did_is_hedged_without_a_subject() -> None:
    """ "Tried for allegedly burning the pier", "a boat allegedly sold by Roe"; "what allegedly happened" is open."""
    doc = parsed(
        "Roe/NNP/nsubj:pass/2 was/VBD/aux:pass/1 tried|try/VBN/ROOT/0 for/IN/mark/2 allegedly/RB/advmod/1"
        " burning|burn/VBG/advcl/-3 the/DT/det/1 pier/NN/obj/-2"
    )
    assert told(run(propose_hearsay, doc, [])) == [(None, ("allegedly",), ("burning the pier",), None)]
    doc = parsed(
        "It/PRP/nsubj/1 was/VBD/ROOT/0 a/DT/det/1 boat/NN/xcomp/-2 allegedly/RB/advmod/1 sold|sell/VBN/acl/-2"
        " by/IN/case/1 Roe/NNP/obl/-2"
    )
    assert told(run(propose_hearsay, doc, [])) == [(None, ("allegedly",), ("a boat", "sold by Roe"), None)]
    doc = parsed(
        "Roe/NNP/nsubj/1 saw|see/VBD/ROOT/0 what/WP/nsubj/2 allegedly/RB/advmod/1 happened|happen/VBD/ccomp/-3"
    )
    assert run(propose_hearsay, doc, []) == []


ANSWER = (
    "Hours/NNS/obl/1 later|late/RB/ROOT/0 came|come/VBD/dep/-1 a/DT/det/1 {}/NN/nsubj/-2 {}/IN/case/3 the/DT/det/2"
    " harbour/NN/compound/1 office/NN/nmod/-4 ././punct/-8 ¶ “/``/punct/3 It/PRP/nsubj/2 will/MD/aux/1"
    " open/VB/ROOT/0 soon/RB/advmod/-1 ././punct/-2 ”/''/punct/-3"
)


@pytest.mark.parametrize(
    ("noun", "by", "who"),
    [
        ("reply", "from", "the harbour office"),
        ("statement", "by", "the harbour office"),
        ("boat", "from", None),
        ("reply", "to", None),
    ],
)
def test_a_quotation_behind_an_answer_is_whose_answer_it_was(noun: str, by: str, who: str | None) -> None:
    """ "Hours later came a reply from the harbour office." and then the quotation alone."""
    doc = parsed(ANSWER.format(noun, by))
    found = speaker_beside(doc, [], [doc[11:17]])
    assert (found.text if found is not None else None) == who


WALK = (
    "“/``/punct/3 I/PRP/nsubj/1 played|play/VBD/ROOT/0 ././punct/-1 ”/''/punct/-2 Bo/NNP/nsubj/1 left|leave/VBD/ROOT/0"
    " at/IN/case/1 dawn/NN/obl/-2 ././punct/-3 {}“/``/punct/3 It/PRP/nsubj/2 was/VBD/cop/1 cold/JJ/ROOT/0"
    " ././punct/-1 ”/''/punct/-2"
)


@pytest.mark.parametrize(
    ("between", "who"), [("", "Bo"), ("Ada/NNP/nsubj/1 stayed|stay/VBD/ROOT/0 ././punct/-1 ", None)]
)
def test_who_alone_is_told_of_goes_on_between_quotations(between: str, who: str | None) -> None:
    """ "“I played.” Bo left at dawn. “It was cold.”" is all Bo's; where Ada is told of too it may be hers."""
    doc = parsed(WALK.format(between))
    start = len(doc) - 6
    spoken = [Hop(doc[5:6], (), (doc[0:5],), None, 0.6)]
    found = speaker_beside(doc, spoken, [doc[start:]])
    assert (found.text if found is not None else None) == who


def test_a_quotation_behind_the_writers_own_sentence_is_one_of_its_own() -> None:
    """ "Bo spoke. “It really was cold.” Snow came. “It so was cold.”": two, as the writer stands between them."""
    spoke = "Bo/NNP/nsubj/1 spoke|speak/VBD/ROOT/0 ././punct/-1 "
    quote = "“/``/punct/3 It/PRP/nsubj/2 {}/RB/advmod/1 was|be/VBD/ROOT/0 cold/JJ/xcomp/-1 ././punct/-2 ”/''/punct/-3"
    doc = parsed(
        f"{spoke}{quote.format('really')} Snow/NN/nsubj/1 came|come/VBD/ROOT/0 ././punct/-1 {quote.format('so')}"
    )
    found = [h.content for h in run(propose_bare, doc, [Hop(doc[0:1], (doc[1:2],), (doc[3:10],), None, 0.6)])]
    assert [[c.text for c in content] for content in found] == [["“It really was cold.”"], ["“It so was cold.”"]]


def test_hearsay_inside_what_somebody_says_is_a_hop_of_its_own() -> None:
    """ "The guards reportedly fled", said by somebody: the nesting puts it inside."""
    doc = parsed(
        "Roe/NNP/nsubj/1 said|say/VBD/ROOT/0 guards|guard/NNS/nsubj/2 reportedly/RB/advmod/1 fled|flee/VBD/ccomp/-3"
    )
    found = told(run(propose_hearsay, doc, [hop(doc, "Roe", "said", "guards reportedly fled")]))
    assert (None, ("reportedly",), ("guards", "fled"), None) in found
