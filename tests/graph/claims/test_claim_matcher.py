"""Claims that say the same: joined by words, by figures, by what they point at; kept apart where in doubt."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from spacy.language import Language

from benchmarks.deriving import propositions
from benchmarks.rough import rough_terms
from whosays.extract.pipeline import load_model
from whosays.extract.syntax import claim_terms, pointer
from whosays.graph.articles.statements import Claim, Counted, Hop, Told
from whosays.graph.claims.likeness import same_frame
from whosays.graph.claims.matcher import Node, Proposition, said
from whosays.graph.claims.similarity import denied_by, same_words, says_not
from whosays.graph.wording import setting
from whosays.graph.wording.terms import Wording
from whosays.graph.wording.terms import wording as of_terms

CONTEXT = frozenset({"sarn", "castellan", "lowmark", "ferrel"})
ELSEWHERE = frozenset({"quill", "harrow", "teasel", "moth"})


@cache
def pipeline() -> Language:
    return load_model()


@cache
def wording(text: str) -> Wording:
    """Read a wording as the pipeline does."""
    return of_terms(claim_terms(pipeline()(text), [(0, len(text))]))


def article(name: str, *claims: tuple[str, str], context: frozenset[str] = CONTEXT, **figures: Counted) -> Told:
    """Build an article of claims, each a stance and its words, each of a source of its own."""
    made, hops, start = [], [], 0
    for number, (stance, text) in enumerate(claims):
        iri = f"{name}#claim={start},{start + len(text)}"
        counted = (figures[f"c{number}"],) if f"c{number}" in figures else ()
        made.append(
            Claim(iri, start, start + len(text), text, counted, rough_terms(text), points=setting(pointer(text)))
        )
        hops.append(Hop(f"{name}#attr={number}", f"{name}#ref={number}", None, stance, iri))
        start += len(text) + 20
    voices = {f"{name}#ref={number}": f"Voice{number}" for number in range(len(claims))}
    return Told(name, None, context, tuple(made), tuple(hops), voices)


def worded(start: int, end: int, text: str, terms: str = "") -> Claim:
    return Claim(f"a#claim={start},{end}", start, end, text, terms=terms or rough_terms(text))


def killed(name: str, low: float, high: float | None, measure: str = "killed", days: int | None = None) -> Counted:
    return Counted(f"{name}#qty=0,1", "some", low, high, measure, "people", days, things="people")


def groups(*articles: Told) -> list[set[str]]:
    found = propositions(articles)
    return [{node.iri for node in proposition.nodes} for proposition in found if len(proposition.nodes) > 1]


@pytest.mark.model
@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("that the upper gate had been stuck since May", "the upper gate was stuck"),
        ("A hundred geese fled the flooded marsh", "geese were fleeing a marsh that had flooded"),
        ("“The bridge will be rebuilt by autumn,”", "that the bridge will be rebuilt"),
        ("the gate “did not move when we asked it to”", "that the gate had been stuck"),
        ("the ferry was rammed by a barge", "A barge collided with the ferry"),
        ("the collapse of the mill", "the mill has collapsed"),
        ("the parliament voted to scrap the toll", "that the toll will be scrapped by parliament"),
        ("Zemrian soldiers crossed the pass", "that troops of Zemria had crossed the pass"),
        ("the barge was uninsured", "that the barge had not been insured"),
        ("the bridge was opened by the king in May", "that the king opened the bridge"),
        ("the museum closes in May", "that the museum will close in May"),
        ("the bridge was built in 1970", "the army had the bridge built in 1970"),
        ("Malk’s brother was arrested", "that the brother of Malk was arrested"),
        ("he opposes the dam", "that Orland opposes the dam in public"),
    ],
)
def test_the_same_in_other_words(one: str, other: str) -> None:
    """A wording that stands in the other, endings and small words aside, says the same."""
    assert same_words(wording(one), wording(other))


@pytest.mark.model
@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the upper gate was stuck", "the upper gate was not stuck"),
        ("the upper gate was stuck", "the upper gate was painted last year by men from the town"),
        ("they found 12 broken pumps", "they found 30 broken pumps"),
        ("a farmer drowned in Sarn", "a farmer drowned in Quill"),
        ("it was late", "it was late"),
        ("Sarn shelled Quill", "Quill shelled Sarn"),
        ("the second dam could burst", "the second dam has burst"),
        ("the mill burned for two days", "the mill was empty before it burned"),
        ("the border guards of Sarn", "the border of Sarn"),
        ("the guild refused to sell grain to Sarn", "the guild sells grain to Sarn"),
        ("the museum closes in May", "the museum closes in June"),
        ("the mine collapsed in the east", "the mine collapsed in the west"),
        ("the bridge was opened by the king", "the bridge was opened by the queen"),
        ("the king opened the bridge", "the queen opened the bridge"),
        ("the bridge was built in 1970", "the bridge was built by the army"),
        ("the strike at the mill begins on Monday", "the strike at the mill begins on Thursday"),
        (
            "the new bridge over the Lenn was paid for by the guild",
            "the new bridge over the Lenn was paid for by miners",
        ),
        ("Malk was wounded", "Malk’s deputy was killed"),
        ("Malk’s brother was arrested", "Malk was arrested"),
        ("the bishop wrote to the judge", "the judge wrote to the bishop"),
        ("the ferry sailed from Quill to Sarn", "the ferry sailed from Sarn to Quill"),
        ("the mayor accused the bank of fraud", "the bank accused the mayor of fraud"),
        ("he can make Orland pay for the dam", "funding for the dam"),
        ("Orland will not pay for the dam", "he can make Orland pay for the dam"),
        ("a boy was shot in Sarn", "a girl was shot in Sarn"),
    ],
)
def test_the_same_topic_is_not_the_same_claim(one: str, other: str) -> None:
    """Negation, another predicate, another number or name, or too few words keep two wordings apart."""
    assert not same_words(wording(one), wording(other))


@pytest.mark.model
@pytest.mark.parametrize(
    ("part", "precision", "recall"), [("tuned", 0.97, 0.87), ("held out", 1, 0.61), ("set apart", 1, 0.9)]
)
def test_pairs_of_claims_on_one_event(part: str, precision: float, recall: float) -> None:
    """Of pairs that share most of their words few that differ are joined; what recall that leaves is held."""
    lines = (Path(__file__).parents[2] / "data" / "claim_pairs.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line.startswith(f"{part}\t")]
    judged = [(verdict == "same", same_words(wording(one), wording(other))) for _, verdict, one, other in rows]
    right = sum(same and found for same, found in judged)
    assert len(rows) >= 29
    assert right / sum(found for _, found in judged) >= precision
    assert right / sum(same for same, _ in judged) >= recall


@pytest.mark.model
def test_which_comes_first_does_not_matter() -> None:
    """Two wordings are judged the same way round and the other."""
    lines = (Path(__file__).parents[2] / "data" / "claim_pairs.tsv").read_text(encoding="utf-8").splitlines()
    for _, _, one, other in (line.split("\t") for line in lines[1:]):
        assert same_words(wording(one), wording(other)) == same_words(wording(other), wording(one))


def test_articles_must_be_about_the_same() -> None:
    """Equal words of articles that share no names stay apart."""
    one = article("a", ("asserts", "that the upper gate was stuck"))
    other = article("b", ("asserts", "that the upper gate was stuck"))
    foreign = article("c", ("asserts", "that the upper gate was stuck"), context=ELSEWHERE)
    assert groups(one, other, foreign) == [{one.claims[0].iri, other.claims[0].iri}]


def test_figures_are_joined_by_their_frame() -> None:
    """At least 40 killed is one proposition however it is worded; 43 killed and 40 wounded are others."""
    one = article("a", ("asserts", "at least 40 people died in the flood"), c0=killed("a", 40, None))
    other = article("b", ("asserts", "the flood took 40 lives or more"), c0=killed("b", 40, None))
    more = article("c", ("asserts", "43 died"), c0=killed("c", 43, 43))
    hurt = article("d", ("asserts", "at least 40 hurt"), c0=killed("d", 40, None, "wounded"))
    brief = article("e", ("asserts", "at least 40 over the weekend"), c0=killed("e", 40, None, days=3))
    long = article("f", ("asserts", "at least 40 this month"), c0=killed("f", 40, None, days=30))
    assert groups(one, other, more, hurt) == [{"a#qty=0,1", "b#qty=0,1"}]
    assert groups(brief, long) == []


def test_a_denial_carries_the_claim_that_is_denied() -> None:
    """A quotation that says no is the denial of the claim, which is stated positively."""
    one = article("a", ("asserts", "that the upper gate was stuck"))
    other = article("b", ("denies", "“There was no stuck upper gate”"))
    assert len(groups(one, other)) == 1


def test_a_denial_says_what_another_says() -> None:
    """Of claims that are joined, only one that flatly says that the other is not so denies it."""
    stuck, not_stuck = (
        Node(i, worded(0, 9, t), wording(t))
        for i, t in (("a", "the upper gate was stuck"), ("b", "the upper gate was not stuck"))
    )
    leaving, staying = (
        Node(i, worded(0, 9, t), wording(t)) for i, t in (("c", "he will step down"), ("d", "he will not stand again"))
    )
    assert Proposition((stuck, not_stuck)).denials == {"b"}
    assert Proposition((leaving, staying)).denials == frozenset()


def test_what_points_at_a_claim_stands_for_it() -> None:
    """The words "the account" stand for the claim before it, "Voice0's figure" for that voice's, "neither" for none."""
    told = article(
        "a",
        ("asserts", "at least 40 people were killed"),
        ("asserts", "that the upper gate was stuck"),
        ("unverified", "the account"),
        ("doubts", "Voice0’s figure"),
        ("unverified", "neither claim"),
        c0=killed("a", 40, None),
    )
    stands_for = said(told).stands_for
    figures, gate, account, his, neither = (stands_for[claim.iri] for claim in told.claims)
    assert (account, his, neither) == (gate, figures, ())


def test_a_go_between_stands_for_what_it_passes_on() -> None:
    """The claim of whoever reports another voice is that voice's claim."""
    inner = worded(20, 50, "that the upper gate was stuck")
    outer = worded(
        0, 50, "the union had warned that the upper gate was stuck", "union/N/s warn/V/p upper/A//i gate/N//i"
    )
    hops = (
        Hop("a#attr=0", "a#ref=0", None, "reports", outer.iri),
        Hop("a#attr=1", "a#ref=1", "a#attr=0", "asserts", inner.iri),
    )
    ready = said(Told("a", None, CONTEXT, (outer, inner), hops, {}))
    assert ready.stands_for == {inner.iri: (inner.iri,), outer.iri: (inner.iri,)}


def test_several_sentences_are_what_opens_them() -> None:
    """What a voice passes on in its first sentence is its claim; what it passes on later is only that voice's."""
    opening = worded(5, 40, "the upper gate had been stuck since May")
    words = "“The upper gate had been stuck since May, we were told. The siren failed.”"
    outer = worded(0, 99, words, "upper/A/s/i gate/N/s/i stick/V/p/i may/M//i . siren/N/s fail/V/p")
    hops = (
        Hop("a#attr=0", "a#ref=0", None, "reports", outer.iri),
        Hop("a#attr=1", "a#ref=1", "a#attr=0", "asserts", opening.iri),
    )
    assert said(Told("a", None, CONTEXT, (outer, opening), hops, {})).stands_for[outer.iri] == (opening.iri,)
    outer = worded(0, 99, words, "upper/A/s gate/N/s stick/V/p may/M . siren/N/s/i fail/V/p/i")
    later = worded(60, 99, "the siren failed")
    hops = (hops[0], Hop("a#attr=1", "a#ref=1", "a#attr=0", "asserts", later.iri))
    assert said(Told("a", None, CONTEXT, (outer, later), hops, {})).stands_for[outer.iri] == (outer.iri,)


def test_a_reported_denial_is_not_what_is_denied() -> None:
    """That a voice denied something is another claim than what it denied."""
    inner = worded(20, 50, "that the upper gate was stuck")
    outer = worded(
        0, 50, "the union had denied that the upper gate was stuck", "union/N/s deny/V/p upper/A//i gate/N//i"
    )
    hops = (Hop("a#attr=0", "s", None, "reports", outer.iri), Hop("a#attr=1", "s", "a#attr=0", "denies", inner.iri))
    assert said(Told("a", None, CONTEXT, (outer, inner), hops, {})).stands_for == {
        inner.iri: (inner.iri,),
        outer.iri: (),
    }


def test_who_tells_of_a_plan_says_so() -> None:
    """What somebody only thinks or plans is said by whoever tells of it."""
    inner = worded(20, 50, "to close the upper gate")
    outer = worded(0, 50, "the union plans to close the upper gate")
    told, thought = (
        Hop("a#attr=0", "s", None, "reports", outer.iri),
        Hop("a#attr=1", "s", "a#attr=0", "asserts", inner.iri, kind="thought"),
    )
    assert said(Told("a", None, CONTEXT, (outer, inner), (told, thought), {})).stands_for[outer.iri] == (outer.iri,)


def test_evidence_stands_for_what_it_shows() -> None:
    """Who could not verify "the footage" could not verify what it was said to show."""
    told = article("a", ("asserts", "footage showing that guards burned the letters"), ("unverified", "the clip"))
    shown, clip = (said(told).stands_for[claim.iri] for claim in told.claims)
    assert clip == shown
    unshown = article("a", ("asserts", "that the upper gate was stuck"), ("unverified", "the clip"))
    assert said(unshown).stands_for[unshown.claims[1].iri] == ()


def test_few_words_are_one_claim_of_one_voice_only() -> None:
    """Two articles in which one voice announces "an inquiry" share the claim; of two voices they are two claims."""
    one, other = article("a", ("asserts", "an inquiry")), article("b", ("asserts", "an inquiry"))
    assert groups(one, other) == []
    named = [replace(told, voices={f"{told.article}#ref=0": "Ruta Sehnal"}) for told in (one, other)]
    assert len(groups(*named)) == 1


@pytest.mark.model
def test_who_says_flatly_that_it_is_not_so_denies_it() -> None:
    """A statement that there was no such thing is the denial of the claim, a negation elsewhere in it is none."""
    stuck = wording("that the upper gate had been stuck since May")
    assert denied_by(stuck, wording("the upper gate was not stuck"))
    assert not denied_by(wording("the lower gate was never painted"), stuck)
    assert not denied_by(
        wording("to have crossed nothing and seen nothing"), wording("that troops had crossed the pass")
    )


@pytest.mark.model
def test_a_not_elsewhere_denies_nothing() -> None:
    """Who says "no excuses" and accepts it does not deny accepting it; who does not accept it does."""
    accepts = wording("the governor fully accepts the responsibility for the broken gate")
    assert not denied_by(
        wording("the governor had no excuses and fully accepted the responsibility for the broken gate"), accepts
    )
    assert denied_by(wording("the governor did not accept the responsibility for the broken gate"), accepts)


def test_what_ends_when_something_happens_is_not_denied() -> None:
    """Who will not stop until they have paid does not say that they will never stop."""
    terms = "strike/N/s stop/V/p/nf"
    for text, flat in (("the strike will not stop until they have paid", False), ("the strike will not stop", True)):
        told = article("a", ("asserts", text))
        (node,) = said(replace(told, claims=(replace(told.claims[0], terms=terms),))).nodes
        assert (node.words.negated, node.words.flat) == (True, flat)


@pytest.mark.model
def test_says_not() -> None:
    """A "no" or "not" with what is said; "without" and a clause beside leave it as it is."""
    assert says_not(wording("the upper gate was not stuck"))
    assert says_not(wording("there are no plans to close the gate"))
    assert not says_not(wording("the office closed the gate without a warning"))
    assert not says_not(wording("the upper gate was stuck"))


def test_who_says_no_as_others_do_denies_nothing() -> None:
    """Where one has a "not" that denies none of the others, all with a "not" say that it is not so."""
    texts = {"a": "the upper gate was stuck", "b": "the upper gate was not stuck", "c": "the gate was not painted"}
    stuck, not_stuck, agreeing = (Node(i, worded(0, 9, t), wording(t)) for i, t in texts.items())
    assert Proposition((stuck, not_stuck)).denials == {"b"}
    assert Proposition((stuck, not_stuck, agreeing)).denials == frozenset()


def test_to_deny_that_it_is_not_so_is_to_say_so() -> None:
    """ "Denied that the gate was not stuck" says that it was; the denier's own "was not stuck" denies it."""
    for text, undenied in (("that the upper gate was not stuck", True), ("“The upper gate was not stuck”", False)):
        told = article("a", ("denies", text))
        terms = "upper/A/s gate/N/s stick/V/p/nf"
        (node,) = said(replace(told, claims=(replace(told.claims[0], terms=terms),))).nodes
        assert (node.undenied, node.denied, node.words.negated) == (undenied, not undenied, False)


@pytest.mark.model
def test_there_was_no_such_thing_denies_it() -> None:
    """A participle before its noun tells what happened."""
    assert denied_by(wording("“There was no stuck gate,”"), wording("that the upper gate had been stuck since May"))


@pytest.mark.model
def test_that_some_were_killed_is_not_that_seventy_were() -> None:
    """A count is another claim than the mere event, whether or not its figure was read."""
    some, seventy = (
        wording("that Zemrian soldiers had been killed"),
        wording("that 70 Zemrian soldiers had been killed"),
    )
    assert not same_words(some, seventy)


def test_the_order_of_articles_does_not_matter() -> None:
    """Propositions are the same whichever article comes first."""
    texts = ("that the upper gate was stuck", "the gate was stuck", "the gate, stuck since May", "the siren failed")
    articles = [article(f"n{number}", ("asserts", text)) for number, text in enumerate(texts)]
    assert propositions(articles) == propositions(articles[::-1])


@pytest.mark.model
@pytest.mark.parametrize(
    ("one", "other", "same", "denied"),
    [
        ("the Lissa plant will not be closed", "the Lissa plant will be closed", False, True),
        ("the harbour bridge was not opened in March", "the harbour bridge was opened in March", False, True),
        ("the lock gate did not move", "the lock gate was stuck", True, False),
        ("the lock gate did not move", "the lock gate did not turn", True, False),
        ("the minister should not have signed the treaty", "the minister signed the treaty", False, False),
        ("the minister should not have signed the treaty", "the minister did not sign the treaty", False, False),
        ("the minister did not sign the treaty", "the minister signed the treaty", False, True),
        (
            "a mayor cannot be prosecuted for his orders",
            "mayors have immunity from prosecution for orders",
            False,
            False,
        ),
        ("the town did not suffer from the flooding", "the town suffered from the flooding", False, True),
        ("the trams do not stop at the new bridge", "the ferries should stop at the new bridge", False, False),
        ("the town has not learned its lesson, the builders pay a heavy price", "builders pay a price", False, False),
    ],
)
def test_what_a_not_denies(one: str, other: str, same: bool, denied: bool) -> None:
    """A word that has a sense of its own with its "not" still denies itself; what should not be done may have been."""
    assert same_words(wording(one), wording(other)) == same
    assert denied_by(wording(one), wording(other)) == denied


def test_two_or_three_dead_are_not_the_same_two_or_three() -> None:
    """In a war there are as many elsewhere; 31 are another matter, and so are two of whom more is told."""

    def dead(count: float, *around: str) -> Counted:
        return Counted("q", "", count, count, "killed", "people", around=(frozenset(around),), things="people")

    assert not same_frame(dead(3, "kill", "peopl", "drone"), dead(3, "kill", "peopl", "tram"))
    assert same_frame(dead(3, "kill", "peopl", "tram"), dead(3, "tram", "die"))
    assert same_frame(dead(31, "kill", "peopl"), dead(31, "die"))
    assert same_frame(replace(dead(3), around=()), dead(3, "kill"))
