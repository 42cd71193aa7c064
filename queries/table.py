"""What an answer is, whoever gives, keeps, orders or shows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

Cell: TypeAlias = str | int | float | bool | None


@dataclass(frozen=True, slots=True)
class Table:
    """An answer: column names and rows, in order; cells are built-ins, ``None`` is unknown."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
