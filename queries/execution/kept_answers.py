"""Answers that were given before, of a graph that stays as it is: asked once more, they cost nothing.

A graph that was opened for reading alone is one state of it, whatever is written later, so what is kept goes with it.
Kept are whole answers, the latest asked, up to a number of cells.
"""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock
from typing import Final
from weakref import WeakKeyDictionary

from rdflib import Dataset
from rdflib.store import Store

from whosays.graph import is_snapshot
from whosays.queries.table import Table

MOST: Final = 2_000_000  # cells: some 100 MB where each is a text of its own


class KeptAnswers:
    """Text of a query -> its answer, as long as all of them have no more than ``most`` cells."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._tables: OrderedDict[str, Table] = OrderedDict()
        self._cells = 0
        self._changing = Lock()

    def get(self, text: str) -> Table | None:
        """Return the answer that was given before, if it is still there."""
        with self._changing:
            if text in self._tables:
                self._tables.move_to_end(text)
            return self._tables.get(text)

    def keep(self, text: str, table: Table) -> None:
        """Keep an answer, and let go of those that were not asked for the longest time."""
        with self._changing:
            if text in self._tables or _size(table) > self._most:
                return
            self._tables[text] = table
            self._cells += _size(table)
            while self._cells > self._most:
                self._cells -= _size(self._tables.popitem(last=False)[1])

    def forget(self) -> None:
        """Let go of everything."""
        with self._changing:
            self._tables.clear()
            self._cells = 0


_KEPT: Final[WeakKeyDictionary[Store, KeptAnswers]] = WeakKeyDictionary()


def kept_answers(dataset: Dataset) -> KeptAnswers | None:
    """Return what is kept of a data set; ``None`` where somebody may write to it."""
    if not is_snapshot(dataset):
        return None
    return _KEPT.setdefault(dataset.store, KeptAnswers())


def _size(table: Table) -> int:
    return (len(table.rows) + 1) * len(table.columns)
