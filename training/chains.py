"""How well chains come out on the sample's gold: every hop, who speaks in it, and through whom.

A gold hop is found where an extracted one matches it as in ``calibration`` (the lenient relation).  Its chain is exact
where it has as many voices and each of them is the same: the same entity by a shared mention, or nobody in both.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from training.calibration import WORD, matches
from training.polnear import GoldAttribution
from whosays.extract import ArticleRecord
from whosays.extract.records import Entity

Row = Mapping[str, Any]


def chain_scores(records: Sequence[ArticleRecord], gold: Sequence[Row]) -> dict[str, float]:
    """Return lenient P, R and F of hops, the share of gold chains that are exact, and that of the found ones."""
    found = total = predicted = exact = 0
    for record, row in zip(records, gold, strict=True):
        rows = row["attributions"]
        annotated = [_gold(r) for r in rows]
        starts = [match.start() for match in WORD.finditer(record.text)]
        voiced = [hop for hop in record.attributions if hop.kind != "act"]
        pairs = [(voiced[i].id, j) for i, j in matches(voiced, annotated, starts)]
        total += len(rows)
        predicted += len(voiced)
        found += len(pairs)
        exact += sum(_same_chain(record, i, row, j) for i, j in pairs)
    p, r = found / predicted, found / total
    return {
        "p": round(p, 4),
        "r": round(r, 4),
        "f": round(2 * p * r / (p + r), 4),
        "chains exact, of all": round(exact / total, 4),
        "chains exact, of found": round(exact / found, 4),
    }


def _gold(row: Row) -> GoldAttribution:
    def spans(value: Any) -> tuple[tuple[int, int], ...]:
        several = [value] if value and isinstance(value[0], int) else value or []
        return tuple((span[0], span[1]) for span in several)

    return GoldAttribution(spans(row["source"]), spans(row["cue"]), spans(row["content"]))


def _same_chain(record: ArticleRecord, number: int, row: Row, gold: int) -> bool:
    ours, theirs = [], []
    at: int | None = number
    while at is not None:
        ours.append(record.attributions[at].entity)
        at = record.attributions[at].inside
    by_id = {r["id"]: r for r in row["attributions"]}
    hop = row["attributions"][gold]
    while hop is not None:
        theirs.append(hop.get("entity"))
        hop = by_id[hop["inside"]] if hop["inside"] is not None else None
    entities = {e.id: e for e in record.entities}
    known = {e["id"]: e for e in row["entities"]}
    pairs = zip(ours, theirs, strict=False)
    return len(ours) == len(theirs) and all(_same(entities.get(a or ""), known.get(b or "")) for a, b in pairs)


def _same(one: Entity | None, other: Row | None) -> bool:
    if one is None or other is None:
        return one is None and other is None
    return any(s < e2 and s2 < e for s, e in one.mentions for s2, e2 in other["mentions"])
