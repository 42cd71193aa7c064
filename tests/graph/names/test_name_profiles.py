"""Names of different articles lead to one entity when, and only when, the names themselves say so."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.deriving import resolve
from whosays.graph.articles.chains import chains
from whosays.graph.names.name_profiles import TYPES, Borne, Name, Resolved, describe
from whosays.graph.names.normalization import body_form, is_acronym, person_form
from whosays.graph.rdf.literals import storable


def person(referent: str, *names: str) -> Name:
    return Name(referent, "Person", names[0], dict.fromkeys(names, 1))


def body(referent: str, *names: str, type_: str = "Organization", publishes: bool = False) -> Name:
    return Name(referent, type_, names[0], dict.fromkeys(names, 1), publishes)


def together(*names: Name) -> set[tuple[str, ...]]:
    """Return who is one entity with whom."""
    return set(resolve(names).referents.values())


def test_an_outlet_goes_by_its_letters_where_its_full_name_is_rare() -> None:
    """ "GBX" is no other outlet where a caption runs into the next sentence, and signs as it does."""
    key = ("body", "gbx")
    for surfaces, label in (
        ({"GBX": 40, "GBX Israel": 2}, "GBX"),
        ({"GBX": 40, "Great Bay Exchange": 1}, "GBX"),
        ({"GBX": 40, "Great Bay Exchange": 9}, "Great Bay Exchange"),
    ):
        keys = frozenset({key, *(("body", body_form(surface)) for surface in surfaces)})
        assert describe(Borne(surfaces, {"Outlet": 9}, frozenset(surfaces), True, keys)).label == label


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("José Álvarez", "Jose Alvarez"),
        ("MIRA CASTELLAN", "Mira Castellan"),
        ("President Mira Castellan", "Mira Castellan"),
        ("Lowmark Interior Minister Mira Castellan", "Mira Castellan"),
        ("Dr. Mira Castellan", "Mira Castellan’s"),
        ("Kim Min-seo", "Kim Min Seo"),
        ("Юлия Орлова", "Yuliya Orlova"),
    ],
)
def test_a_person_is_the_same_in_any_dress(one: str, other: str) -> None:
    """Accents, capitals, titles, possessives, hyphens and scripts do not make two people of one."""
    assert together(person("a", one), person("b", other)) == {("a", "b")}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Harbour Courier", "Harbour Courier"),
        ("Lowmark Interior Ministry's", "the Lowmark Interior Ministry"),
        ("U.N.", "United Nations"),
        ("Médecins du Sarn", "Medecins du Sarn"),
    ],
)
def test_a_body_is_the_same_in_any_dress(one: str, other: str) -> None:
    """Articles, possessives, accents and the names that everybody knows do not make two bodies of one."""
    assert together(body("a", one), body("b", other)) == {("a", "b")}


def test_one_surname_is_not_one_person() -> None:
    """Two people of one surname stay apart, and the bare surname in a third article joins neither."""
    assert together(person("a", "Ana Lee", "Lee"), person("b", "Ben Lee", "Lee"), person("c", "Lee")) == {
        ("a",),
        ("b",),
        ("c",),
    }


def test_a_bare_name_stays_in_its_article() -> None:
    """The same single word in two articles is two people, and neither takes the plain slug."""
    found = resolve([person("a", "Lee"), person("b", "Mr Lee")])
    assert set(found.referents.values()) == {("a",), ("b",)}
    assert all("~" in entity.slug for entity in found.entities)


def test_a_king_needs_no_surname() -> None:
    """A title that goes with a first name makes it a full name."""
    assert together(person("a", "Pope Anselm"), person("b", "Pope Anselm")) == {("a", "b")}


def test_a_longer_description_does_not_hide_the_name() -> None:
    """The name that an article prefers counts even where a longer one contains it."""
    long = "Mira Castellan, who runs the dam"
    assert together(person("a", "Mira Castellan", long), person("b", "Mira Castellan")) == {("a", "b")}


def test_an_alias_set_joins_both_spellings() -> None:
    """Where one article knows both names, articles that know one each meet."""
    assert together(
        person("a", "Sung Seong-kweun"),
        person("b", "Sung Seong-kweun", "Sung Sung-kwon"),
        person("c", "Sung Sung-kwon"),
    ) == {("a", "b", "c")}


def test_an_acronym_is_joined_only_where_an_article_pairs_it() -> None:
    """ "LIM" is the Lowmark Interior Ministry as soon as one article says so, and not before."""
    long, short = body("a", "Lowmark Interior Ministry"), body("b", "LIM")
    assert together(long, short) == {("a",), ("b",)}
    pairing = body("c", "Lowmark Interior Ministry", "LIM")
    assert together(long, short, pairing) == {("a", "b", "c")}


def test_a_word_in_small_letters_is_no_acronym() -> None:
    """The Who is not the WHO; a possessive or an article does not hide one."""
    assert together(body("a", "The Who"), body("b", "WHO"), body("c", "the W.H.O.'s")) == {("a",), ("b", "c")}


def test_an_acronym_of_two_bodies_joins_neither() -> None:
    """An acronym that articles pair with two full names leads to none of them."""
    assert together(
        body("a", "Lowmark Interior Ministry", "LIM"),
        body("b", "Lowmark Institute of Music", "LIM"),
        body("c", "LIM"),
    ) == {("a",), ("b",), ("c",)}


def test_a_short_name_joins_only_in_its_article() -> None:
    """ "Courier" of the Harbour Courier is not the Courier of another article."""
    assert together(body("a", "Harbour Courier", "Courier"), body("b", "Courier")) == {("a",), ("b",)}


def test_a_person_is_never_a_place_or_a_body() -> None:
    """One name, two kinds: two entities with two IRIs, both told apart."""
    names = [person("a", "Santa Rosa"), body("b", "Santa Rosa", type_="Place"), body("c", "Santa Rosa")]
    found = resolve(names)
    assert sorted(found.referents.values()) == [("a",), ("b", "c")]
    assert all(slug.startswith("santa-rosa~") for slug in found.referents)


def test_the_most_frequent_full_name_is_the_label() -> None:
    """Neither the more frequent surname nor the acronym; equal counts go by the alphabet."""
    (entity,) = resolve(
        [
            Name("a", "Person", "Mira Castellan", {"Mira Castellan": 2, "Castellan": 9}),
            Name("b", "Person", "Mira CASTELLAN", {"Mira CASTELLAN": 2}),
        ]
    ).entities
    assert entity.label == "Mira CASTELLAN"
    assert entity.other_labels == ("Castellan", "Mira Castellan")
    (ministry,) = resolve([Name("a", "Organization", "LIM", {"LIM": 9, "Lowmark Interior Ministry": 1})]).entities
    assert ministry.label == "Lowmark Interior Ministry"


def test_a_title_is_no_part_of_a_label() -> None:
    """However often the title stands before the name."""
    (entity,) = resolve(
        [Name("a", "Person", "Dr Mira Castellan", {"Dr Mira Castellan": 9, "Mira Castellan": 1})]
    ).entities
    assert entity.label == "Mira Castellan"


def test_who_publishes_is_an_outlet() -> None:
    """What an organisation does weighs more than what it was read as."""
    (entity,) = resolve([body("a", "Courier"), body("b", "Courier"), body("v", "Courier", publishes=True)]).entities
    assert entity.type == "Outlet"


def test_names_without_letters_have_entities_of_their_own() -> None:
    """Symbols are names too; two of them do not meet in an empty slug."""
    first, second = resolve([person("a", "???"), body("b", "<|>")]).entities
    assert first.slug != second.slug
    assert first.slug
    assert second.slug


NAMES = st.lists(
    st.tuples(
        st.sampled_from(TYPES),
        st.sets(
            st.sampled_from(["Ana Lee", "Ben Lee", "Lee", "LIM", "Lowmark Inn Museum", "Rosa", "R."]),
            min_size=1,
        ),
    ),
    min_size=1,
    max_size=6,
)


@settings(deadline=None)
@given(NAMES, st.randoms(use_true_random=False))
def test_the_order_of_articles_does_not_matter(drawn: list[tuple[str, set[str]]], chance: random.Random) -> None:
    """Any order of input gives the same entities, and every referent belongs to exactly one."""
    names = [Name(f"r{i}", kind, min(found), dict.fromkeys(sorted(found), 1)) for i, (kind, found) in enumerate(drawn)]
    found = resolve(names)
    chance.shuffle(names)
    assert resolve(names) == found
    assert sorted(found.slugs) == sorted(name.referent for name in names)
    assert {entity.slug for entity in found.entities} == found.referents.keys()


@settings(deadline=None)
@given(st.lists(st.text(st.characters(codec=None), min_size=1, max_size=8), min_size=1, max_size=6, unique=True))
def test_no_name_breaks_an_iri(found: list[str]) -> None:
    """Slugs hold only characters that every store takes, whatever the names that are stored hold."""
    entities = resolve([body(f"r{i}", storable(name)) for i, name in enumerate(found)]).entities
    assert all(set(entity.slug) <= set("abcdefghijklmnopqrstuvwxyz0123456789-~") for entity in entities)
    assert all(isinstance(entity, Resolved) and entity.slug for entity in entities)


@pytest.mark.parametrize(
    ("name", "is_one"), [("NIS", True), ("N.I.S.", True), ("MI6", True), ("Nis", False), ("A", False)]
)
def test_what_an_acronym_is(name: str, is_one: bool) -> None:
    """One word of capitals, with or without stops."""
    assert is_acronym(name) == is_one


def test_normal_forms() -> None:
    """People lose titles, bodies get the name that stands for all."""
    assert person_form("Prof. Sir Tomás Ferrel’s") == "tomas ferrel"
    assert body_form("the U.S.") == body_form("United States of America") == "united states"


def test_a_chain_names_its_voices_from_the_outlet_in() -> None:
    """Three voices; an outlet that speaks of itself stands in its chain once."""
    voices = {
        "a": ("courier", "Courier"),
        "b": ("f", "Ferrel"),
        "c": ("m", "Castellan"),
        "d": ("courier", "Courier"),
    }
    assert chains({"c": "b", "b": "a", "d": "a"}, voices) == {
        "a": "Courier",
        "b": "Courier > Ferrel",
        "c": "Courier > Ferrel > Castellan",
        "d": "Courier",
    }


def test_a_chain_of_thousands_is_no_problem() -> None:
    """Depth costs no recursion."""
    voices = {f"{i:05}": (str(i), "x") for i in range(3000)}
    parents = {f"{i:05}": f"{i - 1:05}" for i in range(1, 3000)}
    assert chains(parents, voices)["02999"].count(">") == 2999
