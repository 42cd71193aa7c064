"""What a reader should know of words that changed on their way, at the chains in which they stand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from whosays.graph.view.model.data import Chain, Change
from whosays.ontology import label


def by_article(changes: Iterable[Change]) -> dict[str, list[Change]]:
    """Group changes by the article that tells otherwise."""
    grouped: dict[str, list[Change]] = {}
    for change in changes:
        grouped.setdefault(change.article, []).append(change)
    return grouped


def changed(chain: Chain, changes: Mapping[str, list[Change]]) -> list[tuple[str, str]]:
    """Return what changed in a chain's words, each with how it was told before, and by which outlet."""
    there = (change for change in changes.get(chain.last.article, ()) if _stands_in(chain, change))
    return sorted({(_told(change), f"{change.outlet}: {change.before}") for change in there})


def _told(change: Change) -> str:
    late = f", {change.days} day{'' if change.days == 1 else 's'} later" if change.days else ""
    return f"{label(change.kind).capitalize()}{late}: {change.differs}"


def _stands_in(chain: Chain, change: Change) -> bool:
    start, end = change.span
    return any(start < stop and begin < end for begin, stop in chain.last.contents)
