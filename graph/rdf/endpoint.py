"""A SPARQL 1.1 server over HTTP: where it is asked, where it is written to, and what it answers in one line.

The address that a person gives is tried as it is, and then as servers usually name their parts: ``/query`` and
``/update`` (Oxigraph, Fuseki), ``/sparql-auth`` (Virtuoso), ``/statements`` (GraphDB, RDF4J).  Trying out where to
write changes nothing: ``INSERT DATA {}``.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from typing import Final
from urllib.parse import quote, urlencode, urlsplit, urlunsplit

import urllib3

from whosays.graph.errors import GraphError

AUTH: Final = "WHOSAYS_STORE_AUTH"  # user:password, for servers that ask for them
SECONDS: Final = "WHOSAYS_STORE_SECONDS"  # how long the server may take for one request
CONNECTING: Final = 10.0  # seconds
READING: Final = 300.0
RESULTS: Final = "application/sparql-results+json, application/n-triples;q=0.9"
_PARTS: Final = ("sparql", "query", "update")
_FORM: Final = "application/x-www-form-urlencoded"
_UPDATE: Final = "application/sparql-update"
_ELSEWHERE: Final = (404, 405, 415)  # what is said by an address that is not for this


class RefusedError(ValueError):
    """The server says that a query or an update is wrong; the message is its own, in one line."""


class Endpoint:
    """One server; raises ``GraphError`` in one line for all that stands between it and an answer."""

    def __init__(self, address: str) -> None:
        parts = urlsplit(address)
        if not parts.hostname:
            raise GraphError(f"{address}: names no server; give it as http://HOST:PORT/sparql")
        if parts.username is not None:
            shown = urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))
            raise GraphError(f"{shown}: keep user and password out of the address; set {AUTH}=user:password instead")
        self.address = address
        self._headers = _authorised()
        timeout = urllib3.Timeout(connect=CONNECTING, read=_seconds())
        self._http = urllib3.PoolManager(timeout=timeout, retries=False, maxsize=1)
        self._asked_at: str | None = None
        self._written_at: str | None = None

    def ask(self, query: str, scope: Mapping[str, str]) -> tuple[str, bytes]:
        """Return the media type and the bytes of an answer; ``scope`` is what else the server is told."""
        body = urlencode({"query": query, **scope}, quote_via=quote)  # some servers know no + for a space
        for address in [self._asked_at] if self._asked_at else self._candidates("query", "sparql"):
            response = self._sent(address, body, _FORM)
            if response.status not in _ELSEWHERE or self._asked_at:
                self._asked_at = address
                return response.headers.get("Content-Type", "").partition(";")[0].strip(), self._told(response)
        raise GraphError(f"{self.address}: answers no SPARQL; give the address that it is asked at")

    def update(self, text: str) -> None:
        """Have the server carry out an update."""
        if self._written_at is None:
            self._written_at = self._tried_out()
        self._told(self._sent(self._written_at, text, _UPDATE))

    def close(self) -> None:
        """Let go of the connections."""
        self._http.clear()

    def _tried_out(self) -> str:
        said = ""
        for address in self._candidates("update", "sparql-auth", "statements"):
            response = self._sent(address, "INSERT DATA {}", _UPDATE)
            if response.status < 300:
                return address
            if response.status in {401, 403}:
                self._told(response)
            said = said or f" ({response.status}: {_one_line(response.data)})"
        raise GraphError(f"{self.address}: takes no SPARQL updates{said}; is it read-only?")

    def _candidates(self, *names: str) -> Iterator[str]:
        """Yield the address as given, then with its last part, if that names one of the parts, named otherwise."""
        yield self.address
        parts = urlsplit(self.address)
        path = parts.path.rstrip("/")
        above, _, last = path.rpartition("/")
        for name in names:
            base = above if last in _PARTS and name != "statements" else path
            if name != last:
                yield urlunsplit(parts._replace(path=f"{base}/{name}"))

    def _sent(self, address: str, body: str, kind: str) -> urllib3.BaseHTTPResponse:
        headers = {**self._headers, "Content-Type": kind, "Accept": RESULTS}
        try:
            return self._http.request("POST", address, body=body.encode(), headers=headers, redirect=False)
        except urllib3.exceptions.NewConnectionError as error:  # which the library counts among those that follow
            raise GraphError(f"{address}: no connection: {_reason(error)}") from error
        except urllib3.exceptions.TimeoutError as error:
            raise GraphError(f"{address}: no answer in time; allow more seconds with {SECONDS}") from error
        except urllib3.exceptions.HTTPError as error:
            raise GraphError(f"{address}: no connection: {_reason(error)}") from error

    def _told(self, response: urllib3.BaseHTTPResponse) -> bytes:
        status = response.status
        if status < 300:
            return response.data
        if status < 400:
            raise GraphError(f"{self.address}: has moved to {response.headers.get('Location')}; give that address")
        if status in {401, 403}:
            raise GraphError(f"{self.address}: asks who you are ({status}); set {AUTH}=user:password")
        if status == 400:
            raise RefusedError(_one_line(response.data))
        raise GraphError(f"{self.address}: answers {status}: {_one_line(response.data)}")


def _authorised() -> dict[str, str]:
    given = os.environ.get(AUTH)
    if not given:
        return {}
    if ":" not in given:
        raise GraphError(f"{AUTH} is not user:password")
    return urllib3.make_headers(basic_auth=given)


def _seconds() -> float:
    given = os.environ.get(SECONDS, "")
    try:
        seconds = float(given or READING)
    except ValueError:
        seconds = 0.0
    if not seconds > 0:
        raise GraphError(f"{SECONDS} is no number of seconds: {given}")
    return seconds


def _reason(error: Exception) -> str:
    """Return what stands behind an error of the library, without its objects."""
    words = str(error)
    return words.rpartition(": ")[2] if ": " in words else words or type(error).__name__


def _one_line(data: bytes) -> str:
    return " ".join(data.decode("utf-8", "replace").split())[:200] or "no reason given"
