"""Nouns of telling that no stage has taken: whose each is and what it holds."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc

from tests.doc_builder import parsed
from whosays.extract.attribution.attribution import AttributionSet, Hop
from whosays.extract.attribution.linker import Linker
from whosays.extract.attribution.propose.nouns import nominal, propose_nouns
from whosays.extract.attribution.reading import Reading

PROMISE = (
    "The/DT/det/1 mill/NN/nmod:poss/2 's/POS/case/-1 promise/NN/nsubj/3 to/TO/mark/1 pay/VB/acl/-2 fell/VBD/ROOT/0"
)
ITS = "Roe/NNP/nsubj/1 kept|keep/VBD/ROOT/0 its/PRP$/nmod:poss/1 pledge/NN/obj/-2 to/TO/mark/1 stay/VB/acl/-2"
OF = (
    "Roe/NNP/nsubj/1 recalled|recall/VBD/ROOT/0 the/DT/det/1 mill/NN/nmod:poss/2 's/POS/case/-1"
    " warnings|warning/NNS/obj/-4"
    " of/IN/case/2 a/DT/det/1 flood/NN/nmod/-3"
)
CALLS = (
    "Roe/NNP/nsubj/1 ignored|ignore/VBD/ROOT/0 calls|call/NNS/obj/-1 from/IN/case/2 the/DT/det/1 union/NN/nmod/-3"
    " to/TO/mark/1 resign/VB/acl/-5"
)
HUNG = (  # the clause hangs on the giver
    "Roe/NNP/nsubj/1 ignored|ignore/VBD/ROOT/0 calls|call/NNS/obj/-1 from/IN/case/2 the/DT/det/1 union/NN/nmod/-3"
    " to/TO/mark/1 resign/VB/acl/-2"
)
AFFAIR = (
    "Roe/NNP/nsubj/1 denied|deny/VBD/ROOT/0 allegations|allegation/NNS/obj/-1 he/PRP/nsubj/1 had|have/VBD/acl/-2"
    " a/DT/det/1 debt/NN/obj/-2"
)
FEARS = (
    "Sales/NNS/nsubj/1 fell|fall/VBD/ROOT/0 on/IN/case/1 fears|fear/NNS/obl/-2 that/IN/mark/3"
    " the/DT/det/1 dam/NN/nsubj/1"
    " leaks|leak/VBZ/acl/-4"
)
MADE = (
    "Roe/NNP/nsubj/1 denied|deny/VBD/ROOT/0 claims|claim/NNS/obj/-1 he/PRP/nsubj/1 made|make/VBD/acl:relcl/-2"
    " twice/RB/advmod/-1"
)
ORDER = "Roe/NNP/nsubj/1 left|leave/VBD/ROOT/0 in/IN/mark/3 order/NN/fixed/-1 to/TO/fixed/-2 rest/VB/advcl/-4"
CALL = "A/DT/det/1 call/NN/nsubj/3 to/TO/mark/1 act/VB/acl/-2 came|come/VBD/ROOT/0"
NEWS = (
    "Roe/NNP/nsubj/1 brought|bring/VBD/ROOT/0 a/DT/det/1 message/NN/obj/-2 that/WDT/nsubj/1"
    " cheered|cheer/VBD/acl:relcl/-2"
    " her/PRP/obj/-1"
)


def told(hops: list[Hop]) -> list[tuple[str | None, str, str]]:
    return [(h.source.text if h.source else None, h.cue[0].text, h.content[0].text) for h in hops]


@pytest.mark.parametrize(
    ("words", "hop"),
    [
        (PROMISE, ("The mill 's", "promise", "to pay")),
        (ITS, ("its", "pledge", "to stay")),
        (OF, ("the mill 's", "warnings", "a flood")),
        (CALLS, ("the union", "calls", "to resign")),
        (HUNG, ("the union", "calls", "to resign")),
        (AFFAIR, (None, "allegations", "he had a debt")),
        (FEARS, (None, "fears", "that the dam leaks")),
    ],
    ids=[
        "promise to",
        "its pledge to",
        "warnings of",
        "calls from",
        "clause of the giver",
        "without that",
        "fears that",
    ],
)
def test_a_noun_of_telling_gets_its_owner_and_what_it_holds(words: str, hop: tuple[str | None, str, str]) -> None:
    """What is promised, asked for, alleged and feared, by the forms in which nouns hold it."""
    assert told(list(nominal(parsed(words)))) == [hop]


@pytest.mark.parametrize(
    "words", [MADE, ORDER, CALL, NEWS], ids=["claims he made", "in order to", "nobody's", "relative"]
)
def test_what_only_looks_like_it_is_left_alone(words: str) -> None:
    """A noun that is the object of its clause, an idiom, an errand of nobody, a clause about the noun."""
    assert list(nominal(parsed(words))) == []


def test_a_noun_inside_a_content_is_inside_the_hop_that_has_it() -> None:
    """The innermost content that has the noun; a noun that is a cue already is left alone."""
    doc: Doc = parsed(AFFAIR)
    outer = Hop(doc[0:1], (doc[1:2],), (doc[2:7],), None, 1.0)
    reading = Reading.of(doc, [], lambda docs: [[] for _ in docs], Linker({}, {}))
    found = AttributionSet([outer])
    propose_nouns(reading, found)
    assert [h.inside for h in found.hops()] == [None, 0]
    taken = AttributionSet([Hop(doc[0:1], (doc[1:3],), (doc[3:7],), None, 1.0)])
    propose_nouns(reading, taken)
    assert len(taken.hops()) == 1
