"""A look at what was derived before, from outside: nothing is changed, and a writer is not in the way."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Final
from urllib.parse import quote

from whosays.graph.incremental.cache import FILE
from whosays.graph.incremental.corpus import BEGUN, UNFINISHED

DERIVED_FILES: Final = frozenset({FILE, f"{FILE}-wal", f"{FILE}-shm", f"{FILE}-journal", UNFINISHED, BEGUN})


def related(folder: Path, articles: int) -> str:
    """Return why what looks across the articles of a folder does not follow them; "" where it does."""
    if (folder / UNFINISHED).exists():
        return "relating the articles was stopped half way"
    path = folder / FILE
    if not path.exists():
        return "the articles are not related to each other yet" if articles else ""
    try:
        with closing(sqlite3.connect(f"file:{quote(str(path))}?{_way(path)}", uri=True)) as connection:
            ((sound,),) = connection.execute("PRAGMA quick_check(1)").fetchall()
            ((known,),) = connection.execute('SELECT COUNT(*) FROM "articles"').fetchall()
    except sqlite3.Error as error:
        return f"{FILE} cannot be read: {error}"
    if sound != "ok":
        return f"{FILE} is damaged"
    return "" if known == articles else f"{known} of {articles} articles are related to each other"


def _way(path: Path) -> str:
    """Return how to open a file so that none is made beside it, which SQLite does for one that may be written."""
    return "mode=ro" if path.with_name(f"{path.name}-wal").exists() else "mode=ro&immutable=1"
