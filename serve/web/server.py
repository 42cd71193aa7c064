"""The service started, on this machine's own address unless told otherwise."""

from __future__ import annotations

import contextlib
import signal
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

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
    """Serve the graph in a folder until stopped; ``said`` is told the address once questions are answered."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # the copy of the graph is to go, however this ends
    ready = READY if settings.warm else ()
    pool = Pool(folder, JOBS, settings.limits, settings.workers, in_memory=settings.in_memory, ready=ready)
    with contextlib.suppress(KeyboardInterrupt), pool:
        app = application(pool, settings.access)
        config = uvicorn.Config(
            app, settings.host, settings.port, log_level="warning", lifespan="off", server_header=False
        )
        _Announcing(config, said).run()


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
