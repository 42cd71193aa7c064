"""What a caller gives for a parameter, as the one text that is asked for."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from os import PathLike
from typing import Final

from whosays.graph import ID
from whosays.queries.errors import QueryError

_END: Final = re.compile(r"(?:…?/)?([a-z2-7]{16})", re.ASCII)
_TIME_OF_DAY: Final = re.compile(r"(\d{4}-\d{2}-\d{2})[T ]\d{2}.*", re.ASCII | re.DOTALL)


def text_of(name: str, value: object) -> str:
    """Return the value as a text: dates and times of any library as ISO has them; ``QueryError`` for several values."""
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, str | PathLike) or not isinstance(value, Iterable):
        return str(value)
    raise QueryError(f"{name} takes one value, not a {type(value).__name__}; ask for each and put the answers together")


def without_time(text: str) -> str:
    """Return the day of a date with a time of day; any other text as it is."""
    return _TIME_OF_DAY.sub(r"\1", text.strip())


def whole_iri(name: str, text: str) -> str:
    """Return the IRI whose end alone was given, as a table shows it (``…/6yx5lpgxdvli65fq``); other texts trimmed.

    ``name`` is the parameter's, which is what the IRIs of its kind are called.
    """
    end = _END.fullmatch(text.strip())
    return f"{ID}{name}/{end[1]}" if end else text.strip()
