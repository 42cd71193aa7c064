"""The service started, on this machine's own address unless told otherwise."""

from __future__ import annotations

import contextlib
import errno
import os
import signal
import socket
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import uvicorn

from whosays.queries import whole
from whosays.serve.limits import Asked, Limits, Pool
from whosays.serve.web.app import application
from whosays.serve.web.guard import Access

BACKLOG: Final = 2048  # connections that wait to be taken
JOBS: Final = "whosays.serve.web.jobs"
# as the pages and most programs ask it
READY: Final[tuple[Asked, ...]] = tuple(("question", {"name": name, "params": {}, "form": "json"}) for name in whole())


@dataclass(frozen=True, slots=True)
class Settings:
    """Where it listens, who may ask, how much, how many at a time, whether from memory, and whether ahead of time."""

    host: str
    port: int
    access: Access
    limits: Limits
    workers: int
    in_memory: bool = False
    warm: bool = True


def run(folder: Path, settings: Settings, said: Callable[[str], None]) -> None:
    """Serve the graph in a folder until stopped; ``said`` is told the address once questions are answered.

    Raises ``AddressError`` where nothing can listen.
    """
    with contextlib.ExitStack() as held:
        sockets = [held.enter_context(each) for each in listening(settings.host, settings.port)]
        signal.signal(signal.SIGTERM, signal.default_int_handler)  # the copy of the graph is to go, however this ends
        ready = READY if settings.warm else ()
        pool = Pool(folder, JOBS, settings.limits, settings.workers, in_memory=settings.in_memory, ready=ready)
        with contextlib.suppress(KeyboardInterrupt), pool:
            app = application(pool, settings.access)
            config = uvicorn.Config(app, log_level="warning", lifespan="off", server_header=False)
            _Announcing(config, said).run(sockets)


class AddressError(Exception):
    """The service cannot listen where it was told to."""


def listening(host: str, port: int) -> list[socket.socket]:
    """Return sockets that listen at an address: nobody else can from then on, while processes are started.

    Raises ``AddressError`` where another program listens there, or it is none of this machine's.
    """
    where = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    except (OSError, UnicodeError) as error:  # the latter of a name that no host can have
        why = getattr(error, "strerror", None) or "no name of a host"
        raise AddressError(f"{where}: {why}; give an address of this machine as --host") from error
    held, failed = [], []
    for family, address in dict.fromkeys((family, address) for family, *_, address in found):
        try:
            held.append(_bound(family, address))
        except OSError as error:
            failed.append(error)
    taken = any(error.errno == errno.EADDRINUSE for error in failed)
    if taken or not held:
        for each in held:
            each.close()
        other = f"{failed[0].strerror}; give another --host or --port"
        why = "another program listens there; give another --port, 0 takes any" if taken else other
        raise AddressError(f"{where}: {why}")
    return held


def _bound(family: int, address: Any) -> socket.socket:
    bound = socket.socket(family, socket.SOCK_STREAM)
    try:
        if os.name == "posix":  # elsewhere it would take the address away from whoever has it
            bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if family == socket.AF_INET6:  # the other family has a socket of its own
            bound.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        bound.bind(address)
        bound.listen(BACKLOG)
    except OSError:
        bound.close()
        raise
    return bound


class _Announcing(uvicorn.Server):
    """A server that tells its address, which the system may have chosen."""

    def __init__(self, config: uvicorn.Config, said: Callable[[str], None]) -> None:
        super().__init__(config)
        self._said = said

    async def startup(self, sockets: list[object] | None = None) -> None:  # type: ignore[override]
        """Start, then tell."""
        await super().startup(sockets)  # type: ignore[arg-type]
        for server in getattr(self, "servers", []):
            host, port = server.sockets[0].getsockname()[:2]
            self._said(f"http://{f'[{host}]' if ':' in host else host}:{port}/")
