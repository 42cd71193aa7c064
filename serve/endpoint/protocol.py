"""A request of the SPARQL 1.1 Protocol read: one query, and the graphs that it is asked of; updates are refused.

https://www.w3.org/TR/sparql11-protocol/, sections 2.1 and 2.2
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import parse_qsl

from whosays.serve.endpoint.problems import Problem

FORM: Final = "application/x-www-form-urlencoded"
QUERY: Final = "application/sparql-query"
MOST_BYTES: Final = 1 << 20  # of a request; a query may have 65,536 characters, which percents can treble
INFER: Final = "infer"
_MOST_FIELDS: Final = 1000
_TRUTH: Final = {"true": True, "false": False}
_READ_ONLY: Final = "this service only reads; SELECT, ASK, CONSTRUCT and DESCRIBE are answered"


@dataclass(frozen=True, slots=True)
class Operation:
    """A query and the graphs of its data set; where both are ``None`` the service's own.

    With ``infers`` classes and properties stand for those below them, too: no field of the protocol, but one of the
    name that RDF4J's servers have for it.
    """

    query: str
    default_graphs: tuple[str, ...] | None = None
    named_graphs: tuple[str, ...] | None = None
    infers: bool = False


def operation(method: str, query_string: bytes, content_type: str | None, body: bytes) -> Operation | None:
    """Return what is asked; ``None`` for a request without a query, which asks for the service's description.

    Raises ``Problem`` for what the protocol does not allow.
    """
    in_address = _fields(query_string, "the address")
    if method in {"GET", "HEAD"}:
        if "update" in in_address:
            raise Problem(405, "read-only", "an update is sent by POST; and " + _READ_ONLY)
        return _operation(in_address, in_address) if in_address else None
    if method != "POST":
        raise Problem(405, "method", "send the query by GET or POST")
    match (content_type or "").partition(";")[0].strip().lower():
        case "application/x-www-form-urlencoded":
            in_body = _fields(body, "the form")
            return _operation(in_body, _together(in_address, in_body))
        case "application/sparql-query":
            if "query" in in_address:
                raise Problem(400, "two-queries", "a query in the address and one in the body; send one")
            return _operation({"query": (_text(body, "the query"),)}, in_address)
        case "application/sparql-update":
            _text(body, "the update")
            raise Problem(403, "read-only", _READ_ONLY)
        case "":
            raise Problem(415, "no-media-type", f"say what the body is: {FORM} or {QUERY}")
        case other:
            raise Problem(415, "media-type", f"{other[:80]!a} is not read; send {FORM} or {QUERY}")


def _operation(asked: Mapping[str, tuple[str, ...]], about: Mapping[str, tuple[str, ...]]) -> Operation:
    if "update" in asked:
        raise Problem(403, "read-only", _READ_ONLY)
    queries = asked.get("query", ())
    if len(queries) != 1:
        raise Problem(400, "one-query", f"{len(queries)} queries; send one as the field query")
    default, named = about.get("default-graph-uri"), about.get("named-graph-uri")
    for iri in (*(default or ()), *(named or ())):
        if ":" not in iri or any(char in '<>"{}|^`\\' or char <= " " for char in iri):
            raise Problem(400, "no-graph-iri", f"{iri[:80]!a} is no IRI of a graph")
    return Operation(queries[0], default, named, _infers(about.get(INFER, ())))


def _infers(given: tuple[str, ...]) -> bool:
    if len(given) > 1 or not set(given) <= _TRUTH.keys():
        raise Problem(400, "infer", f"{INFER} is true or false, and given once")
    return any(_TRUTH[each] for each in given)


def _fields(data: bytes, where: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    try:
        text = data.decode("ascii", "strict") if data.isascii() else data.decode("utf-8", "strict")
        pairs = parse_qsl(text, keep_blank_values=True, errors="strict", max_num_fields=_MOST_FIELDS)
    except UnicodeDecodeError as error:
        raise Problem(400, "not-utf-8", f"{where} is not UTF-8") from error
    except ValueError as error:
        raise Problem(400, "fields", f"{where} has more than {_MOST_FIELDS:,} fields") from error
    for name, value in pairs:
        found[name] = (*found.get(name, ()), value)
    return found


def _together(*fields: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    names = {name for each in fields for name in each}
    return {name: tuple(value for each in fields for value in each.get(name, ())) for name in names}


def _text(body: bytes, what: str) -> str:
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Problem(400, "not-utf-8", f"{what} is not UTF-8 at byte {error.start}") from error
