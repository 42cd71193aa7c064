"""Parameters into a query: as terms of a VALUES block, never as text of the query.

A query that takes the parameter ``outlet`` holds the variable ``$p_outlet`` and says, once a (sub-)query::

    VALUES ($p_outlet $p_since) { (UNDEF UNDEF) }

With nothing bound that is a valid query as it stands.  ``rdflib`` takes initial bindings instead, but
Oxigraph only for variables that the query selects; VALUES means the same in both.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

from whosays.queries.catalogue import Parameter, Query
from whosays.queries.errors import QueryError
from whosays.queries.execution.given_values import text_of, whole_iri, without_time
from whosays.queries.execution.suggestion import did_you_mean, there_are

PREFIX: Final = "p_"
NOTHING: Final = "<urn:whosays:nothing>"  # rdflib takes no empty block
_BLOCK = re.compile(r"VALUES\s*\(\s*((?:\$p_\w+\s*)+)\)\s*\{\s*\(\s*(?:UNDEF\s*)+\)\s*\}", re.ASCII | re.IGNORECASE)
_DATE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?", re.ASCII)
_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|^`\\\x00-\x20]+")
_ESCAPES: Final = str.maketrans({"\\": r"\\", '"': r"\"", "\n": r"\n", "\r": r"\r", "\t": r"\t"})
# SPARQL resolves \u escapes before it looks for strings, and engines differ on a backslash before them.
_CODE_POINT = re.compile(r"\\[uU]")


def bind(query: Query, values: Mapping[str, object]) -> str:
    """Return the query's text, ``values`` in its VALUES blocks; ``QueryError`` on a wrong name or value."""
    known = {parameter.name: parameter for parameter in query.parameters}
    known |= {name: Parameter(name, "text", "") for name in _variables(query.text) if name not in known}
    _check_names(query, known, values)
    terms = {name: _term(known[name], text_of(name, value)) for name, value in _wanted(known, values).items()}
    return _BLOCK.sub(lambda block: _values(block[1].split(), terms), query.text)


def narrow(query: Query, text: str, found: Mapping[str, Iterable[str]]) -> str:
    """Return a query's text with the terms that were found for each variable that it leaves to others.

    A VALUES block of which nothing was asked is left out: engines join worse what may be unbound.
    """
    for variable in query.left_to_others:
        terms = " ".join(found.get(variable, ())) or NOTHING
        block = f"VALUES ?{variable} {{ {terms} }}" if variable in found else ""
        text = text.replace(f"VALUES ?{variable} {{ UNDEF }}", block)
    return text


def iri(value: str) -> str:
    """Return an IRI of the graph as SPARQL writes it."""
    if not _IRI.fullmatch(value):
        raise ValueError(f"no IRI: {value!a}")
    return f"<{value}>"


def words_of(name: str, value: object) -> str:
    """Return the words of a name that was given as the parameter ``name``, as names are compared."""
    return _words(Parameter(name, "name", ""), text_of(name, value))


def _variables(text: str) -> list[str]:
    blocks = (block[1].split() for block in _BLOCK.finditer(text))
    return [variable.removeprefix("$" + PREFIX) for block in blocks for variable in block]


def _check_names(query: Query, known: Mapping[str, Parameter], values: Mapping[str, object]) -> None:
    for name in values:
        if name not in known:
            raise QueryError(f"{query.name}: no parameter {name!r}; {_those(name, known)}")
    for parameter in known.values():
        if parameter.required and values.get(parameter.name) is None:
            raise QueryError(f"{query.name}: needs the parameter {parameter.name}: {parameter.meaning}")


def _those(name: str, known: Mapping[str, Parameter]) -> str:
    return there_are(name, known) if known else "it takes none"


def _wanted(known: Mapping[str, Parameter], values: Mapping[str, object]) -> dict[str, object]:
    defaults = {name: parameter.default for name, parameter in known.items()}
    given = {name: value for name, value in values.items() if value is not None}
    return {name: value for name, value in (defaults | given).items() if value is not None}


def _values(variables: list[str], terms: Mapping[str, str]) -> str:
    row = (terms.get(variable.removeprefix("$" + PREFIX), "UNDEF") for variable in variables)
    return f"VALUES ({' '.join(variables)}) {{ ({' '.join(row)}) }}"


def _term(parameter: Parameter, value: str) -> str:
    """Return the term of ``value`` as SPARQL writes it."""
    if not value.strip():
        raise QueryError(f"parameter {parameter.name} is empty; leave it out instead")
    match parameter.type:
        case "name":
            return _string(_words(parameter, value))
        case "part" | "text":
            return _string(_harmless(parameter, value.lower() if parameter.type == "part" else value))
        case "date":
            return _string(_matching(parameter, without_time(value), _DATE, "a date: YYYY, YYYY-MM or YYYY-MM-DD"))
        case "number":
            return _matching(parameter, value, re.compile(r"[+-]?\d{1,18}", re.ASCII), "a whole number")
        case "iri":
            return f"<{_matching(parameter, whole_iri(parameter.name, value), _IRI, 'an IRI')}>"
        case "one of":
            return _string(_choice(parameter, value))
    raise ValueError(f"parameter {parameter.name}: no such type: {parameter.type!r}")


def _words(parameter: Parameter, value: str) -> str:
    """Return the words in lower case, a space before each: what names are compared with."""
    words = re.sub(r"\W+", " ", value.lower()).strip()
    if not words:
        raise QueryError(f"parameter {parameter.name}: {value!r} has no letter or digit to look for")
    return f" {words}"


def _harmless(parameter: Parameter, value: str) -> str:
    if _CODE_POINT.search(value) or any(0xD800 <= ord(char) <= 0xDFFF for char in value):
        raise QueryError(f"parameter {parameter.name}: {value!a} holds an escape that cannot be asked for")
    return value.replace("\x00", "\N{REPLACEMENT CHARACTER}")  # as the graph has it


def _matching(parameter: Parameter, value: str, pattern: re.Pattern[str], what: str) -> str:
    if pattern.fullmatch(value.strip()) is None:
        raise QueryError(f"parameter {parameter.name}: {value!a} is not {what}")
    return value.strip()


def _choice(parameter: Parameter, value: str) -> str:
    for choice in parameter.choices:
        if choice.lower() == value.strip().lower():
            return choice
    near = did_you_mean(value, parameter.choices)
    there = ", ".join(parameter.choices)
    raise QueryError(f"parameter {parameter.name}: {value!r} is not one of {there}{'; ' if near else ''}{near}")


def _string(value: str) -> str:
    return f'"{value.translate(_ESCAPES)}"'
