"""The questions that come with whosays, and how a query file's header is read.

A header is the comment lines of a ``.rq`` file that name its question, its parameters and its columns::

    # Question: Who says what to whom?
    # Parameter outlet (name): only articles of this outlet
    # Parameter stance (one of asserts, denies): only this stance
    # Column article: path or URL as given

``# Group:`` is among which questions it is listed.  ``# Needs: articles, days`` names queries of ``needing/``: where
an answer is empty, the first of them that is not so tells why (its ``# Lacking:``); where all are, ``# Empty:`` does.
``# Wants:`` names some in the same way without which there are rows, and not what is asked for in them.

The words in brackets are the type of a parameter, then ``required`` or ``default VALUE`` where that is so.

A query that says ``# Narrowed ?id: source, entity`` takes the parameters of the queries of these names in
``narrowing/``, and leaves it to them what they mean: where one is given, that query is asked first, and every
``VALUES ?id { UNDEF }`` holds its answers.  ``# Names ?who: source among entities`` leaves a parameter to the index
of names: every ``VALUES ?who { UNDEF }`` holds who is called so.  What is not given leaves no such line.  Engines join
what is given early, and look at everything where names are compared late.  For the same reason a parameter that is an
IRI may stand in a block of its own name: ``VALUES ?proposition { UNDEF }`` holds the one that is given.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
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
_LINE = re.compile(r"^#\s*(Question|Group|Needs|Wants|Empty|Lacking):\s*(.+?)\s*$", re.MULTILINE)
_PARAMETER = re.compile(r"^#\s*Parameter\s+(\w+)\s*\(([^)]*)\):\s*(.+?)\s*$", re.MULTILINE)
_COLUMN = re.compile(r"^#\s*Column\s+(\w+):\s*(.+?)\s*$", re.MULTILINE)
_NARROWED = re.compile(r"^#\s*Narrowed\s+\?(\w+):\s*(.+?)\s*$", re.MULTILINE)
_NAMES = re.compile(r"^#\s*Names\s+\?(\w+):\s*(\w+)\s+among\s+(entities|outlets|words)\s*$", re.MULTILINE)
_SCANNED = re.compile(r"^#\s*Scanned where nothing narrows\s*$", re.MULTILINE)
_DETAILS = re.compile(
    r"(?P<type>name|part|text|date|number|iri|one of (?P<choices>\w+(?:, \w+)*?))"
    r"(?P<required>, required)?(?:, default (?P<default>.+))?"
)

GROUPS: Final = (
    "who says what",
    "denied, doubted, hedged",
    "one claim in several articles",
    "copies and changes",
    "figures",
    "articles, stories and names",
)
_ASKED_MOST: Final = ("articles", "attributions", "origins", "sources", "who-says-what", "chain", "timeline")


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
class Narrowing:
    """A variable of which the query ``by`` finds the values, where its one parameter is given."""

    variable: str
    by: str


@dataclass(frozen=True, slots=True)
class Named:
    """A variable of which the index of names finds the values: those of a ``kind`` that a parameter calls."""

    variable: str
    parameter: str
    kind: str


@dataclass(frozen=True, slots=True)
class Query:
    """One question: the text is SPARQL as it stands in the file, header and all."""

    name: str
    question: str
    parameters: tuple[Parameter, ...]
    columns: tuple[Column, ...]
    text: str
    narrowed: tuple[Narrowing, ...] = ()
    named: tuple[Named, ...] = ()
    is_scanned: bool = False  # where nothing narrows it, as ``execution.scanning`` has it
    group: str = ""  # one of ``GROUPS``
    needs: tuple[str, ...] = ()  # what the graph has to have, each a query of ``needing/``
    empty: str = ""  # what it means that there are no rows
    wants: tuple[str, ...] = ()  # what rows are poor without, likewise

    @property
    def left_to_others(self) -> frozenset[str]:
        """The variables whose values are put into blocks of their own."""
        others = {*(way.variable for way in self.narrowed), *(named.variable for named in self.named)}
        return frozenset(others) | self.given_as_iris

    @property
    def given_as_iris(self) -> frozenset[str]:
        """The parameters whose IRI is put into a block of the same name."""
        iris = (parameter.name for parameter in self.parameters if parameter.type == "iri")
        return frozenset(name for name in iris if f"VALUES ?{name} {{ UNDEF }}" in self.text)


def read_query(name: str, text: str) -> Query:
    """Return the query whose file holds ``text``; what the header leaves out stays empty."""
    told = {line[1]: line[2] for line in reversed(list(_LINE.finditer(text)))}  # of two the first counts
    return Query(
        name=name,
        question=told.get("Question", ""),
        parameters=tuple(_parameters(text)),
        columns=tuple(Column(*found.groups()) for found in _COLUMN.finditer(text)),
        text=text,
        narrowed=tuple(_narrowed(text)),
        named=tuple(Named(*found.groups()) for found in _NAMES.finditer(text)),
        is_scanned=_SCANNED.search(text) is not None,
        group=told.get("Group", ""),
        needs=_listed(told.get("Needs", "")),
        empty=told.get("Empty") or told.get("Lacking", ""),
        wants=_listed(told.get("Wants", "")),
    )


def _listed(names: str) -> tuple[str, ...]:
    return tuple(name for name in re.split(r",\s*", names) if name)


def _narrowed(text: str) -> Iterator[Narrowing]:
    for found in _NARROWED.finditer(text):
        yield from (Narrowing(found[1], name) for name in _listed(found[2]))


def _parameters(text: str) -> Iterator[Parameter]:
    """Yield the parameters in the header's order; one of a narrowing query is told there, or here in other words."""
    own = {found[1]: _parameter(*found.groups()) for found in _PARAMETER.finditer(text)}
    lines = sorted((*_PARAMETER.finditer(text), *_NARROWED.finditer(text)), key=lambda found: found.start())
    for found in lines:
        if found.re is _PARAMETER:
            yield own[found[1]]
        else:
            asked = (narrowing(name).parameters[0] for name in re.split(r",\s*", found[2]))
            yield from (parameter for parameter in asked if parameter.name not in own)


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
def narrowing(name: str) -> Query:
    """Return a query of ``narrowing/``: it takes one parameter and has one column."""
    file = files("whosays.queries").joinpath("narrowing", f"{name}.rq")
    return read_query(f"narrowing by {name}", file.read_text(encoding="utf-8"))


@cache
def needing(name: str) -> Query:
    """Return a query of ``needing/``: it asks whether a graph has something; its ``empty`` tells that it has not."""
    file = files("whosays.queries").joinpath("needing", f"{name}.rq")
    return read_query(f"needing {name}", file.read_text(encoding="utf-8"))


def grouped() -> Mapping[str, tuple[Query, ...]]:
    """Return the questions of each group, in the order of ``GROUPS`` and of their names."""
    return {group: tuple(query for query in catalogue().values() if query.group == group) for group in GROUPS}


def _shipped() -> Iterator[Query]:
    found = (file for file in files("whosays.queries").iterdir() if file.name.endswith(".rq"))
    for file in sorted(found, key=lambda file: file.name):
        yield read_query(file.name.removesuffix(".rq"), file.read_text(encoding="utf-8"))


def whole() -> tuple[str, ...]:
    """Return the questions that can be asked as they stand, those that are asked most first."""
    alone = [query.name for query in catalogue().values() if not any(given.required for given in query.parameters)]
    return (*_ASKED_MOST, *(name for name in alone if name not in _ASKED_MOST))
