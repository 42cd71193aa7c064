"""Kinds of names that are one or two across articles: generations, first names, lone words, countries, products."""

from __future__ import annotations

import pytest

from benchmarks.deriving import resolve
from tests.graph.resolution.test_entity_matcher import around, body, entities, one, person
from whosays.graph.names import body_form, person_form, without_particle
from whosays.graph.names.similarity import name_likeness


@pytest.mark.parametrize(
    ("one_", "other"),
    [("a orla lund", "orla lund"), ("j christopher lund", "chris lund"), ("byron todd lund", "todd lund")],
)
def test_a_first_name_may_be_left_out(one_: str, other: str) -> None:
    """Who goes by the second name is told so elsewhere."""
    assert name_likeness(one_, other) > 0.8
    assert not name_likeness("byron todd lund", "byron lund marr")


def test_who_goes_by_a_second_name_is_one() -> None:
    """In one company, and with one office."""
    names = [person("a", "J. Christopher Orlune", role="envoy"), person("b", "Chris Orlune", role="envoy")]
    assert one([*names, *around("a", "b")])


def test_a_name_in_full_has_its_generation() -> None:
    """ "Joseph R. Orlune Jr." of one outlet is "Joe Orlune" of another; "Joe Jr." is his son."""
    full, short = person("a", "Joseph R. Orlune Jr.", role="governor"), person("b", "Joe Orlune", role="governor")
    assert one([full, short, *around("a", "b")])
    junior = person("a", "Joseph R. Orlune Jr.", "Joe Jr.", role="governor")
    assert not one([junior, short, *around("a", "b")])


def test_other_roles_tell_little_of_one_name() -> None:
    """A lawyer who became an aide; another spelling with another role is left to a person."""
    full = person("a", "Orla Lund", role="lawyer")
    assert one([full, person("b", "Orla M. Lund", role="party leader"), *around("a", "b")])
    assert not one([full, person("b", "Orlah Lunde", role="party leader"), *around("a", "b")])


def test_a_surname_with_its_particle_is_a_surname() -> None:
    """ "al-Sarn" alone is Omar al-Sarn, as "Sarn" is; "Al Sarn" is a name in full."""
    assert without_particle("al-Sarn") == without_particle("van Sarn") == without_particle("De Sarn") == "Sarn"
    assert without_particle("Al Sarn") == "Al Sarn"
    assert one(
        [person("a", "al-Sarn", role="president"), person("b", "Omar al-Sarn", role="president"), *around("a", "b")]
    )


def test_one_word_of_several_articles_is_one_in_their_company() -> None:
    """A stage name that nobody tells in full; without company, or beside a common family name, nothing is joined."""
    names = [person(article, "Zendrik") for article in ("a", "b", "c")]
    joined = entities([*names, *around("a", "b", "c")])
    assert len({joined[name.referent] for name in names}) == 1
    assert not one(names)
    assert not one([person("a", "Smith"), person("b", "Smith"), *around("a", "b")])


def test_what_was_read_as_a_person_may_be_a_body() -> None:
    """Where other articles have the body and nothing tells of a person: no "he", no role, nobody so called."""
    firm = [body(article, "Kestrelwork") for article in ("b", "c")]
    lone = person("a", "Kestrelwork")
    assert one([lone, *firm, *around("a", "b", "c")])
    assert not one([person("a", "Kestrelwork", mentions=("he",)), *firm, *around("a", "b", "c")])
    assert not one([person("a", "Kestrelwork", role="chairman"), *firm, *around("a", "b", "c")])
    named = person("d", "Ines Kestrelwork")
    assert not one([lone, *firm, named, *around("a", "b", "c", "d")])


def test_a_pronoun_does_not_outweigh_a_role() -> None:
    """ "President Quist" of an article that lost track and once says "she" is President Odd Quist."""
    lone = person("a", "Quist", role="president", mentions=("she",))
    full = person("b", "Odd Quist", role="president", mentions=("he",))
    assert one([lone, full, *around("a", "b")])
    assert not one([person("a", "Quist", mentions=("she",)), full, *around("a", "b")])


def test_a_body_is_one_with_and_without_its_country() -> None:
    """In one company, unless two countries have one."""
    names = [body("a", "Rivers Department"), body("b", "U.S. Rivers Department")]
    assert one([*names, *around("a", "b")])
    assert not one(names)
    assert not one([*names, body("c", "Norwegian Rivers Department"), *around("a", "b", "c")])


def test_a_body_in_one_word_and_in_two() -> None:
    """ "9to5Lakes" is "9to5 Lakes"."""
    assert one([body("a", "9to5Lakes"), body("b", "9to5 Lakes")])
    assert one([body("a", "SarnBusinessPost"), body("b", "Sarn Business Post")])
    assert one([body("a", "SBP.example"), body("b", "SBP")])


def test_a_product_is_not_its_maker() -> None:
    """Though one article calls it so for short."""
    names = [body("a", "Corvane Gallery", "Corvane"), body("b", "Corvane"), *around("a", "b")]
    assert not one(names)


def test_what_a_body_is_and_ranks_are_no_part_of_a_name() -> None:
    """ "the Velmark Hand Surgery clinic" is Velmark Hand Surgery; of one word too little would be left."""
    assert body_form("the Velmark Hand Surgery clinic") == body_form("Velmark Hand Surgery")
    assert body_form("Velmark company") == "velmark company"
    assert person_form("Special Counsel Ida Lund") == person_form("AG Ida Lund") == "ida lund"


def test_one_name_of_a_well_known_movement() -> None:
    """All names of the table lead to one."""
    assert len({body_form(name) for name in ("ISIS", "ISIL", "Islamic State", "Islamic State group")}) == 1


def test_a_given_name_is_not_known_by_itself() -> None:
    """ "Tomas" is Tomas Orlune in his company, and not because many articles know one."""
    known = [person(f"k{i}", "Tomas Orlune", "Tomas") for i in range(6)]
    assert not one([known[0], person("z", "Tomas"), *known[1:]])
    assert one([known[0], person("z", "Tomas"), *around("k0", "z")])


def test_one_who_is_called_so_helps_those_beside_to_one() -> None:
    """ "Quist" of two articles of one company is Odd Quist where one of them fits; not with two Quists about."""
    lone = [person("a", "Quist", role="president"), person("b", "Quist")]
    full = person("c", "Odd Quist", role="president")
    shared = [body(article, name) for article in ("a", "b") for name in ("Sarn Trust", "Marl Trust", "Hask Trust")]
    company = [body(article, "Ferrel Brothers") for article in ("a", "c")]
    assert one([lone[1], full, lone[0], *shared, *company])
    assert not one([lone[1], full, lone[0], person("d", "Ines Quist"), *shared, *company])


def test_a_leader_may_be_a_president() -> None:
    """Of a surname; two full names that differ stay two people."""
    assert one(
        [person("a", "Quist", role="president"), person("b", "Odd Quist", role="party leader"), *around("a", "b")]
    )
    names = [person("a", "Michel Steele", role="party leader"), person("b", "Michel Steel", role="spokesman")]
    assert not one([*names, body("a", "Sarn Trust"), body("b", "Sarn Trust")])


def test_what_a_body_is_may_be_left_out_in_capitals() -> None:
    """ "Velmark Hand Clinic" is "Velmark Hand" in its company, and "Lakes Intel Group" spells a word short."""
    assert one([body("a", "Velmark Hand Clinic"), body("b", "Velmark Hand"), *around("a", "b")])
    assert one([body("a", "Lakes Intel Group"), body("b", "Lakes Intelligence Group"), *around("a", "b")])
    assert not one([body("a", "Velmark Hand Agency"), body("b", "Velmark Hand"), *around("a", "b")])


def test_an_outlet_of_a_common_word_has_its_article() -> None:
    """ "Hill" is shown as "The Hill"; "Marl Hill" as itself."""
    names = [body("a", "Hill", type_="Outlet"), body("b", "Marl Hill", type_="Outlet")]
    labels = {entity.label for entity in resolve(names).entities}
    assert labels == {"The Hill", "Marl Hill"}


@pytest.mark.parametrize(
    ("one_", "other"),
    [
        ("Norway's Ministry of Defence", "Norwegian defence ministry"),
        ("Oslo's foreign ministry", "Norway’s Ministry of Foreign Affairs"),
        ("IDF", "Israeli military"),
        ("UN nuclear watchdog", "IAEA"),
        ("UN nuclear agency", "International Atomic Energy Agency"),
    ],
)
def test_one_body_of_a_state_under_two_names_is_one(one_: str, other: str) -> None:
    """Without any company, and with the reason."""
    found = resolve([body("a", one_), body("b", other)])
    (link,) = found.links
    assert link.status == "merged"
    assert "one body under two names" in link.reasons[0]
    assert len(found.entities) == 1


@pytest.mark.parametrize(
    ("one_", "other"),
    [
        ("Norwegian defence ministry", "Swedish defence ministry"),
        ("Norwegian Defence Ministry", "Norwegian Interior Ministry"),
        ("US military", "US Army"),
        ("Norwegian military", "General Staff of the Norwegian Armed Forces"),
        ("Palestinian Health Ministry", "Gaza Health Ministry"),
    ],
)
def test_bodies_of_two_states_or_parts_stay_apart(one_: str, other: str) -> None:
    """Whatever company they are in."""
    assert not one([body("a", one_), body("b", other), *around("a", "b")])


def test_an_army_of_two_names_in_one_article_is_one() -> None:
    """Two units that stand side by side are two; the army of one state is not."""
    names = [
        body("a", "Chilean military", type_="MilitaryUnit"),
        body("a", "Chilean Armed Forces", type_="MilitaryUnit"),
    ]
    assert one(names)


def test_the_security_council_is_no_states() -> None:
    """What a union of states has by that name is not the only state's that has one, too."""
    assert not one([body("a", "Norway’s Security Council"), body("b", "Security Council"), *around("a", "b")])
    assert one([body("a", "Norway’s Grain Council"), body("b", "Grain Council"), *around("a", "b")])


def test_a_capital_that_governs_is_not_the_city() -> None:
    """ "Norway", called "Oslo" where it speaks, is not the place where a train left, nor is that the country."""
    speaking = body("a", "Norway", "Oslo")
    city = body("b", "Oslo", type_="Place")
    assert not one([speaking, city])
    assert one([speaking, body("b", "Norway", type_="Place")])
    assert one([speaking, body("b", "Oslo")])
