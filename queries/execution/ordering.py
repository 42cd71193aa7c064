"""The rows of a question of the catalogue put in order here, and not by Oxigraph.

Oxigraph compares two rows by reading the texts of both from the disk, for each comparison anew: half the time of an
answer of twenty thousand rows.  Here each text is there already.  A query whose ORDER BY is of the simple sort that the
catalogue has is asked without it, and for the variables that it orders by; whatever turns out not to be a text where
texts are compared, or a number where numbers are, is left to the engine.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final, cast

from whosays.queries.table import Cell

_LAST: Final = re.compile(r"\}\s*ORDER BY ([^{}]+)\Z")
_SELECTED: Final = re.compile(r"^SELECT (?P<distinct>DISTINCT )?(?P<names>\?\w+(?: \?\w+)*)$", re.MULTILINE)
_KEY: Final = re.compile(
    r'(?P<down>DESC\()?(?:STR\(\?(?P<text>\w+)\)|COALESCE\(STR\(\?(?P<maybe>\w+)\), "(?P<else>\w*)"\)'
    r"|\?(?P<value>\w+)|COALESCE\(\?(?P<number>\w+), (?P<zero>\d+)\))(?(down)\))(?:\s+|\Z)"
)


@dataclass(frozen=True, slots=True)
class Key:
    """One thing that is ordered by: a variable, as text or as a number, and what stands for one that is not there."""

    name: str
    is_text: bool
    instead: str | int | None
    is_down: bool


@dataclass(frozen=True, slots=True)
class Unordered:
    """A query without its order: its first ``width`` columns are those that were asked for."""

    text: str
    keys: tuple[Key, ...]
    width: int

    @property
    def columns(self) -> list[str]:
        """All columns that are asked for."""
        selected = _SELECTED.search(self.text)
        return selected["names"].replace("?", "").split(" ") if selected else []


def unordered(text: str) -> Unordered | None:
    """Return the query without its order; ``None`` where that is not of the simple sort."""
    last, selected = _LAST.search(text), _SELECTED.search(text)
    keys = _keys(last[1]) if last else None
    if last is None or selected is None or keys is None:
        return None
    names = selected["names"].replace("?", "").split(" ")
    more = [name for name in dict.fromkeys(key.name for key in keys) if name not in names]
    if more and selected["distinct"]:
        return None
    asked = selected[0] + "".join(f" ?{name}" for name in more)
    return Unordered(text[: selected.start()] + asked + text[selected.end() : last.start()] + "}\n", keys, len(names))


def in_order(
    query: Unordered, columns: Sequence[str], rows: Sequence[tuple[Cell, ...]]
) -> tuple[list[str], list[tuple[Cell, ...]]] | None:
    """Return columns and rows as the query would have them in its order; ``None`` where that is for the engine."""
    places = list(range(len(rows)))
    for key in reversed(query.keys):  # sorting keeps what is equal as it was
        at = columns.index(key.name)
        found = [row[at] for row in rows]
        if not _fits(key, found):
            return None
        compared = cast("Callable[[int], Any]", _comparable(key, found).__getitem__)  # of slices, too, otherwise
        places.sort(key=compared, reverse=key.is_down)
    if query.width == len(columns):
        return list(columns), [rows[place] for place in places]
    return list(columns[: query.width]), [rows[place][: query.width] for place in places]


def _keys(text: str) -> tuple[Key, ...] | None:
    keys, at = [], 0
    while at < len(text):
        found = _KEY.match(text, at)
        if found is None:
            return None
        name = found["text"] or found["maybe"] or found["value"] or found["number"]
        instead = int(found["zero"]) if found["number"] else found["else"]
        keys.append(Key(name, bool(found["text"] or found["maybe"]), instead, found["down"] is not None))
        at = found.end()
    return tuple(keys)


def _fits(key: Key, cells: list[Cell]) -> bool:
    kinds = set(map(type, cells)) - {type(None)}
    if key.is_text:
        return kinds <= {str}
    return kinds <= {int, float} and not (float in kinds and any(map(_is_nan, cells)))


def _is_nan(cell: Cell) -> bool:
    return isinstance(cell, float) and math.isnan(cell)


def _comparable(key: Key, cells: list[Cell]) -> Sequence[object]:
    """Return what is compared instead of each cell: unbound comes first."""
    if None not in cells:
        return cells
    if key.instead is not None:
        return [key.instead if cell is None else cell for cell in cells]
    return [(cell is not None, cell) if cell is not None else (False,) for cell in cells]
