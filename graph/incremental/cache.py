"""Derived facts kept beside the store in one SQLite file: never the truth, made anew whenever in doubt.

A value is loaded when it is first asked for and written when all is done.  Only plain values and the data classes of
this room and of the records are ever read back, so a file that somebody else wrote can do no more than be refused.
"""

from __future__ import annotations

import dataclasses
import io
import pickle
import sqlite3
import zlib
from array import array
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, Final, Generic, TypeVar

V = TypeVar("V")
T = TypeVar("T", bound="Table[Any]")
FILE: Final = "derived.sqlite"
FAST: Final = 1  # of zlib's levels: a sixth of the size for little time
# what SQLite says of a file that it cannot make sense of, or that alone may not be written; a full disk is no damage
_DAMAGED: Final = frozenset(
    {
        sqlite3.SQLITE_CORRUPT,
        sqlite3.SQLITE_NOTADB,
        sqlite3.SQLITE_FORMAT,
        sqlite3.SQLITE_READONLY,
    }
)
RECORDS: Final = "whosays.extract.records"  # of which some are kept as they are
_PLAIN: Final = frozenset({("builtins", "set"), ("builtins", "frozenset"), ("collections", "Counter")})


class DamageError(Exception):
    """A value that was kept cannot be read back."""


def is_damage(error: Exception) -> bool:
    """Tell whether an error comes from the file of derived facts; all others are defects of what derives them."""
    code = getattr(error, "sqlite_errorcode", None)
    return isinstance(error, DamageError) or (code is not None and code & 0xFF in _DAMAGED)


def shrink(folder: Path) -> None:
    """Give back the space of what is kept no longer, whole or not at all; what is damaged is left as it is."""
    path = folder / FILE
    if not path.exists():
        return
    try:
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("VACUUM")
    except sqlite3.Error as error:
        if not is_damage(error):
            raise


@contextmanager
def opening() -> Iterator[None]:
    """Tell a file whose tables have another form from a question wrongly put, which is a defect of who puts it."""
    try:
        yield
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_ERROR:
            raise
        raise DamageError(f"tables of another form: {error}") from error


class Cache:
    """The tables of one file, or of memory; what is not committed when the process ends is as if never done."""

    def __init__(self, path: Path | None) -> None:
        self._connection = sqlite3.connect(":memory:" if path is None else path)
        self._connection.execute("PRAGMA journal_mode = WAL")
        self._connection.execute("PRAGMA cache_size = -65536")  # KiB: keys come in no order
        self._tables: dict[str, Table[Any]] = {}

    def table(self, name: str, keep: int | None = None) -> Table[Any]:
        """Return the table of that name; ``keep`` is how many values stay in memory, all where it is ``None``."""
        table: Table[Any] = Table(self._connection, name, keep)
        return self._kept(name, table)

    def sets(self, name: str) -> Sets:
        """Return the table of that name, which holds sets."""
        table = Sets(self._connection, name)
        return self._kept(name, table)

    def index(self, name: str) -> Index:
        """Return the table of that name, which holds sets of numbers."""
        table = Index(self._connection, name)
        return self._kept(name, table)

    def _kept(self, name: str, table: T) -> T:
        if name in self._tables:
            raise ValueError(f"two parts would keep {name!r} in one table")
        self._tables[name] = table
        return table

    def commit(self) -> None:
        """Write what changed, all of it or nothing."""
        for table in self._tables.values():
            table.write()
        self._connection.commit()

    def close(self) -> None:
        """Let go of the file; what was not committed is forgotten."""
        self._connection.close()


class Table(Generic[V]):
    """Values by key; a value that was got must not be changed without being put again."""

    def __init__(self, connection: sqlite3.Connection, name: str, keep: int | None = None) -> None:
        columns = "key TEXT PRIMARY KEY, value BLOB NOT NULL"
        connection.execute(f'CREATE TABLE IF NOT EXISTS "{name}" ({columns}) WITHOUT ROWID')
        self._connection = connection
        self._select = f'SELECT value FROM "{name}" WHERE key = ?'  # noqa: S608 - the names are those of this room
        self._replace = f'INSERT OR REPLACE INTO "{name}" VALUES (?, ?)'  # noqa: S608 - as above
        self._delete = f'DELETE FROM "{name}" WHERE key = ?'  # noqa: S608 - as above
        self._all = f'SELECT key FROM "{name}"'  # noqa: S608 - as above
        self._keep = keep
        self._known: dict[str, V | None] = {}
        self._changed: set[str] = set()
        self._is_empty = connection.execute(f"{self._all} LIMIT 1").fetchone() is None

    def get(self, key: str) -> V | None:
        """Return the value, ``None`` where there is none."""
        if key in self._known:
            return self._known[key]
        row = None if self._is_empty else self._connection.execute(self._select, (key,)).fetchone()
        value = None if row is None else self._read_back(row[0])
        self._known[key] = value
        self._shorten()
        return value

    def __getitem__(self, key: str) -> V:
        value = self.get(key)
        if value is None:
            raise KeyError(key)
        return value

    def put(self, key: str, value: V | None) -> None:
        """Keep a value; ``None`` removes it."""
        self._known[key] = value
        self._changed.add(key)
        self._shorten()

    def keys(self) -> Iterator[str]:
        """Yield the keys, in no order."""
        self.write()
        yield from (key for (key,) in self._connection.execute(self._all).fetchall())

    def write(self) -> None:
        """Hand what changed to the file."""
        if not self._changed:
            return
        changed = [(key, self._known[key]) for key in sorted(self._changed)]
        self._connection.executemany(self._delete, [(key,) for key, value in changed if value is None])
        self._connection.executemany(
            self._replace, ((key, self._encoded(value)) for key, value in changed if value is not None)
        )
        self._changed.clear()
        self._is_empty = False

    def _shorten(self) -> None:
        """Forget the older half of what is known where it has become too much."""
        if self._keep is not None and len(self._known) > self._keep:
            self.write()
            for key in list(self._known)[: self._keep // 2]:
                del self._known[key]

    def _read_back(self, data: bytes) -> V:
        try:
            return self._decoded(data)
        except Exception as error:
            raise DamageError(f"a value cannot be read back: {error}") from error

    def _encoded(self, value: V) -> bytes:
        return zlib.compress(pickle.dumps(value, protocol=5), FAST)

    def _decoded(self, data: bytes) -> V:
        return _Reader(io.BytesIO(zlib.decompress(data))).load()  # type: ignore[no-any-return]


class Sets(Table[set[Any]]):
    """Sets by key; one that becomes empty is removed."""

    def of(self, key: str) -> set[Any]:
        """Return the set, empty where there is none; it must not be changed."""
        return self.get(key) or set()

    def add(self, key: str, member: Any) -> None:
        """Add a member."""
        found = self.get(key)
        if found is None:
            self.put(key, {member})
        elif member not in found:
            found.add(member)
            self._changed.add(key)

    def discard(self, key: str, member: Any) -> None:
        """Remove a member, there or not."""
        found = self.get(key)
        if found and member in found:
            found.discard(member)
            self.put(key, found or None)


class Index(Sets):
    """Sets of numbers by key, packed."""

    def _encoded(self, value: set[int]) -> bytes:
        return array("I", sorted(value)).tobytes()

    def _decoded(self, data: bytes) -> set[int]:
        numbers = array("I")
        numbers.frombytes(data)
        return set(numbers)


class _Reader(pickle.Unpickler):
    """Reads plain values and the data classes of this room, nothing that could run."""

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) in _PLAIN:
            return super().find_class(module, name)
        ours = module.startswith("whosays.graph.") or module == RECORDS
        found = super().find_class(module, name) if ours else None
        if isinstance(found, type) and dataclasses.is_dataclass(found):
            return found
        raise pickle.UnpicklingError(f"{module}.{name}: not to be read back")
