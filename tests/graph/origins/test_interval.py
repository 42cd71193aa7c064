"""How many origins at least and at most, by the kinds of voices that real collections had counted wrongly."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from benchmarks.deriving import propositions
from tests.graph.origins.test_counting import Voice, article
from whosays.graph.articles.statements import Told
from whosays.graph.claims.matcher import said
from whosays.graph.origins.counting import Origins, Voices, origins
from whosays.graph.origins.tellers import is_outlet, is_post, is_report

Made = tuple[Told, dict[str, str], dict[str, str]]
SAYING = "that the upper gate was stuck since May because nobody had greased its hinges for eleven years"


def counted(*articles: Made, kinds: Mapping[str, str] | None = None) -> Origins:
    """Return where the one proposition that the articles share comes from; ``kinds`` are types of entities."""
    shared = propositions(told for told, *_ in articles)
    assert len(shared) == 1
    entities = {voice: entity for _, each, _ in articles for voice, entity in each.items()}
    descriptions = {voice: words for *_, each in articles for voice, words in each.items()}
    voices = Voices(entities, descriptions, {}, {}, {}, kinds or {})
    (only,) = origins(shared, [said(told) for told, *_ in articles], voices, lambda iri: iri.split("#")[0]).values()
    return only


def span(*articles: Made, kinds: Mapping[str, str] | None = None) -> tuple[int, int]:
    """Return how many origins the proposition has at least and at most."""
    found = counted(*articles, kinds=kinds).interval
    return found.low, found.high


def holding(made: Made, *stances: str, words: tuple[str, ...] = ()) -> Made:
    """Return an article whose voices hold these stances, in order, and are spoken of in these words."""
    told, entities, descriptions = made
    hops = [replace(hop, stance=stance) for hop, stance in zip(told.hops, stances, strict=True)]
    if words:
        hops = [
            replace(hop, words=(spelt, "said"), sources=((0, len(spelt)),))
            for hop, spelt in zip(hops, words, strict=True)
        ]
    return replace(told, hops=tuple(hops)), entities, descriptions


def test_an_outlet_that_relays_is_no_origin_beside_who_says_so() -> None:
    """What the Sarn Gazette reports and the mayor says comes from the mayor; two outlets alone may have it from one."""
    mayor = article("a", ("Mira Castellan", "castellan", None))
    kinds = {"castellan": "Person", "gazette": "Outlet", "ferrel": "Outlet"}
    gazette = article("b", ("Sarn Gazette", "gazette", None))
    found = counted(mayor, gazette, kinds=kinds)
    assert (found.interval.low, found.interval.high, found.origins) == (1, 1, ("castellan",))
    assert span(gazette, article("c", ("Ferrel Observer", "ferrel", None)), kinds=kinds) == (1, 2)


def test_an_outlet_is_one_under_any_name_that_another_text_has_for_it() -> None:
    """A name that is an outlet's in one text is so in another, whatever it was taken for there."""
    mayor = article("a", ("Mira Castellan", "castellan", None))
    one, other = article("b", ("SarnPress", "press", None)), article("c", ("Sarn Press", "sarn", None))
    kinds = {"castellan": "Person", "press": "Outlet", "sarn": "Person"}
    assert counted(mayor, one, other, kinds=kinds).origins == ("castellan",)


@pytest.mark.parametrize(
    ("names", "kind", "outlet"),
    [
        ("Lowmark Gazette", "Organization", True),
        ("LowmarkHerald", "Organization", True),
        ("Lowmark Water Office", "Organization", False),
        ("Lowmark Water Office\nthe newspaper", "Organization", True),
        ("SITE Lowmark\nsite", "Organization", False),
        ("Buzzfeed", "Person", True),
        ("Ivo Times", "Person", False),
        ("Sarn Post", "Outlet", True),
        ("Sarn Intelligence Group", "Outlet", False),
        ("Anybody", "", False),
        ("Tarn\nmilitary blogger", "Outlet", False),
        ("Tarn Telegram channel\nchannel", "Outlet", False),
        ("Tarn News\nchannel", "Outlet", True),
    ],
)
def test_an_outlet_is_known_by_its_type_its_name_or_what_it_is_called(names: str, kind: str, outlet: bool) -> None:
    """People are none, unless everybody knows the name as an outlet's."""
    nouns = names.lower().partition("\n")[2].split()
    assert is_outlet(names, kind, nouns) is outlet


@pytest.mark.parametrize(
    ("names", "said", "post"),
    [
        ("Telegram", "Her Telegram post", True),
        ("X", "a message on X", True),
        ("Telegram", "Telegram", False),
        ("Telegram", "Telegram's spokesman", False),
        ("Lowmark Water Office", "a post by the Lowmark Water Office", False),
    ],
)
def test_a_platform_stands_for_who_posted_there(names: str, said: str, post: bool) -> None:
    """What it says itself is its own word, and so is what another body posts."""
    assert is_post(names, said) is post


@pytest.mark.parametrize(
    ("description", "report"),
    [
        ("media reports", True),
        ("a new report", True),
        ("a published report", True),
        ("reports in Lowmark", True),
        ("Lowmark media outlets", True),
        ("a story in the Gazette", True),
        ("a report by the Gazette", True),
        ("a Gazette headline", True),
        ("a report by the Audit Office", False),
        ("the Senate interim report", False),
        ("an autopsy report", False),
        ("a reporter", False),
        ("the mayor", False),
    ],
)
def test_a_report_that_nobody_stands_behind_only_tells(description: str, report: bool) -> None:
    """Whose report it is, a name or a sort in front or "by" somebody tells; the Gazette is an outlet."""
    assert is_report(description, {}, {"gazette"}) is report


def test_a_report_without_a_name_is_no_origin_beside_a_source() -> None:
    """ "Multiple reports" lead to the sources that another text tells of, and the sources are one or two."""
    reports, sources = article("a", ("multiple reports", None, None)), article("b", ("two sources", None, None))
    assert span(reports, sources) == (1, 1)


def test_who_denies_a_claim_is_no_origin_of_it() -> None:
    """ "The office denied claims that …" leaves open who claims; the mayor, who does, is the one origin."""
    denied = holding(article("a", ("the Water Office", "office", None), ("", None, 0)), "denies", "asserts")
    assert counted(denied, article("b", ("Mira Castellan", "castellan", None))).origins == ("castellan",)
    found = counted(denied, holding(article("c", ("Tomas Ferrel", "ferrel", None), ("", None, 0)), "doubts", "asserts"))
    assert not {"office", "ferrel"} & set(found.origins)
    assert "somebody who is not named" in found.interval.why


def test_who_asks_for_it_is_the_origin_of_what_nobody_says() -> None:
    """A demand comes from those who make it; where somebody says it is so, asking adds none."""
    one = holding(article("a", ("Mira Castellan", "castellan", None)), "asks")
    other = holding(article("b", ("Tomas Ferrel", "ferrel", None)), "asks")
    found = counted(one, other)
    assert (found.interval.low, found.interval.high) == (2, 2)
    assert found.interval.why.startswith("nobody says so; who asks for it")
    assert found.asserted_by == ()
    assert span(one, article("c", ("Bo Lund", "lund", None))) == (1, 1)


def test_unnamed_voices_of_one_sort_are_two_at_most() -> None:
    """Five papers with "a clinic staffer", "a staff member", "a source" have it from one, perhaps from two."""
    called = ("a clinic staffer", "a staff member at the clinic", "clinic workers", "a source", "an unnamed source")
    made = [article(name, (who, None, None)) for name, who in zip("abcde", called, strict=True)]
    found = counted(*made)
    assert (found.interval.low, found.interval.high) == (1, 2)
    assert len(found.origins) == 2


def test_sources_of_an_outlet_that_the_others_name_are_one() -> None:
    """Where the texts have it from the Sarn Gazette, its "sources" and "people close to the matter" are its source."""
    made = [
        article("a", ("sources", None, None)),
        article("b", ("people close to the matter", None, None)),
        article("c", ("Sarn Gazette", "gazette", None)),
    ]
    assert span(*made[:2]) == (1, 2)
    assert span(*made, kinds={"gazette": "Outlet"}) == (1, 1)


def test_voices_of_two_sorts_stay_two() -> None:
    """A surgeon and a passenger are never one, and a surgeon and a scientist may be two."""
    surgeon, other = article("a", ("a surgeon", None, None)), article("b", ("a scientist", None, None))
    assert span(surgeon, other) == (1, 2)
    assert span(surgeon, article("c", ("a passenger", None, None))) == (2, 2)


@pytest.mark.parametrize(
    ("one", "other", "least"),
    [
        ("Danish officials", "Swedish officials", 2),
        ("Danish officials", "the leaders of Sweden and Norway", 2),
        ("Danish officials", "officials in Denmark", 1),
        ("Danish officials", "local officials", 1),
        ("Danish officials", "a Danish-born official", 1),
        ("Danish officials", "leaders of Sweden and Denmark", 1),
        ("a local", "a minister", 2),
    ],
)
def test_voices_of_two_states_are_two(one: str, other: str, least: int) -> None:
    """Of two states, told in both texts, are two; "local officials" are no locals, and may be the state's."""
    assert span(article("a", (one, None, None)), article("b", (other, None, None)))[0] == least


def test_a_person_may_speak_for_a_body_and_is_none() -> None:
    """The reason does not say that the council may be Castellan; a serviceman is not the commander."""
    mayor = article("a", ("Mira Castellan\nthe commander", "castellan", None))
    kinds = {"castellan": "Person"}
    staff, official = article("b", ("the army staff", None, None)), article("b", ("an official", None, None))
    assert "Mira Castellan may speak for the army staff" in counted(mayor, staff, kinds=kinds).interval.why
    assert "an official may be Mira Castellan" in counted(mayor, official, kinds=kinds).interval.why
    assert span(mayor, article("b", ("a serviceman", None, None)), kinds=kinds) == (2, 2)


def test_a_family_is_told_from_the_government() -> None:
    """Whoever is of a sort of their own is not the state."""
    family, state = article("a", ("Lund’s family", None, None)), article("b", ("the Lowmark government", None, None))
    assert span(family, state) == (2, 2)
    kinds = {"office": "Organization"}
    assert span(family, article("b", ("Sarn Office", "office", None)), kinds=kinds) == (2, 2)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ferrel Motors", "FerrelMotors"),
        ("SARN Intelligence Group", "SARN Intel Group"),
        ("Ferrel", "Ferrel Works Co."),
    ],
)
def test_two_spellings_of_a_body_may_be_one(one: str, other: str) -> None:
    """A name that begins another one, or shortens its words, may be the same body's."""
    kinds = {"one": "Organization", "other": "Organization"}
    low, _ = span(article("a", (one, "one", None)), article("b", (other, "other", None)), kinds=kinds)
    assert low == 1
    assert span(article("a", (one, "one", None)), article("b", ("Harbour Office", "other", None)), kinds=kinds)[0] == 2


def test_an_office_in_letters_is_no_name() -> None:
    """ "The A.G." may be whoever holds that office."""
    one = article("a", ("Ola Lund", "lund", None))
    assert span(one, article("b", ("A.G.", "ag", None)))[0] == 1
    assert span(one, article("b", ("the league", "league", None)))[0] == 1


def test_kin_of_a_name_are_who_is_named_so() -> None:
    """ "Lund's mother" is Ana Lund, whom another text calls the mother; "a neighbour" of his is not."""
    ana: Voice = ("Ana Lund\nhis mother", "ana", None)
    assert span(article("a", ana), article("b", ("Lund’s mother", None, None))) == (1, 1)
    assert span(article("a", ana), article("b", ("Lund’s neighbour", None, None))) == (1, 2)


def test_who_speaks_for_a_body_is_the_body() -> None:
    """In another text too: "a representative for the River Office" is that office, and one for the port is not."""
    office = article("a", ("Sarn River Office", "office", None))
    kinds = {"office": "Organization"}
    spokesman = article("b", ("a representative for the River Office", None, None))
    assert span(office, spokesman, kinds=kinds) == (1, 1)
    assert span(office, article("b", ("a representative for the port", None, None)), kinds=kinds) == (1, 2)


def test_the_same_words_are_one_voice_in_whichever_text_they_stand() -> None:
    """Who is given a long saying in one text and another wording in the next is whoever has that saying elsewhere."""
    other_words = SAYING.replace("nobody had greased its hinges", "its hinges had gone without any oil")
    one = article("a", ("Mira Castellan", "castellan", None), text=other_words)
    two = article("b", ("Mira Castellan", "castellan", None), text=SAYING)
    three = article("c", ("Tomas Ferrel", "ferrel", None), text=SAYING)
    found = counted(one, two, three).interval
    assert (found.low, found.high) == (1, 2)
    assert "is given the same words as" in found.why


def test_nobody_is_given_the_same_words_as_himself() -> None:
    """Two who are called alike and are not known to be one are told of once."""
    one = article("a", ("Mira Castellan", "castellan", None), text=SAYING)
    two = article("b", ("Mira Castellan", "namesake", None), text=SAYING)
    why = counted(one, two).interval.why
    assert "Mira Castellan is given the same words in several texts" in why
    assert "same words as Mira Castellan" not in why


def test_he_may_be_another_one_than_who_is_thought_of() -> None:
    """A name that stands nowhere beside what is said rests on a pronoun, which may be another's, unless "she" is."""
    named = holding(article("a", ("Tomas Ferrel\nhe", "ferrel", None)), "asserts", words=("Tomas Ferrel",))
    he = holding(article("b", ("Bo Lund\nhe", "lund", None)), "asserts", words=("he",))
    she = holding(article("b", ("Ana Lund\nshe", "lund", None)), "asserts", words=("she",))
    spelt = holding(article("b", ("Bo Lund\nhe", "lund", None)), "asserts", words=("Lund",))
    assert span(named, he) == (1, 2)
    why = counted(named, he).interval.why
    assert "Bo Lund need not be another voice, as a text says no more than “he”" in why
    assert "may be" not in why
    assert span(named, she) == span(named, spelt) == (2, 2)


def test_it_is_no_person() -> None:
    """A pronoun may be another's than who is thought of, but a person is no "it"; "he" may speak for a body."""
    kinds = {"ferrel": "Person", "office": "Organization", "works": "Organization"}
    mayor = holding(article("a", ("Tomas Ferrel\nhe", "ferrel", None)), "asserts", words=("Tomas Ferrel",))
    office = holding(article("a", ("Harbour Office\nit", "office", None)), "asserts", words=("Harbour Office",))
    it = holding(article("b", ("Sarn Works\nit", "works", None)), "asserts", words=("it",))
    assert span(mayor, it, kinds=kinds) == (2, 2)
    assert span(office, it, kinds=kinds) == (1, 2)
    he = holding(article("b", ("Tomas Ferrel\nhe", "ferrel", None)), "asserts", words=("He",))
    assert span(office, he, kinds=kinds) == (1, 2)


def test_voices_that_are_called_alike_are_not_listed_over_and_over() -> None:
    """The reason says once that those who are called alike may be one, and how many outlets say so themselves."""
    made = [article(name, ("an official", None, None)) for name in "abc"]
    assert counted(*made).interval.why.count("an official") == 2
    own = [article(name, ("the outlet", f"outlet-{name}", None)) for name in "abc"]
    assert "(3 times)" in counted(*own).interval.why


def test_who_is_asked_does_not_ask() -> None:
    """Whom one text has somebody ask for it does not ask for it in another, where a pronoun was read wrongly."""
    asked = "the mayor Castellan to open the upper gate of the dam"
    one = holding(article("a", ("Tomas Ferrel", "ferrel", None), text=asked), "asks")
    other = holding(article("b", ("Mira Castellan", "castellan", None), text=asked.replace("Castellan ", "")), "asks")
    third = holding(article("c", ("Bo Lund", "lund", None), text=asked.replace("Castellan ", "")), "asks")
    assert counted(one, other).origins == ("ferrel",)
    assert counted(one, third).origins == ("ferrel", "lund")


def test_a_document_may_be_the_word_of_whoever_is_named() -> None:
    """The indictment is the prosecutor's, the witness no analyst's."""
    kinds = {"office": "Organization"}
    office = article("a", ("Office of Prosecutions", "office", None))
    assert span(office, article("b", ("the indictment", None, None)), kinds=kinds) == (1, 2)
    assert span(article("a", ("a witness", None, None)), article("b", ("the lawsuit", None, None))) == (1, 2)


def test_two_voices_that_a_third_one_is_likely_to_be_may_be_one() -> None:
    """The Ferrel Chronicle has the columnist's words, and the "Ferrel" of a third text is short for that name."""
    kinds = {"brann": "Person", "works": "Organization", "ferrel": "Organization"}
    made = [
        article("a", ("Ivo Brann", "brann", None), text=SAYING),
        article("b", ("Ferrel Works", "works", None), text=SAYING),
        article("c", ("Ferrel", "ferrel", None), text="that the upper gate was stuck since May"),
    ]
    assert span(*made, kinds=kinds)[0] == 1
    assert span(made[0], made[2], kinds=kinds)[0] == 2


def test_a_post_is_no_origin_beside_who_posted_it() -> None:
    """The mayor said so in one text; "her Telegram post" in another, where only the platform has a name."""
    mayor = article("a", ("Mira Castellan", "castellan", None))
    told, entities, descriptions = article("b", ("Telegram", "telegram", None))
    kinds = {"castellan": "Person", "telegram": "Organization"}
    for words, roots in (("Her Telegram post", ("castellan",)), ("Telegram", ("castellan", "telegram"))):
        hops = tuple(replace(hop, words=(words, "said"), sources=((0, len(words)),)) for hop in told.hops)
        post = (replace(told, hops=hops), entities, descriptions)
        assert counted(mayor, post, kinds=kinds).origins == roots


def test_a_blogger_is_an_origin_beside_a_voice() -> None:
    """What a blogger reports of itself is its own word; who it names in turn is the source instead."""
    mayor = article("a", ("Mira Castellan", "castellan", None))
    kinds = {"castellan": "Person", "tarn": "Outlet"}
    assert counted(mayor, article("b", ("Tarn\nThe blogger", "tarn", None)), kinds=kinds).origins == (
        "castellan",
        "tarn",
    )
    passed = article("b", ("Tarn\nThe blogger", "tarn", None), ("Mira Castellan", "castellan", 0))
    assert counted(mayor, passed, kinds=kinds).origins == ("castellan",)
