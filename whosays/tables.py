"""The graph as an SQLite file that Datasette opens as it is: a table a question, its columns explained beside it."""
# ruff: noqa: PLC0415 - heavy libraries wait until something is exported

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from whosays.errors import FrontDoorError

if TYPE_CHECKING:
    from rdflib import Dataset

    from whosays.queries import Query, Table

# table -> the question whose answer it holds
TABLES: Final = {
    "articles": "articles",
    "attributions": "attributions",
    "claims": "what-outlet-says",
    "shared_claims": "origins",
    "figures": "figures",
    "entities": "sources",
    "spellings": "spellings",
    "stories": "stories",
    "copies": "wire-copies",
    "changes": "changes",
    "reversals": "reversals",
}
INDEXED: Final = ("article", "entity", "id", "outlet", "proposition", "published", "stance", "story")


def write_sqlite(dataset: Dataset, path: Path) -> Path:
    """Write the tables to ``path``, anew, and what they mean beside it; return the path of the latter.

    Open both with: ``datasette PATH --metadata PATH.metadata.json``.  The same graph gives the same rows.
    """
    from whosays.queries import catalogue, run

    part = path.with_name(f"{path.name}.part")
    part.unlink(missing_ok=True)
    try:
        with closing(sqlite3.connect(part)) as connection, connection:
            for name, question in TABLES.items():
                _fill(connection, name, run(dataset, question))
    except sqlite3.OperationalError as error:  # of the disk, or of who may write there
        part.unlink(missing_ok=True)
        raise FrontDoorError(f"{path}: {error}") from error
    part.replace(path)
    told = path.with_name(f"{path.name}.metadata.json")
    tables = {name: _explained(catalogue()[question]) for name, question in TABLES.items()}
    metadata = {"title": "Who says what", "databases": {path.stem: {"tables": tables}}}
    told.write_text(json.dumps(metadata, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return told


def _fill(connection: sqlite3.Connection, name: str, table: Table) -> None:
    columns = ", ".join(f'"{column}"' for column in table.columns)
    connection.execute(f'CREATE TABLE "{name}" ({columns})')
    places = ", ".join("?" * len(table.columns))
    rows = (tuple(_stored(cell) for cell in row) for row in table.rows)
    connection.executemany(f'INSERT INTO "{name}" VALUES ({places})', rows)  # noqa: S608 - our own names
    for column in sorted(set(table.columns) & set(INDEXED)):
        connection.execute(f'CREATE INDEX "{name}_{column}" ON "{name}" ("{column}")')


def _stored(cell: Any) -> Any:
    """SQLite's whole numbers have 64 bits."""
    return str(cell) if isinstance(cell, int) and not -(1 << 63) <= cell < 1 << 63 else cell


def _explained(query: Query) -> dict[str, Any]:
    return {"description": query.question, "columns": {column.name: column.meaning for column in query.columns}}
