"""Who stands behind a claim that others deny, and what of it is a denial: both signs of each kind."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.graph.origins.test_counting import GATE, article
from tests.graph.origins.test_interval import Made, counted, holding
from whosays.graph.articles.statements import Hop
from whosays.graph.origins.disputes import disputing, standing
from whosays.graph.origins.witnesses import Witness

SAYS = article("a", ("Mira Castellan", "castellan", None))


def _denying(name: str, *voices: tuple[str, str | None, int | None], text: str = GATE) -> Made:
    return holding(article(name, *voices, text=text), "denies", *["asserts"] * (len(voices) - 1))


def _on(made: Made, day: str | None) -> Made:
    told, voices, entities = made
    return replace(told, day=day), voices, entities


def _sides(*articles: Made) -> tuple[tuple[str, ...], tuple[str, ...]]:
    found = counted(*articles)
    return found.asserted_by, found.disputed_by


def test_who_denies_it_does_not_stand_as_asserting_it() -> None:
    """Read once as saying and once as denying, the Water Office denies; the mayor against it says so."""
    office = ("the Water Office", "office", None)
    asserted, disputed = _sides(SAYS, article("b", office), _denying("c", office))
    assert (asserted, disputed) == (("a#attr=0",), ("c#attr=0",))
    other = article("b", ("the Harbour Office", "harbour", None))
    assert _sides(SAYS, other, _denying("c", office))[0] == ("a#attr=0", "b#attr=0")


@pytest.mark.parametrize(
    ("said", "stands"), [("2031-05-01", True), ("2031-05-03", True), ("2031-05-02", False), (None, False)]
)
def test_who_said_so_on_another_day_changed_their_mind(said: str | None, stands: bool) -> None:
    """Who denies it on another day stands on both sides; on one day, or on none that is known, one is misread."""
    office = ("Tomas Ferrel", "ferrel", None)
    sides = _sides(SAYS, _on(article("b", office), said), _on(_denying("c", office), "2031-05-02"))
    assert ("b#attr=0" in sides[0]) is stands


@pytest.mark.parametrize(("words", "stands"), [("the clinic", False), ("a nurse at the clinic", True)])
def test_who_is_only_described_as_the_denier_is_it(words: str, stands: bool) -> None:
    """ "The clinic" is the Sarn clinic that denies it; somebody who works there is not."""
    denied = _denying("c", ("the Sarn clinic", "clinic", None))
    assert ("b#attr=0" in _sides(SAYS, article("b", (words, None, None)), denied)[0]) is stands


def test_what_is_said_within_a_denial_is_not_asserted() -> None:
    """ "The office denied claims that …": whoever claims it there has it only denied."""
    denied = _denying("b", ("the Water Office", "office", None), ("critics", None, 0))
    assert _sides(SAYS, denied) == (("a#attr=0",), ("b#attr=0",))
    beside = _denying("b", ("the Water Office", "office", None), ("critics", None, None))
    assert _sides(SAYS, beside)[0] == ("a#attr=0", "b#attr=1")


def test_who_reports_a_denial_does_not_assert_what_is_denied() -> None:
    """The Gazette that reports the denial says nothing itself; the Herald, which does not, does."""
    gazette, herald = ("Sarn Gazette", "gazette", None), ("Sarn Herald", "herald", None)
    told, entities, descriptions = article("b", gazette, ("the Water Office", "office", 0))
    outer, inner = told.hops
    hops = (replace(outer, claim=None), replace(inner, stance="denies"))
    denied = (replace(told, hops=hops), entities, descriptions)
    assert _sides(SAYS, article("c", gazette), denied) == (("a#attr=0",), ("b#attr=1",))
    assert _sides(SAYS, article("c", herald), denied)[0] == ("a#attr=0", "c#attr=0")


def test_the_words_that_are_denied_are_not_asserted_there() -> None:
    """An outlet whose sentence holds the denial does not say so itself; one that says so elsewhere in the text does."""
    told, entities, descriptions = article("b", ("the outlet", None, None), ("the Water Office", "office", None))
    own, denial = told.hops
    for where, asserted in (((0, 200), ("a#attr=0",)), ((0, 29), ("a#attr=0", "b#attr=0"))):
        hops = (replace(own, contents=(where,)), replace(denial, stance="denies", contents=((100, 129),)))
        assert _sides(SAYS, (replace(told, hops=hops), entities, descriptions))[0] == asserted


@pytest.mark.parametrize("stance", ["denies", "doubts", "unverified", "noComment"])
def test_what_only_points_at_a_claim_disputes_none(stance: str) -> None:
    """Who denies "the report" or will not comment on it may mean anything in it; who denies its words denies them."""
    told, entities, descriptions = article("b", ("Tomas Ferrel", "ferrel", None), ("the Water Office", "office", None))
    says, denial = told.hops
    pointing = replace(told.claims[1], text="the report", terms="report/N/o", points="report")
    hops = (says, replace(denial, stance=stance))
    for claim, disputed in ((told.claims[1], stance != "noComment"), (pointing, False)):
        made = replace(told, claims=(told.claims[0], claim), hops=hops), entities, descriptions
        assert bool(_sides(SAYS, made)[1]) is disputed, claim.text


@pytest.mark.parametrize(
    ("points", "end", "disputed"),
    [("it", 90, True), ("claims", 90, True), ("report", 90, False), ("claims", -150, False), ("claims", 105, False)],
)
def test_who_denies_the_claims_right_behind_who_makes_them_denies_them(points: str, end: int, disputed: bool) -> None:
    """ "Ferrel said that the gate was stuck.  The office denied this": it cannot mean anything else; a report may."""
    says, denies = _witness("asserts", "ferrel"), _witness("denies", "office")
    says = replace(says, hop=replace(says.hop, iri="b#attr=0", contents=((end - 40, end),)))
    hop = replace(denies.hop, iri="b#attr=1", contents=((100, 104),))
    pointing = replace(denies, hop=hop, stated=False, points=points)
    assert bool(disputing([says, pointing])) is disputed
    assert not disputing([replace(says, hop=replace(says.hop, iri="a#attr=0")), pointing]), "another article"
    silent = replace(pointing, hop=replace(hop, stance="noComment"))
    assert not disputing([says, silent]), "who does not comment"
    own = replace(says, speaker=replace(says.hop, source="b#voice"))
    assert not disputing([own, pointing]), "the outlet's own words"


def test_who_denies_that_it_is_not_so_says_so() -> None:
    """Only of contents that are led by "that": there the "not" is what is denied."""
    told, entities, descriptions = _denying("b", ("Tomas Ferrel", "ferrel", None), text="that the upper gate was stuck")
    terms = told.claims[0].terms.replace("stuck/V/p/", "stuck/V/p/nf")
    for text, sides in (
        (GATE, (("a#attr=0", "b#attr=0"), ())),
        (GATE.removeprefix("that "), (("a#attr=0",), ("b#attr=0",))),
    ):
        made = replace(told, claims=(replace(told.claims[0], text=text, terms=terms),)), entities, descriptions
        assert _sides(SAYS, made) == sides


def test_who_says_that_it_is_not_so_agrees_with_who_denies_it() -> None:
    """Two who say no, one by denying it and one in words, are on one side; who doubts that it is not so is on none."""
    says, no, denies = (
        _witness(stance, name) for name, stance in (("a", "asserts"), ("b", "asserts"), ("c", "denies"))
    )
    no = replace(no, negated=True)
    assert standing([says, no], [denies]) == [says]
    assert standing([says, no], [replace(denies, negated=True)]) == [says, no]


def _witness(stance: str, name: str) -> Witness:
    hop = Hop(f"{name}#attr=0", f"{name}#ref=0", None, stance, None)
    return Witness(hop, hop, name, False, name)
