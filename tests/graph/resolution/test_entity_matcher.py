"""Names that are one are joined with reasons, names that are not stay apart, and people have the last word."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.deriving import resolve
from whosays.graph.names.country_names import countries
from whosays.graph.names.name_profiles import Name
from whosays.graph.names.organisation_names import common_noun, unit, wording
from whosays.graph.names.similarity import name_likeness
from whosays.graph.resolution.judgements import Judgements, pair
from whosays.graph.resolution.matcher import Link
from whosays.graph.resolution.merge_writer import wikidata_item


def person(article: str, *names: str, role: str | None = None, mentions: tuple[str, ...] = ()) -> Name:
    return _name(article, "Person", names, role, (*names, *mentions))


def body(article: str, *names: str, type_: str = "Organization") -> Name:
    return _name(article, type_, names, None, names)


def _name(article: str, kind: str, names: tuple[str, ...], role: str | None, mentions: tuple[str, ...]) -> Name:
    counted = dict.fromkeys(names, 1)
    return Name(f"{article}#{names[0]}", kind, names[0], counted, role=role, article=article, mentions=mentions)


def around(*articles: str) -> list[Name]:
    """Return company that the articles have in common, and other articles that have not."""
    shared = [body(article, name) for article in articles for name in ("Sarn Valley Trust", "Ferrel Brothers")]
    return [*shared, *(body(f"other{i}", f"Nobody's Club {i}") for i in range(6))]


def entities(names: list[Name], judgements: Judgements | None = None) -> dict[str, str]:
    """Return the entity of each referent."""
    return resolve(names, judgements).slugs


def one(names: list[Name], judgements: Judgements | None = None) -> bool:
    """Tell whether the first two names are one entity."""
    of = entities(names, judgements)
    return of[names[0].referent] == of[names[1].referent]


def link(names: list[Name]) -> Link:
    (found,) = resolve(names).links
    return found


@pytest.mark.parametrize(
    ("one_", "other"),
    [
        ("mirela dzhanov", "mirela janov"),
        ("yusuf qadhari", "yousef kadhari"),
        ("tavish orlune", "tawish orlun"),
        ("oleksandr tarsky", "aleksandr tarskyi"),
        ("sung seong kweun", "sung sang kwon"),
        ("min seo kal", "minseo kal"),
    ],
)
def test_transliterations_are_alike(one_: str, other: str) -> None:
    """What transliterations differ in counts for little."""
    assert name_likeness(one_, other) >= 0.9


@pytest.mark.parametrize(
    ("one_", "other"),
    [
        ("anton rezh", "pavel rezh"),
        ("kal jong un", "kal jong il"),
        ("daniel moor", "daniela moor"),
        ("petar stell", "petra stell"),
        ("ivan orlov", "ivana orlova"),
        ("ana lee", "ben lee"),
        ("kal min su", "kal min seo"),
    ],
)
def test_other_people_are_not_alike(one_: str, other: str) -> None:
    """Another first name, a woman's form of a man's, another short syllable: somebody else."""
    assert name_likeness(one_, other) == 0


@pytest.mark.parametrize(
    ("shorter", "longer", "likeness"),
    [
        ("bill orlune", "william orlune", 0.95),
        ("orla lund", "orla m lund", 0.9),
        ("mike lund", "michael r lund", 0.9),
        ("orla lund", "orla castellan lund", 0.8),
        ("tomas lund", "tomas lund jr", 0.7),
    ],
)
def test_a_name_may_be_told_shorter(shorter: str, longer: str, likeness: float) -> None:
    """Short forms, middle names and "Jr." make two names less alike, and not unlike."""
    assert likeness <= name_likeness(shorter, longer) < 1


def test_a_longer_name_is_another_one_where_it_differs() -> None:
    """Junior is not senior, Chris is no William, and a second middle initial is another person's."""
    assert name_likeness("tomas lund sr", "tomas lund jr") == 0
    assert name_likeness("chris lund", "william lund") == 0
    assert name_likeness("orla m lund", "orla k lund") == 0


def test_a_short_form_joins_in_company() -> None:
    """Bill Orlune and William Orlune among the same people are one; a father beside his son is not."""
    assert one([person("a", "Bill Orlune"), person("b", "William Orlune"), *around("a", "b")])
    assert not one([person("a", "Bill Orlune"), person("b", "William Orlune")])
    assert not one([person("a", "Tomas Lund"), person("b", "Tomas Lund Jr."), *around("a", "b")])


def test_a_lone_surname_finds_a_junior() -> None:
    """ "Orlune" is William Orlune Jr., whose last word is no name."""
    names = [
        person("a", "William Orlune Jr.", role="engineer"),
        person("b", "Orlune", role="engineer"),
        *around("a", "b"),
    ]
    assert one(names)


@pytest.mark.parametrize(
    ("names", "made"),
    [
        (("Corvane Ltd", "Corvane Enterprise"), body),
        (("Sarn Senate", "Lowmark Attorney and Sarn Senate"), body),
        (("Orla Lund", "Orla Castellan"), person),
    ],
)
def test_one_article_may_have_read_two_for_one(names: tuple[str, str], made: Callable[..., Name]) -> None:
    """A firm and a part of it, one body and several, two people: a person is asked; two that agree join them."""
    other = made("z", names[1])
    assert link([made("a", *names), other]).status == "proposed"
    assert link([made("a", *names), made("b", *names), other]).status == "merged"


def test_initials_of_a_name_with_and_are_one_body() -> None:
    """One article that tells what letters stand for joins them, though the name itself has an "and" in it."""
    names = ("Office for Dykes and Locks in Sarn", "ODLS")
    assert link([body("a", *names), body("z", names[1])]).status == "merged"


def test_a_well_known_surname_is_known_anywhere() -> None:
    """Whom five articles call by full name and surname is meant by the surname alone; whom one does is not."""
    known = [person(f"k{i}", "Tomas Orlune", "Orlune") for i in range(5)]
    assert one([known[0], person("z", "Orlune"), *known[1:]])
    assert not one([known[0], person("z", "Orlune")])


def test_spelling_alone_is_a_proposal() -> None:
    """Two spellings without any context are left to a person."""
    names = [person("a", "Yusuf Qadhari"), person("b", "Yousef Kadhari")]
    assert not one(names)
    assert link(names).status == "proposed"


def test_spelling_and_role_join() -> None:
    """Two spellings, the same office: one person, and the reasons say so."""
    names = [person("a", "Yusuf Qadhari", role="chief engineer"), person("b", "Yousef Kadhari", role="engineer")]
    assert one(names)
    assert link(names).status == "merged"
    assert link(names).score == pytest.approx(0.75)
    assert any(reason.startswith("same role: engineer") for reason in link(names).reasons)


def test_company_joins() -> None:
    """Two spellings in the company of the same rare names are one person."""
    assert one([person("a", "Yusuf Qadhari"), person("b", "Yousef Kadhari"), *around("a", "b")])


@pytest.mark.parametrize(
    ("role", "other_role", "mentions", "other_mentions"),
    [
        ("Norwegian envoy", "Peruvian envoy", (), ()),
        ("envoy", "envoy", ("he", "his"), ("she",)),
    ],
)
def test_contradictions_hold_apart(
    role: str, other_role: str, mentions: tuple[str, ...], other_mentions: tuple[str, ...]
) -> None:
    """Envoys of two countries, a man and a woman: not one person, however alike the rest."""
    names = [
        person("a", "Yusuf Qadhari", role=role, mentions=mentions),
        person("b", "Yousef Kadhari", role=other_role, mentions=other_mentions),
        *around("a", "b"),
    ]
    assert not one(names)
    assert link(names).status == "held apart"


def test_side_by_side_is_apart() -> None:
    """Whoever one article names beside each other are two, in every article."""
    names = [
        person("a", "Marcus Oyelle", role="mayor"),
        person("b", "Markus Oyele", role="mayor"),
        person("c", "Marcus Oyelle", role="mayor"),
        person("c", "Markus Oyele", role="mayor"),
        *around("a", "b", "c"),
    ]
    assert not one(names)


def test_a_common_family_name_tells_less() -> None:
    """Marie Smith and Mary Smith in one company are a proposal, a rarer name's spellings are one."""
    assert not one([person("a", "Mary Smith"), person("b", "Marie Smith"), *around("a", "b")])
    assert one([person("a", "Mary Quillory"), person("b", "Marie Quillory"), *around("a", "b")])


def test_a_lone_surname_is_known_in_any_spelling() -> None:
    """ "Tarskyi" alone is Oleksandr Tarsky where office and company say so."""
    lone, full = person("a", "Tarskyi", role="mayor"), person("b", "Oleksandr Tarsky", role="mayor")
    assert one([lone, full, *around("a", "b")])


def test_what_every_state_has_is_no_name() -> None:
    """ "The Foreign Ministry" of two articles is not one ministry; with its state's name it is."""
    assert not one([body("a", "the Foreign Ministry"), body("b", "Foreign Ministry")])
    assert one([body("a", "the Norwegian Foreign Ministry"), body("b", "Foreign Ministry of Norway")])


def test_unrelated_articles_change_no_score() -> None:
    """A merge is as sure among ten articles as among a hundred."""
    names = [person("a", "Yusuf Qadhari"), person("b", "Yousef Kadhari"), *around("a", "b")]
    more = [body(f"far{i}", f"Distant Club {i}") for i in range(90)]
    assert link(names) == link([*names, *more])


def test_a_lone_surname_joins_the_only_one_so_called() -> None:
    """In the same company and office; never without."""
    full, lone = person("a", "Theo Brandvik", role="Health Minister"), person("b", "Brandvik", role="Health Minister")
    assert one([full, lone, *around("a", "b")])
    assert not one([full, person("b", "Brandvik")])


def test_a_lone_surname_of_two_joins_neither() -> None:
    """Company alone does not tell which Lee."""
    names = [person("a", "Lee"), person("b", "Ana Lee"), person("c", "Ben Lee"), *around("a", "b", "c")]
    of = entities(names)
    assert len({of[name.referent] for name in names[:3]}) == 3


def test_a_lone_surname_beside_its_cousin_is_not_the_cousin() -> None:
    """ "Mr Quist" beside "Ines Quist" is the other Quist where the office says so, and else nobody known."""
    names = [
        person("a", "Quist", role="mayor"),
        person("b", "Rafael Quist", role="mayor"),
        person("a", "Ines Quist"),
        *around("a", "b"),
    ]
    assert one(names)
    assert not one([person("a", "Quist"), *names[1:]])


def test_units_across_designations() -> None:
    """Number, kind and branch make the unit, not "separate" nor the honorific; another branch is another unit."""
    short = body("a", "95th Air Assault Brigade", type_="MilitaryUnit")
    long = body("b", "95th Separate Airborne Assault Brigade Sarnia", type_="MilitaryUnit")
    assert one([short, long])
    assert not one([short, body("b", "95th Separate Mechanized Brigade", type_="MilitaryUnit"), *around("a", "b")])
    assert not one([short, body("b", "95th Air Assault Battalion", type_="MilitaryUnit"), *around("a", "b")])


def test_a_ministry_by_any_wording() -> None:
    """The country as an adjective, in front or behind; another country's is another."""
    norwegian = body("a", "Norwegian Defence Ministry")
    assert one([norwegian, body("b", "Ministry of Defense of Norway")])
    assert not one([norwegian, body("b", "Peruvian Defence Ministry"), *around("a", "b")])


def test_a_common_noun_needs_company() -> None:
    """ "The water authority" is not every water authority."""
    lone, named = body("a", "the water authority"), body("b", "National Water Authority")
    assert one([lone, named, *around("a", "b")])
    assert not one([lone, named])
    assert not one([lone, body("b", "The water authority")])


def test_a_capital_that_speaks_is_its_government() -> None:
    """And not the city, which stays a place."""
    names = [body("a", "Oslo"), body("b", "Norwegian government"), body("c", "Oslo", type_="Place")]
    assert one(names)
    assert entities(names)["a#Oslo"] != entities(names)["c#Oslo"]


def test_an_acronym_by_its_initials_needs_company() -> None:
    """Where no article pairs the two."""
    names = [body("a", "BON"), body("b", "Border Observation Network")]
    assert not one(names)
    assert one([*names, *around("a", "b")])


@pytest.mark.parametrize(
    ("short", "long", "joined"),
    [
        ("RT", "Rinn Telegram", False),
        ("RT", "Rinn Tavern", False),
        ("RT", "Rinn Television", True),
        ("RNT", "Rinn New Tavern", True),
    ],
)
def test_the_initials_of_a_known_outlet_are_its_own(short: str, long: str, joined: bool) -> None:
    """Of another body they are not, whatever both are mentioned with; a name that is an outlet's may be it in full."""
    assert one([body("a", short), body("b", long), *around("a", "b")]) is joined


def test_a_rejected_pair_never_comes_back() -> None:
    """Not by its score, and not through a third spelling that fits both."""
    names = [
        person("a", "Mirela Dzhanov", role="president"),
        person("b", "Mirela Janov", role="president"),
        person("c", "Mirela Dzanov", role="president"),
    ]
    assert len(set(entities(names).values())) == 1
    no = Judgements({pair(("person", "mirela dzhanov"), ("person", "mirela janov")): "rejected"})
    assert not one(names, no)
    assert {link.status for link in resolve(names, no).links} == {"rejected", "merged", "held apart"}


def test_an_accepted_pair_is_one() -> None:
    """Whatever the program thinks."""
    names = [person("a", "Ana Lee"), person("b", "Zora Quill")]
    yes = Judgements({pair(("person", "ana lee"), ("person", "zora quill")): "accepted"})
    assert not one(names)
    assert one(names, yes)


def test_a_judgement_outlives_its_articles() -> None:
    """About names that no article has now, it does nothing and harms nothing."""
    old = Judgements({pair(("person", "gone one"), ("person", "gone two")): "rejected"})
    names = [person("a", "Ana Lee")]
    assert resolve(names, old) == resolve(names)


def test_every_merge_has_reasons_and_a_score() -> None:
    """No name is joined silently."""
    names = [
        person("a", "Yusuf Qadhari"),
        person("b", "Yousef Kadhari"),
        body("a", "BON", "Border Net"),
        body("b", "BON"),
    ]
    for found in resolve([*names, *around("a", "b")]).links:
        assert found.reasons
        assert 0 < found.score <= 1
        assert found.entities[0] == found.entities[1]


def test_countries_in_words() -> None:
    """Adjectives, peoples and short names; small letters do not count ("us", "polish")."""
    assert countries("the U.S. envoy") == {"united states"}
    assert countries("two Norwegians and a Peruvian") == {"norway", "peru"}
    assert countries("told us to polish it") == frozenset()


def test_wikidata_only_for_who_everybody_knows() -> None:
    """Countries by any name; a person or an invented body has no item."""
    items = {
        e.label: wikidata_item(e)
        for e in resolve([body("a", "the U.S.", type_="Place"), person("a", "Ana Lee")]).entities
    }
    assert str(items["the U.S."]) == "http://www.wikidata.org/entity/Q30"
    assert items["Ana Lee"] is None


def test_names_taken_apart() -> None:
    """Units to number, head and branch; bodies to words; common nouns by their small letters."""
    found = unit("3rd separate motor rifle regiment")
    assert found is not None
    assert (found.number, found.head, found.branch) == ("3", "regiment", frozenset({"motorised", "rifle"}))
    assert unit("falcon battalion") is None
    assert wording("bank of america") != wording("american bank holdings")
    assert common_noun("The water authority")
    assert not common_noun("The Water Authority")


NAMES = st.lists(
    st.tuples(
        st.sampled_from("abcd"),
        st.sampled_from(
            ["Mirela Dzhanov", "Mirela Janov", "Mirela Dzanov", "Janov", "M. Janov", "BON", "Border Net", "the net"]
        ),
        st.sampled_from(["Person", "Organization"]),
        st.sampled_from([None, "president", "Norwegian envoy"]),
    ),
    min_size=1,
    max_size=10,
    unique_by=lambda drawn: drawn[:2],
)


@settings(deadline=None, max_examples=60)
@given(NAMES, st.randoms(use_true_random=False))
def test_any_order_gives_the_same(drawn: list[tuple[str, str, str, str | None]], chance: random.Random) -> None:
    """Entities, links, scores and reasons depend on the set of names alone."""
    names = [_name(article, kind, (name,), role, (name,)) for article, name, kind, role in drawn]
    first = resolve(names)
    chance.shuffle(names)
    assert resolve(names) == first
    assert sorted(first.slugs) == sorted(name.referent for name in names)


@pytest.mark.parametrize("place", ["Velmark", "Norway"])
def test_a_lone_name_that_is_a_place_elsewhere_is_nobody_s_surname(place: str) -> None:
    """What another article knows for a place is not the person whose name ends so, unless "he" or "Mr" says so."""
    lone, full = person("a", place, mentions=("the president",)), person("b", f"Mirel {place}", role="president")
    known = [body("c", place, type_="Place"), *around("a", "b")]
    assert one([replace(lone, role="president"), full, *around("a", "b")])
    assert not one([replace(lone, role="president"), full, *known])
    assert one([replace(lone, role="president", mentions=("he",)), replace(full, mentions=("he",)), *known])


def test_a_place_is_never_a_person() -> None:
    """Not with the very same name in the same company."""
    names = [person("a", "Lower Sarn"), body("b", "Lower Sarn", type_="Place"), *around("a", "b")]
    assert not one(names)


@pytest.mark.parametrize("site", ["U.S.", "Norway", "The United Kingdom", "London"])
def test_an_outlet_named_like_a_country_is_an_outlet_of_its_own(site: str) -> None:
    """The place and the government of that name stay what they are; two articles of the site share it."""
    outlet = replace(body("a", site, type_="Outlet"), publishes=True)
    second = replace(body("b", site, type_="Outlet"), publishes=True)
    assert one([outlet, second])
    assert not one([outlet, body("c", site, type_="Place")])
    assert not one([outlet, body("c", site)])
