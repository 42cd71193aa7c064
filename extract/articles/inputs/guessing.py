"""Which column of a table, or key of a JSON object, usually holds what, by its name alone."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from whosays.resources import read_rows

_USUAL: Final = {field: names.split() for field, names in read_rows("extract", "column_names.tsv")}
FIELDS: Final = tuple(_USUAL)


def column_guesses(names: Iterable[str]) -> dict[str, str]:
    """Return which of these columns usually hold which field."""
    known = {_plain(name): name for name in reversed(list(names))}
    return {
        field: known[usual]
        for field, usuals in _USUAL.items()
        for usual in reversed([_plain(name) for name in usuals])
        if usual in known
    }


def _plain(name: str) -> str:
    return re.sub(r"[\W_]+", "", name.lower())
