"""The questions that come with whosays, and how a query file's header is read.

A header is the comment lines of a ``.rq`` file that name its question, its parameters and its columns::

    # Question: Who says what to whom?
    # Parameter outlet (name): only articles of this outlet
    # Parameter stance (one of asserts, denies): only this stance
    # Column article: path or URL as given

The words in brackets are the type of a parameter, then ``required`` or ``default VALUE`` where that is so.

A query that says ``# Narrowed ?id: source, entity`` leaves it to the queries of these names in ``narrowing/`` what the
parameters mean: where one is given, that query is asked first, and every ``VALUES ?id { UNDEF }`` holds its answers.
Engines join what is given early, and look at everything where names are compared late.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Final

TYPES: Final = MappingProxyType(
    {
        "name": "a whole name or the beginning of one or more words in it, in any case",
        "part": "any part of the text, in any case",
        "text": "exactly this text",
        "date": "YYYY, YYYY-MM or YYYY-MM-DD; an end date covers the whole year, month or day",
        "number": "a whole number",
        "iri": "an IRI, as the column of that name shows it",
        "one of": "one of the words listed, in any case",
    }
)
_QUESTION = re.compile(r"^#\s*Question:\s*(.+?)\s*$", re.MULTILINE)
_PARAMETER = re.compile(r"^#\s*Parameter\s+(\w+)\s*\(([^)]*)\):\s*(.+?)\s*$", re.MULTILINE)
_COLUMN = re.compile(r"^#\s*Column\s+(\w+):\s*(.+?)\s*$", re.MULTILINE)
_NARROWED = re.compile(r"^#\s*Narrowed\s+\?(\w+):\s*(.+?)\s*$", re.MULTILINE)
_DETAILS = re.compile(
    r"(?P<type>name|part|text|date|number|iri|one of (?P<choices>\w+(?:, \w+)*?))"
    r"(?P<required>, required)?(?:, default (?P<default>.+))?"
)


@dataclass(frozen=True, slots=True)
class Parameter:
    """One thing that a question can be narrowed by; ``type`` is a key of ``TYPES``."""

    name: str
    type: str
    meaning: str
    choices: tuple[str, ...] = ()
    required: bool = False
    default: str | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the answer."""

    name: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Query:
    """One question: the text is SPARQL as it stands in the file, header and all.

    ``narrowed`` is the variable that others find values for, where there is one, ``narrowing`` those parameters.
    """

    name: str
    question: str
    parameters: tuple[Parameter, ...]
    columns: tuple[Column, ...]
    text: str
    narrowed: str = ""
    narrowing: tuple[str, ...] = ()


def read_query(name: str, text: str) -> Query:
    """Return the query whose file holds ``text``; what the header leaves out stays empty."""
    question = _QUESTION.search(text)
    narrowed = _NARROWED.search(text)
    return Query(
        name=name,
        question=question[1] if question else "",
        parameters=tuple(_parameter(*found.groups()) for found in _PARAMETER.finditer(text)),
        columns=tuple(Column(*found.groups()) for found in _COLUMN.finditer(text)),
        text=text,
        narrowed=narrowed[1] if narrowed else "",
        narrowing=tuple(re.split(r",\s*", narrowed[2])) if narrowed else (),
    )


def _parameter(name: str, details: str, meaning: str) -> Parameter:
    found = _DETAILS.fullmatch(details.strip())
    if found is None:
        raise ValueError(f"parameter {name}: no such type: {details!r}")
    choices = found["choices"]
    return Parameter(
        name=name,
        type="one of" if choices else found["type"],
        meaning=meaning,
        choices=tuple(choices.split(", ")) if choices else (),
        required=found["required"] is not None,
        default=found["default"],
    )


@cache
def catalogue() -> MappingProxyType[str, Query]:
    """Return every question that comes with whosays, by its name and in the order of the names."""
    return MappingProxyType({query.name: query for query in _shipped()})


@cache
def narrowing(parameter: str) -> Query:
    """Return the query that finds what a parameter narrows to."""
    file = files("whosays.queries").joinpath("narrowing", f"{parameter}.rq")
    return read_query(f"narrowing by {parameter}", file.read_text(encoding="utf-8"))


def _shipped() -> Iterator[Query]:
    found = (file for file in files("whosays.queries").iterdir() if file.name.endswith(".rq"))
    for file in sorted(found, key=lambda file: file.name):
        yield read_query(file.name.removesuffix(".rq"), file.read_text(encoding="utf-8"))
