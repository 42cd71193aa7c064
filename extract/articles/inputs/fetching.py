"""One polite request for one address: only where the user asks for it, only to the open net, within limits.

Every address on the way, redirections included, has to lead to a public machine, and the request goes to the very
machine that was looked at; robots.txt is asked first and obeyed.  All of it together has one end in time.
"""

from __future__ import annotations

import io
import ipaddress
import socket
import time
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from threading import Thread
from typing import Any, Final, TypeAlias
from urllib.parse import urljoin, urlsplit
from urllib.robotparser import RobotFileParser

from whosays.extract.articles.inputs.source import Source
from whosays.extract.errors import ArticleSkipped

AGENT: Final = "whosays"
LARGEST: Final = 20 * 1024**2
_LARGEST_ROBOTS: Final = 512 * 1024
_SECONDS: Final = 20.0
_REDIRECTIONS: Final = 5
_KINDS: Final = {
    "text/html": ".html", "application/xhtml+xml": ".html", "text/plain": ".txt", "application/pdf": ".pdf",
    "application/rss+xml": ".xml", "application/atom+xml": ".xml", "text/xml": ".xml", "application/xml": ".xml",
    "application/json": ".json", "text/csv": ".csv", "text/markdown": ".md",
}  # fmt: skip
_MOVED: Final = frozenset((301, 302, 303, 307, 308))


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered: status, headers by names in small letters, as much of the body as was asked for."""

    status: int
    headers: Mapping[str, str]
    body: bytes


Resolve: TypeAlias = Callable[[str, int], list[str]]
Ask: TypeAlias = Callable[[str, str, int], Answer]


def fetched(url: str, resolve: Resolve | None = None, ask: Ask | None = None, *, seconds: float = _SECONDS) -> Source:
    """Return the document at an address; raise ``ArticleSkipped`` where it may not or cannot be had.

    ``resolve`` gives the machines of a host, ``ask`` sends a request for an address to a machine and reads so many
    bytes; by default both are the net's.  After so many ``seconds`` nothing is waited for any more, whoever drips.
    """
    found: Future[Source] = Future()

    def fetch() -> None:
        try:
            found.set_result(_fetched(url, resolve or _resolved, ask or _asked))
        except BaseException as error:  # told to who waits
            found.set_exception(error)

    Thread(target=fetch, daemon=True).start()
    try:
        return found.result(seconds)
    except TimeoutError as error:
        raise ArticleSkipped(f"not all of it came within {seconds:.0f} seconds") from error


def _fetched(url: str, resolve: Resolve, ask: Ask) -> Source:
    at = url
    for _ in range(_REDIRECTIONS + 1):
        machine = _public_machine(at, resolve)
        if not _is_allowed(at, resolve, ask):
            raise ArticleSkipped("the site's robots.txt asks programs not to read this page")
        answer = ask(at, machine, LARGEST + 1)
        if answer.status not in _MOVED:
            return _source(url, at, answer)
        at = urljoin(at, answer.headers.get("location", ""))
    raise ArticleSkipped(f"redirected more than {_REDIRECTIONS} times")


def _source(url: str, at: str, answer: Answer) -> Source:
    if answer.status != 200:
        raise ArticleSkipped(f"the server answered {answer.status}")
    if len(answer.body) > LARGEST:
        raise ArticleSkipped(f"more than {LARGEST // 1024**2} MB; save the page and give the file")
    kind, _, rest = answer.headers.get("content-type", "").lower().partition(";")
    _, _, charset = rest.partition("charset=")
    suffix, saved = _KINDS.get(kind.strip(), ""), _answered(answer.headers.get("date", ""))
    return Source.of(url, suffix, io.BytesIO(answer.body), url=at, encoding=charset.strip("\"' ") or None, saved=saved)


def _answered(date: str) -> str | None:
    """Return when a server says that it answered."""
    try:
        return parsedate_to_datetime(date).isoformat()
    except (ValueError, TypeError):
        return None


def _public_machine(url: str, resolve: Resolve) -> str:
    """Return a machine of an address that anybody can reach; raise ``ArticleSkipped`` where there is another."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port or (443 if parts.scheme == "https" else 80)
    except ValueError as error:
        raise ArticleSkipped("not a web address") from error
    if parts.scheme not in ("http", "https") or not host or parts.username is not None:
        raise ArticleSkipped("only addresses of http and https are fetched, without a name and password")
    machines = resolve(host, port)
    if not machines:
        raise ArticleSkipped(f"no such host: {host}")
    if not all(_is_public(machine) for machine in machines):
        raise ArticleSkipped(f"{host} leads to a private address, which is not fetched")
    return machines[0]


def _is_public(machine: str) -> bool:
    address = ipaddress.ip_address(machine.partition("%")[0])
    mapped = getattr(address, "ipv4_mapped", None) or address
    return bool(mapped.is_global) and not mapped.is_multicast


def _is_allowed(url: str, resolve: Resolve, ask: Ask) -> bool:
    """Tell whether robots.txt lets programs read a page: where there is none it does, where it is refused not.

    Raises ``ArticleSkipped`` where the site cannot tell now.
    """
    answer = _robots(urljoin(url, "/robots.txt"), resolve, ask)
    if answer.status >= 500 or answer.status == 429:
        raise ArticleSkipped(
            f"the site cannot tell now what programs may read (robots.txt: {answer.status}); try later"
        )
    if answer.status in (401, 403):
        return False
    if answer.status != 200:
        return True
    rules = RobotFileParser()
    rules.parse(answer.body.decode("utf-8", "replace").splitlines())
    return rules.can_fetch(AGENT, url)


def _robots(at: str, resolve: Resolve, ask: Ask) -> Answer:
    """Return the answer to the question for robots.txt, which may have moved a few times."""
    answer = ask(at, _public_machine(at, resolve), _LARGEST_ROBOTS)
    for _ in range(_REDIRECTIONS):
        if answer.status not in _MOVED:
            break
        at = urljoin(at, answer.headers.get("location", ""))
        answer = ask(at, _public_machine(at, resolve), _LARGEST_ROBOTS)
    return answer


def _resolved(host: str, port: int) -> list[str]:
    try:
        return [str(found[4][0]) for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    except (OSError, UnicodeError):
        return []


def _asked(url: str, machine: str, most: int) -> Answer:
    """Send one request to a machine, under the name that the address gives it."""
    import urllib3  # noqa: PLC0415 - only who fetches needs it

    parts = urlsplit(url)
    host, target = parts.hostname or "", (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    limits: dict[str, Any] = {"timeout": urllib3.Timeout(_SECONDS), "retries": False}
    pool: urllib3.HTTPConnectionPool
    if parts.scheme == "https":
        names: dict[str, Any] = {"server_hostname": host, "assert_hostname": host}
        pool = urllib3.HTTPSConnectionPool(machine, parts.port or 443, **names, **limits)
    else:
        pool = urllib3.HTTPConnectionPool(machine, parts.port or 80, **limits)
    headers = {"Host": parts.netloc, "User-Agent": AGENT, "Accept": "text/html, application/xml, */*;q=0.5"}
    try:
        answer = pool.request("GET", target, headers=headers, redirect=False, preload_content=False)
        body = _body(answer, most, time.monotonic() + _SECONDS)
        return Answer(answer.status, {name.lower(): value for name, value in answer.headers.items()}, body)
    except urllib3.exceptions.HTTPError as error:
        raise ArticleSkipped(f"cannot be fetched: {' '.join(str(error).split())[:120]}") from error
    finally:
        pool.close()


def _body(answer: Any, most: int, until: float) -> bytes:
    """Read so many bytes of an answer as they come, or what came by then: whoever waits has left before."""
    body = bytearray()
    while (
        len(body) < most and time.monotonic() < until and (part := answer.read1(most - len(body), decode_content=True))
    ):
        body += part
    return bytes(body)
