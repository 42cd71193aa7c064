"""What an article's graph tells in one literal each, written and read: sentences, numbers, credits.

``0-45 47-120``; ``12-18=70000$``; ``signed 12-20 Norlan; taken 30-41+ Hill Courier``, where "+" is a share only.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from whosays.extract.records import Credit, Crediting, Number, Span
from whosays.graph.rdf import one_line

_BETWEEN: Final = "; "
_SHARE: Final = "+"
_NOWHERE: Final = "-"
_HOW: Final[dict[str, Crediting]] = {"wire": "wire", "signed": "signed", "taken": "taken", "linked": "linked"}


def of_spans(spans: Iterable[Span]) -> str:
    """Return places as they are stored."""
    return " ".join(f"{start}-{end}" for start, end in spans)


def spans_in(stored: str) -> tuple[Span, ...]:
    """Return the places that are stored."""
    return tuple(_span(each) for each in stored.split())


def of_numbers(numbers: Iterable[Number]) -> str:
    """Return numbers as they are stored."""
    return " ".join(f"{of_spans([each.span])}={each.value:.15g}{each.sign}" for each in numbers)


def numbers_in(stored: str) -> tuple[Number, ...]:
    """Return the numbers that are stored."""
    found = (each.partition("=") for each in stored.split())
    return tuple(
        Number(_span(where), float(value.rstrip("$£€")), value.lstrip("0123456789.e+")) for where, _, value in found
    )


def of_credits(found: Iterable[Credit]) -> str:
    """Return credits as they are stored."""
    told = (
        (each.how, of_spans([each.span]) if each.span else _NOWHERE, _SHARE if each.share else "", each.name)
        for each in found
    )
    return _BETWEEN.join(f"{how} {where}{share} {_name(name)}".rstrip() for how, where, share, name in told)


def credits_in(stored: str) -> tuple[Credit, ...]:
    """Return the credits that are stored."""
    return tuple(_credit(*each.split(" ", maxsplit=2)) for each in stored.split(_BETWEEN) if each)


def _credit(how: str, where: str, name: str = "") -> Credit:
    span = where.removesuffix(_SHARE)
    return Credit(name, _HOW[how], None if span == _NOWHERE else _span(span), where.endswith(_SHARE))


def _name(name: str) -> str:
    return one_line(name).replace(_BETWEEN.strip(), ",")


def _span(stored: str) -> Span:
    start, _, end = stored.partition("-")
    return int(start), int(end)
