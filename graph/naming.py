"""Who is who across articles: named referents joined into entities by their names alone.

Two referents are one entity when a full name of one is a full name of the other, in normal form, both are
people or both are not.  A full name is one that is neither a part of another name of the same referent
("Castellan" of "Mira Castellan") nor its acronym.  An acronym leads to the one full name that some article
pairs it with; paired with two, it leads to neither.  A person known in an article by one word only stays
within that article: a surname is shared by too many.  Places and organisations may be one (a capital and
its government).  Unnamed referents are not resolved at all.

The result depends on the set of referents only, not on their order.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TypeAlias

from whosays.graph.identity import digest, slug
from whosays.graph.normal_form import body_form, is_acronym, is_part, person_form, plain

_Key: TypeAlias = tuple[str, str]

# in order of preference where votes are equal
TYPES = ("Outlet", "MilitaryUnit", "Organization", "Place", "Person")


@dataclass(frozen=True, slots=True)
class Name:
    """A named referent: its IRI, type and name, and how often each of its names stands in the text.

    ``publishes`` says that it is an outlet or a wire service by what it does and not by what it was read as.
    """

    referent: str
    type: str
    name: str
    surfaces: Mapping[str, int]
    publishes: bool = False


@dataclass(frozen=True, slots=True)
class Resolved:
    """An entity: its slug, type, most frequent full name, other names, and the referents that it is.

    ``key`` is the first of its full names, as a kind and a normal form; no other entity has it.
    """

    slug: str
    type: str
    label: str
    other_labels: tuple[str, ...]
    referents: tuple[str, ...]
    key: tuple[str, str]


def resolve(names: Iterable[Name]) -> tuple[Resolved, ...]:
    """Return the entities, sorted by slug; every referent with a name belongs to exactly one."""
    readings = [_read(name) for name in sorted(names, key=lambda name: name.referent) if name.surfaces]
    clusters = [_describe(members) for members in _join(readings)]
    shared = Counter(cluster.slug for cluster in clusters)
    return tuple(
        sorted(
            (cluster if shared[cluster.slug] == 1 else _told_apart(cluster) for cluster in clusters),
            key=lambda cluster: cluster.slug,
        )
    )


@dataclass(frozen=True, slots=True)
class _Reading:
    """A referent with its full names and its acronyms as keys: a kind and a normal form."""

    name: Name
    full: frozenset[_Key]
    acronyms: frozenset[_Key]


def _read(name: Name) -> _Reading:
    return _read_person(name) if name.type == "Person" else _read_body(name)


def _read_person(name: Name) -> _Reading:
    forms = {_form(surface, name.type) for surface in name.surfaces}
    whole = {form for form in _whole(forms, _form(name.name, name.type)) if " " in form}
    if whole:
        return _Reading(name, frozenset(("person", form) for form in whole), frozenset())
    return _Reading(name, frozenset({("one article", name.referent)}), frozenset())


def _read_body(name: Name) -> _Reading:
    forms = {_form(surface, name.type): _short(surface) for surface in sorted(name.surfaces)}
    spelt = {form for form, short in forms.items() if not short}
    whole = _whole(spelt, _form(name.name, name.type)) or set(forms)
    acronyms = set(forms) - spelt if spelt else set()
    return _Reading(name, _body_keys(whole), _body_keys(acronyms))


def _whole(forms: set[str], preferred: str) -> set[str]:
    """Return the forms that are no part of another, and the one that the article is read to prefer."""
    return {form for form in forms if form == preferred or not any(is_part(form, other) for other in forms)}


def _body_keys(forms: set[str]) -> frozenset[_Key]:
    return frozenset(("body", form) for form in forms)


def _form(surface: str, kind: str) -> str:
    form = person_form(surface) if kind == "Person" else body_form(surface)
    return form or digest("no letters", surface)


def _short(surface: str) -> bool:
    return is_acronym(surface) and " " not in body_form(surface)


def _join(readings: list[_Reading]) -> list[list[_Reading]]:
    leader: dict[_Key, _Key] = {}
    for reading in readings:
        first, *others = sorted(reading.full)
        for other in others:
            _unite(leader, first, other)
    for short, whole in sorted(_paired(readings, leader).items()):
        _unite(leader, whole, short)
    clusters: dict[_Key, list[_Reading]] = {}
    for reading in readings:
        clusters.setdefault(_find(leader, min(reading.full)), []).append(reading)
    return list(clusters.values())


def _paired(readings: list[_Reading], leader: dict[_Key, _Key]) -> dict[_Key, _Key]:
    """Return the acronyms that every article pairs with the same body, with that body."""
    bodies: dict[_Key, set[_Key]] = {}
    for reading in readings:
        for acronym in reading.acronyms:
            bodies.setdefault(acronym, set()).add(_find(leader, min(reading.full)))
    return {acronym: min(found) for acronym, found in bodies.items() if len(found) == 1}


def _find(leader: dict[_Key, _Key], key: _Key) -> _Key:
    while (above := leader.get(key, key)) != key:
        leader[key] = leader.get(above, above)
        key = above
    return key


def _unite(leader: dict[_Key, _Key], one: _Key, other: _Key) -> None:
    low, high = sorted((_find(leader, one), _find(leader, other)))
    if low != high:
        leader[high] = low


def _describe(members: list[_Reading]) -> Resolved:
    surfaces: Counter[str] = Counter()
    for reading in members:
        surfaces.update(reading.name.surfaces)
    kind = _kind(members)
    keys = sorted({key for reading in members for key in reading.full})
    label = min(_full_surfaces(surfaces, kind, keys), key=lambda surface: (-surfaces[surface], surface))
    base = slug(person_form(label) if kind == "Person" else plain(label)) or digest("no letters", label)
    entity = Resolved(
        base,
        kind,
        label,
        tuple(sorted(set(surfaces) - {label})),
        tuple(r.name.referent for r in members),
        keys[0],
    )
    return _told_apart(entity) if keys[0][0] == "one article" else entity


def _full_surfaces(surfaces: Mapping[str, int], kind: str, keys: list[_Key]) -> list[str]:
    """Return the names to choose a label from: full ones, bare of titles and no acronym where there is one."""
    forms = {form for _, form in keys}
    full = [surface for surface in surfaces if _form(surface, kind) in forms] or list(surfaces)
    bare = [surface for surface in full if kind != "Person" or plain(surface) in forms] or full
    return [surface for surface in bare if not is_acronym(surface)] or bare


def _kind(members: list[_Reading]) -> str:
    if any(reading.name.publishes for reading in members):
        return "Outlet"
    votes: Counter[str] = Counter()
    for reading in members:
        votes[reading.name.type] += sum(reading.name.surfaces.values())
    return max(TYPES, key=lambda kind: (votes[kind], -TYPES.index(kind)))


def _told_apart(entity: Resolved) -> Resolved:
    """Return the entity with a slug that no other name can have ("~" stands in no slug made of a name)."""
    return replace(entity, slug=f"{entity.slug}~{digest(*entity.key, length=8)}")
