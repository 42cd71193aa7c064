"""Names that tell too little by themselves, and the one entity that each of them may belong to.

"Castellan" in an article that says no more, "the water authority", "Corvane" of which another article says that it is
Corvane Chemical: each is compared with the entities that are called so, and offered the best one only.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from whosays.graph.naming import Key
from whosays.graph.normal_form import person_form, plain
from whosays.graph.resolution_clusters import Clusters
from whosays.graph.resolution_evidence import Known, united
from whosays.graph.resolution_spelling import fold

_FEW: Final = 5  # entities of one surname; with more, context tells too little
_CROWD: Final = 40

Pairing = tuple[str, Known, Known]


def lone_candidates(names: Sequence[Known], clusters: Clusters) -> Iterator[Pairing]:
    """Yield the pairs of a lone name and the entity it may belong to, under that entity's first name."""
    whole = _entities(names, clusters)
    lone = [known for known in names if known.key[0] == "one article"]
    yield from _surnames([known for known in lone if known.kind == "person"], whole)
    yield from _common_nouns([known for known in lone if known.kind != "person"], whole)
    yield from _short_names([known for known in names if known.key[0] == "body"], whole, clusters)


def _entities(names: Sequence[Known], clusters: Clusters) -> list[Known]:
    told = {known.key: known for known in names}
    return [
        united(told[key] for key in keys)
        for _, keys in sorted(clusters.groups().items())
        if keys[0][0] != "one article"
    ]


def _surnames(lone: Iterable[Known], entities: Iterable[Known]) -> Iterator[Pairing]:
    """Yield lone names of people and whoever is called so.

    Where the article names one of them besides ("Ines Quist" beside "Mr Quist"), the lone name is another's, and only
    a role in common tells whose.
    """
    called = _index((entity, form) for entity in entities for form in _short_forms(entity))
    for known in lone:
        everybody = {entity.key: entity for form in _forms(known) for entity in called.get(form, ())}
        fitting = {k: e for k, e in everybody.items() if e.kind == "person" and not e.articles & known.articles}
        if any(entity.articles & known.articles for entity in everybody.values()):
            fitting = {key: entity for key, entity in fitting.items() if entity.roles & known.roles}
        sort = "a surname of one" if len(fitting) == 1 else "a surname of several"
        yield from ((sort, known, entity) for entity in fitting.values() if len(fitting) <= _FEW)


def _common_nouns(lone: Sequence[Known], entities: Iterable[Known]) -> Iterator[Pairing]:
    bodies = [entity for entity in entities if entity.kind in ("body", "unit")]
    ending = _index((entity, end) for entity in bodies for _, form in entity.keys for end in _ends(form))
    alike: defaultdict[str, list[Known]] = defaultdict(list)
    for known in lone:
        form = plain(known.label)
        fitting = ending.get(form, [])
        if len(fitting) == 1:
            yield "a common noun", known, fitting[0]
        elif not fitting and " " in form:
            yield from (("a common noun", known, other) for other in alike[form][:_CROWD])
            alike[form].append(known)


def _short_names(bodies: Iterable[Known], entities: Iterable[Known], clusters: Clusters) -> Iterator[Pairing]:
    """Yield names of one word and the only entity that an article calls both that and by a longer name."""
    called = _index(
        (entity, plain(surface))
        for entity in entities
        if entity.kind != "place"
        for surface in entity.surfaces
        if " " not in plain(surface)
    )
    for known in bodies:
        own = clusters.leader(known.key)
        fitting = [entity for entity in called.get(known.key[1], ()) if clusters.leader(entity.key) != own]
        if len(fitting) == 1 and known.kind != "place" and fitting[0].kind != "person":
            yield "a short name", known, fitting[0]


def _index(pairs: Iterable[tuple[Known, str]]) -> dict[str, list[Known]]:
    found: defaultdict[str, dict[Key, Known]] = defaultdict(dict)
    for entity, form in pairs:
        found[form][entity.key] = entity
    return {form: list(entities.values()) for form, entities in found.items()}


def _forms(known: Known) -> list[str]:
    """Return what somebody is called, without titles, in the letters that transliterations agree on."""
    return sorted({" ".join(map(fold, person_form(surface).split())) for surface in known.surfaces})


def _short_forms(entity: Known) -> set[str]:
    """Return what a person may be called for short: the last word of a full name, and what articles do call them."""
    words = {fold(form.split()[-1]) for _, form in entity.keys}
    return words | {form for form in _forms(entity) if " " not in form}


def _ends(form: str) -> list[str]:
    words = form.split()
    return [" ".join(words[start:]) for start in range(len(words) - 1)]
