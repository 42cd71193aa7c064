"""The outlet register: several thousand outlets by domain, from open lists, and those that a user adds."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from whosays.resources import listed, read_records, text_of


@dataclass(frozen=True, slots=True)
class Registered:
    """An outlet of the register: its name, other names, domains, country (ISO 3166), owner, what it is."""

    name: str
    other_names: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    country: str | None = None
    owner: str | None = None
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class OwnOutlets:
    """What a user knows of outlets: by domain, by name."""

    by_domain: Mapping[str, Registered]
    by_name: Mapping[str, Registered]
    table: Path | None = None


_OWN: ContextVar[OwnOutlets] = ContextVar("_OWN", default=OwnOutlets({}, {}))  # noqa: B039 - never changed


def registered_at(domain: str) -> Registered | None:
    """Return the outlet of a domain, the user's own before those of the register."""
    return _OWN.get().by_domain.get(domain) or _by_domain().get(domain)


def own_outlet(name: str) -> Registered | None:
    """Return the outlet that a user's own list calls so, whatever the case."""
    return _OWN.get().by_name.get(name.casefold())


def register() -> tuple[Registered, ...]:
    """Return the outlets of ``gazetteer/data/outlet_register.tsv``."""
    return tuple(_read(read_records("gazetteer", "outlet_register.tsv")))


def read_own_outlets(path: Path) -> OwnOutlets:
    """Read a user's list: tab-separated, a line of names on top, ``name`` and ``domains`` at least.

    Raises ``ValueError`` where these columns are missing, and ``OSError`` where there is no such file.
    """
    lines = (line for line in io.StringIO(text_of(path), newline="") if line.strip() and not line.startswith("#"))
    reader = csv.DictReader(lines, delimiter="\t", restval="", quoting=csv.QUOTE_NONE)
    try:
        missing = {"name", "domains"} - set(reader.fieldnames or ())
        if missing:
            raise ValueError(f"no column {' and '.join(sorted(missing))}; a list of outlets has name and domains")
        own = tuple(_read(reader))
    except csv.Error as error:
        raise ValueError(f"no table: {error}") from error
    return OwnOutlets(
        {domain: outlet for outlet in own for domain in outlet.domains},
        {name.casefold(): outlet for outlet in own for name in (outlet.name, *outlet.other_names)},
        path,
    )


@contextmanager
def with_own_outlets(own: OwnOutlets | None) -> Iterator[None]:
    """Look outlets up in a user's list first."""
    if own is None:
        yield
        return
    before = _OWN.get()
    _OWN.set(own)
    try:
        yield
    finally:
        _OWN.set(before)


def _read(rows: Iterable[Mapping[str, str | None]]) -> Iterator[Registered]:
    for row in rows:
        cells = {key: (value or "").strip() for key, value in row.items() if isinstance(value, str)}
        if cells.get("name"):
            yield Registered(
                cells["name"],
                listed(cells.get("other_names", "")),
                tuple(domain.lower().removeprefix("www.") for domain in listed(cells.get("domains", ""))),
                cells.get("country") or None,
                cells.get("owner") or None,
                cells.get("kind") or None,
            )


@cache
def _by_domain() -> dict[str, Registered]:
    return {domain: outlet for outlet in register() for domain in outlet.domains}
