"""Many articles at once: quads of a file, loaded by the engine in bulk, which is fast and may stop half way.

Which articles are being loaded stands in the graph's folder meanwhile.  Where that is found when the graph is opened
for writing, the load was killed: their graphs are dropped, whatever of them had come in.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from rdflib import URIRef

from whosays.graph.rdf import Engine, graph_iri

UNFINISHED: Final = "loading.unfinished"


@contextmanager
def marked(folder: Path | None, articles: Iterable[str]) -> Iterator[None]:
    """Note in the folder that these articles are being loaded, until they are; memory needs no note."""
    if folder is None:
        yield
        return
    mark = folder / UNFINISHED
    part = mark.with_suffix(".part")
    part.write_text("".join(f"{article}\n" for article in articles), encoding="utf-8")
    part.replace(mark)
    yield
    mark.unlink()


def tidy(engine: Engine, folder: Path) -> None:
    """Drop the articles whose load was killed."""
    mark = folder / UNFINISHED
    if mark.exists():
        half = [graph_iri(URIRef(article)) for article in mark.read_text(encoding="utf-8").split()]
        if half:
            engine.drop(half)
            engine.flush()
        mark.unlink()
