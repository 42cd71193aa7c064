"""Which column of a table, or key of a JSON object, usually holds what, by its name alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any, Final

from whosays.resources import read_rows

_USUAL: Final = {field: names.split() for field, names in read_rows("extract", "column_names.tsv")}
_DEEPEST, _WIDEST = 4, 100  # objects within each other that are looked into, and keys of each
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


def path_guesses(row: Mapping[str, Any]) -> dict[str, str]:
    """Return which fields the keys within the objects of an object usually hold, by their paths, outer ones first."""
    levels = list(_levels(row))
    found = _outermost(levels)
    text = found.get("text") or found.get("html") or ""
    around = {"", *(text[:at] for at, letter in enumerate(text) if letter == ".")}
    # what stands in another object than the text, such as the id of its source, is none of the article's
    return _outermost([path for path in keys if path.rpartition(".")[0] in around] for keys in levels)


def _outermost(levels: Iterable[list[str]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for keys in levels:
        by_name: dict[str, str] = {}
        for path in keys:
            by_name.setdefault(path.rpartition(".")[2], path)
        found = {field: by_name[name] for field, name in column_guesses(by_name).items()} | found
    return found


def _levels(row: Mapping[str, Any]) -> Iterator[list[str]]:
    """Yield the paths within an object to what is no object itself, those of one depth together."""
    level: list[tuple[str, Mapping[str, Any]]] = [("", row)]
    for _ in range(_DEEPEST):
        inner: list[tuple[str, Mapping[str, Any]]] = []
        paths: list[str] = []
        for before, value in level:
            for key, held in islice(value.items(), _WIDEST):
                if isinstance(held, Mapping) and "." not in key:
                    inner.append((f"{before}{key}.", held))
                elif not isinstance(held, Mapping) and held not in (None, "", [], ()):
                    paths.append(f"{before}{key}")
        yield paths
        level = inner[:_WIDEST]


def _plain(name: str) -> str:
    return re.sub(r"[\W_]+", "", name.lower())
