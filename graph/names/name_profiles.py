"""The names of a referent as keys that are equal where two referents are one by their names alone.

A full name is one that is neither a part of another name of the same referent ("Castellan" of "Mira Castellan") nor its
acronym; its key is a kind and a normal form, so that nobody is both a person and something else.  A person known in an
article by one word only has a key within that article: a surname is shared by too many; so does a body that has a
common noun for a name ("the water authority").  Places and organisations may be one, but a capital that speaks is not
the city, and an outlet that has the name of a country is nobody else.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final, TypeAlias

from whosays.graph.names.country_names import governed_from, is_country
from whosays.graph.names.gazetteer import outlets_with_an_article
from whosays.graph.names.normalization import body_form, is_acronym, is_part, person_form, plain, without_particle
from whosays.graph.names.organisation_names import common_noun
from whosays.graph.rdf import digest, slug

Key: TypeAlias = tuple[str, str]

# "Mira Castellan of Lowmark": whence somebody comes is no part of the name
_OF_SOMEWHERE = re.compile(r"(?<=\w)(\s+\S*\w)\s+of\s.*", re.DOTALL)
# in order of preference where votes are equal
TYPES = ("Outlet", "MilitaryUnit", "Organization", "Place", "Person")


@dataclass(frozen=True, slots=True)
class Name:
    """A named referent: its IRI, type and name, and how often each of its names stands in the text.

    ``publishes`` says that it is an outlet or a wire service by what it does and not by what it was read as.
    The rest is evidence of who it is: its role, its article's IRI, all words that mention it, and a hash for each
    run of words that it is quoted with.
    """

    referent: str
    type: str
    name: str
    surfaces: Mapping[str, int]
    publishes: bool = False
    role: str | None = None
    article: str = ""
    mentions: tuple[str, ...] = ()
    claims: frozenset[int] = frozenset()


RARELY: Final = 20  # times that an outlet's letters are met for each time that its full name is


@dataclass(frozen=True, slots=True)
class Resolved:
    """An entity: its slug, type, most frequent full name, and other names.

    ``key`` is the first of its full names, as a kind and a normal form; no other entity has it.
    """

    slug: str
    type: str
    label: str
    other_labels: tuple[str, ...]
    key: tuple[str, str]


def read_names(names: Iterable[Name]) -> list[Bearer]:
    """Return every referent that has a name with the keys of its names, sorted by referent."""
    return [_read(name) for name in sorted(names, key=lambda name: name.referent) if name.surfaces]


@dataclass(frozen=True, slots=True)
class Bearer:
    """A referent with its full names and its acronyms as keys: a kind and a normal form."""

    name: Name
    full: frozenset[Key]
    acronyms: frozenset[Key]

    @property
    def preferred(self) -> Key:
        """The key of the name that the article prefers, else the first."""
        form = _form(self.name.name, self.name.type)
        return min(self.full, key=lambda key: (key[1] != form, key))


def _read(name: Name) -> Bearer:
    return _read_person(name) if name.type == "Person" else _read_body(name)


def _read_person(name: Name) -> Bearer:
    forms = {_form(surface, name.type) for surface in name.surfaces}
    short = {
        _form(surface, name.type) for surface in name.surfaces if " " not in person_form(without_particle(surface))
    }
    whole = {form for form in _whole(forms, _form(name.name, name.type)) if " " in form} - short
    if whole:
        return Bearer(name, frozenset(("person", form) for form in whole), frozenset())
    return Bearer(name, frozenset({("one article", name.referent)}), frozenset())


def _read_body(name: Name) -> Bearer:
    if not name.publishes and all(map(common_noun, name.surfaces)):
        return Bearer(name, frozenset({("one article", name.referent)}), frozenset())
    if name.publishes and all(is_country(surface) for surface in name.surfaces):  # a site named "U.S."
        return Bearer(name, frozenset(("outlet", _form(surface, name.type)) for surface in name.surfaces), frozenset())
    if name.type == "Organization" and (seats := _capitals(name)):
        return Bearer(name, frozenset(("seat", seat) for seat in seats), frozenset())
    forms = {_form(surface, name.type): _short(surface) for surface in sorted(name.surfaces)}
    governing = _governing(forms)
    spelt = {form for form, short in forms.items() if not short}
    whole = _whole(spelt, _form(name.name, name.type)) or set(forms)
    acronyms = set(forms) - spelt if spelt else set()
    return Bearer(name, _body_keys(whole, governing), _body_keys(acronyms, governing))


def _capitals(name: Name) -> set[str]:
    """Return the capitals that a body goes by ("Lowmark City denied it"), if it has no other names."""
    forms = {_form(surface, name.type) for surface in name.surfaces}
    return forms if all(map(governed_from, forms)) else set()


def _governing(forms: Iterable[str]) -> frozenset[str]:
    """Return the capitals among names of one state: "Oslo" of whom "Norway" is a name, too, is no city."""
    found = set(forms)
    return frozenset(form for form in found if governed_from(form) in found - {form})


def _whole(forms: set[str], preferred: str) -> set[str]:
    """Return the forms that are no part of another, and the one that the article is read to prefer."""
    return {form for form in forms if form == preferred or not any(is_part(form, other) for other in forms)}


def _body_keys(forms: Iterable[str], governing: Collection[str] = ()) -> frozenset[Key]:
    return frozenset(("seat" if form in governing else "body", form) for form in forms)


def _form(surface: str, kind: str) -> str:
    form = person_form(_OF_SOMEWHERE.sub(r"\1", surface)) if kind == "Person" else body_form(surface)
    return form or digest("no letters", surface)


def _short(surface: str) -> bool:
    return is_acronym(surface) and " " not in body_form(surface)


@dataclass(frozen=True, slots=True)
class Borne:
    """What an entity is described by: how often each of its names and types is met, and all of its full names.

    ``names`` are what articles call it in the first place, ``publishes`` tells that one of its referents does.
    """

    surfaces: Mapping[str, int]
    votes: Mapping[str, int]
    names: frozenset[str]
    publishes: bool
    keys: frozenset[Key]


def describe(borne: Borne) -> Resolved:
    """Return the entity, under a slug that it may share with others."""
    kind = _kind(borne)
    keys = sorted(borne.keys, key=lambda key: (key[0] == "one article", key))
    own = borne.names if keys[0][0] == "one article" else ()
    choice = own or _full_surfaces(borne.surfaces, kind, keys)
    label = min(choice, key=lambda surface: (-borne.surfaces[surface], surface))
    if kind == "Outlet":
        label = outlets_with_an_article().get(label.lower(), label)  # "Hill" is The Hill
    base = slug(person_form(label) if kind == "Person" else plain(label)) or digest("no letters", label)
    others = tuple(sorted(set(borne.surfaces) - {label}))
    entity = Resolved(base, kind, label, others, keys[0])
    return told_apart(entity) if keys[0][0] == "one article" else entity


def told_apart(entity: Resolved) -> Resolved:
    """Return the entity with a slug that no other name can have ("~" stands in no slug made of a name)."""
    return replace(entity, slug=f"{entity.slug}~{digest(*entity.key, length=8)}")


def _full_surfaces(surfaces: Mapping[str, int], kind: str, keys: list[Key]) -> list[str]:
    """Return the names to choose a label from: full ones, bare of titles and no acronym where there is one."""
    forms = {form for _, form in keys}
    full = [surface for surface in surfaces if _form(surface, kind) in forms] or list(surfaces)
    bare = [surface for surface in full if kind != "Person" or plain(surface) in forms] or full
    short = [surface for surface in surfaces if is_acronym(surface)]
    spelt = [s for s in bare if not is_acronym(s) and not any(_with_a_word_more(s, a, surfaces) for a in short)]
    if kind == "Outlet" and short and all(RARELY * surfaces[s] < max(map(surfaces.__getitem__, short)) for s in spelt):
        return short  # an outlet is called as its articles are signed
    return spelt or [surface for surface in bare if is_acronym(surface)] or short or bare


def _with_a_word_more(surface: str, acronym: str, surfaces: Mapping[str, int]) -> bool:
    """Tell whether a name is an acronym that is more usual and a word beside it: "GBX Israel" is no GBX in full."""
    return acronym in surface.split() and surfaces[acronym] > surfaces[surface]


def _kind(borne: Borne) -> str:
    if borne.publishes:
        return "Outlet"
    return max(TYPES, key=lambda kind: (borne.votes.get(kind, 0), -TYPES.index(kind)))
