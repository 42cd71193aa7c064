"""The graph as tables that join: a question each, in SQLite or for data frames."""

from whosays.tables.keys import KEYS
from whosays.tables.writing import TABLES, tabulated, write_sqlite

__all__ = ["KEYS", "TABLES", "tabulated", "write_sqlite"]
