"""What joins the tables of a graph: a key for each row that has one, and columns of the keys of other tables.

    attributions.article_id -> articles.id        claims.entity_id -> entities.id
    articles.story -> stories.story               shared_by: claims.id with shared_claims.proposition

A key is an IRI of the graph.  Names join nothing: two people may have one.
"""
# ruff: noqa: PLC0415 - heavy libraries wait until something is exported

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeAlias

if TYPE_CHECKING:
    from rdflib import Dataset

    from whosays.queries import Table

    Of: TypeAlias = Callable[[str], str | None]  # the IRI of a row -> another one

# table -> the column that is its key
KEYS: Final = {
    "articles": "id",
    "attributions": "id",
    "claims": "id",
    "shared_claims": "proposition",
    "entities": "id",
    "stories": "story",
    "changes": "id",
    "reversals": "id",
}
SHARED_BY: Final = "shared_by"


@dataclass(frozen=True, slots=True)
class Link:
    """A further column of a table, and the table whose key it holds; nothing where that has no such row."""

    column: str
    table: str
    meaning: str


_ARTICLE: Final = Link("article_id", "articles", "key of the article")
_ENTITY: Final = Link("entity_id", "entities", "key of the entity; nothing of a source without a name")
_CHANGED: Final = (
    Link("article_id", "articles", "key of the later article"),
    Link("earlier_id", "articles", "key of the earlier article"),
)
# table -> its further columns
LINKS: Final[Mapping[str, tuple[Link, ...]]] = {
    "articles": (Link("story", "stories", "key of the story that it tells; nothing where no other article does"),),
    "attributions": (
        _ARTICLE,
        _ENTITY,
        Link("parent_id", "attributions", "key of the attribution that reports it; nothing where the outlet does"),
    ),
    "claims": (_ARTICLE, _ENTITY),
    "figures": (_ARTICLE, Link("attribution_id", "attributions", "key of who gives it; nothing of the outlet's own")),
    "changes": _CHANGED,
    "reversals": _CHANGED,
    SHARED_BY: (
        Link("proposition", "shared_claims", "key of what several claims say"),
        Link("claim_id", "claims", "key of a claim that says it"),
    ),
}


def joined(dataset: Dataset, tables: Mapping[str, Table]) -> dict[str, Table]:
    """Return the tables with their keys and links, and with ``shared_by``, which holds links alone."""
    from whosays.queries import Table

    found = {**tables, "entities": _with_ids(dataset, tables["entities"]), SHARED_BY: Table((), ())}
    keys = {name: set(_column(found[name], key)) for name, key in KEYS.items()}
    of = _ways(dataset)
    for name, links in LINKS.items():
        if name != SHARED_BY:
            ids = [str(iri) for iri in _column(found[name], "id")]
            further = [[_known(of[name, link.column](iri), keys[link.table]) for iri in ids] for link in links]
            rows = ((*row, *(column[at] for column in further)) for at, row in enumerate(found[name].rows))
            found[name] = Table((*found[name].columns, *(link.column for link in links)), tuple(rows))
    found[SHARED_BY] = Table(("proposition", "claim_id"), tuple(_shared_by(dataset, keys)))
    return found


def _column(table: Table, name: str) -> list[object]:
    at = table.columns.index(name)
    return [row[at] for row in table.rows]


def _known(iri: str | None, keys: set[object]) -> str | None:
    return iri if iri in keys else None


def _with_ids(dataset: Dataset, entities: Table) -> Table:
    """Return who speaks, with their IRIs: they stand in the order of these where name and number are the same."""
    from whosays.queries import Table

    ids = [iri for *_, iri in sorted((-times, name, iri) for (name, iri), times in _spoken(dataset).items())]
    rows = zip(entities.rows, ids, strict=True)
    return Table((*entities.columns, "id"), tuple((*row, iri) for row, iri in rows))


def _spoken(dataset: Dataset) -> Counter[tuple[str, str]]:
    """Return how many attributions each entity has, by name and IRI."""
    from whosays.graph import pairs_of
    from whosays.ontology import WS

    pairs = pairs_of(dataset)
    names, resolved, told = dict(pairs(WS.speaker)), dict(pairs(WS.resolvesTo)), {iri for iri, _ in pairs(WS.parent)}
    return Counter(
        (names[iri], resolved[source])
        for iri, source in pairs(WS.source)
        if iri in told and iri in names and source in resolved
    )


def _ways(dataset: Dataset) -> Mapping[tuple[str, str], Of]:
    """Return what leads from the IRI of a row to what its further columns hold."""
    from whosays.graph import pairs_of
    from whosays.ontology import WS

    pairs = pairs_of(dataset)
    stories, parents = dict(pairs(WS.inStory)), dict(pairs(WS.parent))
    sources, resolved = dict(pairs(WS.source)), dict(pairs(WS.resolvesTo))
    later, earlier = dict(pairs(WS.changedIn)), dict(pairs(WS.changedFrom))

    def article(iri: str) -> str:
        return iri.partition("#")[0]

    def entity(iri: str) -> str | None:
        return resolved.get(sources.get(iri, ""))

    return {
        ("articles", "story"): stories.get,
        **{(name, "article_id"): article for name in ("attributions", "claims", "figures")},
        **{(name, "entity_id"): entity for name in ("attributions", "claims")},
        ("attributions", "parent_id"): parents.get,
        ("figures", "attribution_id"): lambda iri: iri,
        **{(name, "article_id"): later.get for name in ("changes", "reversals")},
        **{(name, "earlier_id"): earlier.get for name in ("changes", "reversals")},
    }


def _shared_by(dataset: Dataset, keys: Mapping[str, set[object]]) -> Iterable[tuple[str, str]]:
    """Return which claims say what several say, sorted."""
    from whosays.graph import pairs_of
    from whosays.ontology import WS

    pairs = pairs_of(dataset)
    propositions: dict[str, set[str]] = {}
    for wording, proposition in pairs(WS.expresses):
        propositions.setdefault(wording, set()).add(proposition)
    return sorted(
        (proposition, iri)
        for iri, wording in pairs(WS.claim)
        if iri in keys["claims"]
        for proposition in propositions.get(wording, ())
        if proposition in keys["shared_claims"]
    )
