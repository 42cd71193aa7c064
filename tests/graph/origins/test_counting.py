"""Independent origins: which of several voices are one, and which only lead to another."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest

from benchmarks.deriving import propositions
from benchmarks.rough import rough_singulars, rough_terms
from whosays.graph.articles.statements import Claim, Hop, Told
from whosays.graph.claims.matcher import said
from whosays.graph.origins.counting import Voices, origins

CONTEXT = frozenset({"sarn", "castellan", "lowmark", "ferrel"})
GATE = "that the upper gate was stuck"
# a voice: what it is called, its entity if it is named, and who reports it: the place of another voice in the list
Voice = tuple[str, str | None, int | None]


def article(
    name: str, *voices: Voice, text: str = GATE, headline: int = 0
) -> tuple[Told, dict[str, str], dict[str, str]]:
    """Return an article in which each voice says the same; entities and descriptions of its voices.

    The first ``headline`` claims stand in the title.
    """
    claims, hops, called, entities, descriptions = [], [], {}, {}, {}
    for number, (words, entity, parent) in enumerate(voices):
        start = 100 * number
        claim = Claim(
            f"{name}#claim={start},{start + len(text)}", start, start + len(text), text, terms=rough_terms(text)
        )
        source = f"{name}#voice" if words == "the outlet" else f"{name}#ref={number}"
        called[source] = words
        above = f"{name}#attr={parent}" if parent is not None else None
        hops.append(Hop(f"{name}#attr={number}", source, above, "asserts", claim.iri))
        claims.append(claim)
        if entity:
            entities[source] = entity
        elif words:
            descriptions[source] = words
    headlines = ((0, 100 * headline),) if headline else ()
    singulars = dict(each.split() for each in rough_singulars(" ".join(called.values())))
    told = Told(name, None, CONTEXT, tuple(claims), tuple(hops), called, headlines, singulars=singulars)
    return told, entities, descriptions


def found(
    *articles: tuple[Told, dict[str, str], dict[str, str]], rooted: Callable[[str], str] = lambda iri: iri.split("#")[0]
) -> tuple[str, ...]:
    """Return the origins of the one proposition that the articles share."""
    ready = [said(told) for told, *_ in articles]
    shared = propositions(told for told, *_ in articles)
    assert len(shared) == 1
    voices = Voices(_all(each for _, each, _ in articles), _all(each for *_, each in articles), {}, {}, {})
    (only,) = origins(shared, ready, voices, rooted).values()
    return only.origins


def _all(maps: object) -> Mapping[str, str]:
    return {key: value for each in maps for key, value in each.items()}  # type: ignore[attr-defined]


def test_two_named_voices_are_two_origins() -> None:
    """Who has a name counts once, in however many articles."""
    one = article("a", ("Mira Castellan", "castellan", None), ("Tomas Ferrel", "ferrel", None))
    assert found(one, article("b", ("Mira Castellan", "castellan", None))) == ("castellan", "ferrel")


def test_two_unnamed_voices_of_two_articles_are_two_origins() -> None:
    """Officials of two articles are never taken for one."""
    assert (
        len(found(article("a", ("a senior official", None, None)), article("b", ("a senior official", None, None))))
        == 2
    )


def test_a_headline_leads_to_the_article_under_it() -> None:
    """Whoever a headline names in short is no origin beside the voice in the article."""
    one = article("a", ("Sarn", "sarn", None), ("the Water Office", "office", None), headline=1)
    assert found(one) == ("office",)


def test_an_outlet_that_tells_it_as_a_fact_is_no_origin_beside_a_voice() -> None:
    """An outlet's own words count only where nobody is told to say so."""
    own, told = article("a", ("the outlet", None, None)), article("b", ("the Water Office", "office", None))
    assert found(own, told) == ("office",)
    assert found(own) == ("a#voice",)


def test_lawmakers_are_the_lawmaker_who_is_named_below() -> None:
    """A voice without a name is the named one that is called the same in that article, or whom that one cites."""
    lead = ("Lowmark lawmakers", None, None)
    below = ("MP Tomas Ferrel", "ferrel", None)
    assert found(article("a", lead, below, ("the Water Office", "office", 1))) == ("office",)
    assert len(found(article("a", ("an engineer", None, None), below))) == 2


def test_hearsay_in_a_voice_is_that_voice() -> None:
    """What "is expected" according to the office is the office's word."""
    assert found(article("a", ("the Water Office", "office", None), ("", None, 0))) == ("office",)


def test_a_copied_passage_has_one_origin() -> None:
    """The same words in a copy are the original's, whatever their source is called there."""

    def rooted(_: str) -> str:
        return "a"

    one, copy = article("a", ("Mira Castellan", "castellan", None)), article("b", ("an engineer", None, None))
    assert found(one, copy, rooted=rooted) == ("castellan",)


def test_unnamed_voices_of_a_copy_are_those_of_the_original() -> None:
    """In a copy "residents of the valley" are the "local residents" of the original, in other words too."""

    def rooted(iri: str) -> str:
        return iri if "#claim" in iri else "a"

    one = article("a", ("local residents", None, None))
    copy = article("b", ("residents of the valley", None, None), text="that the gate had been stuck")
    assert len(found(one, copy, rooted=rooted)) == 1


def test_who_speaks_for_an_office_is_the_office() -> None:
    """A spokeswoman whom her article calls the office's is no second origin."""
    one = article("a", ("office spokeswoman Marit Osgood", "osgood", None), ("the Water Office", "office", None))
    other = article("b", ("the Water Office", "office", None))
    assert found(one, other) == ("office",)


@pytest.mark.parametrize(
    ("name", "description"),
    [
        ("National Water Office", "the water office"),
        ("Ministry of Health", "health ministry"),
        ("Foreign Intelligence Agency", "the intelligence agency"),
    ],
)
def test_a_body_without_its_name_is_the_one_named_body_that_is_called_so(name: str, description: str) -> None:
    """In another article too, as long as just one of them fits."""
    named = article("a", (name, "body", None))
    assert found(named, article("b", (description, None, None))) == ("body",)


@pytest.mark.parametrize(
    "description",
    ["the office", "another water office", "a water office", "Norway's water office", "the river office", "a diver"],
)
def test_a_body_that_may_be_another_one_is_an_origin_of_its_own(description: str) -> None:
    """One word, "another", an owner or a field that the name has not: nobody knows which body that is."""
    named = article("a", ("National Water Office", "office", None))
    assert len(found(named, article("b", (description, None, None)))) == 2


def test_a_body_that_fits_two_names_is_neither() -> None:
    """Neither where two that are named fit, nor where its own article names another one that does."""
    one, other = ("National Water Office", "office", None), ("Sarn Water Office", "sarn", None)
    described = ("the water office", None, None)
    assert len(found(article("a", one), article("b", other), article("c", described))) == 3
    told, entities, descriptions = article("b", described)
    rival = replace(told, voices={**told.voices, "b#ref=9": "Sarn Water Office"})
    assert len(found(article("a", one), (rival, {**entities, "b#ref=9": "sarn"}, descriptions))) == 2


def test_the_same_body_without_a_name_in_two_articles_is_one_origin() -> None:
    """ "The health ministry" that says one thing in two articles is one ministry."""
    one, other = article("a", ("health ministry", None, None)), article("b", ("The health ministry", None, None))
    assert len(found(one, other)) == 1


@pytest.mark.parametrize(
    ("one", "other", "origins"),
    [
        ("a senior official in Lowmark’s navy", "A senior Lowmark navy official", 1),
        ("a senior official", "a senior official", 2),
        ("a senior Lowmark official", "a senior Lowmark official", 2),
        ("senior Harrow House officials", "a Harrow House official", 2),
        ("a Lowmark navy official", "a Lowmark customs official", 2),
    ],
)
def test_unnamed_voices_that_are_described_alike(one: str, other: str, origins: int) -> None:
    """Who says the same in two articles and is described in the same telling words is one; "an official" is anybody."""
    assert len(found(article("a", (one, None, None)), article("b", (other, None, None)))) == origins


def test_who_holds_an_office_is_whom_other_articles_name_with_it() -> None:
    """ "The chief engineer of the dam" is the one whom another article calls so, where the article names him too."""
    named = article("a", ("Ivo Brann\nthe dam’s chief engineer", "brann", None))
    voice, present = ("chief engineer of the Sarn dam", None, None), Claim("b#claim=300,309", 300, 309, "rain fell")
    told, entities, descriptions = article("b", voice)
    assert len(found(named, (told, entities, descriptions))) == 2
    both = replace(told, voices={**told.voices, "b#ref=9": "Ivo Brann"}, claims=(*told.claims, present))
    assert found(named, (both, {"b#ref=9": "brann"}, descriptions)) == ("brann",)


def span(*articles: tuple[Told, dict[str, str], dict[str, str]]) -> tuple[int, int, str]:
    """Return how many origins the one proposition of the articles has at least and at most, and why."""
    ready = [said(told) for told, *_ in articles]
    shared = propositions(told for told, *_ in articles)
    voices = Voices(_all(each for _, each, _ in articles), _all(each for *_, each in articles), {}, {}, {})
    (only,) = origins(shared, ready, voices, lambda iri: iri.split("#")[0]).values()
    return only.interval.low, only.interval.high, only.interval.why


def test_who_is_not_named_may_be_somebody_who_is() -> None:
    """Two named voices and an official are two origins at least and three at most."""
    one = article("a", ("Mira Castellan, the mayor", "castellan", None), ("Tomas Ferrel", "ferrel", None))
    low, high, why = span(one, article("b", ("an official", None, None)))
    assert (low, high) == (2, 3)
    assert "an official" in why
    assert " may be " in why


def test_a_voice_of_another_sort_is_nobody_who_is_named() -> None:
    """A witness is not the police chief, and an analyst is neither; two officials may be one."""
    chief = article("a", ("Osk Lindal, the police chief", "lindal", None))
    assert span(chief, article("b", ("a witness", None, None)))[:2] == (2, 2)
    assert span(chief, article("b", ("a witness", None, None)), article("c", ("an analyst", None, None)))[:2] == (3, 3)
    officials = [article(name, ("a senior official", None, None)) for name in "abc"]
    assert span(*officials)[:2] == (1, 2)


def test_outlets_that_name_nobody_may_all_have_it_from_one() -> None:
    """What three outlets tell in their own voices has one origin at least, three at most."""
    own = [article(name, ("the outlet", f"outlet-{name}", None)) for name in "abc"]
    low, high, why = span(*own)
    assert (low, high) == (1, 3)
    assert "nobody is said to say so" in why


def test_a_body_and_who_speaks_for_it_may_be_one() -> None:
    """Bo Lund of the Harbour Office, and the Harbour Office, are one origin at least."""
    one = article("a", ("Bo Lund of the Harbour Office", "lund", None))
    other = article("b", ("Harbour Office", "office", None))
    assert span(one, other)[:2] == (1, 2)


def test_a_family_name_alone_may_be_whoever_has_it() -> None:
    """Justice Lund may be Ola Lund, whom the resolution left apart; Bo Lund and Ola Lund are two."""
    ola = article("a", ("Ola Lund", "ola-lund", None))
    assert span(ola, article("b", ("Justice Lund", "lund", None)))[:2] == (1, 2)
    assert span(ola, article("b", ("Bo Lund", "bo-lund", None)))[:2] == (2, 2)


def test_the_same_words_have_one_speaker() -> None:
    """Who is given word for word the same long saying in two articles may be one, whatever the two are called."""
    saying = "that the upper gate was stuck since May because nobody had greased its hinges for eleven years"
    one = article("a", ("Mira Castellan", "castellan", None), text=saying)
    other = article("b", ("Tomas Ferrel", "ferrel", None), text=saying)
    assert span(one, other)[:2] == (1, 2)
    assert span(article("a", ("Mira Castellan", "castellan", None)), article("b", ("Tomas Ferrel", "ferrel", None)))[
        :2
    ] == (2, 2)


def test_who_is_not_named_and_says_the_same_words_is_one() -> None:
    """A spokeswoman in three articles, word for word the same, is no more than one voice."""
    saying = "that the office was aware of the reports and was trying to find out what happened at the upper gate"
    voices = ("a spokeswoman", "an official", "a spokesman for the office")
    made = [article(name, (who, None, None), text=saying) for name, who in zip("abc", voices, strict=True)]
    assert span(*made)[:2] == (1, 1)


def test_the_order_of_articles_does_not_change_the_interval() -> None:
    """Which of several that fit an unnamed voice is put to it depends on none of them being first."""
    made = [article("a", ("Osk Lindal, the police chief", "lindal", None)), article("b", ("a witness", None, None)),
            article("c", ("an official", None, None)),
            article("d", ("Mira Castellan, the mayor", "castellan", None))]  # fmt: skip
    assert span(*made) == span(*reversed(made))
