"""The sample corpus: news articles about invented events, and what a careful reader says they attribute to whom."""

from __future__ import annotations

import json
from pathlib import Path

from corpus.gold import (
    Copy,
    FigureRelation,
    Gold,
    GoldArticle,
    GoldAttribution,
    GoldEntity,
    GoldFigure,
    Proposition,
    article_from,
    relations_from,
)
from whosays.demo import sample_articles

__all__ = [
    "Copy",
    "FigureRelation",
    "Gold",
    "GoldArticle",
    "GoldAttribution",
    "GoldEntity",
    "GoldFigure",
    "Proposition",
    "sample_articles",
    "sample_gold",
    "sample_gold_file",
]

HERE = Path(__file__).parent


def sample_gold_file() -> Path:
    """Return ``gold.jsonl``; the texts that its offsets count in lie beside it."""
    return HERE / "gold" / "gold.jsonl"


def sample_gold() -> Gold:
    """Return the annotation of all articles, in the order of ``sample_articles``."""
    path = sample_gold_file()
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    texts = [(path.parent / row["file"]).read_bytes().decode("utf-8") for row in rows]
    relations = json.loads((path.parent / "relations.json").read_text(encoding="utf-8"))
    articles = tuple(article_from(row, text) for row, text in zip(rows, texts, strict=True))
    return Gold(articles, *relations_from(relations))
