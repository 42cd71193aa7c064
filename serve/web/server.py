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
    check_address(settings.host, settings.port)
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # the copy of the graph is to go, however this ends
    ready = READY if settings.warm else ()
    pool = Pool(folder, JOBS, settings.limits, settings.workers, in_memory=settings.in_memory, ready=ready)
    with contextlib.suppress(KeyboardInterrupt), pool:
        app = application(pool, settings.access)
        config = uvicorn.Config(
            app, settings.host, settings.port, log_level="warning", lifespan="off", server_header=False
        )
        _Announcing(config, said).run()


class AddressError(Exception):
    """The service cannot listen where it was told to."""


def check_address(host: str, port: int) -> None:
    """Raise ``AddressError`` where another program listens at an address, or it is none of this machine's."""
    where = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    except (OSError, UnicodeError) as error:  # the latter of a name that no host can have
        why = getattr(error, "strerror", None) or "no name of a host"
        raise AddressError(f"{where}: {why}; give an address of this machine as --host") from error
    failed = [wrong for family, *_, address in found if (wrong := _tried(family, address))]
    for wrong in failed:
        if wrong.errno == errno.EADDRINUSE:
            raise AddressError(f"{where}: another program listens there; give another --port, 0 takes any") from wrong
    if len(failed) == len(found):
        raise AddressError(f"{where}: {failed[0].strerror}; give another --host or --port") from failed[0]


def _tried(family: int, address: Any) -> OSError | None:
    try:
        with socket.socket(family, socket.SOCK_STREAM) as tried:
            if os.name == "posix":  # elsewhere it would take the address away from whoever has it
                tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            tried.bind(address)
    except OSError as error:
        return error
    return None


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
