"""The sample corpus that comes with the package, laid out as a folder of articles."""

from __future__ import annotations

from pathlib import Path

from whosays.resources import resource


def sample_articles() -> tuple[Path, ...]:
    """Return the files of the articles, ``.txt`` and ``.html``, in the order of their names."""
    folder = Path(str(resource("demo", "articles")))  # the package is installed unzipped
    return tuple(sorted(path for path in folder.iterdir() if path.suffix in (".txt", ".html")))


def unpack(folder: Path) -> Path:
    """Make ``folder`` a graph's and write the sample articles into it; return the folder of the articles.

    Raises ``GraphError`` where ``folder`` holds something else.
    """
    from whosays.graph import KnowledgeGraph  # noqa: PLC0415 - heavy

    KnowledgeGraph.open(folder, create=True).close()
    articles = folder / "articles"
    articles.mkdir(exist_ok=True)
    for article in sample_articles():
        (articles / article.name).write_bytes(article.read_bytes())
    return articles
