"""Which articles repeat whose words, as the questions wire-copies and exact-copies answer it."""

from __future__ import annotations

from collections.abc import Iterator

from whosays.ontology import OA, WS
from whosays.summary.ground import Ground
from whosays.summary.samples import Row


def copied_words(ground: Ground) -> list[Row]:
    """Return a row for each passage that an article repeats, as wire-copies does."""
    rows = (row for reuse in ground.subjects(WS.copy) for row in _passages(ground, reuse))
    return sorted(rows, key=lambda row: (row["copy"], row["original"], row["start"], row["end"]))


def same_texts(ground: Ground) -> list[Row]:
    """Return each two articles that are word for word the same, as exact-copies does."""
    pairs = {pair for article in ground.subjects(WS.articleText) for pair in _same(ground, article)}
    rows = [
        {
            f"{key}_{side}": ground.outlet(article) if key == "outlet" else ground.one(article, WS.path)
            for side, article in ((1, one), (2, other))
            for key in ("article", "outlet")
        }
        for one, other in sorted(pairs)
    ]
    return sorted(rows, key=lambda row: (row["article_1"], row["article_2"]))


def _same(ground: Ground, article: str) -> Iterator[tuple[str, str]]:
    for other in ground.having(WS.articleText, ground.one(article, WS.articleText) or ""):
        if other != article:
            yield min(article, other), max(article, other)


def _passages(ground: Ground, reuse: str) -> Iterator[Row]:
    copy, original = ground.one(reuse, WS.copy), ground.one(reuse, WS.original)
    for passage in ground.values(reuse, WS.copySpan):
        yield {
            "copy": ground.one(copy, WS.path),
            "original": ground.one(original, WS.path) or ground.one(reuse, WS.originalName) or "",
            "kind": (ground.one(reuse, WS.reuseKind) or "").partition("#")[2],
            "start": int(ground.one(passage, OA.start) or 0),
            "end": int(ground.one(passage, OA.end) or 0),
            "original_start": ground.one(passage, WS.takenFrom, OA.start),
            "outlet": ground.outlet(copy),
            "original_outlet": ground.outlet(original),
        }
