"""The graph as a file that other tools read: what the graph writes itself, and any answer as a table."""
# ruff: noqa: PLC0415 - each format loads only the libraries that it needs

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Final

from whosays.errors import FrontDoorError
from whosays.tables import tabulated, write_sqlite

if TYPE_CHECKING:
    from whosays.graph import KnowledgeGraph
    from whosays.queries import Table

BINARY: Final = ("parquet", "sqlite", "tables")
OF_A_QUESTION: Final = ("csv", "parquet")
QUESTION: Final = "attributions"  # that these hold unless told otherwise
OTHERS: Final = ("web-annotation", "schema-org", "grasp", "prov")
FORMATS: Final = ("nquads", "trig", "jsonld", "graphml", "gexf", "csv", "parquet", "tables", "sqlite", *OTHERS)


def export(kg: KnowledgeGraph, form: str, path: Path, question: str = QUESTION) -> None:
    """Write the graph to ``path``; ``form`` is one of ``FORMATS``.

    ``question`` is the query whose answer csv and parquet hold; for tables ``path`` is a folder, with a parquet file
    for each.  The same graph gives the same bytes.  Raises ``FrontDoorError``
    where a library or the folder to write into is missing, ``GraphError`` or ``QueryError``.
    """
    if form != "tables" and not path.parent.is_dir():
        raise FrontDoorError(f"no folder {path.parent}; make it, or write elsewhere")
    if form == "csv":
        _csv(_answer(kg, question), path)
    elif form == "parquet":
        _parquet(_answer(kg, question), path)
    elif form == "tables":
        _tables(kg, path)
    elif form == "sqlite":
        write_sqlite(kg.dataset, path)
    elif form in OTHERS:
        from whosays.queries import constructed

        path.write_bytes(constructed(kg.dataset, form))
    else:
        kg.export(form, path)


def _answer(kg: KnowledgeGraph, question: str) -> Table:
    from whosays.queries import run

    return run(kg.dataset, question)


def _csv(table: Table, path: Path) -> None:
    from whosays.queries import render

    path.write_text(render(table, "csv"), encoding="utf-8", errors="replace", newline="")


def _tables(kg: KnowledgeGraph, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, table in tabulated(kg.dataset).items():
        _parquet(table, folder / f"{name}.parquet")


def _parquet(table: Table, path: Path) -> None:
    if find_spec("pyarrow") is None:
        raise FrontDoorError("parquet needs pyarrow, which is not installed; run: pip install pyarrow")
    import pandas as pd

    pd.DataFrame(list(table.rows), columns=list(table.columns)).to_parquet(path, index=False)
