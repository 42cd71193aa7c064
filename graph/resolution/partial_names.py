"""Names that tell too little by themselves, and the one entity that each of them may belong to.

"Castellan" in an article that says no more, "the water authority", "Corvane" of which another article says that it is
Corvane Chemical: each is compared with the entities that are called so, and offered the best one only.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import chain, takewhile
from typing import Final, TypeAlias

from whosays.graph.names import Key, family_name, fold, person_form, plain, without_particle
from whosays.graph.resolution.profiles import Known

_FEW: Final = 5  # entities of one surname; with more, context tells too little
CROWD: Final = 40
BY_FAR: Final = 3  # times the articles of all others of a surname
_SURNAME, _END, _SHORT = "surname ", "end ", "short "

Pairing: TypeAlias = tuple[str, Known, Known]
# what an entity is called by, or a lone name looks for -> entities in order; a name -> the one that leads its group
Called: TypeAlias = Callable[[str], Sequence[Known]]
Leader: TypeAlias = Callable[[Key], Key]


def asks(known: Known) -> frozenset[str]:
    """Return what the entities must be called that a name may belong to; empty where it is not lone."""
    if known.key[0] == "body":
        return frozenset({_SHORT + known.key[1]}) if " " not in known.key[1] and known.kind != "place" else frozenset()
    if known.key[0] != "one article":
        return frozenset()
    if known.kind == "person":
        bodies = {_SHORT + person_form(known.label)} if _may_be_a_body(known) else set()
        return frozenset({_SURNAME + form for form in _forms(known)} | bodies)
    return frozenset({_END + plain(known.label)})


def calls(entity: Known) -> frozenset[str]:
    """Return what an entity is called by names that look for it."""
    ends = (end for _, form in entity.keys for end in _ends(form)) if entity.kind in ("body", "unit") else ()
    words = {plain(surface) for surface in entity.surfaces} if entity.kind != "place" else set()
    return frozenset(
        {_SURNAME + form for form in _short_forms(entity)}
        | {_END + end for end in ends}
        | {_SHORT + word for word in words if " " not in word}
    )


def asking_order(known: Known) -> tuple[int, Key]:
    """Order lone names: people, common nouns, short names."""
    lone = known.key[0] == "one article"
    return (0 if known.kind == "person" else 1) if lone else 2, known.key


def noun(known: Known) -> str:
    """Return what lone names have in common: a body's common noun, or the one word that a person is called."""
    if known.key[0] != "one article":
        return ""
    return plain(known.label) if known.kind != "person" else f"person {min(_forms(known))}"


def pairings(known: Known, called: Called, alike: Sequence[Known], leader: Leader) -> Iterator[Pairing]:
    """Yield the pairs of one lone name; ``alike`` are those with the same ``noun``, sorted."""
    if known.key[0] != "one article":
        return _short_name(known, called, leader)
    if known.kind != "person":
        return _common_noun(known, called, alike)
    return chain(_surname(known, called), _like_a_body(known, called), _one_word(known, called, alike))


def _one_word(known: Known, called: Called, alike: Sequence[Known]) -> Iterator[Pairing]:
    """Yield a lone name of a person and those of other articles, where one person at most is so called in full."""
    so_called = {entity.key: entity for entity in _all_called(known, called)}
    if len(so_called) <= 1 and all(entity.kind == "person" for entity in so_called.values()):
        before = takewhile(lambda other: other.key < known.key, alike[:CROWD])
        yield from (("one word alone", known, other) for other in before)


def _like_a_body(known: Known, called: Called) -> Iterator[Pairing]:
    """Yield what was read as a person, of whom nothing but a word is told, and the body that other articles call so."""
    if not _may_be_a_body(known) or any(entity.kind == "person" for entity in _all_called(known, called)):
        return
    form = person_form(known.label)
    so_called = called(_SHORT + form)
    bodies = [entity for entity in so_called if ("body", form) in entity.keys] or so_called
    if len(bodies) == 1 and bodies[0].kind != "person":
        yield "a body's name", known, bodies[0]


def _may_be_a_body(known: Known) -> bool:
    """Tell whether nothing says of a lone name that it is a person's: no "he", no "Mr", no role."""
    return not known.genders and not known.roles and len(known.surfaces) == 1


def _all_called(known: Known, called: Called) -> Iterator[Known]:
    return (entity for form in _forms(known) for entity in called(_SURNAME + form))


def _surname(known: Known, called: Called) -> Iterator[Pairing]:
    """Yield a lone name of a person and whoever is called so.

    Who is called like a place is nobody, unless "he" or "Mr" tells a person.
    Where the article names one of them besides ("Ines Quist" beside "Mr Quist"), the lone name is another's, and only
    a role in common tells whose.
    """
    everybody = {entity.key: entity for entity in _all_called(known, called)}
    if not known.genders and any(_is_place(entity, _forms(known)) for entity in everybody.values()):
        return
    fitting = {k: e for k, e in everybody.items() if e.kind == "person" and not e.articles & known.articles}
    if any(entity.articles & known.articles for entity in everybody.values()):
        fitting = {key: entity for key, entity in fitting.items() if entity.roles & known.roles}
    best = _by_far_the_best_known(fitting.values())
    if best is not None:
        fitting = {best.key: best}
    for entity in fitting.values() if len(fitting) <= _FEW else ():
        families = {fold(family_name(form)) for _, form in entity.keys}
        alone = "a surname of one" if families & set(_forms(known)) else "a given name of one"
        yield alone if len(fitting) == 1 else "a surname of several", known, entity


def _by_far_the_best_known(entities: Iterable[Known]) -> Known | None:
    """Return whoever of several stands in many more articles than all others together."""
    ordered = sorted(entities, key=lambda entity: (-len(entity.articles), entity.key))
    others = sum(len(entity.articles) for entity in ordered[1:])
    return ordered[0] if others and len(ordered[0].articles) >= BY_FAR * others else None


def _is_place(entity: Known, forms: Collection[str]) -> bool:
    """Tell whether a place has one of some names as a whole."""
    return entity.kind == "place" and any(" ".join(map(fold, form.split())) in forms for _, form in entity.keys)


def _common_noun(known: Known, called: Called, alike: Sequence[Known]) -> Iterator[Pairing]:
    form = plain(known.label)
    fitting = called(_END + form)
    if len(fitting) == 1:
        yield "a common noun", known, fitting[0]
    elif not fitting and " " in form:
        before = takewhile(lambda other: other.key < known.key, alike[:CROWD])
        yield from (("a common noun", known, other) for other in before)


def _short_name(known: Known, called: Called, leader: Leader) -> Iterator[Pairing]:
    """Yield a name of one word and the only entity that an article calls both that and by a longer name."""
    own = leader(known.key)
    fitting = [entity for entity in called(_SHORT + known.key[1]) if leader(entity.key) != own]
    if len(fitting) == 1 and fitting[0].kind != "person":
        yield "a short name", known, fitting[0]


def _forms(known: Known) -> list[str]:
    """Return what somebody is called, without titles and "al-", in the letters that transliterations agree on."""
    forms = (person_form(without_particle(surface)) for surface in known.surfaces)
    return sorted({" ".join(map(fold, form.split())) for form in forms})


def _short_forms(entity: Known) -> set[str]:
    """Return what a person may be called for short: the last word of a full name, and what articles do call them."""
    if any(" and " in form for _, form in entity.keys):
        return set()  # several people read as one
    words = {fold(family_name(form)) for _, form in entity.keys if form}
    return words | {form for form in _forms(entity) if " " not in form}


def _ends(form: str) -> list[str]:
    words = form.split()
    return [" ".join(words[start:]) for start in range(len(words) - 1)]
