"""Whose word a claim is, where two are to be one: what somebody only thinks, and what two voices assert."""

import pytest

from benchmarks.deriving import propositions
from benchmarks.rough import rough_terms
from whosays.graph.articles.statements import Claim, Hop, Told
from whosays.graph.claims import likeness
from whosays.graph.claims.likeness import same_claim
from whosays.graph.claims.matcher import Node, said
from whosays.graph.wording import wording

STUCK = "that the upper gate of the dam was stuck"
CONTEXT = frozenset({"sarn", "castellan", "lowmark", "ferrel"})


def article(name: str, voice: str, kind: str = "speech", stance: str = "asserts") -> Told:
    """Return an article in which somebody says, or thinks, that the gate was stuck."""
    claim = Claim(f"{name}#claim=0,40", 0, 40, STUCK, terms=rough_terms(STUCK), alone=STUCK)
    source = f"{name}#ref=0"
    hop = Hop(f"{name}#attr=0", source, None, stance, claim.iri, kind=kind)
    return Told(name, None, CONTEXT, (claim,), (hop,), {source: voice}, called={source: voice})


def joined(*articles: Told) -> int:
    return sum(len(proposition.nodes) > 1 for proposition in propositions(articles))


def test_what_somebody_thinks_is_what_that_voice_says() -> None:
    """Who says what they are told to think elsewhere says it twice; another's thought is not their word."""
    thought = article("a", "Tomas Ferrel", "thought")
    assert joined(thought, article("b", "Ferrel")) == 1
    assert joined(thought, article("b", "Ferrel", "thought")) == 1
    assert joined(thought, article("b", "Ana Malk")) == 0
    assert joined(thought, article("b", "")) == 0
    assert joined(article("a", "Tomas Ferrel"), article("b", "Ana Malk")) == 1


@pytest.mark.parametrize(("kind", "stance"), [("showing", "asserts"), ("thought", "noComment")])
def test_what_nobody_tells(kind: str, stance: str) -> None:
    """What pictures are taken to show, and what somebody keeps to themselves, is nothing to compare."""
    assert said(article("a", "Tomas Ferrel", kind, stance)).nodes == ()


def test_a_rule_that_the_trees_doubt(monkeypatch: pytest.MonkeyPatch) -> None:
    """It does not suffice for what two voices assert; it does where one may have both from itself, or denies."""

    class Doubtful:
        def log_odds(self, _: object) -> float:
            return likeness.DOUBTED - 1

    monkeypatch.setattr(likeness, "trees", Doubtful)
    monkeypatch.setattr(likeness, "chance", lambda *_: 0.0)
    ferrel, malk, again, nobody, denies = (
        _node(said(article(name, voice, stance=stance)).nodes)
        for name, voice, stance in (
            ("a", "Tomas Ferrel", "asserts"),
            ("b", "Ana Malk", "asserts"),
            ("c", "Ferrel", "asserts"),
            ("d", "", "asserts"),
            ("e", "Ana Malk", "denies"),
        )
    )
    assert not same_claim(ferrel, malk)
    assert same_claim(ferrel, again)
    assert same_claim(ferrel, nobody)
    assert same_claim(ferrel, denies)
    assert wording(rough_terms(STUCK)) == ferrel.words


def _node(nodes: tuple[Node, ...]) -> Node:
    (node,) = nodes
    return node
