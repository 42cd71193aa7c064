"""The sample corpus that comes with the package, laid out as a folder of articles."""

from __future__ import annotations

from pathlib import Path

from whosays.resources import resource


def unpack(folder: Path) -> Path:
    """Make ``folder`` a graph's and write the sample articles into it; return the folder of the articles.

    Raises ``GraphError`` where ``folder`` holds something else.
    """
    from whosays.graph import KnowledgeGraph  # noqa: PLC0415 - heavy

    KnowledgeGraph.open(folder, create=True).close()
    articles = folder / "articles"
    articles.mkdir(exist_ok=True)
    sample = resource("demo", "articles")
    for article in sorted(sample.iterdir(), key=lambda item: item.name):
        if article.is_file() and not article.name.startswith("."):
            (articles / article.name).write_bytes(article.read_bytes())
    return articles
