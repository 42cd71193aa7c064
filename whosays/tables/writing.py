"""The graph as tables: one a question, with keys that join them; as an SQLite file that Datasette opens as it is."""
# ruff: noqa: PLC0415 - heavy libraries wait until something is exported

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from whosays.errors import FrontDoorError
from whosays.tables.keys import KEYS, LINKS, SHARED_BY, joined

if TYPE_CHECKING:
    from rdflib import Dataset

    from whosays.queries import Table

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
INDEXED: Final = ("article", "entity", "id", "outlet", "proposition", "published", "stance")
# columns that hold numbers; those of true and false are whole numbers to SQLite, too
WHOLE: Final = frozenset(
    ("approximate", "articles", "attributions", "days", "disputed", "figures", "named", "origins", "outlets", "skipped")
)
NUMBERS: Final = frozenset(("high", "low"))


def tabulated(dataset: Dataset) -> dict[str, Table]:
    """Return all tables with what joins them."""
    from whosays.queries import run

    return joined(dataset, {name: run(dataset, question) for name, question in TABLES.items()})


def write_sqlite(dataset: Dataset, path: Path) -> Path:
    """Write the tables to ``path``, anew, and what they mean beside it; return the path of the latter.

    Open both with: ``datasette PATH --metadata PATH.metadata.json``.  The same graph gives the same rows.
    """
    part = path.with_name(f"{path.name}.part")
    part.unlink(missing_ok=True)
    try:
        with closing(sqlite3.connect(part)) as connection, connection:
            for name, table in tabulated(dataset).items():
                _fill(connection, name, table)
    except sqlite3.Error as error:  # of the disk, of who may write there, or of a graph that contradicts itself
        part.unlink(missing_ok=True)
        raise FrontDoorError(f"{path}: {error}") from error
    part.replace(path)
    told = path.with_name(f"{path.name}.metadata.json")
    tables = {name: _explained(name) for name in (*TABLES, SHARED_BY)}
    metadata = {"title": "Who says what", "databases": {path.stem: {"tables": tables}}}
    told.write_text(json.dumps(metadata, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return told


def _fill(connection: sqlite3.Connection, name: str, table: Table) -> None:
    links = LINKS.get(name, ())
    declared = [f'"{column}" {_type(column)}{_as_key(name, column)}' for column in table.columns]
    declared += [f'FOREIGN KEY ("{link.column}") REFERENCES "{link.table}" ("{KEYS[link.table]}")' for link in links]
    connection.execute(f'CREATE TABLE "{name}" ({", ".join(declared)})')
    places = ", ".join("?" * len(table.columns))
    rows = (tuple(_stored(cell) for cell in row) for row in table.rows)
    connection.executemany(f'INSERT INTO "{name}" VALUES ({places})', rows)  # noqa: S608 - our own names
    indexed = {*INDEXED, *(link.column for link in links)} - {KEYS.get(name)}
    for column in sorted(set(table.columns) & indexed):
        connection.execute(f'CREATE INDEX "{name}_{column}" ON "{name}" ("{column}")')


def _type(column: str) -> str:
    """Return what SQLite is told that a column holds; a bound of a figure may have a part behind the point."""
    if column in NUMBERS:
        return "NUMERIC"
    return "INTEGER" if column in WHOLE or column.endswith(("start", "end")) else "TEXT"


def _as_key(name: str, column: str) -> str:
    """Return that a column is the table's key."""
    return " PRIMARY KEY NOT NULL" if KEYS.get(name) == column else ""


def _stored(cell: Any) -> Any:
    """SQLite's whole numbers have 64 bits."""
    return float(cell) if isinstance(cell, int) and not -(1 << 63) <= cell < 1 << 63 else cell


def _explained(name: str) -> dict[str, Any]:
    """Return what a table and its columns mean."""
    from whosays.queries import catalogue

    asked = catalogue()[TABLES[name]] if name in TABLES else None
    columns = {column.name: column.meaning for column in asked.columns} if asked else {}
    if name == "entities":
        columns["id"] = "IRI of the entity"
    links = {link.column: link.meaning for link in LINKS.get(name, ())}
    described = asked.question if asked else "Which claims say what several say?"
    return {"description": described, "columns": {**columns, **links}}
