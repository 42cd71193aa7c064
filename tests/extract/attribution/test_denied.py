"""What is denied, rejected or not confirmed is told once, with its noun and by whoever does it."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc

from tests.doc_builder import parsed
from tests.extract.attribution.test_stages import hop, run, told
from whosays.extract.attribution.filter.acts import is_act
from whosays.extract.attribution.filter.non_statements import drop_unspoken
from whosays.extract.attribution.filter.words import FORMED, share_needed
from whosays.extract.attribution.kind_rules import kind_by_stance
from whosays.extract.attribution.revise.clauses import fit_clauses
from whosays.extract.records import Kind, Stance

THAT_SAID = "that it leaked"
THAT = "that/IN/mark/2 it/PRP/nsubj/1 leaked|leak/VBD/acl/-3"


def denied(noun: str, verb: str = "denied|deny") -> Doc:
    return parsed(f"Roe/NNP/nsubj/1 {verb}/VBD/ROOT/0 {noun}/NNS/obj/-1 {THAT}")


@pytest.mark.parametrize("content", [(), (THAT_SAID,)], ids=["torn off", "without its noun"])
def test_a_denial_has_the_claim_with_its_noun(content: tuple[str, ...]) -> None:
    """Though the noun is a cue of its own, which has taken what is denied."""
    doc = denied("claims|claim")
    denial, claim = told(
        run(fit_clauses, doc, [hop(doc, "Roe", "denied", *content), hop(doc, None, "claims", THAT_SAID)])
    )
    assert denial == ("Roe", ("denied",), ("claims that it leaked",), None)
    assert claim[2] == (THAT_SAID,)


@pytest.mark.parametrize(
    ("noun", "verb"),
    [("claims|claim", "repeated|repeat"), ("loans|loan", "denied|deny")],
    ids=["not denied", "no claim"],
)
def test_only_a_denial_takes_the_claim(noun: str, verb: str) -> None:
    """Who repeats a claim may have said something else, and a loan is none."""
    doc = denied(noun, verb)
    hops = [hop(doc, "Roe", verb.split("|", maxsplit=1)[0], THAT_SAID)]
    assert run(fit_clauses, doc, hops) == hops


@pytest.mark.parametrize(
    ("noun", "verb", "source", "inside", "act"),
    [
        ("claims|claim", "denied|deny", None, 0, True),
        ("claims|claim", "denied|deny", None, None, False),
        ("claims|claim", "repeated|repeat", None, 0, False),
        ("claims|claim", "denied|deny", "Roe", 0, False),
        ("hopes|hope", "denied|deny", None, 0, False),
    ],
    ids=["denied", "nobody denies it", "repeated", "of somebody", "no claim"],
)
def test_a_claim_that_is_denied_is_no_voice(
    noun: str, verb: str, source: str | None, inside: int | None, act: bool
) -> None:
    """Whose it is nothing tells, and who denies it has it in the denial."""
    doc = denied(noun, verb)
    assert is_act(hop(doc, source, noun.split("|", maxsplit=1)[0], THAT_SAID, inside=inside)) is act


@pytest.mark.parametrize(
    ("verb", "content", "act"),
    [
        ("rejected|reject", "for pay", True),
        ("repeated|repeat", "for pay", False),
    ],
)
def test_proposals_turned_down_say_nothing(verb: str, content: str, act: bool) -> None:
    """What is asked for is told of; whose it is plays no part."""
    doc = parsed(
        f"Roe/NNP/nsubj/1 {verb}/VBD/ROOT/0 the/DT/det/1 guild/NN/nmod:poss/2 ’s/POS/case/-1 demands|demand/NNS/obj/-4"
        " for/IN/case/1 pay/NN/nmod/-2"
    )
    assert is_act(hop(doc, "the guild ’s", "demands", content)) is act


@pytest.mark.parametrize(
    ("verb", "thing", "share"),
    [
        ("dismissed|dismiss", "concerns|concern", FORMED),
        ("rejected|reject", "criticism", FORMED),
        ("disputed|dispute", "figures|figure", FORMED),
        ("rejected|reject", "offers|offer", 1.0),
        ("bought|buy", "concerns|concern", 1.0),
    ],
)
def test_who_counters_what_may_be_wrong_has_spoken(verb: str, thing: str, share: float) -> None:
    """The judge need hardly believe in it; an offer is no claim."""
    doc = parsed(f"Roe/NNP/nsubj/1 {verb}/VBD/ROOT/0 the/DT/det/1 {thing}/NNS/obj/-2")
    assert (
        share_needed(hop(doc, "Roe", verb.split("|", maxsplit=1)[0], f"the {thing.split('|', maxsplit=1)[0]}")) == share
    )


@pytest.mark.parametrize(
    ("verb", "thing", "act"),
    [
        ("claimed|claim/VBD", "asylum/NN/obj/-1", True),
        ("claimed|claim/VBD", "£/$/obj/-1", True),
        ("claimed|claim/VBD", "responsibility/NN/obj/-1", False),
        ("referred|refer/VBD", "clerks|clerk/NNS/obj/-1", True),
        ("referred|refer/VBD", "questions|question/NNS/obj/-1", False),
        ("appealed|appeal/VBD", "against/IN/case/1 it/PRP/obl/-2", True),
        ("appealed|appeal/VBD", "for/IN/case/1 calm/NN/obl/-2", False),
    ],
)
def test_what_is_brought_before_an_office_is_no_word(verb: str, thing: str, act: bool) -> None:
    """Money and asylum are claimed, cases referred and rulings appealed against; who claims a raid has said so."""
    doc = parsed(f"Roe/NNP/nsubj/1 {verb}/ROOT/0 {thing}")
    assert is_act(hop(doc, "Roe", doc[1].text, doc[2:].text)) is act


UNCONFIRMED = (
    "Roe/NNP/nsubj/1 said|say/VBD/ROOT/0 {}/nsubj/3 could|can/MD/aux/2 {}/RB/advmod/1 confirm/VB/ccomp/-4"
    " this/DT/obj/-1"
)


@pytest.mark.parametrize(
    ("who", "negation", "source", "kept"),
    [
        ("she/PRP", "not", "Roe", 1),
        ("she/PRP", "neither", "she", 1),
        ("police/NNS", "not", "police", 2),
        ("she/PRP", "soon", "she", 2),
    ],
    ids=["the speaker", "a pronoun", "others", "not negated"],
)
def test_who_says_that_he_keeps_silent_does_so_once(who: str, negation: str, source: str, kept: int) -> None:
    """ "Roe said she could not confirm it" is one silence; that of others is theirs."""
    doc, name = parsed(UNCONFIRMED.format(who, negation)), who.split("/", maxsplit=1)[0]
    outer = hop(doc, "Roe", "said", f"{name} could {negation} confirm this")
    inner = hop(doc, source, f"could {negation} confirm", "this")
    assert run(drop_unspoken, doc, [outer, inner]) == [outer, inner][:kept]


@pytest.mark.parametrize(
    ("kind", "stance", "expected"),
    [
        ("refusal", "reports", "speech"),
        ("refusal", "unverified", "speech"),
        ("refusal", "asserts", "speech"),
        ("refusal", "noComment", "refusal"),
        ("speech", "noComment", "refusal"),
        ("document", "noComment", "document"),
    ],
)
def test_who_tells_that_others_are_silent_speaks(kind: Kind, stance: Stance, expected: Kind) -> None:
    """Only silence of one's own is a refusal."""
    assert kind_by_stance(kind, stance) == expected
