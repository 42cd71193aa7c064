"""From the referents of an article to its records: numbered in order of first mention."""

from __future__ import annotations

from whosays.extract.coreference.name_clusters import Cast
from whosays.extract.coreference.referent import Referent
from whosays.extract.records import Entity


def numbered(cast: Cast) -> tuple[tuple[Entity, ...], dict[int, str]]:
    """Return the entities ("e1", "e2", ... by first mention) and the id of each referent, by ``id()`` of it."""
    present = [referent for referent in cast.referents if referent.occurrences]
    present.sort(key=lambda r: (min(o.span for o in r.occurrences), r.type))
    ids = {id(referent): f"e{number}" for number, referent in enumerate(present, start=1)}
    return tuple(_entity(ids[id(referent)], referent) for referent in present), ids


def _entity(identifier: str, referent: Referent) -> Entity:
    occurrences = sorted(referent.occurrences, key=lambda o: o.span)
    return Entity(
        id=identifier,
        type=referent.type,
        name=referent.best_name(),
        named=referent.named,
        mentions=tuple(o.span for o in occurrences),
        aliases=tuple(referent.names) if referent.named else (),
        role=referent.roles[0] if referent.named and referent.roles else None,
    )
