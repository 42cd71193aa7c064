"""Pages of a graph, gathered, drawn and written in one step."""

from __future__ import annotations

from pathlib import Path

from pyvis.network import Network  # type: ignore[import-untyped]
from rdflib import Dataset

from whosays.graph.view import Filters, draw, gather


def network(dataset: Dataset, filters: Filters | None = None, *, title: str = "whosays") -> Network:
    """Return the first picture as a pyvis network, which shows itself as the whole page."""
    asked = filters or Filters()
    return draw(gather(dataset, asked), title=title, asked=asked.described())


def page(dataset: Dataset, filters: Filters | None = None, *, title: str = "whosays") -> str:
    """Return the whole page as HTML."""
    return str(network(dataset, filters, title=title).generate_html())


def write_page(dataset: Dataset, path: Path, filters: Filters | None = None, *, title: str = "whosays") -> Path:
    """Write the page to ``path`` as UTF-8 and return it."""
    path.write_text(page(dataset, filters, title=title), encoding="utf-8", errors="replace", newline="\n")
    return path
