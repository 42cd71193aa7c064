"""Python values to RDF literals in the one form that every engine keeps as it is.

Lone surrogates and NUL cannot be stored: each becomes one U+FFFD, so every offset stays right.  Other control
characters are legal and stay.  Numbers are written canonically (``0.9``, not ``0.90``), because Oxigraph
would rewrite them and rdflib would not.
"""

from __future__ import annotations

import datetime as dt
import math
import re
from decimal import Decimal

from rdflib import XSD, Literal

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
_ISO_DATE = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ]\d.*)?\Z", re.DOTALL)


def storable(text: str) -> str:
    """Return the text with each unstorable character replaced by exactly one other."""
    return _UNSTORABLE.sub(REPLACEMENT, text)


def string(text: str) -> Literal:
    """Return a plain string literal."""
    return Literal(storable(text))


def one_line(text: str) -> str:
    """Return the text storable and with every run of white space as one space: a label."""
    return " ".join(storable(text).split())


def integer(value: int) -> Literal:
    """Return an ``xsd:integer``."""
    return Literal(str(value), datatype=XSD.integer)


def number(value: float) -> Literal | None:
    """Return a whole value as ``xsd:integer``, another as ``xsd:decimal``, infinity and NaN as ``None``."""
    if not math.isfinite(value):
        return None
    return integer(int(value)) if value == int(value) else decimal(value)


def decimal(value: float) -> Literal:
    """Return a canonical ``xsd:decimal``, rounded to twelve digits after the point."""
    rounded = Decimal(repr(round(value, 12)))
    return Literal(format(rounded.normalize(), "f") if rounded else "0", datatype=XSD.decimal)


def boolean(value: bool) -> Literal:
    """Return an ``xsd:boolean``."""
    return Literal("true" if value else "false", datatype=XSD.boolean)


def date(value: str) -> Literal | None:
    """Return the day of an ISO date or date-time as ``xsd:date``, ``None`` where there is no such day.

    Days only: engines disagree about comparing dates with date-times.
    """
    found = _ISO_DATE.match(value)
    return Literal(found[1], datatype=XSD.date) if found and _exists(found[1]) else None


def days_between(one: str | None, other: str | None) -> int | None:
    """Return how many days lie between two days, ``None`` where one of them is not known."""
    if one is None or other is None:
        return None
    return abs((dt.date.fromisoformat(one) - dt.date.fromisoformat(other)).days)


def _exists(day: str) -> bool:
    try:
        dt.date.fromisoformat(day)
    except ValueError:
        return False
    return True
