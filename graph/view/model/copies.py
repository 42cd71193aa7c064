"""What a reader should know about copied words: whose they are, and how that is known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from whosays.graph.view.model.data import Chain, Reuse
from whosays.ontology import label

MOSTLY = 0.5  # of what is said: from here on its words count as copied
UNTOLD = "order"  # the basis where nothing tells who had the words first


def by_copy(reuses: Iterable[Reuse]) -> dict[str, list[Reuse]]:
    """Group reuses by the article that copies."""
    grouped: dict[str, list[Reuse]] = {}
    for reuse in reuses:
        grouped.setdefault(reuse.copy, []).append(reuse)
    return grouped


def copied(chain: Chain, reuses: Mapping[str, list[Reuse]]) -> list[tuple[str, str]]:
    """Return what to say of a chain's words, and how it is known; first what concerns the very words."""
    notes = {_note(chain, reuse): None for reuse in reuses.get(chain.last.article, ())}
    return [(text, basis) for _, text, basis in sorted(notes)]


def _note(chain: Chain, reuse: Reuse) -> tuple[bool, str, str]:
    inside = _inside(chain, reuse)
    if reuse.kind == "template":
        return not inside, f"Told in the same form as {reuse.original}, of something else", ""
    if reuse.basis == UNTOLD:
        what = "These words stand" if inside else "Other words of the article stand"
        return not inside, f"{what} in {reuse.original} too; who had them first is not told", ""
    where = ": these words too" if inside else ", elsewhere in the text" if reuse.kind == "partly" else ""
    return not inside, f"{label(reuse.kind).capitalize()} copied from {reuse.original}{where}", reuse.basis


def _inside(chain: Chain, reuse: Reuse) -> bool:
    """Whether most of what is said lies in the passages that are copied; they may overlap."""
    said = {point for span in chain.last.contents or chain.last.cues for point in range(*span)}
    taken = {point for start, end in reuse.spans for point in said if start <= point < end}
    return bool(said) and len(taken) >= MOSTLY * len(said)
